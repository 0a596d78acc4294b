// Column widths for the lowest table: a search over the few widths at which some cell gains or loses a line.
// In: for every cell, how many lines it takes at a width, as a falling staircase; the least width of each
// column; the measure. Out: widths that sum to the measure, none under its least (unless the least ones do
// not fit together). Promised: no division of the measure among the columns, in steps of `step`, gives a
// lower table for up to three columns.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/length.hpp"

namespace brochure::layout {

struct TableShape {
    std::size_t rows = 0, columns = 0;
    std::vector<Length> least;    // per column: its widest unbreakable piece, with padding
    std::vector<Length> natural;  // per column: its widest line if nothing is broken, with padding
    std::vector<Length> cells;    // the same without the head
    // Height of a cell at a column width; never grows with the width.
    std::function<Length(std::size_t row, std::size_t column, Length width)> height;
};

struct TableWidths {
    std::vector<Length> columns;
    Length height;   // of all rows together
    Length missing;  // by how much the least widths exceed the measure; zero: they fit
};

TableWidths lowest_table(const TableShape& shape, Length measure, Length step);

}  // namespace brochure::layout
