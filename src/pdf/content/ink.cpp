#include "pdf/content/ink.hpp"

#include <cassert>

#include "base/grey.hpp"
#include "pdf/object/number.hpp"

namespace brochure::pdf {

bool Ink::overprints(const Colour& colour) const {
    if (plates_ != Plates::cmyk || !colour.cmyk) return false;
    const auto& [cyan, magenta, yellow, black] = *colour.cmyk;
    return cyan == 0 && magenta == 0 && yellow == 0 && black >= least_overprinting_black;
}

std::string Ink::operation(const Colour& colour, bool stroking) const {
    std::string out;
    if (plates_ == Plates::black) {
        assert(colour.cmyk && "the press edition converts colours before they are written");
        return decimal(1 - (*colour.cmyk)[3] / 100.0) + (stroking ? " G" : " g");
    }
    if (plates_ == Plates::cmyk) {
        assert(colour.cmyk && "the press edition converts colours before they are written");
        for (const std::uint8_t percent : *colour.cmyk) out += decimal(percent / 100.0) + ' ';
        return out += stroking ? 'K' : 'k';
    }
    if (plates_ == Plates::grey) return decimal(base::grey_of(colour) / 255.0) + (stroking ? " G" : " g");
    const auto& [red, green, blue] = colour.rgb;
    if (red == green && green == blue) return decimal(red / 255.0) + (stroking ? " G" : " g");
    for (const std::uint8_t component : colour.rgb) out += decimal(component / 255.0) + ' ';
    return out += stroking ? "RG" : "rg";
}

}  // namespace brochure::pdf
