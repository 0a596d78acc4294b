// Tables: as columns, as cards, or as two halves for facing pages, as the table's form and the room say. In:
// a styled table and where it is set. Out: its pieces, never torn but where a page cannot hold them. Internal
// to this folder.
#pragma once

#include <optional>
#include <vector>

#include "layout/galley.hpp"
#include "layout/lines/compose_input.hpp"

namespace brochure::layout {

// Where a table is set; all by reference, none kept.
struct TableSite {
    const ComposeInput& input;
    const Frame& frame;
    const Place& place;
};

// A table's pieces. Their `repeat` is an index into `repeats`, their `space_before` what the table asks for
// inside.
struct ComposedTable {
    std::vector<Piece> pieces;
    std::vector<Repeat> repeats;
};

// `lead`: height of what is held to a table and must stand above its halves. Reports table-too-wide.
ComposedTable compose_table(const TableSite& site, const style::TableBlock& table, Length lead);

ComposedTable compose_grid(const TableSite& site, const style::TableBlock& table, std::vector<Length> widths);
ComposedTable compose_cards(const TableSite& site, const style::TableBlock& table);
// Nothing where halves would make the table no better to read.
std::optional<ComposedTable> compose_spread(const TableSite& site, const style::TableBlock& table,
                                            Length lead);

}  // namespace brochure::layout
