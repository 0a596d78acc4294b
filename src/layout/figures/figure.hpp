// A figure: a picture on its ground, its caption below. In: a figure and a width. Out: its caption set and
// its heights known; then, with the height of the picture that it is to have, its content. Internal to this
// folder.
#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "layout/break_properties.hpp"
#include "layout/lines/compose_input.hpp"
#include "layout/lines/stack.hpp"

namespace brochure::layout {

// Set at a width, not placed yet.
struct SetFigure {
    const style::FigureBlock* figure = nullptr;
    Length width;  // with the padding
    std::optional<Stack> caption;
    Length picture;     // its height, which may be changed until the figure is placed;
    Length full_width;  // and as wide as there is room
    Length around;      // what is above and below the picture

    [[nodiscard]] Length height() const { return picture + around; }
};

SetFigure set_figure(const ComposeInput& input, const style::FigureBlock& figure, Length width);
Content placed(const ComposeInput& input, SetFigure figure, Point at);

std::optional<Stack> set_caption(const ComposeInput& input, const style::FigureBlock& figure, Length width);
Content placed(Stack stack, Point at);
std::variant<style::LeafId, Artifact> read_as(const style::FigureBlock& figure);

double aspect_of(const ComposeInput& input, const style::FigureBlock& figure);

// Whether the words of a drawing keep their size and stand in it where the figure is so wide.
bool bears_words(const ComposeInput& input, const style::FigureBlock& figure, Length width);

// Lower or higher pictures that make the figure whole lines of the grid lower or higher.
std::vector<Variant> figure_variants(const ComposeInput& input, const SetFigure& figure);

const style::FigureBlock* figure_of(const style::Block& block);
// The height at which figures fill the width side by side; zero if that is not worth while.
Length row_height(const ComposeInput& input, std::span<const style::Block> figures, Length width);

}  // namespace brochure::layout
