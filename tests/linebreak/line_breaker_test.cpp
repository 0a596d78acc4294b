#include "linebreak/line_breaker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "linebreak/paragraph.hpp"

namespace brochure::linebreak {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_text::letter;
using testing_text::lines_of;
using testing_text::Paragraph;
using testing_text::set;

Settings justified(int letters) {
    return {.measure = letter * letters, .tolerance = 10000, .max_hyphen_run = no_limit};
}

Settings ragged(int letters) {
    Settings settings = justified(letters);
    settings.mode = Mode::ragged;
    settings.ragged_zone = letter * 4;
    return settings;
}

std::vector<std::string> broken(const Paragraph& paragraph, const Settings& settings) {
    return lines_of(paragraph, break_lines(paragraph.items, settings));
}

TEST(BreakLines, EndsLinesAtSpacesAndDropsThem) {
    EXPECT_THAT(broken(set("aa bb cc"), ragged(5)), ElementsAre("aa bb", "cc"));
}

TEST(BreakLines, AddsTheHyphenOfABrokenWord) {
    EXPECT_THAT(broken(set("kun|nen"), ragged(4)), ElementsAre("kun-", "nen"));
}

TEST(BreakLines, KeepsWordsTogetherAtANoBreakSpace) {
    EXPECT_THAT(broken(set("a b 10~mg"), ragged(6)), ElementsAre("a b", "10 mg"));
}

TEST(BreakLines, ALineMayEndAfterAHyphenOfTheText) {
    EXPECT_THAT(broken(set("bot-scan"), ragged(5)), ElementsAre("bot-", "scan"));
}

TEST(BreakLines, EndsALineWhereForced) {
    EXPECT_THAT(broken(set("aa\nbb cc"), justified(20)), ElementsAre("aa", "bb cc"));
}

TEST(BreakLines, TwoForcedBreaksMakeAnEmptyLine) {
    EXPECT_THAT(broken(set("aa\n\nbb"), justified(20)), ElementsAre("aa", "", "bb"));
}

TEST(BreakLines, AForcedBreakAtTheEndMakesNoEmptyLine) {
    EXPECT_THAT(broken(set("aa\n"), justified(20)), ElementsAre("aa"));
}

TEST(BreakLines, ASpaceAtTheEndMakesNoEmptyLine) {
    EXPECT_THAT(broken(set("aa "), ragged(2)), ElementsAre("aa "));
}

TEST(BreakLines, NothingGivesNoLines) { EXPECT_THAT(break_lines({}, justified(20)).lines, IsEmpty()); }

TEST(BreakLines, OnlyGlueGivesOneLine) {
    const std::vector<Item> items(50, Glue{.width = letter});
    const LineBreaks breaks = break_lines(items, justified(20));
    ASSERT_EQ(breaks.lines.size(), 1U);
    EXPECT_EQ(breaks.lines[0].break_at, items.size());
}

TEST(BreakLines, OnlyForcedBreaksGiveAsManyLines) {
    const std::vector<Item> items(3, Penalty{.cost = forced});
    EXPECT_EQ(break_lines(items, justified(20)).lines.size(), 3U);
}

TEST(BreakLines, AMeasureOfZeroLosesNothing) {
    EXPECT_THAT(broken(set("aa bb"), justified(0)), ElementsAre("aa", "bb"));
    EXPECT_THAT(broken(set("aa bb"), ragged(0)), ElementsAre("aa", "bb"));
}

TEST(BreakLines, AnOverlongWordGetsALineOfItsOwnAndIsReported) {
    const Paragraph paragraph = set("a radiotherapie b");
    const LineBreaks breaks = break_lines(paragraph.items, justified(10));
    EXPECT_THAT(lines_of(paragraph, breaks), ElementsAre("a", "radiotherapie", "b"));
    EXPECT_EQ(breaks.lines[1].overfull, letter * 3);
    EXPECT_EQ(breaks.widest_overfull(), letter * 3);
    EXPECT_EQ(breaks.pass, Pass::last_resort);
}

TEST(BreakLines, AnOverlongWordLeavesTheOtherLinesAsGoodAsTheyCanBe) {
    EXPECT_THAT(broken(set("aa bb cc dd radiotherapie aa bb cc dd"), justified(11)),
                ElementsAre("aa bb cc dd", "radiotherapie", "aa bb cc dd"));
}

TEST(BreakLines, ALineThatFitsIsNotOverfull) {
    const LineBreaks breaks = break_lines(set("aa bb cc").items, justified(5));
    EXPECT_EQ(breaks.widest_overfull(), Length{});
}

TEST(BreakLines, AHyphenWiderThanTheLettersAfterItDoesNotHideTheFit) {
    std::vector<Item> items{Box{.width = letter * 3}, Discretionary{.pre = letter}, Box{.width = letter / 2},
                            Glue{.width = letter}, Box{.width = letter}};
    const LineBreaks breaks = break_lines(items, {.mode = Mode::ragged, .measure = letter * 3 + letter / 2});
    ASSERT_EQ(breaks.lines.size(), 2U);
    EXPECT_EQ(breaks.lines[0].break_at, 3U);
}

TEST(BreakLines, TheFirstLineIsShorterByItsIndent) {
    Settings settings = ragged(8);
    settings.first_line_indent = letter * 3;
    EXPECT_THAT(broken(set("aa bb cc dd ee"), settings), ElementsAre("aa bb", "cc dd ee"));
}

TEST(BreakLines, EachLineMayHaveItsMeasure) {
    Settings settings = ragged(2);
    settings.line_measures = {letter * 5, letter * 8};
    EXPECT_THAT(broken(set("aa bb cc dd ee ff"), settings), ElementsAre("aa bb", "cc dd ee", "ff"));
}

TEST(BreakLines, LoosenessAsksForAnotherLine) {
    const Paragraph paragraph = set("aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll");
    Settings settings = justified(20);
    const std::size_t natural = break_lines(paragraph.items, settings).lines.size();
    settings.looseness = 1;
    EXPECT_EQ(break_lines(paragraph.items, settings).lines.size(), natural + 1);
}

TEST(Cost, LooseLineNextToTightLineCostsAdjacentDemerits) {
    // 19 letters on 20: very loose; 22 letters on 20: tight.
    std::vector<Item> items{Box{.width = letter * 9},  Glue{.width = letter, .stretch = letter / 2},
                            Box{.width = letter * 9},  Penalty{.cost = forced},
                            Box{.width = letter * 10}, Glue{.width = letter, .shrink = letter * 2},
                            Box{.width = letter * 10}, Penalty{.cost = forced}};
    Settings settings = justified(20);
    settings.adjacent_demerits = 0;
    const std::int64_t without = break_lines(items, settings).demerits;
    settings.adjacent_demerits = 777;
    // Once between the two, and once before the first: TeX starts a paragraph as after a decent line.
    EXPECT_EQ(break_lines(items, settings).demerits, without + 2 * 777);
}

TEST(Cost, AHyphenCostsItsPenaltySquared) {
    const Settings settings = ragged(4);
    const std::int64_t free = break_lines(set("kun|nen", 0).items, settings).demerits;
    EXPECT_EQ(break_lines(set("kun|nen", 70).items, settings).demerits, free + 70 * 70);
}

TEST(Cost, TwoHyphenatedLinesInARowCostDoubleHyphenDemerits) {
    Settings settings = ragged(4);
    settings.double_hyphen_demerits = 0;
    const std::int64_t without = break_lines(set("aaa|bbb|cc dd").items, settings).demerits;
    settings.double_hyphen_demerits = 777;
    EXPECT_EQ(break_lines(set("aaa|bbb|cc dd").items, settings).demerits, without + 777);
}

TEST(Cost, AHyphenBeforeTheLastLineCostsFinalHyphenDemerits) {
    Settings settings = ragged(4);
    settings.final_hyphen_demerits = 0;
    const std::int64_t without = break_lines(set("aaa|bbb").items, settings).demerits;
    settings.final_hyphen_demerits = 777;
    EXPECT_EQ(break_lines(set("aaa|bbb").items, settings).demerits, without + 777);
}

TEST(Cost, TheLastLineOfAParagraphMayBeShortForNothing) {
    const Paragraph paragraph = set("aa");
    EXPECT_EQ(break_lines(paragraph.items, justified(40)).demerits, 10 * 10);
    EXPECT_EQ(break_lines(paragraph.items, ragged(40)).demerits, 10 * 10);
}

TEST(Cost, ALineShortByTheRaggedZoneHasBadness100) {
    const LineBreaks breaks = break_lines(set("aaaaaa bbbbbbb").items, ragged(10));
    EXPECT_EQ(breaks.lines[0].badness, 100);
}

TEST(Cost, ABadBreakingIsNone) {
    const Paragraph paragraph = set("aa bb cc");
    EXPECT_EQ(demerits_of(paragraph.items, std::vector<std::size_t>{0, paragraph.items.size()}, ragged(5),
                          Pass::last_resort),
              std::nullopt);
}

TEST(Cost, ABreakingThatEndsEarlyIsNone) {
    const Paragraph paragraph = set("aa bb cc");
    EXPECT_EQ(demerits_of(paragraph.items, std::vector<std::size_t>{1}, ragged(5), Pass::last_resort),
              std::nullopt);
}

}  // namespace
}  // namespace brochure::linebreak
