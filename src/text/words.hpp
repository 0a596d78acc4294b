// Words: which stretches of a paragraph may be hyphenated at all.
// In: a styled paragraph and its language. Out: ranges of letters, in order. Left out: short words, words
// with digits or capitals inside, addresses, words of another language, words whose author placed soft
// hyphens.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"
#include "document/model/language.hpp"
#include "style/styled_document.hpp"

namespace brochure::text {

std::vector<TextRange> hyphenatable_words(const style::StyledParagraph& paragraph,
                                          const document::Language& language);

// Whether the text around an offset is an e-mail or web address, in which no character may be added.
bool in_address(std::string_view text, std::uint32_t offset);

}  // namespace brochure::text
