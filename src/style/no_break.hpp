// Where a line must not end although a space stands there: between a number and its unit ("10 mg", "½
// tablet"), its sign ("≥ 38", "€ 25"), its other groups ("+31 20 123", "2 × 500"), its month, the word it is
// tied to ("bladzijde 7"); behind "dr." and "’s"; within « » that are typed with spaces. Or although the
// script lets a line end anywhere: "10毫克", "２．５毫克". In: a text and its language. Out: offsets of the
// spaces and joints that hold; the text itself is not changed, so it is extracted as it was typed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/model/language.hpp"

namespace brochure::style {

// Sorted byte offsets, of spaces or between characters, at which no line may end.
std::vector<std::uint32_t> no_break_places(std::string_view text, const document::Language& language);

}  // namespace brochure::style
