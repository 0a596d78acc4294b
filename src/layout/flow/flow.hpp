// Flow: the blocks of one flow on their way into a galley. Internal to this folder.
#pragma once

#include "layout/flow/galley_builder.hpp"
#include "layout/lines/compose_input.hpp"

namespace brochure::layout {

struct Flow {
    const ComposeInput& input;
    GalleyBuilder galley;
    int more_lines = 0;  // of the grid, than a block has by itself

    explicit Flow(const ComposeInput& from) : input(from), galley(from) {}
};

}  // namespace brochure::layout
