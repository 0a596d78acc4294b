// Ink: the plates an edition is printed with, and so how it names a colour.
// In: a Colour. Out: the operands and operator of ISO 32000-1, table 74: "0.055 0.29 0.353 rg", "0 g", "0 0 0
// 1 k".
#pragma once

#include <string>

#include "base/colour.hpp"

namespace brochure::pdf {

// Percent. Lighter greys would be tinted by what lies below them; and black of 0 % would not be printed at
// all.
inline constexpr int least_overprinting_black = 80;

// The screen edition and the sheets for an office printer, in colour and in grey; the press editions
// likewise. Grey: by luminance, so that what stood out from its ground still does. Black: as the press
// document says.
enum class Plates { rgb, grey, cmyk, black };

class Ink {
  public:
    explicit Ink(Plates plates) : plates_(plates) {}
    [[nodiscard]] std::string fill(const Colour& colour) const { return operation(colour, false); }
    [[nodiscard]] Plates plates() const { return plates_; }
    // Text in this colour is printed over what lies below, so that a plate out of register leaves no white
    // edge.
    [[nodiscard]] bool overprints(const Colour& colour) const;
    [[nodiscard]] std::string stroke(const Colour& colour) const { return operation(colour, true); }

  private:
    [[nodiscard]] std::string operation(const Colour& colour, bool stroking) const;
    Plates plates_;
};

}  // namespace brochure::pdf
