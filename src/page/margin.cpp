#include "page/margin.hpp"

#include <algorithm>
#include <iterator>

namespace brochure::page {

namespace {

// Down from the wanted places, then up from the foot where they reach beyond it. False: there is no room.
bool stacked(std::span<const MarginEntry> entries, const std::vector<std::size_t>& kept, Length between,
             Length top, Length bottom, std::vector<std::optional<Length>>& tops) {
    Length free = top;
    for (const std::size_t index : kept) {
        tops[index] = std::max(free, entries[index].wanted);
        free = *tops[index] + entries[index].height + between;
    }
    Length limit = bottom;
    for (auto at = kept.rbegin(); at != kept.rend(); ++at) {
        tops[*at] = std::min(*tops[*at], limit - entries[*at].height);
        limit = *tops[*at] - between;
    }
    return kept.empty() || *tops[kept.front()] >= top;
}

}  // namespace

std::vector<std::optional<Length>> stack_in_margin(std::span<const MarginEntry> entries, Length between,
                                                   Length top, Length bottom) {
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < entries.size(); ++i) kept.push_back(i);
    std::vector<std::optional<Length>> tops(entries.size());
    while (!stacked(entries, kept, between, top, bottom, tops)) {
        const auto last = std::find_if(kept.rbegin(), kept.rend(),
                                       [&](std::size_t index) { return entries[index].may_be_left_out; });
        if (last == kept.rend()) break;
        tops[*last].reset();
        kept.erase(std::next(last).base());
    }
    return tops;
}

}  // namespace brochure::page
