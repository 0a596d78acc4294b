// Figures: a picture on its ground, its words in our fonts, its caption below; one piece that is never torn.
#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "layout/composer.hpp"
#include "layout/label_room.hpp"

namespace brochure::layout {

namespace {

constexpr Length least_edge = Length::millimetres(5);  // white at the page's edge

// The largest box of a picture's proportions inside another, centred.
Rect fitted(double aspect_ratio, Rect box) {
    Size size{box.size.width, box.size.width.scaled(1 / aspect_ratio)};
    if (size.height > box.size.height) size = {box.size.height.scaled(aspect_ratio), box.size.height};
    const Point at{box.left() + (box.size.width - size.width) / 2,
                   box.top() + (box.size.height - size.height) / 2};
    return {at, size};
}

// A drawing's words set in one line where the drawing wants them.
struct Label {
    ParagraphSource source;
    SetLine line;
    Point at;  // of the anchor, on the baseline
    int anchor = 0;
    Length measure = Length::max();

    [[nodiscard]] Length left(Length width) const {
        return at.x - (anchor == 0 ? Length{} : anchor == 1 ? width / 2 : width);
    }
    [[nodiscard]] Length size() const { return source.styled.style->size; }
};

std::vector<Label> set_labels(const ComposeInput& input, const picture::Drawing& drawing, Rect placed,
                              const std::vector<style::DrawingLabelText>& labels) {
    const double scale = placed.size.width.to_points() / drawing.width;
    std::vector<Label> out;
    for (const style::DrawingLabelText& label : labels) {
        const ParagraphSource source = input.source(label.paragraph);
        SetParagraph set = set_paragraph(source, Length::max(), design::Align::start);
        const Point at{placed.left() + Length::points((label.x - drawing.x) * scale),
                       placed.top() + Length::points((label.y - drawing.y) * scale)};
        out.push_back({source, std::move(set.lines.front()), at, label.anchor, Length::max()});
    }
    return out;
}

// As wide as the drawing leaves room for from where the words begin, whichever way they run.
Length room_of(const Label& label, Rect placed) {
    const Length before = label.at.x - placed.left(), behind = placed.right() - label.at.x;
    return label.anchor == 0 ? behind : label.anchor == 1 ? std::min(before, behind) * 2 : before;
}

// Words that would run out of the drawing turn over, and so do those side by side that would touch. Whether
// that was enough is seen on the finished pages (preflight/labels).
void keep_in_place(std::vector<Label>& labels, Rect placed) {
    for (Label& label : labels) label.measure = std::min(label.measure, room_of(label, placed));
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            Label &a = labels[i], &b = labels[j];
            const Length gap = a.size() * 2 / 5;
            if (std::max(a.at.y, b.at.y) - std::min(a.at.y, b.at.y) >= a.size()) continue;
            const Length a_left = a.left(a.line.width), b_left = b.left(b.line.width);
            if (a_left + a.line.width + gap <= b_left || b_left + b.line.width + gap <= a_left) continue;
            const Length apart = std::max(a.at.x, b.at.x) - std::min(a.at.x, b.at.x) - gap;
            if (a.anchor != 1 || b.anchor != 1 || apart <= a.size() * 2) continue;
            a.measure = std::min(a.measure, apart);
            b.measure = std::min(b.measure, apart);
        }
    }
}

// One label's lines, the first on its baseline.
void place_label(Label& label, std::vector<Item>& items) {
    constexpr double leading = 1.2;
    const bool right_to_left = label.source.styled.right_to_left;
    std::vector<SetLine> lines;
    // Words are not parted: what has no room in one piece is told, not torn.
    if (label.line.width > label.measure && widest_piece(label.source.shaped) <= label.measure) {
        lines = set_paragraph(label.source, label.measure, design::Align::start).lines;
    } else {
        lines.push_back(std::move(label.line));
        label.measure = Length::max();
    }
    Length y = label.at.y;
    for (SetLine& line : lines) {
        const Length set_left = right_to_left ? label.measure - line.width : Length{};
        Content words = std::move(line.content);
        words.move_by({label.left(line.width) - set_left, y});
        if (!words.items.empty()) std::get<GlyphRun>(words.items.back().content).space_follows = true;
        append(items, std::move(words.items));
        y += label.size().scaled(leading);
    }
}

}  // namespace

std::vector<Item> picture_items(const ComposeInput& input, style::PictureId picture, Rect box,
                                std::variant<style::LeafId, Artifact> belongs,
                                const std::vector<style::DrawingLabelText>& labels) {
    const picture::Picture& content = *input.document.pictures[picture].picture;
    const Rect placed = fitted(picture::aspect_ratio(content), box);
    std::vector<Item> items;
    items.push_back({PlacedPicture{picture, placed}, belongs});
    const auto* drawing = std::get_if<picture::Drawing>(&content);
    if (drawing == nullptr) return items;
    std::vector<Label> set = set_labels(input, *drawing, placed, labels);
    keep_in_place(set, placed);
    for (Label& label : set) place_label(label, items);
    return items;
}

