#include "layout/figures/label_room.hpp"

#include <algorithm>

#include "layout/figures/ink_box.hpp"

namespace brochure::layout {

namespace {

// In shares of the letters' size.
constexpr std::int64_t parts_for_slack = 8;
constexpr std::int64_t parts_for_space = 5;
constexpr std::int64_t parts_for_line_space = 10;

bool overlap(const Rect& a, const Rect& b) {
    return a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom();
}

Rect inset(const Rect& box, Length across, Length down) {
    return Rect::from_edges(box.left() + across, box.top() + down, box.right() - across, box.bottom() - down);
}

}  // namespace

std::vector<SetLabel> labels_of(std::span<const Item> items, std::size_t picture,
                                const font::Library& fonts) {
    std::vector<SetLabel> labels;
    for (std::size_t i = picture + 1; i < items.size() && items[i].belongs == items[picture].belongs; ++i) {
        const auto* run = std::get_if<GlyphRun>(&items[i].content);
        if (run == nullptr) break;
        if (labels.empty() || labels.back().text != run->text) labels.push_back({run->text, run, {}});
        labels.back().boxes.push_back(ink_of(*run, fonts));
    }
    return labels;
}

Length beyond(const SetLabel& label, const Rect& room) {
    Length out;
    for (const Rect& box : label.boxes) {
        out = std::max({out, room.left() - box.left(), box.right() - room.right(), room.top() - box.top(),
                        box.bottom() - room.bottom()});
    }
    return out <= label.first->size / parts_for_slack ? Length{} : out;
}

Nearness nearness(const SetLabel& a, const SetLabel& b) {
    const Length size = std::max(a.first->size, b.first->size);
    const Length slack = size / parts_for_slack;
    const Length space = size / parts_for_space, line_space = size / parts_for_line_space;
    Nearness nearest = Nearness::apart;
    for (const Rect& one : a.boxes) {
        for (const Rect& other : b.boxes) {
            if (overlap(inset(one, slack / 2, slack), other)) return Nearness::over;
            if (overlap(inset(one, -space, -line_space), other)) nearest = Nearness::near;
        }
    }
    return nearest;
}

bool labels_have_room(std::span<const Item> figure, const font::Library& fonts) {
    const Rect room = std::get<PlacedPicture>(figure.front().content).box;
    const std::vector<SetLabel> labels = labels_of(figure, 0, fonts);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (beyond(labels[i], room) > Length{}) return false;
        for (std::size_t j = i + 1; j < labels.size(); ++j) {
            if (nearness(labels[i], labels[j]) == Nearness::over) return false;
        }
    }
    return true;
}

}  // namespace brochure::layout
