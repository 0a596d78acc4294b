// Pages: chooses their ends over the whole brochure, places every piece, and adds what repeats.
// In: galleys, the styled document they came from, the layout, fonts for heads and folios. Out: a
// PagedDocument, the page labels of all destinations for the next pass, and a report of what was chosen.
// Nothing is measured anew.
#pragma once

#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "document/language.hpp"
#include "font/font.hpp"
#include "layout/galley.hpp"
#include "page/paged_document.hpp"
#include "spec/layout_spec.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::page {

struct PageReport {
    std::string label;
    std::string kind;   // of the part that starts or goes on here
    double filled = 0;  // share of the type area
    std::int64_t cost = 0;
    std::vector<layout::LineReport> lines;
};

struct Pagination {
    PagedDocument document;
    style::PageMap labels;
    std::vector<PageReport> reports;
};

// What furniture is set with.
struct Typesetter {
    font::Library& fonts;
    text::Hyphenator& hyphenator;
    const document::Language& language;
};

Pagination paginate(style::StyledDocument document, layout::Galleys galleys, const spec::LayoutSpec& layout,
                    const Typesetter& typesetter, Sink& sink);

}  // namespace brochure::page
