// Press checks: what a press would print badly, told with the page it is on.
// In: the pages as set, and as converted. Out: warnings in a sink: pictures of too few pixels, lines too
// thin, too much ink, text too near to the knife, and in greyscale words too like their ground.
#pragma once

#include "diag/diagnostic.hpp"
#include "font/font.hpp"
#include "page/paged_document.hpp"
#include "pdf/press_document.hpp"
#include "pdf/press_profile.hpp"

namespace brochure::pdf {

// Pixels an inch of black and white alone, whose edges are not screened.
inline constexpr double line_art_resolution = 600;

// Percent. What a profile's tables may be over the limit they were made for (black through FOGRA39L comes to
// 317); no author chose it, so it is taken off unsaid.
inline constexpr int ink_tolerance = 20;

// WCAG 2.1, 1.4.3, for text and for large text (18 pt, or 14 pt bold).
inline constexpr double text_contrast = 4.5, large_text_contrast = 3;

void check_for_press(const page::PagedDocument& document, const PressDocument& press,
                     const font::Library& fonts, const PressProfile& profile, const PressOptions& options,
                     Sink& sink);

}  // namespace brochure::pdf
