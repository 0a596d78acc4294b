// Subsetting: the font program of a few glyphs, by hb-subset.
// In: a face and glyph ids. Out: the bytes to embed, the same for the same glyphs in any order.
#pragma once

#include <vector>

#include "font/face.hpp"

namespace brochure::font {

Subset subset_face(const Face& face, const std::vector<GlyphId>& glyphs);

}  // namespace brochure::font
