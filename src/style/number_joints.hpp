// NumberJoints: where no spaces are written, or with full-width figures, UAX 14 lets a line end between any
// two characters: not within a number, nor between it and its sign or the word it is tied to, nor within that
// word. In: a text and its language's rules. Out: offsets at which no line ends.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/model/language.hpp"

namespace brochure::style {

// A dash that may stand between the two ends of a range.
bool is_range_dash(char32_t c);

std::vector<std::uint32_t> number_joints(std::string_view text, const document::NoBreakRules& rules);

// How many bytes at the start of a text are one of the listed words, in a script that may be written without
// spaces; 0 if none are.
std::size_t joined_unit_length(std::string_view text, const std::vector<std::string>& listed);

}  // namespace brochure::style
