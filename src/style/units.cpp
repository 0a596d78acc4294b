#include "style/units.hpp"

#include <algorithm>
#include <array>

namespace brochure::style {

namespace {

using namespace std::string_view_literals;

// Units that take prefixes, of the International System and of medicine: Eq and osmol, units of effect (U,
// IU, in Dutch and German IE, in the Romance languages UI).
constexpr std::array with_prefix{
    "g"sv,  "l"sv,  "L"sv,   "ℓ"sv,  "m"sv,   "mol"sv, "Gy"sv, "Sv"sv, "Bq"sv, "Ci"sv, "Pa"sv, "bar"sv,
    "s"sv,  "J"sv,  "cal"sv, "eV"sv, "W"sv,   "V"sv,   "A"sv,  "Hz"sv, "K"sv,  "N"sv,  "M"sv,  "kat"sv,
    "eq"sv, "Eq"sv, "val"sv, "Da"sv, "osm"sv, "Osm"sv, "U"sv,  "IU"sv, "IE"sv, "UI"sv, "E"sv,  "osmol"sv,
};
constexpr std::array prefixes{"n"sv, "µ"sv, "μ"sv, "u"sv, "mc"sv, "m"sv, "c"sv,
                              "d"sv, "h"sv, "k"sv, "M"sv, "G"sv,  "T"sv};
constexpr std::array alone{
    "%"sv, "‰"sv,   "°"sv,   "°C"sv,   "°F"sv,  "℃"sv,     "℉"sv,     "％"sv,  "٪"sv,   "؉"sv,  "h"sv,
    "d"sv, "min"sv, "sec"sv, "mmHg"sv, "cc"sv,  "cmH2O"sv, "cmH₂O"sv, "ppm"sv, "ppb"sv, "dB"sv, "Torr"sv,
    "D"sv, "Fr"sv,  "Ch"sv,  "CH"sv,   "bpm"sv, "rpm"sv,   "kJ"sv,    "ha"sv,  "′"sv,   "″"sv,  "‱"sv,
};

template <class List>
bool among(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// "m²", "s⁻¹", "m2".
std::string_view without_power(std::string_view word) {
    constexpr std::array powers{"²"sv, "³"sv, "⁻¹"sv, "⁻²"sv, "-1"sv, "-2"sv, "2"sv, "3"sv};
    for (const std::string_view power : powers) {
        if (word.size() > power.size() && word.ends_with(power))
            return word.substr(0, word.size() - power.size());
    }
    return word;
}

bool is_simple(std::string_view word) {
    if (among(alone, word) || among(with_prefix, word)) return true;
    return std::any_of(prefixes.begin(), prefixes.end(), [&](std::string_view prefix) {
        return word.starts_with(prefix) && among(with_prefix, word.substr(prefix.size()));
    });
}

}  // namespace

bool is_unit_symbol(std::string_view word) {
    // What stands behind a stroke may be of any language: "mg/kg/dag".
    const std::size_t end = std::min({word.find('/'), word.find("·"), word.find("∕"), word.size()});
    const std::string_view first = word.substr(0, end);
    return is_simple(first) || is_simple(without_power(first));
}

}  // namespace brochure::style
