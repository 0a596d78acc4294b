#include "style/isolates.hpp"

#include <gtest/gtest.h>

#include <string>

namespace brochure::style {
namespace {

document::Language arabic() {
    document::Language language;
    language.tag = "ar";
    language.right_to_left = true;
    return language;
}

// The text with its isolates in brackets that no text has.
std::string marked(const std::string& text, const document::Language& language = arabic(),
                   std::vector<unicode::BidiIsolate> known = {}) {
    std::string out;
    std::uint32_t at = 0;
    for (const unicode::BidiIsolate& isolate : isolates_of(text, std::move(known), language)) {
        out += text.substr(at, isolate.range.begin - at) + "⟦" + std::string(isolate.range.of(text)) + "⟧";
        at = isolate.range.end;
    }
    return out + text.substr(at);
}

TEST(Isolates, DoseStaysWithItsUnit) { EXPECT_EQ(marked("بجرعة 4 mg كل أسبوع"), "بجرعة ⟦4 mg⟧ كل أسبوع"); }

TEST(Isolates, TelephoneNumberIsOne) {
    EXPECT_EQ(marked("اتصل بالرقم 012 345 67 89."), "اتصل بالرقم ⟦012 345 67 89⟧.");
    EXPECT_EQ(marked("هاتف +31 (0)12 345 67 89، ليلًا"), "هاتف ⟦+31 (0)12 345 67 89⟧، ليلًا");
    EXPECT_EQ(marked("هاتف 012 - 345 67 89 ليلًا"), "هاتف ⟦012 - 345 67 89⟧ ليلًا");
    EXPECT_EQ(marked("هاتف 012-3456789 ليلًا"), "هاتف ⟦012-3456789⟧ ليلًا");
}

TEST(Isolates, NumberBeforeAnArabicWordBelongsToThatWord) {
    EXPECT_EQ(marked("أشعة CT 3 مرات"), "أشعة ⟦CT⟧ 3 مرات");
    EXPECT_EQ(marked("دواء Paracetamol 500 ملغ"), "دواء ⟦Paracetamol⟧ 500 ملغ");
}

TEST(Isolates, TelephoneNumberAfterALatinNameIsOneOfItsOwn) {
    EXPECT_EQ(marked("مستشفى De Linde 012 345 67 89 ليلًا"), "مستشفى ⟦De Linde⟧ ⟦012 345 67 89⟧ ليلًا");
}

TEST(Isolates, NameKeepsItsSign) { EXPECT_EQ(marked("(Zometa®) وبعد"), "(⟦Zometa®⟧) وبعد"); }

TEST(Isolates, BracketsAroundStayOutsideAndThoseInsideStayIn) {
    EXPECT_EQ(marked("دينوسوماب (Xgeva®, 120 mg) تحت"), "دينوسوماب (⟦Xgeva®, 120 mg⟧) تحت");
    EXPECT_EQ(marked("فيتامين D (D3) كل"), "فيتامين ⟦D (D3)⟧ كل");
}

TEST(Isolates, ArabicCommaPartsNames) { EXPECT_EQ(marked("CT، MRI، PET"), "⟦CT⟧، ⟦MRI⟧، ⟦PET⟧"); }

TEST(Isolates, AddressesKeepTheirLastSign) {
    EXPECT_EQ(marked("اكتب إلى info@linde.example، أو زر https://linde.example/."),
              "اكتب إلى ⟦info@linde.example⟧، أو زر ⟦https://linde.example/⟧.");
}

TEST(Isolates, LatinSentenceWithPointsIsOne) {
    EXPECT_EQ(marked("انظر Botten: wat nu? Kanker.nl بعد"), "انظر ⟦Botten: wat nu? Kanker.nl⟧ بعد");
}

TEST(Isolates, DegreesAndPercentStayWithTheirNumber) {
    EXPECT_EQ(marked("فوق 38,5 °C أو 80 % من"), "فوق ⟦38,5 °C⟧ أو ⟦80 %⟧ من");
}

TEST(Isolates, NumbersInAListKeepTheOrderOfTheText) {
    EXPECT_EQ(marked("10, 20, 30 يومًا"), "10, 20, 30 يومًا");
}

TEST(Isolates, RangeFollowsTheLanguage) {
    EXPECT_EQ(marked("خلال 10–14 يومًا"), "خلال 10–14 يومًا");
    document::Language persian = arabic();
    persian.ranges_left_to_right = true;
    EXPECT_EQ(marked("۱۰–۱۴ روز", persian), "⟦۱۰–۱۴⟧ روز");
}

TEST(Isolates, KnownOnesAreKeptAndPartWhatIsAround) {
    const std::string text = "قياس PSA.3 وبعد";
    const auto at = static_cast<std::uint32_t>(text.find('3'));
    EXPECT_EQ(marked(text, arabic(), {{{at, at + 1}, unicode::IsolateDirection::right_to_left}}),
              "قياس ⟦PSA⟧.⟦3⟧ وبعد");
}

TEST(Isolates, GlossInBracketsStaysBesideItsWordAndTheDoseBehindTheBracket) {
    EXPECT_EQ(marked("دينوسوماب (Xgeva®) 120 mg كل"), "دينوسوماب (⟦Xgeva®⟧) ⟦120 mg⟧ كل");
    EXPECT_EQ(marked("فيتامين د (D3) 800 IE وكالسيوم"), "فيتامين د (⟦D3⟧) ⟦800 IE⟧ وكالسيوم");
    EXPECT_EQ(marked("التصوير (MRI), CT ومسح"), "التصوير (⟦MRI⟧), ⟦CT⟧ ومسح");
    EXPECT_EQ(marked("فيتامين D (D3) 800 IE كل"), "فيتامين ⟦D (D3) 800 IE⟧ كل");
}

TEST(Isolates, SignBetweenANameAndItsNumberGoesWithThem) {
    EXPECT_EQ(marked("التحليل HbA1c < 7% جيد"), "التحليل ⟦HbA1c < 7%⟧ جيد");
    EXPECT_EQ(marked("التحليل HbA1c < 7%."), "التحليل ⟦HbA1c < 7%⟧.");
}

TEST(Isolates, HyphenThatJoinsANumberToLettersIsNoMinus) {
    document::Language hebrew = arabic();
    hebrew.ranges_left_to_right = true;
    EXPECT_EQ(marked("כ-10 mg ביום", hebrew), "כ-⟦10 mg⟧ ביום");
    EXPECT_EQ(marked("ב-10–14 ימים", hebrew), "ב-⟦10–14⟧ ימים");
    EXPECT_EQ(marked("عند -5 درجات"), "عند ⟦-5⟧ درجات");
}

TEST(Isolates, FigureWithOperationsAndItsUnitIsOne) {
    EXPECT_EQ(marked("خذ 2 × 500 mg الآن"), "خذ ⟦2 × 500 mg⟧ الآن");
    EXPECT_EQ(marked("ضغط 120 / 80 جيد"), "ضغط ⟦120 / 80⟧ جيد");
    EXPECT_EQ(marked("من 8:30–16:30 كل"), "من 8:30–16:30 كل");
}

TEST(Isolates, NameBehindANumberIsNoUnit) { EXPECT_EQ(marked("عام 2024 Xgeva كل"), "عام 2024 ⟦Xgeva⟧ كل"); }

document::Language dutch() {
    document::Language language;
    language.tag = "nl";
    return language;
}

TEST(Isolates, LeftToRightTextHasThoseThatItsLettersFromTheRightNeed) {
    EXPECT_EQ(marked("Bel 012 345 67 89, of סלאם en 4 mg.", dutch()),
              "Bel 012 345 67 89, of ⟦סלאם⟧ en 4 mg.");
    EXPECT_EQ(marked("Bel 012 345 67 89.", dutch()), "Bel 012 345 67 89.");
    EXPECT_EQ(marked("Dit is سلام.", dutch()), "Dit is سلام.");
}

TEST(Isolates, TelephoneNumberIsOneWithinLettersFromTheRightInALeftToRightText) {
    const std::string text = "Zie العربية: 012 345 67 89, nu";
    const auto begin = static_cast<std::uint32_t>(text.find("ا"));
    const auto number = static_cast<std::uint32_t>(text.find('0'));
    const auto end = static_cast<std::uint32_t>(text.find(','));
    const std::vector<unicode::BidiIsolate> wanted{{{begin, end}, unicode::IsolateDirection::right_to_left},
                                                   {{number, end}, unicode::IsolateDirection::left_to_right}};
    EXPECT_EQ(isolates_of(text, {}, dutch()), wanted);
    // The same words marked as Arabic.
    EXPECT_EQ(isolates_of(text, {wanted[0]}, dutch()), wanted);
}

}  // namespace
}  // namespace brochure::style
