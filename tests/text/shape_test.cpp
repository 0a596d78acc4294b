#include "support.hpp"

namespace brochure::text {
namespace {

using Shaping = TextTest;

TEST_F(Shaping, MakesOneRunOfPlainText) {
    const ShapedParagraph shaped = shape(paragraph_of("Pijn, in 2 botten (en meer)…", style));
    ASSERT_EQ(shaped.runs.size(), 1U);
    EXPECT_EQ(shaped.runs[0].level, 0);
}

TEST_F(Shaping, KeepsStyledRunsApart) {
    const ShapedParagraph shaped = shape(paragraph_of({{"Pijn "}, {"erg", "nl", 700}, {" lang"}}, style));
    ASSERT_EQ(shaped.runs.size(), 3U);
    EXPECT_EQ(shaped.runs[1].styled_run, 1U);
    EXPECT_EQ(shaped.runs[1].range, (TextRange{5, 8}));
    EXPECT_NE(shaped.runs[0].face, shaped.runs[1].face);
    EXPECT_EQ(shaped.runs[0].face, shaped.runs[2].face);
}

TEST_F(Shaping, SetsAMissingCharacterInAFallbackFace) {
    const auto paragraph = paragraph_of("Ja ✓, nee", style);
    const ShapedParagraph shaped = shape(paragraph);
    EXPECT_FALSE(sink.has_errors());
    ASSERT_EQ(shaped.runs.size(), 3U);
    EXPECT_EQ(shaped.runs[1].range.of(paragraph.text), "✓");
    EXPECT_NE(shaped.runs[1].face, shaped.runs[0].face);
    EXPECT_EQ(shaped.runs[2].face, shaped.runs[0].face);
}

TEST_F(Shaping, KeepsAMarkWithItsLetter) {
    const auto paragraph = paragraph_of("cafe\u0301 q\u0308", style);
    const ShapedParagraph shaped = shape(paragraph);
    EXPECT_FALSE(sink.has_errors());
    EXPECT_EQ(shaped.runs.size(), 1U);
}

TEST_F(Shaping, TakesSpacesAndNoBreakHyphensFromAnyFace) {
    const ShapedParagraph shaped = shape(paragraph_of("\u2011a\u2007b\u202Fc\u205Fd\u2011e\u3000f", style));
    EXPECT_FALSE(sink.has_errors());
    EXPECT_EQ(shaped.runs.size(), 1U);
}

TEST_F(Shaping, NamesAMissingCharacterWithItsPlace) {
    shape(paragraph_of("Eén ünï \U000F1234 en \U000F1234", style));
    ASSERT_EQ(sink.errors(), 1U);
    const diag::Diagnostic fault = sink.sorted().front();
    EXPECT_EQ(fault.code, "glyph-missing");
    EXPECT_EQ(fault.place, (Place{"content/proef/nl.md", 7, 11}));
    EXPECT_NE(fault.message.find("U+F1234"), std::string::npos) << fault.message;
    EXPECT_NE(fault.message.find("noto-sans"), std::string::npos) << fault.message;
}

TEST_F(Shaping, NamesTheScriptThatNoFaceHasOnceWithItsPunctuation) {
    shape(paragraph_of("Goed: ᏣᎳᎩ, ᏣᎳᎩ", style));
    ASSERT_EQ(sink.errors(), 1U);
    const diag::Diagnostic fault = sink.sorted().front();
    EXPECT_NE(fault.message.find("the script Cherokee"), std::string::npos) << fault.message;
}

TEST_F(Shaping, GoesOnAfterAMissingCharacter) {
    const auto paragraph = paragraph_of("a \U000F1234 b", style);
    const ShapedParagraph shaped = shape(paragraph);
    EXPECT_EQ(shaped.fragments.size(), 3U);
    EXPECT_GT(shaped.fragments[2].width, Length{});
}

TEST_F(Shaping, SetsNoGlyphForInvisibleCharacters) {
    const ShapedParagraph plain = shape(paragraph_of("behandelingen", style));
    const ShapedParagraph marked = shape(paragraph_of("be\u00ADhan\u200Bde\u2060lingen", style));
    std::size_t glyphs = 0;
    for (const ShapedRun& run : marked.runs) glyphs += run.glyphs.size();
    EXPECT_EQ(glyphs, plain.runs[0].glyphs.size());
}

TEST_F(Shaping, GivesHebrewARightToLeftRunInItsOwnFace) {
    const auto paragraph = paragraph_of("Het woord שלום betekent vrede", style);
    const ShapedParagraph shaped = shape(paragraph);
    EXPECT_FALSE(sink.has_errors());
    ASSERT_EQ(shaped.runs.size(), 3U);
    EXPECT_EQ(shaped.runs[1].level, 1);
    EXPECT_EQ(shaped.runs[1].range.of(paragraph.text), "שלום");
    EXPECT_NE(shaped.runs[1].face, shaped.runs[0].face);
}

TEST_F(Shaping, TakesHeightFromTheTallestFace) {
    const ShapedParagraph latin = shape(paragraph_of("Pijn", style));
    const ShapedParagraph mixed = shape(paragraph_of("Pijn ✓", style));
    EXPECT_GT(latin.ascent, Length::points(8));
    EXPECT_GT(latin.descent, Length::points(1));
    EXPECT_GE(mixed.ascent, latin.ascent);
}

TEST_F(Shaping, OfADocumentGivesTheSameFromTheCache) {
    style.hyphenation = design::HyphenationUse::normal;
    style::StyledDocument document;
    document.paragraphs.push_back(paragraph_of("De behandeling van botmetastasen.", style));
    document.paragraphs.push_back(paragraph_of({{"Uw "}, {"arts", "nl", 700}, {" belt (blz. 12)."}}, style));
    ShapeCache cache;
    const ShapedDocument first = shape_document(document, language, fonts, hyphenator, cache, sink);
    const ShapedDocument second = shape_document(document, language, fonts, hyphenator, cache, sink);
    for (std::size_t i = 0; i < 2; ++i) {
        const ShapedParagraph& a = first.paragraphs[style::ParagraphId{i}];
        const ShapedParagraph& b = second.paragraphs[style::ParagraphId{i}];
        const ShapedParagraph alone = shape(document.paragraphs[style::ParagraphId{i}]);
        ASSERT_EQ(a.opportunities.size(), b.opportunities.size());
        ASSERT_EQ(a.opportunities.size(), alone.opportunities.size());
        for (std::size_t to = 0; to < a.opportunities.size(); ++to) {
            EXPECT_EQ(width(a, {}, to), width(b, {}, to));
            EXPECT_EQ(width(a, {}, to), width(alone, {}, to));
        }
    }
}

TEST_F(Shaping, OfADocumentTellsParagraphsOfOneTextApartByStyle) {
    design::TextStyle large = style;
    large.size = Length::points(18);
    style::StyledDocument document;
    document.paragraphs.push_back(paragraph_of("Pijn", style));
    document.paragraphs.push_back(paragraph_of("Pijn", large));
    ShapeCache cache;
    const ShapedDocument shaped = shape_document(document, language, fonts, hyphenator, cache, sink);
    EXPECT_LT(shaped.paragraphs[style::ParagraphId{0}].fragments[0].width,
              shaped.paragraphs[style::ParagraphId{1}].fragments[0].width);
}

TEST_F(Shaping, OfADocumentReportsAMissingCharacterInEveryPass) {
    style::StyledDocument document;
    document.paragraphs.push_back(paragraph_of("\U000F1234", style));
    ShapeCache cache;
    shape_document(document, language, fonts, hyphenator, cache, sink);
    Sink second;
    shape_document(document, language, fonts, hyphenator, cache, second);
    EXPECT_EQ(second.errors(), 1U);
}

}  // namespace
}  // namespace brochure::text
