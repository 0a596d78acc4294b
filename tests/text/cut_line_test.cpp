#include <algorithm>
#include <cmath>
#include <random>

#include "support.hpp"

namespace brochure::text {
namespace {

const char* const long_paragraph =
    "Bij uitzaaiingen in de botten kunnen pijnklachten, botbreuken en hypercalciëmie ontstaan. Uw "
    "behandelend arts "
    "bespreekt met u welke behandeling het meest geschikt is: bestraling, medicijnen zoals bisfosfonaten, "
    "een "
    "operatie of een combinatie daarvan. De officiële naam is ‘botmetastase’; soms wordt het ruggenmerg "
    "bekneld "
    "doordat een wervel inzakt. Dat heet rugge\u00ADmerg\u00ADcompressie en is altijd een reden om direct "
    "contact op "
    "te nemen. Een CT-scan of MRI-onderzoek (5\u00A0minuten) is efficiënt: AV, Tof, Wij, fijn, affiche, "
    "10–14 dagen.";

class CutLine : public TextTest {
  protected:
    // Every byte of the line belongs to exactly one glyph.
    static void expect_partition(const std::vector<LineRun>& line, TextRange text) {
        std::vector<TextRange> sources;
        for (const LineRun& run : line) {
            ASSERT_EQ(run.glyphs.size(), run.sources.size());
            for (const TextRange source : run.sources) {
                if (!source.empty()) sources.push_back(source);
            }
        }
        std::sort(sources.begin(), sources.end());
        std::uint32_t at = text.begin;
        for (const TextRange source : sources) {
            ASSERT_EQ(source.begin, at);
            at = source.end;
        }
        ASSERT_EQ(at, text.end);
    }

    static TextRange text_of(const ShapedParagraph& shaped, std::optional<std::size_t> from, std::size_t to) {
        return {from ? shaped.opportunities[*from].next_start : 0, shaped.opportunities[to].line_end};
    }

