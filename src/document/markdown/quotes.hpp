// Quotation marks: the straight ones that translators type become those of the language.
// In: text with ' and ", and the language's four marks. Out: the same text with “ ” ‘ ’ or the like; an
// apostrophe is ’. A mark that was escaped in Markdown (\") is kept as typed.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/model/document.hpp"

namespace brochure::document {

struct QuoteChange {
    std::uint32_t offset = 0;      // of a straight mark, one byte
    std::string_view replacement;  // lives as long as the language
};

// What to change, in order. `kept`: offsets of escaped characters, sorted.
std::vector<QuoteChange> find_quotes(std::string_view text, std::span<const std::uint32_t> kept,
                                     const Language& language);

// Applies the changes; spans and source marks move along.
void set_quotes(Text& text, std::span<const std::uint32_t> kept, const Language& language);
std::string with_quotes(std::string_view text, const Language& language);

}  // namespace brochure::document
