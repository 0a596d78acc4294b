// Tables as columns: rows as pieces, torn between lines only where a page cannot hold them or would be left
// all but empty, and a head that is set again on each page. Internal to this folder.
#pragma once

#include <vector>

#include "layout/tables/site.hpp"

namespace brochure::layout {

ComposedTable compose_grid(const TableSite& site, const style::TableBlock& table, std::vector<Length> widths);

}  // namespace brochure::layout
