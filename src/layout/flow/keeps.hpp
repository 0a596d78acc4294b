// What stays together: call-outs, and lists of few items. Prices of page breaks, not rules, so that what is
// higher than a page still finds a way. In: the pieces of a group. Out: the same, dearer to part. Internal to
// this folder.
#pragma once

#include <span>

#include "layout/galley.hpp"

namespace brochure::layout {

void keep_group(std::span<Piece> group, const design::Design& design);
void keep_list(std::span<Piece> list, std::size_t items, bool steps, const design::Design& design);

// A heading that no page can hold together with the call-out below it, which a page does hold, is rather left
// above than the call-out torn overleaf. The call-out begins at `first`.
void let_go_of_heading(std::span<Piece> pieces, std::size_t first, const design::Design& design);

}  // namespace brochure::layout
