#include "layout/lines/set_paragraph.hpp"

#include <gmock/gmock.h>

#include "composing.hpp"
#include "layout/lines/text_widths.hpp"

namespace brochure::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr Length hair = Length::points(0.001);

class SetParagraphs : public LayoutTest {};

TEST_F(SetParagraphs, StartAlignedLinesBeginAtTheLeftAndFitTheMeasure) {
    const Paragraph paragraph = set(dutch_text, pt(300), design::Align::start);
    ASSERT_GT(paragraph.set.lines.size(), 5U);
    for (const SetLine& line : paragraph.set.lines) {
        const Extent extent = extent_of(line.content.items);
        EXPECT_EQ(extent.left, Length{});
        EXPECT_LE(extent.right, pt(300));
        EXPECT_EQ(extent.right, line.width);
        EXPECT_FALSE(line.stretched);
    }
}

TEST_F(SetParagraphs, JustifiedLinesEndExactlyAtTheMeasure) {
    for (double measure = 150; measure <= 350; measure += 12.5) {
        const Paragraph paragraph = set(dutch_text, pt(measure), design::Align::justified);
        const std::size_t last = paragraph.set.lines.size() - 1;
        for (std::size_t i = 0; i < last; ++i) {
            const Extent extent = extent_of(paragraph.set.lines[i].content.items);
            EXPECT_TRUE(paragraph.set.lines[i].stretched);
            EXPECT_EQ(extent.left, Length{}) << measure;
            EXPECT_NEAR(extent.right.to_points(), measure, 0.001) << paragraph.lines()[i];
        }
    }
}

TEST_F(SetParagraphs, JustifiedLinesWithScaledGlyphsEndExactlyAtTheMeasure) {
    style.breaking.glyph_scaling = 0.02;
    bool scaled = false;
    for (double measure = 150; measure <= 350; measure += 12.5) {
        const Paragraph paragraph = set(dutch_text, pt(measure), design::Align::justified);
        const std::size_t last = paragraph.set.lines.size() - 1;
        for (std::size_t i = 0; i < last; ++i) {
            const auto runs = all_of<GlyphRun>(paragraph.set.lines[i].content.items);
            EXPECT_NEAR(runs.front().horizontal_scale, 1, 0.02 + 1e-9);
            scaled = scaled || runs.front().horizontal_scale != 1;
            EXPECT_NEAR(extent_of(paragraph.set.lines[i].content.items).right.to_points(), measure, 0.001);
        }
        // The last line has its own width, unless it only just fits.
        const SetLine& ending = paragraph.set.lines[last];
        if (!ending.stretched) {
            EXPECT_EQ(all_of<GlyphRun>(ending.content.items).front().horizontal_scale, 1);
        }
    }
    EXPECT_TRUE(scaled);
}

TEST_F(SetParagraphs, WordSpacesOfAJustifiedLineAreAlike) {
    const Paragraph paragraph = set(dutch_text, pt(250), design::Align::justified);
    for (std::size_t i = 0; i + 1 < paragraph.set.lines.size(); ++i) {
        const SetLine& line = paragraph.set.lines[i];
        for (const GlyphRun& run : all_of<GlyphRun>(line.content.items)) {
            for (const PlacedGlyph& glyph : run.glyphs) {
                if (glyph.source.of(paragraph.text()) != " ") continue;
                // The last space takes what does not divide.
                EXPECT_NEAR(glyph.advance.to_points(), line.word_space.to_points(), 0.001);
            }
        }
    }
}

TEST_F(SetParagraphs, TheLastLineOfAJustifiedParagraphKeepsItsNaturalSpaces) {
    const Paragraph paragraph = set("Bel de arts bij koorts of pijn.", pt(110), design::Align::justified);
    EXPECT_THAT(paragraph.lines(), ElementsAre("Bel de arts bij", "koorts of pijn."));
    const SetLine& last = paragraph.set.lines.back();
    EXPECT_FALSE(last.stretched);
    EXPECT_EQ(last.word_space, paragraph.shaped.word_space);
    EXPECT_LT(extent_of(last.content.items).right, pt(110));
}

TEST_F(SetParagraphs, ALineBeforeAHardBreakKeepsItsNaturalSpaces) {
    const Paragraph paragraph =
        set("Bel de arts\u2028of de verpleegkundige.", pt(250), design::Align::justified);
    EXPECT_THAT(paragraph.lines(), ElementsAre("Bel de arts", "of de verpleegkundige."));
    EXPECT_FALSE(paragraph.set.lines[0].stretched);
}

