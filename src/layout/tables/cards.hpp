// Tables as cards, for pages too narrow for their columns: the first cell of a row on a ground of its own,
// every further cell below it under the label of its column. The labels of the first card are the table's
// head, so that the head is on the page once; those of the others only repeat it. Internal to this folder.
#pragma once

#include "layout/tables/site.hpp"

namespace brochure::layout {

ComposedTable compose_cards(const TableSite& site, const style::TableBlock& table);

}  // namespace brochure::layout
