// Print rules: what a press or an office printer cannot do: show more than the pixels there are, print lines
// thinner than its dots, cut to a hair's breadth. In: finished pages. Out: warnings, each said once a layout
// however many pages have it, at the picture in brochure.toml, or else at the author's line or the layout.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "preflight/preflight.hpp"

namespace brochure::preflight {

void coarse_pictures(const Subject& subject, Sink& sink);
void thin_lines(const Subject& subject, Sink& sink);
void text_near_trim(const Subject& subject, Sink& sink);

// A picture may be placed more than once: its largest size asks most of its pixels, its smallest of its
// lines.
struct PlacedSizes {
    Size smallest, largest;
};
std::map<page::PictureId, PlacedSizes> placed_sizes(const page::PagedDocument& pages);

// Pixels an inch at a size.
double resolution_at(const picture::Raster& raster, const Size& size);
// Black and white alone.
bool is_line_art(const picture::Raster& raster);
// Pixels that a file should have across, to be placed at a size.
double pixels_across(const Size& size, double resolution);

}  // namespace brochure::preflight
