#include "base/grey.hpp"

#include <algorithm>
#include <cmath>

namespace brochure::base {

double light_of(std::uint8_t sample) {
    const double s = sample / 255.0;
    return s <= 0.03928 ? s / 12.92 : std::pow((s + 0.055) / 1.055, 2.4);
}

double luminance_of(const Colour& colour) {
    double luminance = 0;
    for (std::size_t i = 0; i < colour.rgb.size(); ++i)
        luminance += luminance_shares[i] * light_of(colour.rgb[i]);
    return luminance;
}

std::uint8_t grey_of_luminance(double luminance) {
    const double light = std::clamp(luminance, 0.0, 1.0);
    const double s = light <= 0.03928 / 12.92 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(s * 255));
}

std::uint8_t grey_of(const Colour& colour) { return grey_of_luminance(luminance_of(colour)); }

}  // namespace brochure::base