    void cut_at_random(const style::StyledParagraph& paragraph, std::size_t cuts) {
        const ShapedParagraph shaped = shape(paragraph);
        ASSERT_FALSE(sink.has_errors());
        std::mt19937 random(1);
        const std::size_t count = shaped.opportunities.size();
        for (std::size_t i = 0; i < cuts; ++i) {
            const std::size_t to = random() % count;
            std::optional<std::size_t> from;
            if (const std::size_t start = random() % (to + 1); start > 0) from = start - 1;
            const std::vector<LineRun> line = cut_line(paragraph, shaped, from, to, fonts);
            ASSERT_NEAR(width(line).to_points(), width(shaped, from, to).to_points(), 0.001)
                << text_of(shaped, from, to).of(paragraph.text);
            expect_partition(line, text_of(shaped, from, to));
        }
    }
};

TEST_F(CutLine, IsAsWideAsTheArithmeticSaysInSans) {
    style.hyphenation = design::HyphenationUse::normal;
    cut_at_random(paragraph_of(long_paragraph, style), 5000);
}

TEST_F(CutLine, IsAsWideAsTheArithmeticSaysInSerif) {
    style = body_style("noto-serif");
    style.hyphenation = design::HyphenationUse::normal;
    cut_at_random(paragraph_of(long_paragraph, style), 5000);
}

TEST_F(CutLine, IsAsWideAsTheArithmeticSaysOverSeveralRuns) {
    style.hyphenation = design::HyphenationUse::normal;
    cut_at_random(
        paragraph_of({{"Een behan"}, {"de", "nl", 700}, {"ling met ✓ en שלום עולם"}, {" fijn", "nl", 700}},
                     style),
        1000);
}

TEST_F(CutLine, KeepsEveryByteOfTextsInAnyScript) {
    const std::vector<std::string> pieces{
        "pijn",   "behandeling", " ",      " ",      "fi",     "ffi",   "-",      "\u00AD", "\u200B",
        "\u2028", "\u00A0",      "\u202F", "שלום",   "سلام",   "لا",    "\u0301", "é",      "e\u0308",
        "✓",      "骨",          "\u200D", "\u2060", "(",      ")",     "“",      "12",     ".",
        ",",      "AV",          "\u0323", "ሰላም",    "\u2066", "\u202E"};
    style.hyphenation = design::HyphenationUse::normal;
    std::mt19937 random(7);
    for (int round = 0; round < 1000; ++round) {
        std::vector<Stretch> stretches;
        for (std::size_t run = 0; run < 1 + random() % 4; ++run) {
            Stretch& stretch = stretches.emplace_back();
            stretch.weight = random() % 2 ? 400 : 700;
            for (std::size_t i = 0; i < random() % 8; ++i) stretch.text += pieces[random() % pieces.size()];
        }
        auto paragraph = paragraph_of(stretches, style);
        paragraph.right_to_left = random() % 2;
        const ShapedParagraph shaped = shape(paragraph);
        ASSERT_EQ(shaped.fragments.size(), shaped.opportunities.size());
        std::uint32_t at = 0;
        for (std::size_t i = 0; i < shaped.fragments.size(); ++i) {
            ASSERT_EQ(shaped.fragments[i].range, (TextRange{at, shaped.opportunities[i].line_end}));
            ASSERT_GE(shaped.opportunities[i].next_start, shaped.opportunities[i].line_end);
            at = shaped.opportunities[i].next_start;
        }
        ASSERT_EQ(at, paragraph.text.size());
        for (std::size_t to = 0; to < shaped.opportunities.size(); ++to) {
            // No line goes past a forced end.
            for (std::size_t start = to + 1; start-- > 0;) {
                if (start < to && shaped.opportunities[start].kind == BreakKind::forced) break;
                const std::optional<std::size_t> from = start ? std::optional(start - 1) : std::nullopt;
                const auto line = cut_line(paragraph, shaped, from, to, fonts);
                if (!line.empty()) expect_partition(line, text_of(shaped, from, to));
                ASSERT_NEAR(width(line).to_points(), width(shaped, from, to).to_points(), 0.001)
                    << text_of(shaped, from, to).of(paragraph.text) << "\nof: " << paragraph.text;
            }
        }
    }
}

TEST_F(CutLine, GivesTheWholeParagraphItsOwnGlyphs) {
    const auto paragraph = paragraph_of("Pijn in de rug.", style);
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, {}, shaped.opportunities.size() - 1, fonts);
    ASSERT_EQ(line.size(), 1U);
    EXPECT_EQ(line[0].glyphs.size(), shaped.runs[0].glyphs.size());
    EXPECT_FALSE(line[0].ends_in_added_hyphen);
}

TEST_F(CutLine, AddsAHyphenThatStandsForNoText) {
    style.hyphenation = design::HyphenationUse::normal;
    const auto paragraph = paragraph_of("wervel", style);
    const ShapedParagraph shaped = shape(paragraph);
    const auto first = cut_line(paragraph, shaped, {}, 0, fonts);
    ASSERT_EQ(first.size(), 1U);
    EXPECT_TRUE(first[0].ends_in_added_hyphen);
    ASSERT_EQ(first[0].sources.size(), 4U);
    EXPECT_EQ(first[0].sources[2], (TextRange{2, 3}));
    EXPECT_TRUE(first[0].sources[3].empty());
    const auto second = cut_line(paragraph, shaped, 0, 1, fonts);
    EXPECT_FALSE(second[0].ends_in_added_hyphen);
    EXPECT_EQ(second[0].sources.front(), (TextRange{3, 4}));
}

TEST_F(CutLine, GivesALigatureAllItsBytes) {
    style = body_style("noto-serif");
    const auto paragraph = paragraph_of("officieel", style);
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, {}, 0, fonts);
    expect_partition(line, {0, 9});
    ASSERT_LT(line[0].glyphs.size(), 9U) << "the face has no ligature to test with";
    const auto widest = std::max_element(line[0].sources.begin(), line[0].sources.end(),
                                         [](TextRange a, TextRange b) { return a.length() < b.length(); });
    EXPECT_GE(widest->length(), 2U);
}

