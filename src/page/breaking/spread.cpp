#include "page/breaking/spread.hpp"

namespace brochure::page {

bool may_come_before(std::span<const BreakPiece> pieces, std::size_t piece) {
    return !pieces[piece].movable && !pieces[piece].prefer_page;
}

std::optional<std::size_t> next_half(std::span<const BreakPiece> pieces, std::size_t half) {
    const std::size_t next = half + 1;
    const bool goes_on = is_half(pieces[half]) && next < pieces.size() && is_half(pieces[next]);
    const bool own_chain = goes_on && (pieces[next].force_page || pieces[next].bound);
    return goes_on && !own_chain ? std::optional{next} : std::nullopt;
}

std::size_t behind_halves(std::span<const BreakPiece> pieces, std::size_t half) {
    while (const auto next = next_half(pieces, half)) half = *next;
    return half + 1;
}

bool goes_on_in_turn(std::span<const BreakPiece> pieces, const PageChoice& page) {
    const auto top = page.at_top();
    return top && page.postponed && next_half(pieces, *top) == page.postponed;
}

bool is_half_alone(std::span<const BreakPiece> pieces, const PageChoice& page) {
    const auto top = page.at_top();
    return top && is_half(pieces[*top]) && page.end == page.first;
}

}  // namespace brochure::page
