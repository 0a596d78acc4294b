// How wide a paragraph wants to be, by arithmetic alone, for tables and hangs; words are not broken. Internal
// to this folder.
#pragma once

#include <cstddef>

#include "base/length.hpp"
#include "text/shaped_document.hpp"

namespace brochure::layout {

Length widest_piece(const text::ShapedParagraph& shaped);
Length natural_width(const text::ShapedParagraph& shaped);
std::size_t fewest_lines(const text::ShapedParagraph& shaped, Length measure);

}  // namespace brochure::layout
