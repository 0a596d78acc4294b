// The ink box: what printed letters cover, which is not where they were set.
// In: a run of glyphs as placed. Out: a box on the page.
#pragma once

#include "base/length.hpp"
#include "font/font.hpp"
#include "page/paged_document.hpp"

namespace brochure::page {

// What the glyphs of a run cover; empty, at its origin, for one of spaces.
Rect ink_of(const GlyphRun& run, const font::Library& fonts);

}  // namespace brochure::page
