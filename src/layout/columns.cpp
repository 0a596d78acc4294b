// Columns side by side: which blocks go across them, and which share them. Every run of blocks in columns is
// composed as one column; the pages share it out, so that the columns end level.
#include <algorithm>
#include <variant>

#include "layout/composer.hpp"

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

}  // namespace

// Whether the first of these blocks does: a part's heading, a table, a figure that the layout wants across
// the page or whose words want more room than `column` has, and a heading over one of them.
bool Composer::goes_across(std::span<const style::Block> list, const Frame& column) const {
    const style::Block& block = list.front();
    if (block.across_columns || holds_table(block)) return true;
    if (const auto* figure = std::get_if<style::FigureBlock>(&block.content))
        return input_.design.figure.placement == design::FigurePlacement::full ||
               !bears_words(*figure, column.width);
    return block.display && list.size() > 1 && goes_across(list.subspan(1), column);
}

Galley Composer::compose_in_columns(const std::vector<style::Block>& list, const style::Columns& columns) {
    Frame column = outer_;
    column.width = columns.width;
    column.left = outer_.left_of(Length{}, columns.width);
    column.in_column = true;
    const Length shift = (columns.width + columns.gap) * (outer_.right_to_left ? -1 : 1);
    std::span<const style::Block> rest = list;
    while (!rest.empty()) {
        bool across = goes_across(rest, column);
        std::size_t count = 1;
        while (count < rest.size() && goes_across(rest.subspan(count), column) == across) ++count;
        across = across || stands_alone(rest.first(count));
        const std::size_t first = galley_.pieces.size();
        blocks(rest.first(count), across ? outer_ : column);
        rest = rest.subspan(count);
        if (across || galley_.pieces.size() == first) continue;
        for (std::size_t i = first; i < galley_.pieces.size(); ++i)
            galley_.pieces[i].column_set = galley_.column_sets.size();
        galley_.column_sets.push_back({columns.count, shift});
    }
    end_side();
    return std::move(galley_);
}

}  // namespace brochure::layout
