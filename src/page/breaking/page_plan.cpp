#include "page/breaking/page_plan.hpp"

#include "page/breaking/fill.hpp"
#include "page/breaking/page_costs.hpp"
#include "page/breaking/spread.hpp"

namespace brochure::page {

PagePlan plan_page(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page) {
    PagePlan plan;
    Fill fill(pieces, room);
    Length moved;  // by lines given above
    auto adjust = [&](std::size_t piece, bool space) {
        for (const Adjustment& adjustment : page.adjustments) {
            if (adjustment.piece == piece && adjustment.space == space) moved += room.grid * adjustment.lines;
        }
    };
    Length columns_top;
    // Pieces in columns side by side move with every one that joins them.
    auto share_columns = [&](const Balance& columns, Length top) {
        const std::vector<Balance::Place> places = columns.places();
        if (places.size() == 1) columns_top = top;
        const std::size_t first = plan.pieces.size() - places.size();
        for (std::size_t i = 0; i < places.size(); ++i) {
            plan.tops[first + i] = columns_top + places[i].top;
            plan.columns[first + i] = places[i].column;
        }
    };
    auto put = [&](std::size_t index, bool flows) {
        const Length top = fill.put(index, flows, page.first);
        adjust(index, true);
        if (fill.repeats() && !plan.repeats) {
            plan.repeats = true;
            plan.repeat_top = fill.repeat_top() + moved;
        }
        plan.pieces.push_back(index);
        plan.tops.push_back(top + moved);
        plan.columns.push_back(0);
        if (fill.columns() != nullptr) share_columns(*fill.columns(), top + moved);
        adjust(index, false);
    };
    if (const auto top = page.at_top()) put(*top, false);
    for (std::size_t i = page.first; i < page.end; ++i) {
        if (page.postponed != i && page.at_foot != i && !is_half(pieces[i])) put(i, true);
    }
    if (page.at_foot) {
        put(*page.at_foot, true);
        plan.tops.back() += sunk(room, room.height - fill.used() - moved);
    }
    plan.notes = fill.notes();
    plan.bottom = fill.bottom() + moved;
    return plan;
}

}  // namespace brochure::page
