#include "pdf/object/number.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace brochure::pdf {

void append_decimal(std::string& out, double value, int places) {
    static constexpr std::array<long long, 7> powers{1, 10, 100, 1000, 10000, 100000, 1000000};
    const long long scale = powers[static_cast<std::size_t>(places)];
    long long scaled = std::llround(value * static_cast<double>(scale));
    if (scaled < 0) {
        out += '-';
        scaled = -scaled;
    }
    std::array<char, 24> digits;
    const long long whole = scaled / scale;
    long long part = scaled % scale;
    if (whole != 0 || part == 0) {
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), whole).ptr;
        out.append(digits.data(), end);
    }
    if (part == 0) return;
    out += '.';
    for (long long place = scale / 10; part != 0; place /= 10) {
        out += static_cast<char>('0' + part / place);
        part %= place;
    }
}

std::string decimal(double value, int places) {
    std::string out;
    append_decimal(out, value, places);
    return out;
}

std::string decimal(Length length) { return decimal(length.to_points()); }

}  // namespace brochure::pdf
