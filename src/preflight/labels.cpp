#include "preflight/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "diag/codes.hpp"
#include "layout/figures/label_room.hpp"

namespace brochure::preflight {

using layout::beyond;
using layout::labels_of;
using layout::Nearness;
using layout::nearness;
using layout::SetLabel;
using page::Item;
using page::Page;
using page::PagedDocument;
using page::PlacedPicture;

namespace {

class DrawingLabels {
  public:
    DrawingLabels(const PagedDocument& document, const font::Library& fonts, Sink& sink)
        : document_(document), fonts_(fonts), sink_(sink) {}

    // The drawing at `first`, and the words that follow it as part of the same figure.
    void check(const std::vector<Item>& items, std::size_t first) {
        const auto& placed = std::get<PlacedPicture>(items[first].content);
        const std::vector<SetLabel> labels = labels_of(items, first, fonts_);
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
    [[nodiscard]] std::string words(const SetLabel& label) const { return document_.texts[label.text]; }

    void check_inside(const SetLabel& label, const Rect& room) {
        const Length out = beyond(label, room);
        if (out == Length{}) return;
        sink_.error(diag::code::label_outside, place_of(document_, *label.first),
                    fmt::format("The label “{}” runs {:.1f} mm out of its drawing.", words(label),
                                out.to_millimetres()),
                    "Use fewer or shorter words for it, or give it more room in the drawing.");
    }

    void check_apart(const SetLabel& a, const SetLabel& b) {
        const Nearness how = nearness(a, b);
        if (how == Nearness::over)
            sink_.error(
                diag::code::labels_overlap, place_of(document_, *b.first),
                fmt::format("The label “{}” is printed over “{}” in its drawing.", words(b), words(a)),
                "Use fewer or shorter words for one of them, or move them apart in the drawing.");
        else if (how == Nearness::near)
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
