// Decorations: grounds and bars of groups, and what order a page is painted and read in. Internal to this
// folder.
#pragma once

#include <span>
#include <vector>

#include "page/making/long_galley.hpp"
#include "page/paged_document.hpp"

namespace brochure::page {

// In a column one rectangle from the first of a group's pieces to the last. `left`: edge of the type area.
void decorate(Page& page, std::span<const Standing> pieces, Length left);

// Slices of a row have a line of each cell: on a page the cells are read one after the other.
void read_cell_by_cell(std::vector<Item>& items, std::size_t from);

// Paints grounds before all else.
void grounds_first(std::vector<Item>& items, std::size_t from);

}  // namespace brochure::page
