// Tables that are spread over a facing pair, as the page breaker sees them: two halves, each carried to a
// page's top as a figure is, the first to a verso, the second to the recto after it; text goes on below both.
// A half whose turn comes before a recto waits a page, which text from behind the table fills. Halves of one
// table, or of tables that follow each other directly, make a chain; no figure passes it. A first half that
// is bound to its place, since a heading stands above it, is passed by nothing and does not wait: the page
// before it may be left as a part's last page is. Only where there is no way without does a first half stand
// on a recto, its second overleaf. Internal to this folder.
#pragma once

#include <optional>
#include <span>

#include "page/breaking/break_data.hpp"

namespace brochure::page {

inline bool is_half(const BreakPiece& piece) { return piece.half != layout::Half::none; }

// Whether a piece may come before a figure or half that waits, or stands at the foot: a figure never
// overtakes another, and no part begins before the last figure and table of the one before it.
bool may_come_before(std::span<const BreakPiece> pieces, std::size_t piece);

// The half whose turn it is behind this one; none: it is the last of its chain.
std::optional<std::size_t> next_half(std::span<const BreakPiece> pieces, std::size_t half);

// The first piece behind the chain.
std::size_t behind_halves(std::span<const BreakPiece> pieces, std::size_t half);

// A half stands at the page's top, and what waits is the half whose turn is next.
bool goes_on_in_turn(std::span<const BreakPiece> pieces, const PageChoice& page);

// A half stands alone on its page: the text is parted where the page before parts it.
bool is_half_alone(std::span<const BreakPiece> pieces, const PageChoice& page);

}  // namespace brochure::page
