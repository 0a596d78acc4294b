// Words on pictures: whether words that stand over a picture, as a cover's may, can be read there.
// In: finished pages. Out: in the sink, an error at the author's line for words on a shape or on pixels of
// too little contrast (WCAG 2.1, 1.4.3). What the layout sets on its own grounds was judged with the layout,
// and the words of a drawing stand where its artist put them.
#pragma once

#include "diag/diagnostic.hpp"
#include "font/font.hpp"
#include "page/paged_document.hpp"

namespace brochure::preflight {

void check_words_on_pictures(const page::PagedDocument& document, const font::Library& fonts, Sink& sink);

}  // namespace brochure::preflight
