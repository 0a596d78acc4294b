// A warning has one number to ring: its own, or else the house's.
#include "style/own_number.hpp"

#include "styling.hpp"

namespace brochure::style {
namespace {

class OwnNumber : public StyleTest {
  protected:
    bool house_number_is_given(const std::string& words) {
        const StyledDocument document = body("## Pijn\n\n> [!WARNING] Let op\n> " + words + "\n");
        for (const StyledParagraph& paragraph : document.paragraphs) {
            if (paragraph.text.find("012 345 67 89") != std::string::npos) return true;
        }
        return false;
    }
};

TEST_F(OwnNumber, KeepsTheHousesFromBeingGivenAsWell) {
    for (const std::string words :
         {"Bel de huisartsenpost: 020 765 43 21.", "Bel 112.", "Bel direct **112**", "Bel 144 bij nood.",
          "Bel [de wacht](tel:+31207654321).", "Bel 030-7654321", "Bel ٠٢٠ ٧٦٥ ٤٣ ٢١"}) {
        EXPECT_FALSE(house_number_is_given(words)) << words;
    }
}

TEST_F(OwnNumber, IsNoQuantityAndNoDateAndNotTheHousesOwn) {
    for (const std::string words : {"U heeft koorts boven 38,5 graden.", "Uw polsslag is boven 120.",
                                    "U nam 112 mg.", "Sinds 01-02-2026.", "Bel 012 345 67 80 overdag.",
                                    "De bloeddruk is 112/70.", "Neem 0,125 mg.", "Bel direct."}) {
        EXPECT_TRUE(house_number_is_given(words)) << words;
    }
}

}  // namespace
}  // namespace brochure::style
