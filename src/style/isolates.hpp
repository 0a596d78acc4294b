// Isolates: stretches of a text whose order is their own. Plain UAX 9 decides what stands where; isolates
// only mend what it cannot know: that "4 mg" and "012 345 67 89" are one thing and are read from the left,
// that a sign belongs to its name ("Xgeva®", "HER2+"), that the number in "CT 3 مرات" counts what follows it.
// For that every name and every dose counts as one word of Latin letters, and what UAX 9 then sets from left
// to right as one is one isolate: a gloss in brackets stays beside its word, and the dose behind the bracket
// beside the bracket. Letters from the right in a left-to-right text are mended alike. In: a paragraph's
// text, the stretches that are isolated already (citations, footnote marks, other languages). Out: all
// isolates, outer ones before what they hold. Nothing is added to the text.
#pragma once

#include <string_view>
#include <vector>

#include "document/model/language.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

// `known` do not overlap, but may lie one within another.
std::vector<unicode::BidiIsolate> isolates_of(std::string_view text, std::vector<unicode::BidiIsolate> known,
                                              const document::Language& language);

}  // namespace brochure::style
