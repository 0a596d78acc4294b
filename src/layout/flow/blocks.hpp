// Walks blocks, one after the other and one inside the other. One function for each kind of block; each
// decides with what it is given and then puts pieces into the flow. Internal to this folder.
#pragma once

#include <span>

#include "layout/flow/flow.hpp"

namespace brochure::layout {

void compose_blocks(Flow& flow, std::span<const style::Block> blocks, const Frame& frame);
void compose_block(Flow& flow, const style::Block& block, const Frame& frame);

}  // namespace brochure::layout
