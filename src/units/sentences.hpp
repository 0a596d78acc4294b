// Sentences: where a text's sentences begin, and where one pauses inside them, for layouts that set each
// sentence on lines of its own. In: a text and its language's rules. Out: byte offsets at which a line may
// start; the text itself is not changed. Sentences end by UAX 29, except after what the language file calls
// an abbreviation, a title or an ordinal.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"
#include "document/model/language.hpp"

namespace brochure::units {

// Starts of all sentences but the first, sorted. `marks` are numbers of notes and sources: what follows a
// full stop belongs to the sentence before it.
std::vector<std::uint32_t> sentence_starts(std::string_view text, const std::vector<TextRange>& marks,
                                           const document::Language& language);

struct Pauses {
    std::vector<std::uint32_t> pauses;  // after a comma, before "en": a good place to start a line
    std::vector<std::uint32_t> leans;   // after "de", or inside a Chinese word: a poor one
};
Pauses pauses_in(std::string_view text, const document::Language& language);

}  // namespace brochure::units
