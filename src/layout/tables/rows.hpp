// Rows of a table, and fields of a card, before it is known whether they stay whole. In: cells' paragraphs
// and widths. Out: their lines, cell by cell, each at its height in the row; a row made of them as one piece,
// or as slices that a page may end between, or set again where the table goes on. Internal to this folder.
#pragma once

#include <optional>
#include <vector>

#include "layout/galley.hpp"
#include "layout/lines/compose_input.hpp"
#include "layout/lines/stack.hpp"
#include "layout/tables/site.hpp"

namespace brochure::layout {

struct CellLine {
    Length top, bottom, baseline;  // in the row
    Content content;
};

struct RowContent {
    std::vector<CellLine> lines;  // in reading order: cell by cell
    Length height;
};

// Where a cell's text stands: relative to the row's top and the column's left edge.
struct CellBox {
    Point at;
    Length width;
    design::Align align = design::Align::start;
};

// Sets a paragraph's lines below each other in the box and appends them to the row. Out: their height. The
// row's own height is left to the caller.
Length set_in_row(const ComposeInput& input, RowContent& row, style::ParagraphId id, const CellBox& box);

struct Rule {
    Length width;
    Colour colour;
};

// As the style of a table or of its cards says.
template <class Style>
Rule rule_of(const Style& style) {
    return {style.rule_width, style.rule_colour};
}

// What lies behind and under a row.
struct RowLook {
    std::optional<Colour> ground{};
    std::optional<Rule> rule{};  // along its foot
};

// A row as high as its content says, as wide as the table's frame.
Piece whole_row(const TableSite& site, RowContent row, const RowLook& look);

// Slices between lines, each of one line of the highest cell. `room` is the most that a page can hold below
// what is set again there; a break inside a row that would fit costs torn_row_cost. Lines of cells that are
// not in step go to the slice in which their baseline falls.
std::vector<Piece> row_slices(const TableSite& site, RowContent row, const RowLook& look, Length room,
                              std::size_t number);

// A row so high that a page's end inside it is worth its price.
bool may_be_torn(Length height, Length room);

// A row to be set again above what a page break parts from it, with what stands above it there. None where
// both take more than a third of a page: what is below needs the room.
std::optional<Repeat> set_again(const TableSite& site, RowContent row, const RowLook& look, Stack above = {});

// The line that says that a table goes on, with the space below it; nothing where the table has none.
Stack continued_line(const TableSite& site, const style::TableBlock& table);

}  // namespace brochure::layout
