// The place of a figure, for its BBox attribute (ISO 14289-1, 7.3; ISO 32000-1, table 344).
// In: the pages. Out: per node of role `figure`, the box of its pictures, grounds and glyphs on the first
// page it is on.
#pragma once

#include <map>

#include "font/font.hpp"
#include "page/paged_document.hpp"

namespace brochure::pdf {

// What the item covers: of words their ink.
Rect box_of(const page::Item& item, const font::Library& fonts);

std::map<style::NodeId, Rect> figure_boxes(const page::PagedDocument& document, const font::Library& fonts);

}  // namespace brochure::pdf
