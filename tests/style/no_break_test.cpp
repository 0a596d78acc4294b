#include "style/no_break.hpp"

#include <gtest/gtest.h>

namespace brochure::style {
namespace {

const document::NoBreakRules dutch{
    {"bladzijde", "blz.", "fase"}, {"mg", "mm", "%", "uur", "dagen"}, {"dr.", "prof.", "’s"}};

// The text with "~" for every space that holds.
std::string tied(std::string text) {
    for (const std::uint32_t at : no_break_spaces(text, dutch)) {
        EXPECT_EQ(text.at(at), ' ');
        text[at] = '~';
    }
    return text;
}

TEST(NoBreakSpaces, TieAUnitToItsNumber) {
    EXPECT_EQ(tied("Neem 10 mg per dag, na 24 uur weer 5 mg."), "Neem 10~mg per dag, na 24~uur weer 5~mg.");
    EXPECT_EQ(tied("ongeveer 40 % van 3,5 mm"), "ongeveer 40~% van 3,5~mm");
}

TEST(NoBreakSpaces, LeaveAUnitWithoutNumberAlone) { EXPECT_EQ(tied("in mg of in uur"), "in mg of in uur"); }

TEST(NoBreakSpaces, TieATitleToTheName) {
    EXPECT_EQ(tied("bij dr. Jansen en prof. dr. de Vries"), "bij dr.~Jansen en prof.~dr.~de Vries");
    EXPECT_EQ(tied("soms ’s nachts"), "soms ’s~nachts");
}

TEST(NoBreakSpaces, TieANumberToTheWordThatAnnouncesIt) {
    EXPECT_EQ(tied("zie bladzijde 7 of blz. 12, in fase 2"), "zie bladzijde~7 of blz.~12, in fase~2");
    EXPECT_EQ(tied("op bladzijde zeven"), "op bladzijde zeven");
}

TEST(NoBreakSpaces, HoldAPhoneNumberTogether) {
    EXPECT_EQ(tied("Bel 012 345 67 89 bij koorts"), "Bel 012~345~67~89 bij koorts");
}

TEST(NoBreakSpaces, SeeThroughBracketsQuotesAndPunctuation) {
    EXPECT_EQ(tied("(bladzijde 7)"), "(bladzijde~7)");
    EXPECT_EQ(tied("“10 mg”, (20 mg); „30 mm”"), "“10~mg”, (20~mg); „30~mm”");
    EXPECT_EQ(tied("vraag (dr. Jansen)"), "vraag (dr.~Jansen)");
}

TEST(NoBreakSpaces, KnowTheDigitsAndMarksOfOtherScripts) {
    EXPECT_EQ(tied("۸ mg، ۲۴ uur؛ fase ۳"), "۸~mg، ۲۴~uur؛ fase~۳");
    EXPECT_EQ(tied("٠١٢ ٣٤٥ ٦٧"), "٠١٢~٣٤٥~٦٧");
    EXPECT_EQ(tied("500 mg፣ 5 mg።"), "500~mg፣ 5~mg።");
}

TEST(NoBreakSpaces, LetASentenceEndAfterANumber) {
    EXPECT_EQ(tied("Het duurt tot fase 3. Dagen later"), "Het duurt tot fase~3. Dagen later");
    EXPECT_EQ(tied("Het zijn er 10. 20 is te veel."), "Het zijn er 10. 20 is te veel.");
}

TEST(NoBreakSpaces, HaveNothingToSayOfTextsWithoutInnerSpaces) {
    EXPECT_EQ(tied(""), "");
    EXPECT_EQ(tied("woord"), "woord");
    EXPECT_EQ(tied(" 10"), " 10");
    EXPECT_EQ(tied("10 "), "10 ");
    EXPECT_EQ(tied("10  mg"), "10  mg");
}

}  // namespace
}  // namespace brochure::style
