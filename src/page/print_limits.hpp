// Print limits: what presses, knives and office printers cannot do, and how near the trim a page's words
// come. In: a run of glyphs as placed, the trimmed page. Out: a distance. Asked by the press's preflight and
// by the rules of print alike.
#pragma once

#include "font/font.hpp"
#include "page/paged_document.hpp"

namespace brochure::page {

// Pixels an inch at the placed size: what a 150-line screen resolves.
inline constexpr double good_resolution = 300;
// Offset and laser printers lose thinner lines.
inline constexpr Length hairline = Length::points(0.25);
// A knife may be off by 1 to 2 mm, and office printers leave 4 to 5 mm unprinted.
inline constexpr Length safe_margin = Length::millimetres(5);

// What the glyphs of a run cover; empty, at its origin, for one of spaces.
Rect ink_of(const GlyphRun& run, const font::Library& fonts);

// From the ink of a run to the nearest edge of the page; Length::max() for a run that keeps well clear.
Length distance_to_trim(const GlyphRun& run, const Size& trim, const font::Library& fonts);

}  // namespace brochure::page
