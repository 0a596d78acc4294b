// Composing: blocks to galleys. In: a manuscript: styled and shaped blocks, the design's values, fonts. Out:
// pieces for the page breaker, in reading order. Reports words that are too long for their line, and tables
// that are too wide. Nothing here knows of pages.
#pragma once

#include <vector>

#include "design/design.hpp"
#include "diag/diagnostic.hpp"
#include "font/font.hpp"
#include "layout/galley.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::layout {

// What galleys are made from; all by reference.
struct Manuscript {
    const style::StyledDocument& document;
    const text::ShapedDocument& shaped;
    const design::Design& design;
    const font::Library& fonts;
};

Galleys compose(const Manuscript& manuscript, Sink& sink);

// The pieces of a flex in `lines` lines more than they have, which is one of its variants. They stand for
// [flex.first, flex.end) in all but the costs of breaks between them.
std::vector<Piece> recompose(const Manuscript& manuscript, const Galley& galley, const Flex& flex, int lines);

}  // namespace brochure::layout
