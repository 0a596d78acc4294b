// Where the pieces of a page stand that was chosen. Internal to this folder.
#pragma once

#include <span>
#include <vector>

#include "page/breaking/break_data.hpp"

namespace brochure::page {

// The tops of a page's pieces: the carried figure, then [first, end) without the postponed one, the figure
// at the foot last.
struct PagePlan {
    std::vector<std::size_t> pieces;
    std::vector<Length> tops;
    std::vector<int> columns;  // parallel: in which of the columns side by side; 0 where there is but one
    Length bottom;             // of the text and the figures in it
    Length notes;              // height of the page's footnotes, with the space above them
    bool repeats = false;      // the first flowing piece has its repeat above it
    Length repeat_top;
};
PagePlan plan_page(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page);

}  // namespace brochure::page
