// Comparing: whether two sights of a page say the same. In: blocks of text, and their days. Out: which are
// new, which are gone. In which order blocks stand does not count, since sites shuffle what they list; the
// items of numbered lists carry their numbers.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"

namespace brochure::sources {

using Blocks = std::vector<std::string>;

// What a page said on a day.
struct Sight {
    base::Date day;
    Blocks blocks;
};

struct Changes {
    Blocks removed, added;
    [[nodiscard]] bool none() const { return removed.empty() && added.empty(); }
    bool operator==(const Changes&) const = default;
};

// Without what changes by itself: the date of each sight's own day (and of the days beside it, for the sake
// of time zones), and the figures of counters of visits.
Changes changes_between(const Sight& before, const Sight& now);

// Of the differences from `before`, those that were there at both of two later sights. What looks otherwise
// at every sight is no news.
Changes changes_that_last(const Sight& before, const Sight& since, const Sight& now);

std::size_t letters_in(const Blocks& blocks);

}  // namespace brochure::sources