TEST_F(SetParagraphs, CommasFullStopsAndHyphensHangOutAndLettersDoNot) {
    style.breaking.hanging_punctuation = true;
    style.hyphenation = design::HyphenationUse::normal;
    int hanging = 0;
    for (double measure = 120; measure <= 350; measure += 5) {
        const Paragraph paragraph = set(dutch_text, pt(measure), design::Align::justified);
        for (std::size_t i = 0; i + 1 < paragraph.set.lines.size(); ++i) {
            const Length right = extent_of(paragraph.set.lines[i].content.items).right;
            if (!paragraph.set.lines[i].stretched) continue;  // a single word
            EXPECT_NEAR(paragraph.set.lines[i].width.to_points(), measure, 0.001);
            const std::string words = paragraph.lines()[i];
            if (std::string_view{".,-"}.find(words.back()) != std::string_view::npos) {
                ++hanging;
                EXPECT_GT(right, pt(measure)) << words;
                EXPECT_LT(right, pt(measure) + style.size / 2) << words;
            } else if (std::isalpha(static_cast<unsigned char>(words.back())) != 0) {
                EXPECT_NEAR(right.to_points(), measure, 0.001) << words;
            }
        }
    }
    EXPECT_GT(hanging, 20);
}

TEST_F(SetParagraphs, AnOpeningQuotationMarkHangsOutAtTheStart) {
    style.breaking.hanging_punctuation = true;
    const Paragraph paragraph = set("“Het helpt”, zei zij.", pt(250), design::Align::start);
    EXPECT_LT(extent_of(paragraph.set.lines[0].content.items).left, Length{});
}

TEST_F(SetParagraphs, CentredAndEndAlignedLinesStandWhereTheySay) {
    const Paragraph centred = set("Vragen?", pt(200), design::Align::centre);
    const Extent middle = extent_of(centred.set.lines[0].content.items);
    EXPECT_NEAR((middle.left + middle.right).to_points(), 200, 0.001);
    const Paragraph end = set("Vragen?", pt(200), design::Align::end);
    EXPECT_EQ(extent_of(end.set.lines[0].content.items).right, pt(200));
}

TEST_F(SetParagraphs, TheFirstLineIsIndented) {
    style.indent = pt(12);
    const Paragraph paragraph = set(dutch_text, pt(250), design::Align::justified);
    EXPECT_EQ(extent_of(paragraph.set.lines[0].content.items).left, pt(12));
    EXPECT_NEAR(extent_of(paragraph.set.lines[0].content.items).right.to_points(), 250, 0.001);
    EXPECT_EQ(extent_of(paragraph.set.lines[1].content.items).left, Length{});
}

TEST_F(SetParagraphs, RightToLeftLinesBeginAtTheRight) {
    right_to_left = true;
    style.indent = pt(12);
    const Paragraph paragraph = set(dutch_text, pt(250), design::Align::start);
    EXPECT_EQ(extent_of(paragraph.set.lines[0].content.items).right, pt(238));
    for (std::size_t i = 1; i < paragraph.set.lines.size(); ++i) {
        EXPECT_EQ(extent_of(paragraph.set.lines[i].content.items).right, pt(250));
    }
}

TEST_F(SetParagraphs, AChineseLineFillsItsMeasureUnlessItLacksACharacter) {
    const Length em = style.size;
    const std::string han = "其他疾病也可能引起同样的症状因此需要做检查以后再说";
    const Length almost = em * 18 + em / 2;
    EXPECT_NEAR(set(han, almost, design::Align::start).set.lines.at(0).width.to_points(), almost.to_points(),
                0.01);
    // The word goes to the next line whole.
    const Paragraph early = set(han.substr(0, 17 * 3) + "electromagnetisch", em * 20, design::Align::start);
    EXPECT_NEAR(early.set.lines.at(0).width.to_points(), (em * 17).to_points(), 0.01);
    // Where a layout wants straight edges it has them.
    const Paragraph straight =
        set(han.substr(0, 17 * 3) + "electromagnetisch", em * 20, design::Align::justified);
    EXPECT_NEAR(straight.set.lines.at(0).width.to_points(), (em * 20).to_points(), 0.01);
}

TEST_F(SetParagraphs, ALineThatEndsWhereAVoicePausesIsNotFilled) {
    style.sentences = design::Sentences::own_line;
    const Length measure = style.size * 18 + style.size / 2;
    const Paragraph set =
        this->set("其他疾病也可能引起同样的症状因此需要做检查以后再说", measure, design::Align::start);
    EXPECT_NEAR(set.set.lines.at(0).width.to_points(), (style.size * 18).to_points(), 0.01);
}

TEST_F(SetParagraphs, BalancedLinesAreOfLikeLength) {
    const std::string heading = "Wat kunt u zelf doen als de pijn erger wordt?";
    const Paragraph plain = set(heading, pt(200), design::Align::start);
    style.balanced = true;
    const Paragraph balanced = set(heading, pt(200), design::Align::start);
    ASSERT_THAT(plain.set.lines, SizeIs(2));
    ASSERT_THAT(balanced.set.lines, SizeIs(2));
    auto difference = [](const Paragraph& paragraph) {
        const Length by = paragraph.set.lines[0].width - paragraph.set.lines[1].width;
        return std::max(by, -by);
    };
    EXPECT_LT(difference(balanced), difference(plain));
    EXPECT_LT(difference(balanced), pt(60));
}

