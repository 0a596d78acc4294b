// Numbers as a PDF prints them: exact decimals, no exponent, no trailing zeros, whatever the locale.
// In: a double or a Length. Out: the shortest decimal with at most `places` digits after the point.
#pragma once

#include <string>

#include "base/length.hpp"

namespace brochure::pdf {

inline constexpr int default_places = 3;  // a thousandth of a point is finer than any device

void append_decimal(std::string& out, double value, int places = default_places);
std::string decimal(double value, int places = default_places);
std::string decimal(Length length);

}  // namespace brochure::pdf
