// Boxes of a fixed height: the cover's, the back cover's. What does not fit one is told at the text to
// shorten.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/galley.hpp"
#include "page/paged_document.hpp"

namespace brochure::page {

struct OverfullBox {
    const layout::Galley& galley;
    std::string_view part;  // "cover"
    Length too_much;
    Place layout;  // where to point if the box holds no words
};

// Of the texts in the box the longest is the one to shorten; its author knows it by its words.
void report_overfull(const OverfullBox& box, const base::IdVec<TextId, std::string>& texts,
                     const base::IdVec<TextId, std::vector<document::SourceMark>>& sources, Sink& sink);

}  // namespace brochure::page
