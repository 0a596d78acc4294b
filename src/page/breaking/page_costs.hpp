// What pages cost. Internal to this folder.
#pragma once

#include <optional>
#include <span>

#include "page/breaking/break_data.hpp"

namespace brochure::page {

// Whether a part ends with the page, or its text does and only a spread table is left of it.
bool ends_part(std::span<const BreakPiece> pieces, const PageChoice& page);
// Whether a part's text ends with the page, and of the part only a figure is left that had no room on it:
// nothing may come before that.
bool only_figure_left(std::span<const BreakPiece> pieces, const PageChoice& page);
// What a page costs by itself; `full` pages end where text goes on, others where a part or the brochure ends.
PageCosts page_costs(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page);
// How deep a page is in lines, seen beside the page that faces it; footnotes and a figure at the foot fill
// it.
std::optional<int> depth_of(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page,
                            Length bottom, Length notes);
// What a page costs besides where its leaf is turned, for what goes on overleaf.
std::int64_t overleaf_cost(std::span<const BreakPiece> pieces, const PageChoice& page);
// What a recto costs beside its verso.
std::int64_t facing_cost(const PageRoom& room, std::optional<int> verso, std::optional<int> recto);

// How far down a figure at the foot goes, where so much room is free.
Length sunk(const PageRoom& room, Length free);

}  // namespace brochure::page
