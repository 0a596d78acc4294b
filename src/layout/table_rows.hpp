// Rows of a table, and fields of a card, before it is known whether they stay whole. In: cells' paragraphs
// and widths. Out: their lines, cell by cell, each at its height in the row; a row made of them as one piece,
// or as slices that a page may end between. Internal to this folder.
#pragma once

#include <optional>
#include <vector>

#include "layout/composer.hpp"

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

// What lies behind and under a row.
struct RowLook {
    Rect box;  // of the whole row; its height is the row's
    std::optional<Colour> ground;
    bool rule = true;  // along its foot
    Length rule_width;
    Colour rule_colour;
};

Piece whole_row(RowContent row, const RowLook& look, const Place& place);

// Slices between lines, each of one line of the highest cell. `room` is the most that a page can hold below
// what is set again there; a break inside a row that would fit costs torn_row_cost. Lines of cells that are
// not in step go to the slice in which their baseline falls.
std::vector<Piece> row_slices(const ComposeInput& input, RowContent row, const RowLook& look, Length room,
                              std::size_t number, const Place& place);

// A row so high that a page's end inside it is worth its price.
bool may_be_torn(Length height, Length room);

}  // namespace brochure::layout