TEST_F(SetParagraphs, EveryByteIsSetOnceWhateverTheMeasure) {
    style.hyphenation = design::HyphenationUse::normal;
    style.breaking.hanging_punctuation = true;
    for (double measure = 20; measure <= 400; measure += 7) {
        for (const auto align : {design::Align::start, design::Align::justified, design::Align::end}) {
            const Paragraph paragraph = set(dutch_text, pt(measure), align);
            EXPECT_EQ(coverage_fault(paragraph), "") << measure;
        }
    }
}

TEST_F(SetParagraphs, RunsOfALineStandOneBehindTheOther) {
    const Paragraph paragraph = set({"Smeer ", "dun", " en vaak."}, pt(250), design::Align::start);
    const auto runs = all_of<GlyphRun>(paragraph.set.lines[0].content.items);
    ASSERT_THAT(runs, SizeIs(3));
    EXPECT_EQ(runs[1].origin.x, runs[0].origin.x + width_of(runs[0]));
    EXPECT_EQ(runs[2].origin.x, runs[1].origin.x + width_of(runs[1]));
    EXPECT_NE(std::get<style::LeafId>(paragraph.set.lines[0].content.items[0].belongs),
              std::get<style::LeafId>(paragraph.set.lines[0].content.items[1].belongs));
}

TEST_F(SetParagraphs, ARaisedRunStandsAboveTheBaseline) {
    edit = [](style::StyledParagraph& paragraph) { paragraph.runs.at(1).style.rise = Length::points(4); };
    const Paragraph paragraph = set({"dun", "1", " en vaak."}, pt(250), design::Align::start);
    const auto runs = all_of<GlyphRun>(paragraph.set.lines[0].content.items);
    EXPECT_EQ(runs.at(0).origin.y, Length{});
    EXPECT_EQ(runs.at(1).origin.y, pt(-4));
    EXPECT_EQ(runs.at(2).origin.y, Length{});
}

TEST_F(SetParagraphs, ABrokenWordIsNamedOnBothItsLines) {
    style.hyphenation = design::HyphenationUse::normal;
    style.breaking.min_word_length = 5;
    const std::string text = "Verpleegkundigen";
    const Paragraph paragraph = set(text, pt(70), design::Align::start);
    ASSERT_GT(paragraph.set.lines.size(), 1U);
    const GlyphRun first = all_of<GlyphRun>(paragraph.set.lines[0].content.items).at(0);
    const GlyphRun second = all_of<GlyphRun>(paragraph.set.lines[1].content.items).at(0);
    EXPECT_TRUE(first.ends_in_added_hyphen);
    EXPECT_FALSE(first.continues_word);
    EXPECT_TRUE(second.continues_word);
    EXPECT_EQ(first.broken_word.of(text), text);
    EXPECT_EQ(second.broken_word.of(text), text);
    EXPECT_TRUE(paragraph.set.lines[0].hyphenated);
    EXPECT_FALSE(first.space_follows);
}

TEST_F(SetParagraphs, ALineEndAtASpaceIsReadAsASpace) {
    const Paragraph paragraph = set("Smeer dun en vaak.", pt(60), design::Align::start);
    ASSERT_GT(paragraph.set.lines.size(), 1U);
    for (std::size_t i = 0; i < paragraph.set.lines.size(); ++i) {
        const bool last = i + 1 == paragraph.set.lines.size();
        EXPECT_EQ(all_of<GlyphRun>(paragraph.set.lines[i].content.items).back().space_follows, !last);
    }
}

TEST_F(SetParagraphs, ALinkOverTwoLinesHasAnAreaOnEach) {
    edit = [](style::StyledParagraph& paragraph) {
        paragraph.links.push_back({style::NodeId{1}, "https://x.example/", "", "de site"});
        paragraph.runs.at(1).link = 0;
    };
    const Paragraph paragraph =
        set({"Lees ", "de site van het ziekenhuis", " nu."}, pt(110), design::Align::start);
    ASSERT_THAT(paragraph.lines(), ElementsAre("Lees de site van", "het ziekenhuis nu."));
    ASSERT_THAT(paragraph.set.lines[0].content.links, SizeIs(1));
    ASSERT_THAT(paragraph.set.lines[1].content.links, SizeIs(1));
    const LinkArea& first = paragraph.set.lines[0].content.links[0];
    EXPECT_EQ(first.node, style::NodeId{1});
    EXPECT_EQ(first.address, "https://x.example/");
    EXPECT_EQ(first.box.left(), width_of(all_of<GlyphRun>(paragraph.set.lines[0].content.items)[0]));
    EXPECT_EQ(first.box.right(), extent_of(paragraph.set.lines[0].content.items).right);
    EXPECT_LT(first.box.top(), Length{});
    EXPECT_GT(first.box.bottom(), Length{});
}

