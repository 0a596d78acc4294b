// Tables: as columns, as cards, or as two halves for facing pages, as the table's form and the room say. In:
// a styled table and where it is set. Out: its pieces, never torn but where a page cannot hold them. Internal
// to this folder.
#pragma once

#include "layout/tables/site.hpp"

namespace brochure::layout {

// `lead`: height of what is held to a table and must stand above its halves. Reports table-too-wide.
ComposedTable compose_table(const TableSite& site, const style::TableBlock& table, Length lead);

}  // namespace brochure::layout
