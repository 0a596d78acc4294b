// Writes the booklet edition: the pages on larger sheets, in the order in which an office printer's duplex
// sheets are stacked and folded, or as spreads for a proof. In: finished pages, their fonts, imposed sheets
// (impose/impose.hpp). Out: the file's bytes, the same for the same input: one PDF page per side of a sheet,
// for a screen's colours or in grey, with neither tags nor links. Every page is written once, as a form,
// however it is placed.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "font/font.hpp"
#include "impose/impose.hpp"
#include "page/paged_document.hpp"

namespace brochure::pdf {

enum class PrintSides { one, both_flipped_on_short_edge, both_flipped_on_long_edge };

struct SheetOptions {
    Size size;
    PrintSides sides = PrintSides::one;  // what a viewer's print dialogue is to start with
    std::string kind;  // "booklet", "2up": tells editions of one brochure apart in the file's identifier
    bool greyscale = false;  // no colour anywhere, for printers that count pages in colour
};

base::Result<std::string> write_sheets(const page::PagedDocument& document, const font::Library& fonts,
                                       const std::vector<impose::Sheet>& sheets, const SheetOptions& options);

}  // namespace brochure::pdf
