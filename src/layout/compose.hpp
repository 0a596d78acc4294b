// Composing: blocks to galleys. In: a manuscript: styled and shaped blocks, the design's values, fonts. Out:
// pieces for the page breaker, in reading order. Reports words that are too long for their line, and tables
// that are too wide. Nothing here knows of pages.
#pragma once

#include <vector>

#include "diag/diagnostic.hpp"
#include "layout/galley.hpp"
#include "layout/manuscript.hpp"

namespace brochure::layout {

Galleys compose(const Manuscript& manuscript, Sink& sink);

// The pieces of a flex in `lines` lines more than they have, which is one of its variants. They stand for
// [flex.first, flex.end) in all but the costs of breaks between them.
std::vector<Piece> recompose(const Manuscript& manuscript, const Galley& galley, const Flex& flex, int lines);

}  // namespace brochure::layout
