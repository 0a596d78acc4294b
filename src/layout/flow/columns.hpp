// Columns side by side: which blocks go across them, and which share them. Every run of blocks in columns is
// composed as one column; the pages share it out, so that the columns end level. Internal to this folder.
#pragma once

#include <span>

#include "layout/flow/flow.hpp"

namespace brochure::layout {

// With text in columns side by side, and above and below them what goes across.
void compose_in_columns(Flow& flow, std::span<const style::Block> blocks, const style::Columns& columns,
                        const Frame& frame);

}  // namespace brochure::layout
