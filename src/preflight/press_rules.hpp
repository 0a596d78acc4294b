// Press rules: what a press alone would print badly. In: the pages as set, and as converted. Out: warnings:
// black and white of too few pixels, too much ink, and in greyscale words too like their ground. What is
// alike on many pages is said once, of the first of them.
#pragma once

#include "preflight/preflight.hpp"

namespace brochure::preflight {

void check_for_press(const Subject& subject, const pdf::PressDocument& press,
                     const pdf::PressProfile& profile, const pdf::PressOptions& options, Sink& sink);

}  // namespace brochure::preflight
