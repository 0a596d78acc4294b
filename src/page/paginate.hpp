// Pages: chooses their ends over the whole brochure, places every piece, and adds what repeats.
// In: galleys, the styled document they came from, the layout, fonts for heads and folios. Out: a
// PagedDocument, the page labels of all destinations for the next pass, and a report of what was chosen.
// Nothing is measured anew.
#pragma once

#include "design/design.hpp"
#include "diag/diagnostic.hpp"
#include "layout/galley.hpp"
#include "page/pagination.hpp"
#include "page/typesetter.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::page {

// `explain`: with the runner-up of every page, which takes time.
Pagination paginate(style::StyledDocument document, const text::ShapedDocument& shaped,
                    layout::Galleys galleys, const design::Design& design, const Typesetter& typesetter,
                    Sink& sink, bool explain = false);

}  // namespace brochure::page
