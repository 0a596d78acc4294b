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

namespace {

std::optional<Stack> set_caption(const ComposeInput& input, const style::FigureBlock& figure, Length width) {
    if (!figure.caption) return std::nullopt;
    return stack_paragraph(input, *figure.caption, width,
                           input.document.paragraphs[*figure.caption].style->align);
}

FigureHeights heights_of(const ComposeInput& input, const style::FigureBlock& figure, Length width,
                         const std::optional<Stack>& caption) {
    const picture::Picture& content = *input.document.pictures[figure.picture];
    FigureHeights heights;
    heights.full_width = (width - figure.padding * 2).scaled(1 / picture::aspect_ratio(content));
    heights.picture = std::min(heights.full_width, figure.max_height);
    heights.around = figure.padding * 2 + (caption ? figure.caption_gap + caption->height : Length{});
    return heights;
}

// Puts a figure, `width` wide and with its picture so high, into a piece, before what stands there already.
void place_figure(const ComposeInput& input, const style::FigureBlock& figure, Point at, Size picture_size,
                  std::optional<Stack> caption, Piece& piece) {
    const Rect ground{at, {picture_size.width, picture_size.height + figure.padding * 2}};
    const Rect box = ground.inflated(-figure.padding);
    std::vector<Item> items;
    if (figure.ground) items.push_back({FilledRect{ground, *figure.ground}, Artifact::background});
    std::variant<style::LeafId, Artifact> belongs = Artifact::layout;
    if (figure.leaf) belongs = *figure.leaf;
    append(items, picture_items(input, figure.picture, box, belongs, figure.labels));
    if (caption) {
        const Point below{at.x, ground.bottom() + figure.caption_gap};
        move_all(caption->items, below);
        move_all(caption->links, below);
        append(items, std::move(caption->items));
        piece.links.insert(piece.links.begin(), caption->links.begin(), caption->links.end());
        piece.footnotes.insert(piece.footnotes.begin(), caption->footnotes.begin(), caption->footnotes.end());
        piece.lines.insert(piece.lines.begin(), caption->lines.begin(), caption->lines.end());
    }
    append(items, std::exchange(piece.items, {}));
    piece.items = std::move(items);
}

}  // namespace

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
    const Length grid = input_.layout.page.baseline;
    std::optional<Stack> caption = set_caption(input_, figure, frame.width);
    FigureHeights heights = heights_of(input_, figure, frame.width, caption);
    const bool adjustable = !frame.off_grid && frame.decorations.empty();
    const std::vector<Variant> variants =
        adjustable && more_lines_ == 0 ? figure_variants(heights) : std::vector<Variant>{};
    if (more_lines_ != 0) heights.picture = heights.piece(grid) + grid * more_lines_ - heights.around;

    Piece piece;
    piece.kind = PieceKind::figure;
    piece.place = block.place;
    piece.space_after = block.space_after;
    piece.movable = input_.layout.figure.may_move && adjustable;
    piece.height = frame.off_grid ? heights.picture + heights.around : heights.piece(grid);
    place_figure(input_, figure, {frame.left, Length{}}, {frame.width, heights.picture}, std::move(caption),
                 piece);
    const std::size_t first = galley_.pieces.size();
    push(std::move(piece), frame);
    offer(Flex::Kind::figure, first, variants, block, frame);
}

// The pieces from `first` on stand beside a figure: those at its height stay together and are set in no other
// way, and the last of them reaches down to its foot.
void Composer::stand_beside(const style::SideFigure& side, std::size_t first, const Frame& frame) {
    std::optional<Stack> caption = set_caption(input_, side.figure, side.width);
    const FigureHeights heights = heights_of(input_, side.figure, side.width, caption);
    const Length height = heights.picture + heights.around;
    if (first == galley_.pieces.size()) push(Piece{}, frame);
    std::vector<Piece>& pieces = galley_.pieces;
    Length covered = pieces[first].height;
    std::size_t end = first + 1;
    for (; end < pieces.size() && covered < height; ++end) {
        pieces[end].break_cost = forbidden_break;
        covered += pieces[end].space_before + pieces[end].height;
    }
    if (covered < height) {
        const Length missing = height - covered;
        const Length grid = input_.layout.page.baseline;
        pieces.back().height += frame.off_grid ? missing : base::round_up_to(missing, grid);
    }
    std::erase_if(galley_.flexes, [&](const Flex& flex) { return flex.end > first && flex.first < end; });
    place_figure(input_, side.figure, {frame.left_of(Length{}, side.width), Length{}},
                 {side.width, heights.picture}, std::move(caption), pieces[first]);
}

}  // namespace brochure::layout
