// Columns of a table: what their widths are chosen by, and rows set in them. Internal to this folder.
#pragma once

#include <vector>

#include "layout/tables/rows.hpp"
#include "layout/tables/widths.hpp"

namespace brochure::layout {

inline constexpr Length width_step = Length::points(2);

// The shape points into the table.
TableShape shape_of(const ComposeInput& input, const style::TableBlock& table);

// Words would be broken, or cells would wrap in less room than the layout calls readable.
bool cramped(const TableShape& shape, const TableWidths& widths, const design::TableStyle& style);
// The same table with columns that are all readable, where the measure has room for them.
TableShape uncramped(TableShape shape, const design::TableStyle& style);

// The widths, with a warning where they are too narrow for their words.
std::vector<Length> width_checked(const ComposeInput& input, TableWidths widths, const Place& place);

RowContent row_in_columns(const ComposeInput& input, const design::TableStyle& style, const Frame& frame,
                          const std::vector<Length>& widths, const std::vector<style::Cell>& cells);

}  // namespace brochure::layout
