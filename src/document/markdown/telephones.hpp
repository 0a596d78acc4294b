// Telephones: numbers in running text that are to be dialled.
// In: a text. Out: where such numbers stand; whether two are one and the same. Dates, quantities and decimals
// are none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"

namespace brochure::document {

// Numbers that begin like a telephone's: with 0, + or a bracket.
std::vector<TextRange> telephones_in(std::string_view text);

std::string digits_of(std::string_view text);

// With the country's code or without.
bool same_number(const std::string& digits, const std::string& other);

}  // namespace brochure::document
