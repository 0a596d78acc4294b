// Isolates: stretches of a right-to-left text whose order is their own: names in Latin letters, doses,
// telephone numbers, addresses. Without them UAX 9 would turn "4 mg" and "012 345 67 89" about, and draw a
// number that belongs to the next Arabic word to the drug's name before it. In: a paragraph's text, the
// stretches that are isolated already (citations, footnote marks). Out: all isolates. Nothing is added to the
// text.
#pragma once

#include <string_view>
#include <vector>

#include "document/language.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

// `known` do not overlap. For a left-to-right language they are all there is.
std::vector<unicode::BidiIsolate> isolates_of(std::string_view text, std::vector<unicode::BidiIsolate> known,
                                              const document::Language& language);

}  // namespace brochure::style
