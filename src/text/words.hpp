// Words: which stretches of a paragraph may be hyphenated at all.
// In: a styled paragraph and its language. Out: ranges of letters, in order. Left out: short words, words
// with digits or capitals inside, addresses, words of another language, words whose author placed soft
// hyphens.
#pragma once

#include <vector>

#include "base/text_range.hpp"
#include "document/language.hpp"
#include "style/styled_document.hpp"

namespace brochure::text {

std::vector<TextRange> hyphenatable_words(const style::StyledParagraph& paragraph,
                                          const document::Language& language);

}  // namespace brochure::text
