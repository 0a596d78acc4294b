// The words of a drawing where they stand: whether they leave it, and how near they come to each other.
// In: set items. Out: labels with the ink of each of their runs, and the answers. Asked where the size of a
// drawing is chosen, and of the finished pages (preflight/labels).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "font/font.hpp"
#include "layout/items.hpp"

namespace brochure::layout {

struct SetLabel {
    TextId text;
    const GlyphRun* first = nullptr;
    std::vector<Rect> boxes;  // a box for each of its runs
};

// Those of the drawing at `picture`: the words that follow it as part of the same figure.
std::vector<SetLabel> labels_of(std::span<const Item> items, std::size_t picture, const font::Library& fonts);

// How far a label runs out of the room it has; nothing for what a serif, an accent or the foot of a letter
// may.
Length beyond(const SetLabel& label, const Rect& room);

// Near: read in one, being closer than an ordinary space, or than a line's.
enum class Nearness { apart, near, over };
Nearness nearness(const SetLabel& a, const SetLabel& b);

// Whether all labels of the drawing that is the first item stand in it, none over another.
bool labels_have_room(std::span<const Item> figure, const font::Library& fonts);

}  // namespace brochure::layout
