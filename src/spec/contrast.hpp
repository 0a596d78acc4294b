// Contrast: every text of a layout against every ground it may stand on (WCAG 2.1, 1.4.3 and 1.4.6).
// In: a LayoutSpec whose colours are all known; styles may be absent. Out: an error under 4.5:1, a warning
// under 7:1; for large text (18 pt, or 14 pt bold) 3:1 and 4.5:1. Each pair of colours is reported once, with
// the styles it concerns.
#pragma once

#include "diag/diagnostic.hpp"
#include "spec/layout_spec.hpp"

namespace brochure::spec {

void check_contrast(const LayoutSpec& spec, Sink& sink);

}  // namespace brochure::spec
