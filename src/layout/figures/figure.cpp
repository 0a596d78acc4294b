#include "layout/figures/figure.hpp"

#include <algorithm>
#include <utility>

#include "layout/figures/label_room.hpp"
#include "layout/figures/picture_items.hpp"

namespace brochure::layout {

std::optional<Stack> set_caption(const ComposeInput& input, const style::FigureBlock& figure, Length width) {
    if (!figure.caption) return std::nullopt;
    return stack_paragraph(input, *figure.caption, width);
}

std::variant<style::LeafId, Artifact> read_as(const style::FigureBlock& figure) {
    if (figure.leaf) return *figure.leaf;
    return Artifact::layout;
}

Content placed(Stack stack, Point at) {
    stack.content.move_by(at);
    return std::move(stack.content);
}

double aspect_of(const ComposeInput& input, const style::FigureBlock& figure) {
    return picture::aspect_ratio(*input.document.pictures[figure.picture].picture);
}

SetFigure set_figure(const ComposeInput& input, const style::FigureBlock& figure, Length width) {
    SetFigure set;
    set.figure = &figure;
    set.width = width;
    set.caption = set_caption(input, figure, width);
    set.full_width = (width - figure.padding * 2).scaled(1 / aspect_of(input, figure));
    set.picture = std::min(set.full_width, figure.max_height);
    set.around = figure.padding * 2;
    if (set.caption) set.around += figure.caption_gap + set.caption->height;
    return set;
}

Content placed(const ComposeInput& input, SetFigure set, Point at) {
    const style::FigureBlock& figure = *set.figure;
    const Rect ground{at, {set.width, set.picture + figure.padding * 2}};
    const Rect box = ground.inflated(-figure.padding);
    Content content;
    if (figure.ground) content.items.push_back({FilledRect{ground, *figure.ground}, Artifact::background});
    append(content.items, picture_items(input, figure.picture, box, read_as(figure), figure.labels));
    if (set.caption)
        content.append(placed(*std::move(set.caption), {at.x, ground.bottom() + figure.caption_gap}));
    return content;
}

namespace {

// On trial: whether the words of a drawing so wide stand in it.
bool words_have_room(const ComposeInput& input, const style::FigureBlock& figure, Length picture_width) {
    if (!figure.leaf || figure.labels.empty()) return true;
    const Rect box{{}, {picture_width, picture_width.scaled(1 / aspect_of(input, figure))}};
    return labels_have_room(picture_items(input, figure.picture, box, *figure.leaf, figure.labels),
                            input.fonts);
}

// Words in a drawing keep their size, so a drawing that shrinks much more than they would has no room for
// them.
bool words_fit(const ComposeInput& input, const style::FigureBlock& figure, Length picture_width) {
    constexpr double smallest = 0.8;
    const auto* drawing =
        std::get_if<picture::Drawing>(input.document.pictures[figure.picture].picture.get());
    if (drawing == nullptr) return true;
    const double scale = picture_width.to_points() / drawing->width;
    const bool large =
        std::all_of(figure.labels.begin(), figure.labels.end(), [&](const style::DrawingLabelText& label) {
            const Length set = input.document.paragraphs[label.paragraph].style->size;
            return label.size * scale >= set.to_points() * smallest;
        });
    return large && words_have_room(input, figure, picture_width);
}

}  // namespace

bool bears_words(const ComposeInput& input, const style::FigureBlock& figure, Length width) {
    return words_fit(input, figure, width - figure.padding * 2);
}

std::vector<Variant> figure_variants(const ComposeInput& input, const SetFigure& set) {
    const design::Copyfitting& fit = input.design.copyfitting;
    const Length grid = input.design.page.baseline;
    const double aspect = aspect_of(input, *set.figure);
    const Length lowest = set.picture.scaled(1 - fit.figure_smaller);
    const Length highest = std::min(set.full_width, set.picture.scaled(1 + fit.figure_larger));
    std::vector<Variant> variants;
    for (int lines = -fit.most_lines; lines <= fit.most_lines; ++lines) {
        const Length picture = base::round_up_to(set.height(), grid) + grid * lines - set.around;
        if (lines == 0 || picture < lowest || picture > highest) continue;
        const bool smaller = picture < set.picture;
        if (!smaller || words_have_room(input, *set.figure, picture.scaled(aspect)))
            variants.push_back({lines, fit.figure_cost * lines * lines});
    }
    return variants;
}

const style::FigureBlock* figure_of(const style::Block& block) {
    return std::get_if<style::FigureBlock>(&block.content);
}

Length row_height(const ComposeInput& composed, std::span<const style::Block> figures, Length width) {
    const Trial trial(composed);
    const ComposeInput& input = trial.input;
    constexpr Length narrowest = Length::millimetres(28);
    double aspects = 0;
    Length room = width - input.design.figure.gap * static_cast<std::int64_t>(figures.size() - 1);
    Length highest = Length::max();
    for (const style::Block& block : figures) {
        const style::FigureBlock& figure = *figure_of(block);
        aspects += aspect_of(input, figure);
        room -= figure.padding * 2;
        highest = std::min(highest, figure.max_height);
    }
    const Length height = std::min(room.scaled(1 / aspects), highest);
    const bool worth_while = std::all_of(figures.begin(), figures.end(), [&](const style::Block& block) {
        const style::FigureBlock& figure = *figure_of(block);
        const Length own = height.scaled(aspect_of(input, figure));
        if (own < narrowest || !words_fit(input, figure, own)) return false;
        // A long caption under a narrow picture would be a tower of words.
        const std::optional<Stack> caption = set_caption(input, figure, own + figure.padding * 2);
        return !caption || caption->height <= height;
    });
    return worth_while ? height : Length{};
}

}  // namespace brochure::layout
