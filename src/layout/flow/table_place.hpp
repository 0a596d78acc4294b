// Tables in the flow: their pieces, and below what they stand. Internal to this folder.
#pragma once

#include "layout/flow/flow.hpp"

namespace brochure::layout {

void compose_table_block(Flow& flow, const style::TableBlock& table, const style::Block& block,
                         const Frame& frame);

}  // namespace brochure::layout
