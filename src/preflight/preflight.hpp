// Preflight: all that is wrong with finished pages, asked by `check` and `build` alike before a byte is
// written. In: the pages, what they were made from, and what an edition is about to write. Out: in a sink
// the rules that are broken (rules.hpp), each at the author's line, the picture's or the layout's that
// decides the matter. With an error no file is to be written; without, the writers of `pdf` fail for the
// environment alone.
#pragma once

#include <vector>

#include "design/design.hpp"
#include "diag/diagnostic.hpp"
#include "font/font.hpp"
#include "impose/impose.hpp"
#include "page/paged_document.hpp"
#include "pdf/press/press_document.hpp"

namespace brochure::preflight {

struct Subject {
    const page::PagedDocument& pages;
    const font::Library& fonts;
    const design::Design& design;
};

// Whatever edition is made: coarse pictures, thin lines, words at the edge, words that leave their drawing
// or cannot be read on a picture, colour profiles that cannot be used.
void check_print(const Subject& subject, Sink& sink);

// Whatever is to be printed without colour: colours that become one grey.
void check_grey(const Subject& subject, Sink& sink);

// The screen edition: PDF/UA-1 and PDF/A-2a.
void check_screen(const Subject& subject, Sink& sink);

// The press edition: its inks, its greys, PDF/X-4.
void check_press(const Subject& subject, const pdf::PressDocument& press, const pdf::PressProfile& profile,
                 const pdf::PressOptions& options, Sink& sink);

// The editions on sheets: what an office printer leaves white.
void check_sheets(const Subject& subject, const std::vector<impose::Sheet>& sheets, Sink& sink);

}  // namespace brochure::preflight
