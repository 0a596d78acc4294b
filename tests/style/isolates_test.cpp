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

TEST(Isolates, NameKeepsItsSign) { EXPECT_EQ(marked("(Zometa®) وبعد"), "⟦(Zometa®)⟧ وبعد"); }

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

TEST(Isolates, LeftToRightTextHasOnlyThoseThatAreKnown) {
    document::Language dutch;
    dutch.tag = "nl";
    EXPECT_EQ(marked("Bel 012 345 67 89, of سلام 4 mg.", dutch), "Bel 012 345 67 89, of سلام 4 mg.");
}

}  // namespace
}  // namespace brochure::style
