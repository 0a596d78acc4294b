#include "layout/tables/table.hpp"

#include <utility>

#include "layout/tables/cards.hpp"
#include "layout/tables/columns.hpp"
#include "layout/tables/grid.hpp"
#include "layout/tables/spread.hpp"

namespace brochure::layout {

ComposedTable compose_table(const TableSite& site, const style::TableBlock& table, Length lead) {
    if (table.cards && table.form == design::TableForm::cards) return compose_cards(site, table);
    if (table.spread) {
        if (auto halves = compose_spread(site, table, lead)) return *std::move(halves);
    }
    const TableShape shape = shape_of(site.input, table);
    TableWidths widths = lowest_table(shape, site.frame.width, width_step);
    if (table.cards && cramped(shape, widths, *table.style)) {
        // The lowest table is not always the one to read: where all columns can be wide enough, they are.
        widths = lowest_table(uncramped(shape, *table.style), site.frame.width, width_step);
        if (widths.missing > Length{}) return compose_cards(site, table);
    }
    return compose_grid(site, table, width_checked(site.input, std::move(widths), site.place));
}

}  // namespace brochure::layout
