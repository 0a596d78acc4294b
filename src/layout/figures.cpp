// Figures: a picture on its ground, its words in our fonts, its caption below; one piece that is never torn.
#include <algorithm>
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

void Composer::figure(const style::FigureBlock& figure, const style::Block& block, const Frame& frame) {
    const picture::Picture& content = *input_.document.pictures[figure.picture];
    const Length inner_width = frame.width - figure.padding * 2;
    const Length height = std::min(inner_width.scaled(1 / picture::aspect_ratio(content)), figure.max_height);
    const Rect box{{frame.left + figure.padding, figure.padding}, {inner_width, height}};
    Piece piece;
    piece.kind = PieceKind::figure;
    piece.place = block.place;
    piece.space_after = block.space_after;
    piece.movable = input_.layout.figure.may_move && !frame.off_grid && frame.decorations.empty();
    const Rect ground{{frame.left, Length{}}, {frame.width, height + figure.padding * 2}};
    if (figure.ground) piece.items.push_back({FilledRect{ground, *figure.ground}, Artifact::background});
    append(piece.items, picture_items(input_, figure.picture, box, figure.leaf, figure.labels));
    Length bottom = ground.bottom();
    if (figure.caption) {
        Stack caption = stack_paragraph(input_, *figure.caption, frame.width,
                                        input_.document.paragraphs[*figure.caption].style->align);
        bottom += figure.caption_gap;
        move_all(caption.items, {frame.left, bottom});
        move_all(caption.links, {frame.left, bottom});
        append(piece.items, std::move(caption.items));
        piece.links = std::move(caption.links);
        piece.footnotes = std::move(caption.footnotes);
        piece.lines = std::move(caption.lines);
        bottom += caption.height;
    }
    piece.height = frame.off_grid ? bottom : base::round_up_to(bottom, input_.layout.page.baseline);
    push(std::move(piece), frame);
}

}  // namespace brochure::layout
