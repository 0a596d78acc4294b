#include "layout/flow/columns.hpp"

#include <algorithm>
#include <variant>

#include "layout/figures/figure.hpp"
#include "layout/flow/blocks.hpp"

namespace brochure::layout {

namespace {

bool holds_table(const style::Block& block) {
    if (std::holds_alternative<style::TableBlock>(block.content)) return true;
    const auto* group = std::get_if<style::Group>(&block.content);
    return group != nullptr && std::any_of(group->blocks.begin(), group->blocks.end(), holds_table);
}

// What is dear to tear cannot be shared out: by itself it would leave the other columns empty.
bool stands_alone(std::span<const style::Block> run) {
    const auto* group = std::get_if<style::Group>(&run.front().content);
    return run.size() == 1 && group != nullptr && group->keep_together;
}

// Whether the first of these blocks does: a part's heading, a table, a figure that the layout wants across
// the page or whose words want more room than `column` has, and a heading over one of them.
bool goes_across(const ComposeInput& input, std::span<const style::Block> list, const Frame& column) {
    const style::Block& block = list.front();
    if (block.across_columns || holds_table(block)) return true;
    if (const auto* figure = std::get_if<style::FigureBlock>(&block.content))
        return input.design.figure.placement == design::FigurePlacement::full ||
               !bears_words(input, *figure, column.width);
    return block.display && list.size() > 1 && goes_across(input, list.subspan(1), column);
}

}  // namespace

void compose_in_columns(Flow& flow, std::span<const style::Block> rest, const style::Columns& columns,
                        const Frame& outer) {
    Frame column = outer;
    column.width = columns.width;
    column.left = outer.left_of(Length{}, columns.width);
    column.in_column = true;
    const Length shift = (columns.width + columns.gap) * (outer.right_to_left ? -1 : 1);
    while (!rest.empty()) {
        bool across = goes_across(flow.input, rest, column);
        std::size_t count = 1;
        while (count < rest.size() && goes_across(flow.input, rest.subspan(count), column) == across) ++count;
        across = across || stands_alone(rest.first(count));
        const std::size_t first = flow.galley.count();
        compose_blocks(flow, rest.first(count), across ? outer : column);
        rest = rest.subspan(count);
        if (!across && flow.galley.count() > first) flow.galley.share_columns(first, {columns.count, shift});
    }
}

}  // namespace brochure::layout
