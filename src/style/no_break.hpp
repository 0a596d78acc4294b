// Where a line must not end although a space stands there: "10 mg", "dr. Jansen", "’s nachts", "bladzijde 7";
// or although the script lets a line end anywhere: "10毫克", "第7页". In: a text and its language's rules.
// Out: offsets of the spaces and joints that hold; the text itself is not changed, so it is extracted as it
// was typed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/language.hpp"

namespace brochure::style {

// Sorted byte offsets, of spaces or between characters, at which no line may end.
std::vector<std::uint32_t> no_break_spaces(std::string_view text, const document::NoBreakRules& rules);

}  // namespace brochure::style
