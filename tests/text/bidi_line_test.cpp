// Lines of mixed direction as they are seen: glyphs from left to right, each as the text it stands for.
#include "style/isolates.hpp"
#include "support.hpp"

namespace brochure::text {
namespace {

class BidiLine : public TextTest {
  protected:
    BidiLine() {
        language = {};
        language.tag = "ar";
        language.right_to_left = true;
    }

    style::StyledParagraph from_right(const std::vector<Stretch>& stretches) {
        style::StyledParagraph paragraph = paragraph_of(stretches, style);
        paragraph.right_to_left = true;
        paragraph.isolates = style::isolates_of(paragraph.text, {}, language);
        return paragraph;
    }

    // The line that holds the whole paragraph.
    std::string seen(const style::StyledParagraph& paragraph) {
        const ShapedParagraph shaped = shape(paragraph);
        return seen(paragraph, cut_line(paragraph, shaped, {}, shaped.opportunities.size() - 1, fonts));
    }
    std::string seen(const std::string& text) { return seen(from_right({{text, "ar"}})); }

    static std::string seen(const style::StyledParagraph& paragraph, const std::vector<LineRun>& line) {
        std::string out;
        for (const LineRun& run : line) {
            for (const TextRange source : run.sources) out += source.of(paragraph.text);
        }
        return out;
    }
};

TEST_F(BidiLine, DoseIsNotTurnedAbout) {
    const std::string line = seen("خذ 4 mg اليوم");
    EXPECT_NE(line.find("4 mg"), std::string::npos) << line;
}

TEST_F(BidiLine, TelephoneNumberIsNotTurnedAbout) {
    const std::string line = seen("هاتف 012 345 67 89.");
    EXPECT_EQ(line.find(".012 345 67 89"), 0U) << line;
}

TEST_F(BidiLine, AddressKeepsItsOrderAndThePointStandsAtItsLeft) {
    EXPECT_EQ(seen("زر https://linde.example/.").find(".https://linde.example/"), 0U);
}

TEST_F(BidiLine, NumberStandsWithTheWordItCounts) {
    const std::string line = seen("CT 3 مرات");
    EXPECT_TRUE(line.ends_with("3 CT")) << line;
}

TEST_F(BidiLine, MarkOfANoteStandsBehindALatinWordAsItIsReadFromTheRight) {
    style::StyledParagraph paragraph = from_right({{"دواء Xgeva", "ar"}, {"1", "ar", 700}, {" الآن", "ar"}});
    const auto at = static_cast<std::uint32_t>(paragraph.text.find('1'));
    paragraph.isolates = style::isolates_of(
        paragraph.text, {{{at, at + 1}, unicode::IsolateDirection::right_to_left}}, language);
    const std::string line = seen(paragraph);
    EXPECT_NE(line.find("1Xgeva"), std::string::npos) << line;
}

TEST_F(BidiLine, BracketsAroundALatinNameAreMirrored) {
    const auto paragraph = from_right({{"دواء (حقنة Zometa) الآن", "ar"}});
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, {}, shaped.opportunities.size() - 1, fonts);
    const std::string as_seen = seen(paragraph, line);
    EXPECT_NE(as_seen.find(")Zometa "), std::string::npos) << as_seen;
    // The bracket that opens the text's aside stands at its right and is drawn as one that closes.
    const auto alone = from_right({{"(", "ar"}});
    auto upright = alone;
    upright.right_to_left = false;
    EXPECT_NE(shape(alone).runs[0].glyphs[0].id, shape(upright).runs[0].glyphs[0].id);
}

TEST_F(BidiLine, LinesAreTurnedOneByOne) {
    const auto paragraph = from_right({{"واحد Xgeva 120 mg اثنان", "ar"}});
    const ShapedParagraph shaped = shape(paragraph);
    ASSERT_EQ(shaped.opportunities.size(), 5U);
    EXPECT_EQ(seen(paragraph, cut_line(paragraph, shaped, {}, 1, fonts)).find("Xgeva "), 0U);
    EXPECT_TRUE(seen(paragraph, cut_line(paragraph, shaped, 1, 4, fonts)).ends_with("120 mg"));
}

TEST_F(BidiLine, BoldLettersInsideAWordGoOnJoining) {
    const auto plain = from_right({{"مستشفى", "ar"}});
    const auto mixed = from_right({{"مس", "ar"}, {"تش", "ar", 700}, {"فى", "ar"}});
    const ShapedParagraph whole = shape(plain);
    const ShapedParagraph parts = shape(mixed);
    ASSERT_EQ(parts.runs.size(), 3U);
    std::vector<font::GlyphId> first;
    for (const font::Glyph& glyph : parts.runs[0].glyphs) first.push_back(glyph.id);
    ASSERT_EQ(whole.runs.size(), 1U);
    const auto& glyphs = whole.runs[0].glyphs;
    const std::vector<font::GlyphId> wanted{glyphs[glyphs.size() - 2].id, glyphs.back().id};
    EXPECT_EQ(first, wanted);
}

TEST_F(BidiLine, LamKeepsItsAlefAndALetterItsMarksWhereTheStyleChanges) {
    const auto paragraph = from_right({{"ال", "ar", 700}, {"أمل كتاب", "ar"}, {"ٌ", "ar", 700}});
    const ShapedParagraph shaped = shape(paragraph);
    ASSERT_EQ(shaped.runs.size(), 2U);
    EXPECT_EQ(shaped.runs[0].range.of(paragraph.text), "الأ");
    EXPECT_EQ(shaped.runs[1].range.of(paragraph.text), "مل كتابٌ");
}

TEST_F(BidiLine, FiguresAreThoseOfTheLatinFace) {
    const auto paragraph = from_right({{"خلال 14 يومًا", "ar"}});
    const ShapedParagraph shaped = shape(paragraph);
    ASSERT_EQ(shaped.runs.size(), 3U);
    const auto latin = fonts.face_for(style.face, U'a', {'L', 'a', 't', 'n'}, sink);
    EXPECT_EQ(shaped.runs[1].face, latin);
}

TEST_F(BidiLine, ArabicIsSetLargerAsTheFamilySays) {
    const auto paragraph = from_right({{"كلمة word", "ar"}});
    const ShapedParagraph shaped = shape(paragraph);
    ASSERT_EQ(shaped.runs.size(), 2U);
    EXPECT_EQ(shaped.runs[0].size, style.size.scaled(1.08));
    EXPECT_EQ(shaped.runs[1].size, style.size);
}

}  // namespace
}  // namespace brochure::text
