// Shaping: text to glyphs, by HarfBuzz.
// In: a face, a size, a byte range of a paragraph. Out: glyphs whose clusters are byte offsets in the
// paragraph.
#pragma once

#include <string_view>
#include <vector>

#include "font/face.hpp"

namespace brochure::font {

std::vector<Glyph> shape_range(const Face& face, Length size, std::string_view paragraph, TextRange range,
                               const ShapeProperties& properties);

}  // namespace brochure::font
