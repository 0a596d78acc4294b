// Rules of setting, one function each.
// In: the finished pages, and what they were made from. Out: warnings at the place in the layout file that
// decides the matter. A rule says a thing once a layout, however many pages have it.
#pragma once

#include "diag/diagnostic.hpp"
#include "lint/lint.hpp"

namespace brochure::lint {

// Characters in the body's full lines; the share of broken words if it is start-aligned.
void measure(const Setting& setting, Sink& sink);
void hyphens(const Setting& setting, Sink& sink);
// The height of x of everything that is printed as text.
void small_letters(const Setting& setting, Sink& sink);

}  // namespace brochure::lint
