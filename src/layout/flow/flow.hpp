// Flow: walks the blocks of one flow and lets their pieces grow into a galley. One function for each kind of
// block; each decides with what it is given and then puts pieces into the builder. Internal to this folder.
#pragma once

#include <span>
#include <vector>

#include "layout/flow/galley_builder.hpp"
#include "layout/lines/compose_input.hpp"

namespace brochure::layout {

struct Flow {
    const ComposeInput& input;
    GalleyBuilder galley;
    int more_lines = 0;  // of the grid, than a block has by itself

    explicit Flow(const ComposeInput& from) : input(from), galley(from) {}
};

void compose_blocks(Flow& flow, std::span<const style::Block> blocks, const Frame& frame);
void compose_block(Flow& flow, const style::Block& block, const Frame& frame);
// With text in columns side by side, and above and below them what goes across.
void compose_in_columns(Flow& flow, std::span<const style::Block> blocks, const style::Columns& columns,
                        const Frame& frame);

void compose_text(Flow& flow, const style::TextBlock& text, const style::Block& block, const Frame& frame);
void compose_group(Flow& flow, const style::Group& group, const Frame& frame);
void compose_table_block(Flow& flow, const style::TableBlock& table, const style::Block& block,
                         const Frame& frame);

}  // namespace brochure::layout
