// Manuscript: what galleys are made from; all by reference.
#pragma once

#include "design/design.hpp"
#include "font/font.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::layout {

struct Manuscript {
    const style::StyledDocument& document;
    const text::ShapedDocument& shaped;
    const design::Design& design;
    const font::Library& fonts;
};

}  // namespace brochure::layout
