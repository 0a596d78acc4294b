#include "preflight/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "diag/codes.hpp"
#include "layout/ink_box.hpp"

namespace brochure::preflight {

using layout::ink_of;
using page::GlyphRun;
using page::Item;
using page::Page;
using page::PagedDocument;
using page::PlacedPicture;
using page::TextId;

namespace {

// A label as it stands: a box for each of its runs.
struct SetLabel {
    TextId text;
    const GlyphRun* first = nullptr;
    std::vector<Rect> boxes;
};

// A serif, an accent or the foot of a letter may reach over: in shares of the letters' size.
constexpr std::int64_t parts_for_slack = 8;
// Words nearer to each other than an ordinary space are read in one; and so are lines without a line's space.
constexpr std::int64_t parts_for_space = 5;
constexpr std::int64_t parts_for_line_space = 10;

bool overlap(const Rect& a, const Rect& b) {
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

Rect inset(const Rect& box, Length across, Length down) {
    return Rect::from_edges(box.left() + across, box.top() + down, box.right() - across, box.bottom() - down);
}

class DrawingLabels {
  public:
    DrawingLabels(const PagedDocument& document, const font::Library& fonts, Sink& sink)
        : document_(document), fonts_(fonts), sink_(sink) {}

    // The drawing at `first`, and the words that follow it as part of the same figure.
    void check(const std::vector<Item>& items, std::size_t first) {
        const auto& placed = std::get<PlacedPicture>(items[first].content);
        const std::vector<SetLabel> labels = labels_of(items, first);
        const Rect page{{}, document_.trim};
        const Rect room = Rect::from_edges(
            std::max(placed.box.left(), page.left()), std::max(placed.box.top(), page.top()),
            std::min(placed.box.right(), page.right()), std::min(placed.box.bottom(), page.bottom()));
        for (std::size_t i = 0; i < labels.size(); ++i) {
            check_inside(labels[i], room);
            for (std::size_t j = i + 1; j < labels.size(); ++j) check_apart(labels[i], labels[j]);
        }
    }

  private:
    std::vector<SetLabel> labels_of(const std::vector<Item>& items, std::size_t first) const {
        std::vector<SetLabel> labels;
        for (std::size_t i = first + 1; i < items.size() && items[i].belongs == items[first].belongs; ++i) {
            const auto* run = std::get_if<GlyphRun>(&items[i].content);
            if (run == nullptr) break;
            if (labels.empty() || labels.back().text != run->text) labels.push_back({run->text, run, {}});
            labels.back().boxes.push_back(ink_of(*run, fonts_));
        }
        return labels;
    }

    [[nodiscard]] std::string words(const SetLabel& label) const { return document_.texts[label.text]; }

    void check_inside(const SetLabel& label, const Rect& room) {
        Length out;
        for (const Rect& box : label.boxes) {
            out = std::max({out, room.left() - box.left(), box.right() - room.right(), room.top() - box.top(),
                            box.bottom() - room.bottom()});
        }
        if (out <= label.first->size / parts_for_slack) return;
        sink_.error(diag::code::label_outside, place_of(document_, *label.first),
                    fmt::format("The label “{}” runs {:.1f} mm out of its drawing.", words(label),
                                out.to_millimetres()),
                    "Use fewer or shorter words for it, or give it more room in the drawing.");
    }

    void check_apart(const SetLabel& a, const SetLabel& b) {
        const Length size = std::max(a.first->size, b.first->size);
        const Length slack = size / parts_for_slack;
        const Length space = size / parts_for_space, line_space = size / parts_for_line_space;
        bool over = false, near = false;
        for (const Rect& one : a.boxes) {
            for (const Rect& other : b.boxes) {
                over = over || overlap(inset(one, slack / 2, slack), other);
                near = near || overlap(inset(one, -space, -line_space), other);
            }
        }
        if (over)
            sink_.error(
                diag::code::labels_overlap, place_of(document_, *b.first),
                fmt::format("The label “{}” is printed over “{}” in its drawing.", words(b), words(a)),
                "Use fewer or shorter words for one of them, or move them apart in the drawing.");
        else if (near)
            sink_.warning(diag::code::labels_touch, place_of(document_, *b.first),
                          fmt::format("In a drawing “{}” and “{}” touch each other.", words(a), words(b)),
                          "Use shorter words for one of them, or move them apart in the drawing.");
    }

    const PagedDocument& document_;
    const font::Library& fonts_;
    Sink& sink_;
};

}  // namespace

void check_labels(const PagedDocument& document, const font::Library& fonts, Sink& sink) {
    DrawingLabels labels(document, fonts, sink);
    for (const Page& page : document.pages) {
        for (std::size_t i = 0; i < page.items.size(); ++i) {
            const auto* placed = std::get_if<PlacedPicture>(&page.items[i].content);
            if (placed == nullptr || !std::holds_alternative<style::LeafId>(page.items[i].belongs)) continue;
            labels.check(page.items, i);
        }
    }
}

}  // namespace brochure::preflight
