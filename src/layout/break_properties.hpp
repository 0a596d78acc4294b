// What a page break has to know of a piece. In (layout): set by who composes it. Out (page): read by who
// breaks pages. Said once, so that nothing said on one side is unheard on the other.
#pragma once

#include <cstdint>

#include "base/length.hpp"

namespace brochure::layout {

// Of a table that is spread over two facing pages: its first half stands at the top of a verso, its second at
// the top of the recto beside it. Halves that follow each other directly are read one after the other.
enum class Half : std::uint8_t { none, verso, recto };

// At or above this cost a break is made only when nothing else is possible.
inline constexpr int forbidden_break = 1'000'000;

// So many lines of the grid more (or fewer), and the price.
struct Variant {
    int lines = 0;
    int price = 0;
};

struct BreakProperties {
    Length height;
    Length space_before;  // above it; none at a page's top
    Length space_after;   // of a figure that waits for the next page's top: below it there

    bool on_grid = true;    // its top moves down to the next line of the baseline grid
    int break_cost = 0;     // of a page break before it,
    int overleaf_cost = 0;  // and besides where one turns the leaf there
    bool force_page = false;
    // A part starts with it: at a page's top, or after a space where a page would be left empty;
    bool prefer_page = false;
    bool joins = false;      // not behind a page that would hold next to nothing
    bool movable = false;    // a figure that may go to the next page's top, later text coming before it
    Half half = Half::none;  // movable as well: later text fills the pages up to it,
    bool bound = false;      // but not this one, which opens with a heading
    bool ends_in_hyphen = false;
};

}  // namespace brochure::layout