TEST_F(SetParagraphs, AFootnoteBelongsToTheLineOfItsMark) {
    edit = [](style::StyledParagraph& paragraph) {
        paragraph.footnotes_at = {5, 34};
        paragraph.footnotes = {7, 8};
    };
    const Paragraph paragraph =
        set({"Smeer", "1", " dun en elke dag opnieuw", "…", " 2", " vaak."}, pt(110), design::Align::start);
    ASSERT_GT(paragraph.set.lines.size(), 1U);
    std::vector<std::size_t> found;
    for (const SetLine& line : paragraph.set.lines) {
        for (const std::size_t note : line.content.footnotes) {
            const std::uint32_t at = note == 7 ? 5 : 34;
            EXPECT_TRUE(line.range.contains(at));
            found.push_back(note);
        }
    }
    EXPECT_THAT(found, ElementsAre(7U, 8U));
}

TEST_F(SetParagraphs, AnEmptyParagraphHasOneEmptyLine) {
    const Paragraph paragraph = set("", pt(250), design::Align::start);
    ASSERT_THAT(paragraph.set.lines, SizeIs(1));
    EXPECT_THAT(paragraph.set.lines[0].content.items, IsEmpty());
}

TEST_F(SetParagraphs, AWordWiderThanTheMeasureIsPartedAnywhereAndSaysSo) {
    const std::string word = "Arbeidsongeschiktheidsverzekering";
    const Paragraph paragraph = set(word, pt(60), design::Align::start);
    EXPECT_TRUE(paragraph.set.words_cut);
    EXPECT_GT(paragraph.set.lines.size(), 2U);
    EXPECT_EQ(coverage_fault(paragraph), "");
    for (const SetLine& line : paragraph.set.lines) {
        EXPECT_EQ(line.overfull, Length{});
        EXPECT_LE(extent_of(line.content.items).right, pt(60) + hair);
    }
    EXPECT_FALSE(set(word, pt(300), design::Align::start).set.words_cut);
}

TEST_F(SetParagraphs, WhatIsNarrowerThanALetterSticksOutByAKnownAmount) {
    const Paragraph paragraph = set("W", pt(2), design::Align::start);
    ASSERT_THAT(paragraph.set.lines, SizeIs(1));
    EXPECT_EQ(paragraph.set.lines[0].overfull, extent_of(paragraph.set.lines[0].content.items).right - pt(2));
}

class ColumnArithmetic : public LayoutTest {
  protected:
    text::ShapedParagraph shaped(const std::string& text) {
        return set(text, pt(300), design::Align::start).shaped;
    }
};

TEST_F(ColumnArithmetic, TheWidestPieceIsTheWidestWord) {
    EXPECT_EQ(widest_piece(shaped("een ziekenhuis of twee")), natural_width(shaped("ziekenhuis")));
    EXPECT_EQ(widest_piece(shaped("")), Length{});
}

TEST_F(ColumnArithmetic, AWordThatMayBeHyphenatedCountsWhole) {
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(widest_piece(shaped("een ziekenhuis of twee")), natural_width(shaped("ziekenhuis")));
}

TEST_F(ColumnArithmetic, TheNaturalWidthIsTheWidestLineWithHardBreaksAlone) {
    EXPECT_EQ(natural_width(shaped("een\u2028een ziekenhuis\u2028twee")),
              natural_width(shaped("een ziekenhuis")));
}

TEST_F(ColumnArithmetic, FewestLinesNeverGrowWithTheMeasureAndEndAtTheNaturalWidth) {
    const text::ShapedParagraph paragraph = shaped(dutch_text);
    std::size_t before = 1000;
    for (Length measure = widest_piece(paragraph); measure < natural_width(paragraph); measure += pt(3)) {
        const std::size_t lines = fewest_lines(paragraph, measure);
        EXPECT_LE(lines, before);
        EXPECT_GE(lines, 2U);
        before = lines;
    }
    EXPECT_EQ(fewest_lines(paragraph, natural_width(paragraph)), 1U);
    EXPECT_EQ(fewest_lines(shaped("een\u2028twee"), pt(300)), 2U);
}

TEST_F(ColumnArithmetic, LinesAreNeverMoreThanWereReckoned) {
    for (double measure = 90; measure < 330; measure += 7) {
        const Paragraph paragraph = set(dutch_text, pt(measure), design::Align::start);
        EXPECT_LE(fewest_lines(paragraph.shaped, pt(measure)), paragraph.set.lines.size());
    }
}

}  // namespace
}  // namespace brochure::layout
