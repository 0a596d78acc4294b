// Labels: whether the words of drawings came to stand where they can be read.
// In: finished pages. Out: in the sink, an error at the author's line for words that run out of their drawing
// or over other words of it, and a warning for words that stand so close that they read as one. Nothing is
// judged before: how large a drawing is, and whether its words turned over, is known only now.
#pragma once

#include "diag/diagnostic.hpp"
#include "font/font.hpp"
#include "page/paged_document.hpp"

namespace brochure::preflight {

void check_labels(const page::PagedDocument& document, const font::Library& fonts, Sink& sink);

}  // namespace brochure::preflight
