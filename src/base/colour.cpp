#include "base/colour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/grey.hpp"

namespace brochure::base {

std::optional<Colour> Colour::from_hex(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') return std::nullopt;
    Colour colour;
    for (std::size_t i = 0; i < 3; ++i) {
        const char* first = text.data() + 1 + 2 * i;
        const auto [end, failed] = std::from_chars(first, first + 2, colour.rgb[i], 16);
        if (failed != std::errc{} || end != first + 2) return std::nullopt;
    }
    return colour;
}

std::string Colour::hex() const { return fmt::format("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]); }

double contrast_ratio(const Colour& a, const Colour& b) {
    const auto [dark, light] = std::minmax({luminance_of(a), luminance_of(b)});
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace brochure::base
