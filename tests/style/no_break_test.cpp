#include "style/no_break.hpp"

#include <gtest/gtest.h>

namespace brochure::style {
namespace {

document::Language dutch() {
    document::Language language;
    language.tag = "nl";
    language.locale = "nl_NL";
    language.quotes = {"“", "”", "‘", "’"};
    language.no_break = {{"bladzijde", "blz.", "fase"},
                         {"uur", "dagen", "tabletten", "tablet"},
                         {"dr.", "prof.", "’s", "bijv."}};
    return language;
}

// The text with "~" for every space that holds, or also for every place between characters.
std::string tied(std::string_view text, const document::Language& language = dutch(), bool joints = false) {
    std::string out;
    std::size_t at = 0;
    for (const std::uint32_t place : no_break_places(text, language)) {
        const bool space = text.at(place) == ' ';
        if (!space && !joints) continue;
        out += text.substr(at, place - at);
        out += '~';
        at = space ? place + 1 : place;
    }
    return out + std::string(text.substr(at));
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

TEST(NoBreakSpaces, TieASignToItsNumber) {
    EXPECT_EQ(tied("boven ≥ 38,5 of < 7 en > 3, ± 2 of ≈ 4"), "boven ≥~38,5 of <~7 en >~3, ±~2 of ≈~4");
    EXPECT_EQ(tied("kost € 25 of 25 € of £ 3 (€ 5)"), "kost €~25 of 25~€ of £~3 (€~5)");
    EXPECT_EQ(tied("neem 2 × 500 mg of 2 x 500 mg"), "neem 2~×~500~mg of 2~x~500~mg");
    EXPECT_EQ(tied("5 ± 2 dagen, 10 – 14 dagen, 120 / 80 mmHg"), "5~±~2~dagen, 10~–~14~dagen, 120~/~80~mmHg");
    EXPECT_EQ(tied("eerst + dan, a < b"), "eerst + dan, a < b");
    EXPECT_EQ(tied("het duurt 3 – soms meer"), "het duurt 3 – soms meer");
}

TEST(NoBreakSpaces, HoldAPhoneNumberWithItsCountryTogether) {
    EXPECT_EQ(tied("+31 20 123 45 67"), "+31~20~123~45~67");
    EXPECT_EQ(tied("(+31) 20 123, +31 (0)20 123"), "(+31)~20~123, +31~(0)20~123");
}

TEST(NoBreakSpaces, KnowUnitSymbolsInEveryLanguage) {
    EXPECT_EQ(tied("5 µg 5 μg 2,5 mg/kg 800 IE 7 mmol/l 1,73 m² 10 MBq"),
              "5~µg 5~μg 2,5~mg/kg 800~IE 7~mmol/l 1,73~m² 10~MBq");
    EXPECT_EQ(tied("½ tablet, 1 ½ tablet, 2½ ml"), "½~tablet, 1~½~tablet, 2½~ml");
    EXPECT_EQ(tied("5mg/kg, 2 mg/dl", dutch(), true), "5~m~g~/~k~g, 2~m~g~/~d~l");
    EXPECT_EQ(tied("een 10-mg tablet", dutch(), true), "een 10-~m~g tablet");
}

TEST(NoBreakSpaces, KnowTheMonthsOfALanguage) {
    EXPECT_EQ(tied("op 12 november 2026, 3 nov. 2026, in mei 2026"),
              "op 12~november~2026, 3~nov.~2026, in mei~2026");
    document::Language other;
    other.locale = "es_ES";
    EXPECT_EQ(tied("el 12 de noviembre de 2026", other), "el 12~de~noviembre~de~2026");
    other.locale = "de_DE";
    EXPECT_EQ(tied("am 12. November 2026", other), "am 12.~November~2026");
    other.locale = "en_GB";
    EXPECT_EQ(tied("on 12 November 2026 you may 5", other), "on 12~November~2026 you may 5");
    other.locale = "uk_UA";
    EXPECT_EQ(tied("12 листопада 2026", other), "12~листопада~2026");
    other.locale = "he_IL";
    EXPECT_EQ(tied("12 בנובמבר 2026", other), "12~בנובמבר~2026");
}

TEST(NoBreakSpaces, HoldTypedSpacesWithinGuillemets) {
    document::Language french;
    french.quotes = {"« ", " »", "“", "”"};
    EXPECT_EQ(tied("dit « jour et nuit », ou « la nuit »", french), "dit «~jour et nuit~», ou «~la nuit~»");
    EXPECT_EQ(tied("zegt « ja »"), "zegt «~ja~»");
    EXPECT_EQ(tied("om ’s nachts"), "om ’s~nachts");
}

TEST(NoBreakSpaces, LeaveACommaBetweenNumbers) {
    EXPECT_EQ(tied("10, 20, 30 dagen"), "10, 20, 30~dagen");
    EXPECT_EQ(tied("in 2026, 12 mensen"), "in 2026, 12 mensen");
}

TEST(NoBreakSpaces, TieARomanNumberAndACapital) {
    EXPECT_EQ(tied("in fase II. Fase 3 of fase twee"), "in fase~II. Fase~3 of fase twee");
}

TEST(NoBreakSpaces, HoldFullWidthFigures) {
    document::Language chinese;
    chinese.no_break = {{"第"}, {"毫克", "次"}, {}};
    EXPECT_EQ(tied("每次２．５毫克，５０％，５～１０毫克", chinese, true),
              "每次２~．~５~毫~克，５~０~％，５~～~１~０~毫~克");
    EXPECT_EQ(tied("≥３８℃，每天12次，第７页，５ｍｇ", chinese, true),
              "≥~３~８~℃，每天12~次，第~７页，５~ｍ~ｇ");
    EXPECT_EQ(tied("每次 10 毫克，5 mg每天", chinese), "每次 10~毫克，5~mg每天");
}

TEST(NoBreakSpaces, HaveNothingToSayOfTextsWithoutInnerSpaces) {
    EXPECT_EQ(tied(""), "");
    EXPECT_EQ(tied("woord"), "woord");
    EXPECT_EQ(tied(" 10"), " 10");
    EXPECT_EQ(tied("10 "), "10 ");
}

}  // namespace
}  // namespace brochure::style
