// Text: a paragraph's lines as pieces, or, where its type is large, one piece. Internal to this folder.
#pragma once

#include "layout/flow/flow.hpp"

namespace brochure::layout {

void compose_text(Flow& flow, const style::TextBlock& text, const style::Block& block, const Frame& frame);

}  // namespace brochure::layout
