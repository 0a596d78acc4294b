// Placed: on which page each piece of a text stands.
// In: what a reader sees (units/readable), and finished pages. Out: the same with pages. A piece is found by
// the author's line and column, which the words on a page still know; what has no words of its own there,
// such as a picture, by the line of its part of the structure tree. What the program says again elsewhere, as
// a list of contents does, comes from no author's line, and so leads nobody astray.
#pragma once

#include <vector>

#include "page/paged_document.hpp"
#include "record/record.hpp"
#include "units/readable.hpp"

namespace brochure::record {

std::vector<PlacedPiece> placed(const std::vector<units::Piece>& pieces, const page::PagedDocument& pages);

}  // namespace brochure::record
