#include "pdf/content/figure_box.hpp"

#include <algorithm>

#include "layout/figures/ink_box.hpp"

namespace brochure::pdf {

namespace {

using style::NodeId;
using style::Role;

NodeId figure_around(const style::StructureTree& tree, NodeId node) {
    while (node.valid() && tree[node].role != Role::figure) node = tree[node].parent;
    return node;
}

Rect inside(const Rect& box, const Size& page) {
    return Rect::from_edges(std::max(box.left(), Length{}), std::max(box.top(), Length{}),
                            std::min(box.right(), page.width), std::min(box.bottom(), page.height));
}

}  // namespace

Rect box_of(const page::Item& item, const font::Library& fonts) {
    if (const auto* run = std::get_if<page::GlyphRun>(&item.content))
        return Rect{run->origin, {}}.united(layout::ink_of(*run, fonts));
    if (const auto* rect = std::get_if<page::FilledRect>(&item.content)) return rect->box;
    if (const auto* placed = std::get_if<page::PlacedPicture>(&item.content)) return placed->box;
    const auto& line = std::get<page::StrokedLine>(item.content);
    return Rect::from_edges(std::min(line.from.x, line.to.x), std::min(line.from.y, line.to.y),
                            std::max(line.from.x, line.to.x), std::max(line.from.y, line.to.y))
        .inflated(line.width / 2);
}

std::map<NodeId, Rect> figure_boxes(const page::PagedDocument& document, const font::Library& fonts) {
    std::map<NodeId, Rect> boxes;
    std::map<NodeId, std::size_t> first_page;
    for (std::size_t p = 0; p < document.pages.size(); ++p) {
        for (const page::Item& item : document.pages[p].items) {
            const auto* leaf = std::get_if<style::LeafId>(&item.belongs);
            if (leaf == nullptr) continue;
            const NodeId figure = figure_around(document.structure, document.structure.parent_of(*leaf));
            if (!figure.valid() || first_page.try_emplace(figure, p).first->second != p) continue;
            const Rect box = box_of(item, fonts);
            const auto [known, is_new] = boxes.try_emplace(figure, box);
            if (!is_new) known->second = known->second.united(box);
        }
    }
    for (auto& [figure, box] : boxes) box = inside(box, document.trim);
    return boxes;
}

}  // namespace brochure::pdf
