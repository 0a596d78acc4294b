// Every place where a line of the paragraph may end, measured once, so that a line's width is a difference of
// two sums. In: the items. Out: candidates in order; the first stands for the paragraph's start, the last for
// its end. Promised: after a break there is something to set before the next forced break; empty lines only
// arise by force.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "linebreak/cost.hpp"

namespace brochure::linebreak {

struct Candidate {
    Sums at_end{};    // from the paragraph's start to this break, with what the break adds
    Sums at_start{};  // from the paragraph's start to the line after this break, less what the break adds to
                      // it
    Length hang_end{};        // of a line that ends here, if it holds `hang_item`
    Length hang_start{};      // of a line that starts here
    Length tightest_later{};  // smallest least width of what ends here or later, up to the next forced break
    std::uint32_t item = 0;
    std::uint32_t next_first = 0;  // first item of the line after this break
    std::uint32_t hang_item = 0;
    int penalty = 0;
    bool flagged = false;
    bool forced = false;
};

// In ragged mode no finite glue or box stretches or shrinks.
std::vector<Candidate> find_candidates(std::span<const Item> items, Mode mode);

// What stands on the line between two breaks.
struct LineContent {
    Sums sums;
    Length hang_start{}, hang_end{};
    [[nodiscard]] Length set_width() const { return sums.width - hang_start - hang_end; }
};

inline LineContent content_between(const Candidate& from, const Candidate& to) {
    return {to.at_end - from.at_start, from.hang_start,
            to.hang_item >= from.next_first ? to.hang_end : Length{}};
}

}  // namespace brochure::linebreak
