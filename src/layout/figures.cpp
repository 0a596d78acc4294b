// Figures: a picture on its ground, its words in our fonts, its caption below; one piece that is never torn.
#include <algorithm>
#include <optional>
#include <utility>

#include "layout/composer.hpp"

namespace brochure::layout {

namespace {

// The largest box of a picture's proportions inside another, centred.
Rect fitted(double aspect_ratio, Rect box) {
    Size size{box.size.width, box.size.width.scaled(1 / aspect_ratio)};
    if (size.height > box.size.height) size = {box.size.height.scaled(aspect_ratio), box.size.height};
    const Point at{box.left() + (box.size.width - size.width) / 2,
                   box.top() + (box.size.height - size.height) / 2};
    return {at, size};
}

}  // namespace

std::vector<Item> picture_items(const ComposeInput& input, style::PictureId picture, Rect box,
                                std::variant<style::LeafId, Artifact> belongs,
                                const std::vector<style::DrawingLabelText>& labels) {
    const picture::Picture& content = *input.document.pictures[picture];
    const Rect placed = fitted(picture::aspect_ratio(content), box);
    std::vector<Item> items;
    items.push_back({PlacedPicture{picture, placed}, belongs});
    const auto* drawing = std::get_if<picture::Drawing>(&content);
    if (drawing == nullptr) return items;
    const double scale = placed.size.width.to_points() / drawing->width;
    for (const style::DrawingLabelText& label : labels) {
        const ParagraphSource source = input.source(label.paragraph);
        SetParagraph set = set_paragraph(source, Length::max(), spec::Align::start);
        SetLine& line = set.lines.front();
        const Length set_left = source.styled.right_to_left ? Length::max() - line.width : Length{};
        Length x = placed.left() + Length::points((label.x - drawing->x) * scale);
        if (label.anchor == 1) x -= line.width / 2;
        if (label.anchor == 2) x -= line.width;
        const Length y = placed.top() + Length::points((label.y - drawing->y) * scale);
        move_all(line.items, {x - set_left, y});
        if (!line.items.empty()) std::get<GlyphRun>(line.items.back().content).space_follows = true;
        append(items, std::move(line.items));
    }
    return items;
}

// Lower or higher pictures that make the piece whole lines of the grid lower or higher.
std::vector<Variant> Composer::figure_variants(const FigureHeights& heights) const {
    const spec::Copyfitting& fit = input_.layout.copyfitting;
    const Length grid = input_.layout.page.baseline;
    const Length lowest = heights.picture.scaled(1 - fit.figure_smaller);
    const Length highest = std::min(heights.full_width, heights.picture.scaled(1 + fit.figure_larger));
    std::vector<Variant> variants;
    for (int lines = -fit.most_lines; lines <= fit.most_lines; ++lines) {
        const Length picture = heights.piece(grid) + grid * lines - heights.around;
        if (lines != 0 && picture >= lowest && picture <= highest)
            variants.push_back({lines, fit.figure_cost * lines * lines});
    }
    return variants;
}

void Composer::figure(const style::FigureBlock& figure, const style::Block& block, const Frame& frame) {
    const picture::Picture& content = *input_.document.pictures[figure.picture];
    const Length inner_width = frame.width - figure.padding * 2;
    const Length grid = input_.layout.page.baseline;
    std::optional<Stack> caption;
    if (figure.caption) {
        caption = stack_paragraph(input_, *figure.caption, frame.width,
                                  input_.document.paragraphs[*figure.caption].style->align);
    }
    FigureHeights heights;
    heights.full_width = inner_width.scaled(1 / picture::aspect_ratio(content));
    heights.picture = std::min(heights.full_width, figure.max_height);
    heights.around = figure.padding * 2 + (caption ? figure.caption_gap + caption->height : Length{});
    const bool adjustable = !frame.off_grid && frame.decorations.empty();
    const std::vector<Variant> variants =
        adjustable && more_lines_ == 0 ? figure_variants(heights) : std::vector<Variant>{};
    if (more_lines_ != 0) heights.picture = heights.piece(grid) + grid * more_lines_ - heights.around;

    const Rect box{{frame.left + figure.padding, figure.padding}, {inner_width, heights.picture}};
    Piece piece;
    piece.kind = PieceKind::figure;
    piece.place = block.place;
    piece.space_after = block.space_after;
    piece.movable = input_.layout.figure.may_move && adjustable;
    const Rect ground{{frame.left, Length{}}, {frame.width, heights.picture + figure.padding * 2}};
    if (figure.ground) piece.items.push_back({FilledRect{ground, *figure.ground}, Artifact::background});
    append(piece.items, picture_items(input_, figure.picture, box, figure.leaf, figure.labels));
    if (caption) {
        const Point at{frame.left, ground.bottom() + figure.caption_gap};
        move_all(caption->items, at);
        move_all(caption->links, at);
        append(piece.items, std::move(caption->items));
        piece.links = std::move(caption->links);
        piece.footnotes = std::move(caption->footnotes);
        piece.lines = std::move(caption->lines);
    }
    piece.height = frame.off_grid ? heights.picture + heights.around : heights.piece(grid);
    const std::size_t first = galley_.pieces.size();
    push(std::move(piece), frame);
    offer(Flex::Kind::figure, first, variants, block, frame);
}

}  // namespace brochure::layout
