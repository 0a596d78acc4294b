// What stays together: call-outs, and lists of few items. Prices of page breaks, not rules, so that what is
// higher than a page still finds a way.
#include <algorithm>

#include "layout/composer.hpp"

namespace brochure::layout {

namespace {

// Of the pieces from one on, spaces between them included.
Length height_from(const std::vector<Piece>& pieces, std::size_t first) {
    Length height;
    for (std::size_t i = first; i < pieces.size(); ++i)
        height += pieces[i].height + (i > first ? pieces[i].space_before : Length{});
    return height;
}

}  // namespace

// All pieces from `first` on.
void Composer::make_dear_to_tear(std::size_t first, TearCosts costs) {
    for (std::size_t i = first + 1; i < galley_.pieces.size(); ++i) {
        galley_.pieces[i].break_cost += costs.facing;
        galley_.pieces[i].overleaf_cost += std::max(0, costs.overleaf - costs.facing);
    }
}

void Composer::keep_group(std::size_t first, bool call_out) {
    const design::PageBreaking& costs = input_.design.pages;
    make_dear_to_tear(first, {costs.group_break_cost, costs.group_overleaf_cost});
    for (std::size_t i = first + 1; i < galley_.pieces.size(); ++i)
        galley_.pieces[i].faults.torn_group = true;
    if (call_out) let_go_of_heading(first);
}

// A heading that no page can hold together with the call-out below it, which a page does hold, is rather left
// above than the call-out torn overleaf.
void Composer::let_go_of_heading(std::size_t first) {
    std::vector<Piece>& pieces = galley_.pieces;
    if (first >= pieces.size() || pieces[first].break_cost < forbidden_break) return;
    std::size_t heading = first;
    while (heading > 0 && pieces[heading].faults.stranded) --heading;
    const Length page = input_.design.page.text_height();
    if (height_from(pieces, first) > page || height_from(pieces, heading) <= page) return;
    const design::PageBreaking& costs = input_.design.pages;
    pieces[first].break_cost = (costs.group_break_cost + costs.group_overleaf_cost) / 2;
}

// A list of few items is taken in at a glance, and steps are done with the page before one. What fills most
// of a page can do without: it would leave too much of the page before it empty.
void Composer::keep_list(std::size_t first, std::size_t items, bool steps) {
    constexpr std::size_t few = 6;
    const Length most = input_.design.page.text_height() * 2 / 3;
    if (items > few || height_from(galley_.pieces, first) > most) return;
    const design::PageBreaking& costs = input_.design.pages;
    make_dear_to_tear(first, steps ? TearCosts{costs.steps_cost, costs.steps_overleaf_cost}
                                   : TearCosts{costs.short_list_cost, costs.short_list_overleaf_cost});
}

}  // namespace brochure::layout
