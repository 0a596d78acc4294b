// Pictograms: small pictures beside the thoughts they stand for, in layouts that leave a column for them.
// They say nothing that the words do not say: artifacts, unseen by a screen reader.
#include <algorithm>
#include <iterator>
#include <utility>

#include "style/context.hpp"

namespace brochure::style {

namespace {

template <class T>
bool among(const std::vector<T>& list, const T& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

template <class Wanted>
std::optional<std::string> pictogram_where(const Context& context, Wanted wanted) {
    const auto& pictograms = context.document.pictograms;
    const auto found = std::find_if(pictograms.begin(), pictograms.end(), wanted);
    if (found == pictograms.end() || !context.pictures.contains(found->image.id)) return std::nullopt;
    return found->image.id;
}

// The blocks beside the pictogram, or beside the empty column. `inset`: how far inside the measure the column
// starts. The text keeps its place under the text of the page: the picture gives up the width, half of it at
// most.
Block in_column(Context& context, std::vector<Block> blocks, const std::optional<std::string>& image,
                Length inset = {}) {
    const design::PictogramStyle& style = context.design.pictogram;
    const Length width = std::max(style.width - inset, style.width / 2);
    Group group;
    Block block;
    block.place = blocks.front().place;
    block.space_before = std::exchange(blocks.front().space_before, Length{});
    block.space_after = std::exchange(blocks.back().space_after, Length{});
    block.keep_with_next = std::exchange(blocks.back().keep_with_next, false);
    block.announces_table = std::exchange(blocks.back().announces_table, false);
    block.off_grid = blocks.front().off_grid;
    if (image) {
        SideFigure side;
        side.figure.picture = context.place_wordless(*image, "in a pictogram");
        side.figure.max_height = width;
        side.width = width;
        side.gap = style.gap;
        group.beside = std::move(side);
    } else {
        group.indent = width + style.gap;
    }
    group.blocks = std::move(blocks);
    block.content = std::move(group);
    return block;
}

}  // namespace

std::vector<Block> beside_pictograms(Context& context, std::vector<Block> flow) {
    if (!context.design.pictogram.shown) return flow;
    std::vector<Block> out, beside;
    std::optional<std::string> waiting;  // the section's, not shown yet
    const auto close = [&] {
        if (beside.empty()) return;
        out.push_back(in_column(context, std::exchange(beside, {}), std::exchange(waiting, {})));
    };
    for (Block& block : flow) {
        if (!block.whole_measure) {
            beside.push_back(std::move(block));
            continue;
        }
        close();
        if (block.display) {
            waiting = pictogram_where(context, [&](const document::Pictogram& pictogram) {
                return among(pictogram.sections, block.destinations.front());
            });
        } else if (std::holds_alternative<FigureBlock>(block.content)) {
            waiting.reset();  // one picture for a thought
        }
        out.push_back(std::move(block));
    }
    close();
    return out;
}

std::vector<Block> beside_pictogram(Context& context, std::vector<Block> blocks, document::CallOutKind kind,
                                    Length inset) {
    if (!context.design.pictogram.shown || blocks.empty()) return blocks;
    const auto image = pictogram_where(
        context, [&](const document::Pictogram& pictogram) { return among(pictogram.call_outs, kind); });
    std::vector<Block> out;
    out.push_back(in_column(context, std::move(blocks), image, inset));
    return out;
}

Block beside_pictogram(Context& context, Block message, std::size_t key_message) {
    if (!context.design.pictogram.shown) return message;
    const auto image = pictogram_where(context, [&](const document::Pictogram& pictogram) {
        return among(pictogram.key_messages, key_message);
    });
    std::vector<Block> blocks;
    blocks.push_back(std::move(message));
    return in_column(context, std::move(blocks), image);
}

}  // namespace brochure::style
