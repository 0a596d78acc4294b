// Explain: what is told of a page that the breaker chose. In: the choice, the column it is of, the texts its
// lines are of. Out: the page's report, all but its label, its kind and its lines. Internal to this folder.
#pragma once

#include "page/making/long_galley.hpp"
#include "page/paged_document.hpp"
#include "page/report.hpp"

namespace brochure::page {

void explain_page(const LongGalley& galley, std::span<const BreakPiece> pieces, const PageChoice& choice,
                  Length text_height, const base::IdVec<TextId, std::string>& texts, PageReport& report);

}  // namespace brochure::page
