// Content: what is set and stays together, on its way from a line to a page: items, and what belongs to them.
// In: set lines, pictures, grounds. Out: the same, as part of something larger. Promised: whatever is moved
// or taken into another content brings all that belongs to it along.
#pragma once

#include <cstddef>
#include <vector>

#include "base/length.hpp"
#include "base/text_range.hpp"
#include "layout/items.hpp"
#include "style/styled_document.hpp"

namespace brochure::layout {

// What --explain and the layout dump tell of a line.
struct LineReport {
    style::ParagraphId paragraph;
    TextRange range;
    Length width;
    Length word_space;
    bool stretched = false;
    bool hyphenated = false;
};

struct Content {
    std::vector<Item> items;
    std::vector<LinkArea> links;
    std::vector<std::size_t> footnotes;  // mentioned in it
    std::vector<LineReport> lines;       // set in it

    void move_by(Point by);
    // Behind what there is: it is painted and read later.
    void append(Content more);
    // Before what there is.
    void prepend(Content before);
    // As an artifact: what it says was told already. Nothing of it is read, and no link can be followed.
    void be_unread();
};

void move_all(std::vector<Item>& items, Point by);
void append(std::vector<Item>& to, std::vector<Item> from);

}  // namespace brochure::layout
