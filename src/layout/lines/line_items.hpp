// From fragments and opportunities to the line breaker's boxes, glue and penalties. Internal to this folder.
#pragma once

#include <vector>

#include "linebreak/line_breaker.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::layout {

// The breaker's items of a paragraph; break items map back to opportunities by `opportunity_at`.
struct LineItems {
    std::vector<linebreak::Item> items;
    std::vector<std::size_t> opportunity_at;  // parallel to items; the opportunity a break there takes
};
LineItems line_items(const style::StyledParagraph& styled, const text::ShapedParagraph& shaped,
                     design::Align align);
linebreak::Settings breaking_settings(const design::TextStyle& style, Length measure, design::Align align);

}  // namespace brochure::layout
