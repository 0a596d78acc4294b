// Tables over two facing pages: the columns are shared out between two halves, the first column stands in
// both (in the second as an artifact), and rows stand level across the gutter. What is higher than a page is
// cut between rows into several pairs of halves, each with the head. Internal to this folder.
#pragma once

#include <optional>

#include "layout/tables/site.hpp"

namespace brochure::layout {

// Nothing where halves would make the table no better to read. `lead`: as compose_table() has it.
std::optional<ComposedTable> compose_spread(const TableSite& site, const style::TableBlock& table,
                                            Length lead);

}  // namespace brochure::layout