TEST_F(CutLine, PartsALigatureWhereTheWordIsBroken) {
    style = body_style("noto-serif");
    const auto paragraph = paragraph_of("gif\u00ADfiguur", style);
    const ShapedParagraph shaped = shape(paragraph);
    const auto first = cut_line(paragraph, shaped, {}, 0, fonts);
    const auto second = cut_line(paragraph, shaped, 0, 1, fonts);
    expect_partition(first, {0, 3});
    expect_partition(second, {5, 11});
    EXPECT_NEAR(width(first).to_points(), width(shaped, {}, 0).to_points(), 0.001);
    EXPECT_NEAR(width(second).to_points(), width(shaped, 0, 1).to_points(), 0.001);
}

TEST_F(CutLine, GivesSoftHyphensInsideTheLineToTheLetterBefore) {
    const auto paragraph = paragraph_of("be\u00ADhan", style);
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, {}, 1, fonts);
    ASSERT_EQ(line[0].sources.size(), 5U);
    EXPECT_EQ(line[0].sources[1], (TextRange{1, 4}));
}

TEST_F(CutLine, KeepsTheBytesOfARunOfInvisibleCharacters) {
    const auto paragraph =
        paragraph_of({{"\u2060", "nl", 700}, {"be"}, {"\u2060", "nl", 700}, {"han"}}, style);
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, {}, shaped.opportunities.size() - 1, fonts);
    expect_partition(line, {0, 11});
    EXPECT_EQ(line.size(), 2U);
}

TEST_F(CutLine, GivesALetterComposedFromTwoOneSource) {
    const auto paragraph = paragraph_of("e\u0308a", style);
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, {}, 0, fonts);
    expect_partition(line, {0, 4});
    EXPECT_EQ(line[0].sources.front(), (TextRange{0, 3}));
}

TEST_F(CutLine, SetsHebrewFromRightToLeftInALatinLine) {
    const auto paragraph = paragraph_of("ja שלום עולם nee", style);
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, {}, shaped.opportunities.size() - 1, fonts);
    ASSERT_EQ(line.size(), 3U);
    const LineRun& hebrew = line[1];
    EXPECT_EQ(hebrew.sources.front().end, 20U);
    EXPECT_EQ(hebrew.sources.back().begin, 3U);
    expect_partition(line, {0, 24});
}

TEST_F(CutLine, SetsLatinFromLeftToRightInAHebrewParagraph) {
    auto paragraph = paragraph_of("שלום CT scan עולם", style);
    paragraph.right_to_left = true;
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, {}, shaped.opportunities.size() - 1, fonts);
    ASSERT_EQ(line.size(), 3U);
    EXPECT_EQ(line[0].sources.back().begin, 16U);
    EXPECT_EQ(line[1].sources.front().begin, 9U);
    EXPECT_EQ(line[2].sources.back().begin, 0U);
}

TEST_F(CutLine, RepeatsTheHyphenAtTheNextLinesStart) {
    language.hyphenation.repeat_hyphen = true;
    const auto paragraph = paragraph_of("biało-czerwony", style);
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, 0, 1, fonts);
    EXPECT_TRUE(line[0].starts_in_added_hyphen);
    EXPECT_TRUE(line[0].sources.front().empty());
    EXPECT_NEAR(width(line).to_points(), width(shaped, 0, 1).to_points(), 0.001);
    expect_partition(line, {7, 15});
}

TEST_F(CutLine, OfAnEmptyLineHasNoRuns) {
    const auto paragraph = paragraph_of("a\u2028\u2028b", style);
    const ShapedParagraph shaped = shape(paragraph);
    EXPECT_TRUE(cut_line(paragraph, shaped, 0, 1, fonts).empty());
}

}  // namespace
}  // namespace brochure::text
