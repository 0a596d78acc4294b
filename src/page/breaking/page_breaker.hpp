// Chooses where pages end: a total fit over a whole run of pieces, in the manner of Knuth and Plass, with
// figures that may move and lines of the grid that may be given or taken (Plass, "Optimal Pagination
// Techniques", 1981; Mittelbach, "Effective Floating Strategies", 2017). In: heights, spaces and costs of
// pieces, where they can be set otherwise; the room of a page; how many pages are wanted. Out: for every page
// which pieces stand on it, how they are adjusted, and what that costs. Promised: every piece is on exactly
// one page; order is kept but for figures that wait for the next page's top or stand at their page's foot,
// never behind the beginning of another part, and for spread tables, which wait for a facing pair (see
// `spread.hpp`);
// forced breaks are kept; a page that costs `in_need` is made only where there is no way without; and no
// other choice within these rules is cheaper. A piece too high for a page stands alone and says so.
#pragma once

#include <span>
#include <vector>

#include "page/breaking/break_data.hpp"

namespace brochure::page {

std::vector<PageChoice> break_pages(std::span<const BreakPiece> pieces, const PageRoom& room);

}  // namespace brochure::page
