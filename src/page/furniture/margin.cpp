#include "page/furniture/margin.hpp"

#include <algorithm>
#include <iterator>

namespace brochure::page {

namespace {

// Down from the wanted places, then up from the foot where they reach beyond it, or from where they must
// begin. False: there is no room.
bool stacked(std::span<const MarginEntry> entries, const std::vector<std::size_t>& kept, Length between,
             Length top, Length bottom, bool keeps_latest, std::vector<std::optional<Length>>& tops) {
    Length free = top;
    for (const std::size_t index : kept) {
        tops[index] = std::max(free, entries[index].wanted);
        free = *tops[index] + entries[index].height + between;
    }
    Length limit = bottom;
    for (auto at = kept.rbegin(); at != kept.rend(); ++at) {
        const MarginEntry& entry = entries[*at];
        tops[*at] = std::min(*tops[*at], limit - entry.height);
        if (keeps_latest && entry.latest) tops[*at] = std::min(*tops[*at], *entry.latest);
        limit = *tops[*at] - between;
    }
    return kept.empty() || *tops[kept.front()] >= top;
}

// False: those that must stand have no room; they are laid out all the same.
bool stack_kept(std::span<const MarginEntry> entries, Length between, Length top, Length bottom,
                bool keeps_latest, std::vector<std::optional<Length>>& tops) {
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < entries.size(); ++i) kept.push_back(i);
    tops.assign(entries.size(), std::nullopt);
    while (!stacked(entries, kept, between, top, bottom, keeps_latest, tops)) {
        const auto last = std::find_if(kept.rbegin(), kept.rend(),
                                       [&](std::size_t index) { return entries[index].may_be_left_out; });
        if (last == kept.rend()) return false;
        tops[*last].reset();
        kept.erase(std::next(last).base());
    }
    return true;
}

}  // namespace

std::vector<std::optional<Length>> stack_in_margin(std::span<const MarginEntry> entries, Length between,
                                                   Length top, Length bottom) {
    std::vector<std::optional<Length>> tops;
    if (!stack_kept(entries, between, top, bottom, true, tops))
        stack_kept(entries, between, top, bottom, false, tops);
    return tops;
}

}  // namespace brochure::page
