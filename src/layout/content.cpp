#include "layout/content.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace brochure::layout {

namespace {

struct Mover {
    Point by;
    void operator()(GlyphRun& run) const { run.origin = run.origin + by; }
    void operator()(FilledRect& rect) const { rect.box = rect.box.moved(by); }
    void operator()(StrokedLine& line) const {
        line.from = line.from + by;
        line.to = line.to + by;
    }
    void operator()(PlacedPicture& picture) const { picture.box = picture.box.moved(by); }
};

template <class T>
void move_behind(std::vector<T>& to, std::vector<T>& from) {
    if (to.empty()) {
        to = std::move(from);
    } else {
        std::ranges::move(from, std::back_inserter(to));
    }
}

}  // namespace

void move_all(std::vector<Item>& items, Point by) {
    for (Item& item : items) std::visit(Mover{by}, item.content);
}

void append(std::vector<Item>& to, std::vector<Item> from) { move_behind(to, from); }

void Content::move_by(Point by) {
    move_all(items, by);
    for (LinkArea& link : links) link.box = link.box.moved(by);
}

void Content::append(Content more) {
    move_behind(items, more.items);
    move_behind(links, more.links);
    move_behind(footnotes, more.footnotes);
    move_behind(lines, more.lines);
}

void Content::prepend(Content before) {
    before.append(std::move(*this));
    *this = std::move(before);
}

void Content::be_unread() {
    for (Item& item : items) {
        if (!std::holds_alternative<Artifact>(item.belongs)) item.belongs = Artifact::layout;
    }
    links.clear();
    footnotes.clear();
    lines.clear();
}

}  // namespace brochure::layout