namespace {

std::optional<Stack> set_caption(const ComposeInput& input, const style::FigureBlock& figure, Length width) {
    if (!figure.caption) return std::nullopt;
    return stack_paragraph(input, *figure.caption, width, input.document.paragraphs[*figure.caption].align());
}

FigureHeights heights_of(const ComposeInput& input, const style::FigureBlock& figure, Length width,
                         const std::optional<Stack>& caption) {
    const picture::Picture& content = *input.document.pictures[figure.picture].picture;
    FigureHeights heights;
    heights.full_width = (width - figure.padding * 2).scaled(1 / picture::aspect_ratio(content));
    heights.picture = std::min(heights.full_width, figure.max_height);
    heights.around = figure.padding * 2 + (caption ? figure.caption_gap + caption->height : Length{});
    return heights;
}

std::variant<style::LeafId, Artifact> read_as(const style::FigureBlock& figure) {
    if (figure.leaf) return *figure.leaf;
    return Artifact::layout;
}

Content moved(Stack caption, Point to) {
    caption.content.move_by(to);
    return std::move(caption.content);
}

// A figure, `size.width` wide and with its picture so high, its upper left corner at `at`.
Content placed_figure(const ComposeInput& input, const style::FigureBlock& figure, Point at,
                      Size picture_size, std::optional<Stack> caption) {
    const Rect ground{at, {picture_size.width, picture_size.height + figure.padding * 2}};
    const Rect box = ground.inflated(-figure.padding);
    Content content;
    if (figure.ground) content.items.push_back({FilledRect{ground, *figure.ground}, Artifact::background});
    append(content.items, picture_items(input, figure.picture, box, read_as(figure), figure.labels));
    if (caption) content.append(moved(*std::move(caption), {at.x, ground.bottom() + figure.caption_gap}));
    return content;
}

bool stands_free(const Frame& frame) {
    return !frame.off_grid && frame.decorations.empty() && !frame.in_column;
}

double aspect_of(const ComposeInput& input, const style::FigureBlock& figure) {
    return picture::aspect_ratio(*input.document.pictures[figure.picture].picture);
}

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

const style::FigureBlock* figure_of(const style::Block& block) {
    return std::get_if<style::FigureBlock>(&block.content);
}

// The height at which figures fill the width side by side; zero if that is not worth while. Captions are set
// on trial here: what there is to say of them is said when they are set to stay.
Length row_height(const ComposeInput& composed, std::span<const style::Block> figures, Length width) {
    Sink unused;
    const ComposeInput input{composed.document, composed.shaped, composed.design, composed.fonts, unused};
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

}  // namespace

// Lower or higher pictures that make the piece whole lines of the grid lower or higher.
std::vector<Variant> Composer::figure_variants(const style::FigureBlock& figure,
                                               const FigureHeights& heights) const {
    const design::Copyfitting& fit = input_.design.copyfitting;
    const Length grid = input_.design.page.baseline;
    const Length lowest = heights.picture.scaled(1 - fit.figure_smaller);
    const Length highest = std::min(heights.full_width, heights.picture.scaled(1 + fit.figure_larger));
    std::vector<Variant> variants;
    for (int lines = -fit.most_lines; lines <= fit.most_lines; ++lines) {
        const Length picture = heights.piece(grid) + grid * lines - heights.around;
        if (lines == 0 || picture < lowest || picture > highest) continue;
        const bool smaller = picture < heights.picture;
        if (!smaller || words_have_room(input_, figure, picture.scaled(aspect_of(input_, figure))))
            variants.push_back({lines, fit.figure_cost * lines * lines});
    }
    return variants;
}

void Composer::figure(const style::FigureBlock& figure, const style::Block& block, const Frame& frame) {
    if (figure.placement == design::FigurePlacement::full && stands_free(frame)) {
        full_figure(figure, block, frame);
        return;
    }
    const Length grid = input_.design.page.baseline;
    std::optional<Stack> caption = set_caption(input_, figure, frame.width);
    FigureHeights heights = heights_of(input_, figure, frame.width, caption);
    const bool adjustable = stands_free(frame);
    const std::vector<Variant> variants =
        adjustable && more_lines_ == 0 ? figure_variants(figure, heights) : std::vector<Variant>{};
    if (more_lines_ != 0) heights.picture = heights.piece(grid) + grid * more_lines_ - heights.around;

    Piece piece;
    piece.kind = PieceKind::figure;
    piece.place = block.place;
    piece.space_after = block.space_after;
    piece.movable = input_.design.figure.may_move && adjustable;
    piece.height = frame.off_grid ? heights.picture + heights.around : heights.piece(grid);
    piece.content = placed_figure(input_, figure, {frame.left, Length{}}, {frame.width, heights.picture},
                                  std::move(caption));
    const std::size_t first = galley_.pieces.size();
    push(std::move(piece), frame);
    offer(Flex::Kind::figure, first, variants, block, frame);
}

std::size_t Composer::row_at(std::span<const style::Block> list, std::size_t first,
                             const Frame& frame) const {
    if (!input_.design.figure.rows || frame.off_grid) return 0;
    std::size_t count = 0;
    const auto joins = [](const style::FigureBlock* figure) { return figure != nullptr && !figure->alone; };
    while (first + count < list.size() && joins(figure_of(list[first + count]))) ++count;
    for (; count > 1; --count) {
        if (row_height(input_, list.subspan(first, count), frame.width) > Length{}) return count;
    }
    return 0;
}

// Pictures of one height, each over its own caption; read one after the other.
void Composer::figure_row(std::span<const style::Block> list, std::size_t first, std::size_t count,
                          const Frame& frame) {
    const auto figures = list.subspan(first, count);
    const Length height = row_height(input_, figures, frame.width);
    const Length gap = input_.design.figure.gap;
    const Length grid = input_.design.page.baseline;
    Length used = gap * static_cast<std::int64_t>(count - 1);
    for (const style::Block& block : figures)
        used += height.scaled(aspect_of(input_, *figure_of(block))) + figure_of(block)->padding * 2;
    Piece row;
    row.kind = PieceKind::figure;
    row.place = figures.front().place;
    row.space_after = figures.back().space_after;
    row.movable = input_.design.figure.may_move && stands_free(frame);
    Length start = (frame.width - used) / 2;
    for (const style::Block& block : figures) {
        take_in(block, frame);
        const style::FigureBlock& figure = *figure_of(block);
        const Length width = height.scaled(aspect_of(input_, figure)) + figure.padding * 2;
        std::optional<Stack> caption = set_caption(input_, figure, width);
        Length bottom = height + figure.padding * 2;
        if (caption) bottom += figure.caption_gap + caption->height;
        row.height = std::max(row.height, frame.off_grid ? bottom : base::round_up_to(bottom, grid));
        row.content.append(placed_figure(input_, figure, {frame.left_of(start, width), Length{}},
                                         {width, height}, std::move(caption)));
        start += width + gap;
    }
    push(std::move(row), frame);
    pending_space_ = std::max(pending_space_, figures.back().space_after);
}

bool Composer::bears_words(const style::FigureBlock& figure, Length width) const {
    return words_fit(input_, figure, width - figure.padding * 2);
}

// Upright pictures whose words bear it stand beside text; so does nothing in a narrow column.
bool Composer::goes_beside(const style::Block& entry, const Frame& frame) const {
    constexpr double upright = 1.15;  // width to height, at most
    const design::FigureStyle& style = input_.design.figure;
    const style::FigureBlock* figure = figure_of(entry);
    if (figure == nullptr || figure->placement != design::FigurePlacement::beside || !stands_free(frame))
        return false;
    if (frame.width < input_.design.page.measure() || style.beside_width <= Length{}) return false;
    const Length inner = style.beside_width - figure->padding * 2;
    const double aspect = aspect_of(input_, *figure);
    return aspect <= upright && inner.scaled(1 / aspect) <= figure->max_height &&
           words_fit(input_, *figure, inner);
}

// From the next piece on a figure stands at the end side, whole lines of the grid high with the space below.
void Composer::start_side(const style::Block& entry, const Frame& frame) {
    take_in(entry, frame);
    const style::FigureBlock& figure = *figure_of(entry);
    const Length width = input_.design.figure.beside_width;
    Sink unused;  // the caption is set again where the figure is placed
    const ComposeInput trial{input_.document, input_.shaped, input_.design, input_.fonts, unused};
    const FigureHeights heights = heights_of(input_, figure, width, set_caption(trial, figure, width));
    const Length grid = input_.design.page.baseline;
    const Length height = base::round_up_to(heights.picture + heights.around + grid / 2, grid);
    side_ = Side{&figure, height, height, std::nullopt};
}

Notch Composer::notch(Length leading) const {
    if (!side_) return {};
    const design::FigureStyle& style = input_.design.figure;
    const Length rest = side_->first ? side_->rest - pending_space_ : side_->rest;
    if (rest <= Length{}) return {};
    return {static_cast<std::size_t>((rest.units() + leading.units() - 1) / leading.units()),
            style.beside_width + style.gap};
}

// Puts the figure into the first piece beside it, and holds the others to that one.
void Composer::anchor_side(Piece& piece) {
    if (!side_->first) {
        side_->first = galley_.pieces.size();
        const style::FigureBlock& figure = *side_->figure;
        const Length width = input_.design.figure.beside_width;
        std::optional<Stack> caption = set_caption(input_, figure, width);
        const FigureHeights heights = heights_of(input_, figure, width, caption);
        const Length drop = (side_->height - heights.picture - heights.around) / 2;
        const Length x = outer_.left_of(outer_.width - width, width);
        piece.content.prepend(
            placed_figure(input_, figure, {x, drop}, {width, heights.picture}, std::move(caption)));
        side_->rest -= piece.height;
    } else {
        piece.break_cost = forbidden_break;
        side_->rest -= piece.space_before + piece.height;
    }
    if (side_->rest <= Length{}) side_.reset();
}

// The last piece beside a figure reaches down to its foot.
void Composer::end_side() {
    if (side_ && !side_->first) {
        Piece alone;  // no text came
        alone.kind = PieceKind::figure;
        alone.height = side_->height;
        push(std::move(alone), outer_);
    }
    if (!side_) return;
    const Side side = *std::exchange(side_, std::nullopt);
    galley_.pieces.back().height += base::round_up_to(side.rest, input_.design.page.baseline);
}

bool Composer::goes_to_margin(const style::Block& entry, const Frame& frame) const {
    const style::FigureBlock* figure = figure_of(entry);
    const Length width = input_.design.margin_column.width;
    if (figure == nullptr || figure->placement != design::FigurePlacement::margin) return false;
    if (width <= Length{} || galley_.pieces.empty() || !stands_free(frame)) return false;
    // It stands beside the words before it, not beside a heading or another figure.
    return galley_.pieces.back().kind == PieceKind::line &&
           words_fit(input_, *figure, width - figure->padding * 2);
}

void Composer::margin_figure(const style::Block& entry) {
    const style::FigureBlock& figure = *figure_of(entry);
    const Length width = input_.design.margin_column.width;
    std::optional<Stack> caption = set_caption(input_, figure, width);
    const FigureHeights heights = heights_of(input_, figure, width, caption);
    Aside aside;
    aside.height = heights.picture + heights.around;
    aside.content = placed_figure(input_, figure, {}, {width, heights.picture}, std::move(caption));
    aside.place = entry.place;
    // The piece it stands with is set in no other way.
    const std::size_t last = galley_.pieces.size() - 1;
    std::erase_if(galley_.flexes, [&](const Flex& flex) { return flex.end > last; });
    Piece& piece = galley_.pieces[last];
    piece.add_aside(std::move(aside));
    piece.marks.push_back({entry.destinations, entry.running_head, entry.tab});
}

// A picture from edge to edge, its caption in the column.
void Composer::full_figure(const style::FigureBlock& figure, const style::Block& block, const Frame& frame) {
    const design::PageGeometry& page = input_.design.page;
    const Length page_width = page.trim.width + page.bleed * 2;
    // On a ground the picture keeps off the edge; without one it reaches over it.
    const Length edge = figure.ground ? page.bleed + std::max(figure.padding, least_edge) : Length{};
    const Length padding = figure.ground ? figure.padding : Length{};
    const Length inner = page_width - edge * 2;
    const Length height =
        std::min(inner.scaled(1 / aspect_of(input_, figure)), figure.max_height) + padding * 2;
    Aside aside;
    aside.where = Aside::Where::page;
    aside.height = height;
    if (figure.ground)
        aside.content.items.push_back(
            {FilledRect{{{}, {page_width, height}}, *figure.ground}, Artifact::background});
    const Rect box{{edge, padding}, {inner, height - padding * 2}};
    append(aside.content.items, picture_items(input_, figure.picture, box, read_as(figure), figure.labels));
    Piece piece;
    piece.kind = PieceKind::figure;
    piece.place = block.place;
    piece.space_after = block.space_after;
    piece.movable = input_.design.figure.may_move;
    Length bottom = height;
    if (std::optional<Stack> caption = set_caption(input_, figure, frame.width)) {
        bottom += figure.caption_gap + caption->height;
        piece.content = moved(*std::move(caption), {frame.left, height + figure.caption_gap});
    }
    piece.add_aside(std::move(aside));
    piece.height = base::round_up_to(bottom, page.baseline);
    push(std::move(piece), frame);
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
        const Length grid = input_.design.page.baseline;
        pieces.back().height += frame.off_grid ? missing : base::round_up_to(missing, grid);
    }
    std::erase_if(galley_.flexes, [&](const Flex& flex) { return flex.end > first && flex.first < end; });
    pieces[first].content.prepend(placed_figure(input_, side.figure,
                                                {frame.left_of(Length{}, side.width), Length{}},
                                                {side.width, heights.picture}, std::move(caption)));
}

}  // namespace brochure::layout
