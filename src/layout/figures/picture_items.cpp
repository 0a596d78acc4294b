#include "layout/figures/picture_items.hpp"

#include <algorithm>
#include <utility>

#include "layout/lines/text_widths.hpp"

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

// A drawing's words set in one line where the drawing wants them.
struct Label {
    ParagraphToSet source;
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
        const ParagraphToSet source = input.paragraph(label.paragraph);
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

}  // namespace brochure::layout
