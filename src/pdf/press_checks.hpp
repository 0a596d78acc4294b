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

void check_for_press(const page::PagedDocument& document, const PressDocument& press,
                     const font::Library& fonts, const PressProfile& profile, const PressOptions& options,
                     Sink& sink);

}  // namespace brochure::pdf
