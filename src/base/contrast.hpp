// The least contrast of words with what is behind them (WCAG 2.1, 1.4.3), as `contrast_ratio` measures it:
// for text, and for large text (18 pt, or 14 pt bold).
#pragma once

#include "base/colour.hpp"

namespace brochure::base {

inline constexpr double text_contrast = 4.5, large_text_contrast = 3;

}  // namespace brochure::base
