#include "layout/flow/keeps.hpp"

#include <algorithm>

namespace brochure::layout {

namespace {

// Spaces between them included.
Length height_of(std::span<const Piece> pieces) {
    Length height;
    for (const Piece& piece : pieces)
        height += piece.height + (&piece != pieces.data() ? piece.space_before : Length{});
    return height;
}

// Of a page break between facing pages, and where one turns the leaf.
struct TearCosts {
    int facing = 0, overleaf = 0;
};

void make_dear_to_tear(std::span<Piece> pieces, TearCosts costs) {
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        pieces[i].break_cost += costs.facing;
        pieces[i].overleaf_cost += std::max(0, costs.overleaf - costs.facing);
    }
}

}  // namespace

void keep_group(std::span<Piece> group, const design::Design& design) {
    make_dear_to_tear(group, {design.pages.group_break_cost, design.pages.group_overleaf_cost});
    for (std::size_t i = 1; i < group.size(); ++i) group[i].faults.torn_group = true;
}

void let_go_of_heading(std::span<Piece> pieces, std::size_t first, const design::Design& design) {
    if (first >= pieces.size() || pieces[first].break_cost < forbidden_break) return;
    std::size_t heading = first;
    while (heading > 0 && pieces[heading].faults.stranded) --heading;
    const Length page = design.page.text_height();
    if (height_of(pieces.subspan(first)) > page || height_of(pieces.subspan(heading)) <= page) return;
    pieces[first].break_cost = (design.pages.group_break_cost + design.pages.group_overleaf_cost) / 2;
}

// A list of few items is taken in at a glance, and steps are done with the page before one. What fills most
// of a page can do without: it would leave too much of the page before it empty.
void keep_list(std::span<Piece> list, std::size_t items, bool steps, const design::Design& design) {
    constexpr std::size_t few = 6;
    const Length most = design.page.text_height() * 2 / 3;
    if (items > few || height_of(list) > most) return;
    const design::PageBreaking& costs = design.pages;
    make_dear_to_tear(list, steps ? TearCosts{costs.steps_cost, costs.steps_overleaf_cost}
                                  : TearCosts{costs.short_list_cost, costs.short_list_overleaf_cost});
}

}  // namespace brochure::layout
