// Chooses where pages end: a total fit over a whole run of pieces, by dynamic programming over (first piece,
// figure waiting). In: heights, spaces and costs of pieces; the room of a page. Out: for every page which
// pieces stand on it, with its cost. Promised: every piece is on exactly one page, order is kept but for
// figures that wait for the next page's top, forced breaks are kept, and no other choice within these rules
// is cheaper. A piece too high for a page stands alone and says so.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/length.hpp"
#include "spec/layout_spec.hpp"

namespace brochure::page {

struct BreakPiece {
    Length height;
    Length space_before;  // none at a page's top
    Length space_after;   // of a figure that waited, below it

    bool on_grid = false;     // its top moves down to the next grid line
    int break_cost = 0;       // of a page break before it; layout::forbidden_break and above: only in need
    bool force_page = false;  // a page starts with it
    bool prefer_page =
        false;  // a part starts with it: at a page's top, or after a space where a page would be left empty
    bool movable = false;  // a figure
    bool ends_in_hyphen = false;
    Length notes;   // height of the footnotes mentioned in it
    Length repeat;  // height of what is set again above it at a page's top
};

struct PageRoom {
    Length height;
    Length grid;         // distance of the baselines
    Length notes_above;  // space and rule above footnotes, where a page has any
    spec::PageBreaking costs;
    std::int64_t per_page =
        0;  // added for every page when choosing: positive for fewer pages, negative for more
};

struct PageChoice {
    std::size_t first = 0, end = 0;        // pieces [first, end) but for `postponed`
    std::optional<std::size_t> carried;    // a figure from before `first`, at the top
    std::optional<std::size_t> postponed;  // a figure within, that goes to the next page's top
    std::int64_t cost = 0;                 // of this page
    Length filled;
    Length overfull;  // zero unless a piece is higher than a page
};

std::vector<PageChoice> break_pages(std::span<const BreakPiece> pieces, const PageRoom& room);

// What a page costs; `full` pages end where text goes on, others where a part or the brochure ends.
std::int64_t page_cost(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page);

// The tops of a page's pieces, in the order carried figure, then [first, end) without the postponed one.
struct PagePlan {
    std::vector<std::size_t> pieces;
    std::vector<Length> tops;
    Length bottom;         // of the last piece
    Length notes;          // height of the page's footnotes, with the space above them
    bool repeats = false;  // the first flowing piece has its repeat above it
    Length repeat_top;
};
PagePlan plan_page(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page);

}  // namespace brochure::page
