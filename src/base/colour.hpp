// Colour: how a thing is painted on screen (sRGB) and on press (CMYK), kept together from layout to page.
// In: values of a layout file or a drawing. Out: components from 0 to 1.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace brochure::base {

struct Colour {
    std::array<std::uint8_t, 3> rgb{0, 0, 0};
    // Percent of cyan, magenta, yellow, black; unset: to be converted through the press profile.
    std::optional<std::array<std::uint8_t, 4>> cmyk;

    auto operator<=>(const Colour&) const = default;

    // "#0e4a5a"; nothing for any other form.
    static std::optional<Colour> from_hex(std::string_view text);
    [[nodiscard]] std::string hex() const;
};

// Contrast ratio of WCAG 2.1 (relative luminance of sRGB), from 1 to 21.
double contrast_ratio(const Colour& a, const Colour& b);

}  // namespace brochure::base

namespace brochure {
using base::Colour;
}
