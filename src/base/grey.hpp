// Grey: what a colour is on a printer that has black alone.
// In: an sRGB colour. Out: the grey of the same relative luminance, so that two colours keep their contrast
// ratio (base/colour.hpp) when both become grey.
#pragma once

#include <array>
#include <cstdint>

#include "base/colour.hpp"

namespace brochure::base {

// Relative luminance of sRGB (WCAG 2.1), from 0 to 1: what red, green and blue give of light, and their
// shares.
inline constexpr std::array<double, 3> luminance_shares{0.2126, 0.7152, 0.0722};
double light_of(std::uint8_t sample);
double luminance_of(const Colour& colour);

std::uint8_t grey_of_luminance(double luminance);
std::uint8_t grey_of(const Colour& colour);

}  // namespace brochure::base
