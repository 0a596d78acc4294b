// Where figures stand: in the column, in a row, with text beside them, in the margin, across the page. What
// decides sees the flow as it is; what composes puts pieces into it. Internal to this folder.
#pragma once

#include <span>

#include "layout/flow/flow.hpp"

namespace brochure::layout {

// So many of the first blocks are figures that stand in one row; 0: none.
std::size_t row_at(const ComposeInput& input, std::span<const style::Block> blocks, const Frame& frame);
// Upright pictures whose words bear it stand beside text; so does nothing in a narrow column.
bool goes_beside(const ComposeInput& input, const style::Block& block, const Frame& frame);
bool goes_to_margin(const Flow& flow, const style::Block& block, const Frame& frame);

void compose_figure(Flow& flow, const style::FigureBlock& figure, const style::Block& block,
                    const Frame& frame);
// Pictures of one height, each over its own caption; read one after the other.
void compose_figure_row(Flow& flow, std::span<const style::Block> figures, const Frame& frame);
// From the next piece on the figure stands at the end side.
void compose_figure_beside(Flow& flow, const style::Block& block, const Frame& frame);
// Beside the last piece.
void compose_margin_figure(Flow& flow, const style::Block& block);

// The pieces from `first` on stand beside a figure: those at its height stay together and are set in no other
// way, and the last of them reaches down to its foot.
void stand_beside(Flow& flow, const style::SideFigure& side, std::size_t first, const Frame& frame);

}  // namespace brochure::layout
