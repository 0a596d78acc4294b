// Where a table is set, and what comes of it. Internal to this folder.
#pragma once

#include <vector>

#include "layout/galley.hpp"
#include "layout/lines/compose_input.hpp"

namespace brochure::layout {

// All by reference, none kept.
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

}  // namespace brochure::layout
