// Writes the screen edition: a tagged PDF 1.7 that keeps the rules of PDF/UA-1 and PDF/A-2a.
// In: finished pages and the fonts they were set in. Out: the file's bytes; the same input gives the same
// bytes. Nothing is measured or moved here: every position is the page's. No clock, locale or environment is
// read. Whether the pages keep what the file claims is preflight's question, asked before.
#pragma once

#include <string>

#include "base/result.hpp"
#include "font/font.hpp"
#include "page/paged_document.hpp"

namespace brochure::pdf {

struct ScreenOptions {
    bool greyscale = false;  // no colour anywhere, for printers that count pages in colour
};

base::Result<std::string> write_screen(const page::PagedDocument& document, const font::Library& fonts,
                                       const ScreenOptions& options = {});

}  // namespace brochure::pdf
