#include <algorithm>

#include "linebreak/candidates.hpp"
#include "linebreak/line_breaker.hpp"

namespace brochure::linebreak {

namespace {

std::size_t count_lines(const std::vector<Candidate>& candidates, Length measure) {
    std::size_t lines = 0;
    std::size_t from = 0;
    while (from + 1 < candidates.size()) {
        const Candidate& start = candidates[from];
        std::size_t furthest = from;
        for (std::size_t to = from + 1; to < candidates.size(); ++to) {
            const Candidate& end = candidates[to];
            if (end.item < start.next_first) continue;
            const bool fits = content_between(start, end).set_width() <= measure;
            if (fits || furthest == from) furthest = to;
            if (end.forced || end.tightest_later - start.at_start.width - start.hang_start > measure) break;
        }
        from = furthest;
        ++lines;
    }
    return lines;
}

// The widest line if every break in `taken` ends one.
template <class Taken>
Length widest_line(std::span<const Item> items, Taken taken) {
    if (items.empty()) return {};
    const std::vector<Candidate> candidates = find_candidates(items, Mode::ragged);
    Length widest;
    const Candidate* from = &candidates.front();
    for (const Candidate& to : std::span{candidates}.subspan(1)) {
        if (to.item < from->next_first || !taken(to)) continue;
        widest = std::max(widest, content_between(*from, to).set_width());
        from = &to;
    }
    return widest;
}

}  // namespace

std::size_t count_lines(std::span<const Item> items, Length measure) {
    return items.empty() ? 0 : count_lines(find_candidates(items, Mode::ragged), measure);
}

Length min_content_width(std::span<const Item> items) {
    return widest_line(items, [](const Candidate& to) { return !to.flagged; });
}

Length max_content_width(std::span<const Item> items) {
    return widest_line(items, [](const Candidate& to) { return to.forced; });
}

Length balanced_measure(std::span<const Item> items, Length measure) {
    if (items.empty()) return measure;
    const std::vector<Candidate> candidates = find_candidates(items, Mode::ragged);
    const std::size_t lines = count_lines(candidates, measure);
    std::int64_t enough = measure.units();
    std::int64_t too_narrow = std::min<std::int64_t>(min_content_width(items).units(), enough) - 1;
    while (too_narrow + 1 < enough) {
        const std::int64_t middle = too_narrow + (enough - too_narrow) / 2;
        const bool takes_more = count_lines(candidates, Length::from_units(middle)) > lines;
        (takes_more ? too_narrow : enough) = middle;
    }
    return Length::from_units(enough);
}

}  // namespace brochure::linebreak
