#include "page/making/decorations.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <variant>

namespace brochure::page {

void decorate(Page& page, std::span<const Standing> pieces, Length left) {
    using Key = std::tuple<const layout::Galley*, layout::DecorationId, Length>;
    std::map<Key, std::pair<Length, Length>> spans;
    std::vector<Key> order;
    for (const Standing& entry : pieces) {
        for (const layout::DecorationId id : entry.at.piece->decorations) {
            const Key key{entry.at.galley, id, entry.left};
            const Length bottom = entry.top + entry.at.piece->height;
            const auto [span, fresh] = spans.try_emplace(key, entry.top, bottom);
            if (fresh) order.push_back(key);
            span->second.second = bottom;
        }
    }
    for (const Key& key : order) {
        const auto& [galley, id, column_left] = key;
        const layout::PlacedDecoration& placed = galley->decorations[id];
        const auto [top, bottom] = spans.at(key);
        const Length x = left + column_left + placed.left;
        const Rect box = Rect::from_edges(x, top - placed.form.padding_top, x + placed.width,
                                          bottom + placed.form.padding_bottom);
        if (placed.form.ground)
            page.items.push_back({FilledRect{box, *placed.form.ground}, Artifact::background});
        if (placed.form.bar && placed.form.bar_width > Length{}) {
            const Length at = placed.right_to_left ? box.right() - placed.form.bar_width : box.left();
            const Rect bar{{at, box.top()}, {placed.form.bar_width, box.size.height}};
            page.items.push_back({FilledRect{bar, *placed.form.bar}, Artifact::background});
        }
    }
}

// A row's paragraphs are numbered in reading order; grounds and rules come first.
void read_cell_by_cell(std::vector<Item>& items, std::size_t from) {
    auto turn = [](const Item& item) -> std::size_t {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        return run == nullptr ? 0 : run->text.index() + 1;
    };
    std::multimap<std::size_t, Item> sorted;  // of equal turns the first stays first
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(from);
    for (auto item = first; item != items.end(); ++item) {
        const std::size_t at = turn(*item);
        sorted.emplace(at, std::move(*item));
    }
    std::transform(sorted.begin(), sorted.end(), first, [](auto& entry) { return std::move(entry.second); });
}

// A screen gives every pixel that a ground touches to the ground: the hairline above it would be gone,
// were it not painted after all grounds.
void grounds_first(std::vector<Item>& items, std::size_t from) {
    const auto is_ground = [](const Item& item) {
        const auto* artifact = std::get_if<Artifact>(&item.belongs);
        return artifact != nullptr && *artifact == Artifact::background &&
               std::holds_alternative<FilledRect>(item.content);
    };
    std::vector<Item> others;
    auto next = items.begin() + static_cast<std::ptrdiff_t>(from);
    for (auto item = next; item != items.end(); ++item) {
        if (!is_ground(*item)) {
            others.push_back(std::move(*item));
        } else if (item == next) {
            ++next;  // it stands where it belongs
        } else {
            *next++ = std::move(*item);
        }
    }
    std::move(others.begin(), others.end(), next);
}

}  // namespace brochure::page
