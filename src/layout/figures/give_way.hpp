// A picture that gives way to words: however long a title is, none of it stands where it can hardly be read.
// In: the picture where the layout wants it; the words above, placed; the white to keep below them. Out: how
// far the picture moves down, nothing if it is clear of them as it is. At most half its height: words that
// are longer still are told when the pages are looked over (preflight/words_on_pictures).
#pragma once

#include <vector>

#include "font/font.hpp"
#include "layout/items.hpp"
#include "picture/picture.hpp"

namespace brochure::layout {

Length way_given(const picture::Picture& picture, const Rect& placed, const std::vector<GlyphRun>& words,
                 Length gap, const font::Library& fonts);

}  // namespace brochure::layout
