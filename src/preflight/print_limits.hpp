// Print limits: what presses, knives and office printers cannot do, and how near the trim a page's words
// come. In: a run of glyphs as placed, the trimmed page. Out: a distance.
#pragma once

#include "base/length.hpp"
#include "font/font.hpp"
#include "page/paged_document.hpp"

namespace brochure::preflight {

// Pixels an inch at the placed size: what a 150-line screen resolves.
inline constexpr double good_resolution = 300;
// Below, anyone sees the pixels as squares.
inline constexpr double least_resolution = 100;
// Of black and white alone, whose edges a press does not screen.
inline constexpr double line_art_resolution = 600;
// Offset and laser printers lose thinner lines.
inline constexpr Length hairline = Length::points(0.25);
// A knife may be off by 1 to 2 mm, and office printers leave 4 to 5 mm unprinted.
inline constexpr Length safe_margin = Length::millimetres(5);

// Percent. What a profile's tables may be over the limit they were made for (black through FOGRA39L comes to
// 317); no author chose it, so it is taken off unsaid.
inline constexpr int ink_tolerance = 20;

// From the ink of a run to the nearest edge of the page; Length::max() for a run that keeps well clear.
Length distance_to_trim(const page::GlyphRun& run, const Size& trim, const font::Library& fonts);

}  // namespace brochure::preflight
