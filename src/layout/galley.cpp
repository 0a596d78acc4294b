#include "layout/galley.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace brochure::layout {

Frame Frame::narrowed(Length start, Length end) const {
    Frame inner = *this;
    inner.left += right_to_left ? end : start;
    inner.width -= start + end;
    return inner;
}

Length Frame::left_of(Length start, Length own_width) const {
    return right_to_left ? left + width - start - own_width : left + start;
}

void Piece::add_aside(Aside aside) {
    std::vector<std::size_t>& notes = aside.content.footnotes;
    content.footnotes.insert(content.footnotes.end(), notes.begin(), notes.end());
    notes.clear();
    asides.push_back(std::move(aside));
}

void Piece::add_below(Piece below) {
    below.content.move_by({Length{}, height});
    content.append(std::move(below.content));
    for (Aside& aside : below.asides) aside.top += height;
    std::ranges::move(below.asides, std::back_inserter(asides));
    std::ranges::move(below.landmarks, std::back_inserter(landmarks));
    height += below.height;
}

Length height_of(const Galley& galley) {
    Length sum;
    for (std::size_t i = 0; i < galley.pieces.size(); ++i) {
        if (i > 0) sum += galley.pieces[i].space_before;
        sum += galley.pieces[i].height;
    }
    return sum;
}

Length FixedGalley::slack() const { return box.size.height - height_of(galley); }

Length FixedGalley::top() const {
    if (at_bottom) return box.top() + slack();
    return centred ? box.top() + slack() / 2 : box.top();
}

}  // namespace brochure::layout
