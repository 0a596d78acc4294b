// How chosen lines are set: hanging, stretching, ragged edges, hyphen runs, last lines.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "linebreak/line_breaker.hpp"
#include "linebreak/paragraph.hpp"

namespace brochure::linebreak {
namespace {

using testing::ElementsAre;
using testing_text::letter;
using testing_text::lines_of;
using testing_text::Paragraph;
using testing_text::set;

const char* const story =
    "Bij uit|zaai|in|gen in de bot|ten kun|nen pijn|klach|ten, bot|breu|ken en hy|per|cal|ci|e|mie "
    "ont|staan. "
    "Uw be|han|de|lend arts be|spreekt met u wel|ke be|han|de|ling het meest ge|schikt is: be|stra|ling, "
    "me|di|cij|nen, een ope|ra|tie of een com|bi|na|tie daar|van.";

Settings on(int letters, Mode mode = Mode::justified) {
    Settings settings{.mode = mode, .measure = letter * letters, .tolerance = 10000};
    settings.ragged_zone = letter * letters / 5;
    return settings;
}

int longest_hyphen_run(const LineBreaks& breaks) {
    int longest = 0;
    int run = 0;
    for (const Line& line : breaks.lines) {
        run = line.hyphenated ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

std::ptrdiff_t hyphens(const LineBreaks& breaks) {
    return std::ranges::count_if(breaks.lines, &Line::hyphenated);
}

TEST(Lines, EveryItemIsOnOneLineOrDiscardedAtABreak) {
    for (const Mode mode : {Mode::justified, Mode::ragged})
        for (int letters = 1; letters < 80; letters += 3) {
            const Paragraph paragraph = set(story);
            std::size_t next = 0;
            for (const Line& line : break_lines(paragraph.items, on(letters, mode)).lines) {
                for (; next < line.first; ++next)
                    ASSERT_FALSE(std::holds_alternative<Box>(paragraph.items[next])) << "lost at " << letters;
                ASSERT_EQ(line.first, next);
                ASSERT_LE(line.first, line.break_at);
                next = line.break_at;
            }
            ASSERT_EQ(next, paragraph.items.size());
        }
}

TEST(Lines, RatioFillsTheMeasure) {
    const Paragraph paragraph = set("aaaa bbbb cccc dddd");
    const LineBreaks breaks = break_lines(paragraph.items, on(15));
    const Line& line = breaks.lines[0];
    EXPECT_THAT(lines_of(paragraph, breaks), ElementsAre("aaaa bbbb cccc", "dddd"));
    EXPECT_EQ(line.shortfall, letter);
    EXPECT_DOUBLE_EQ(line.ratio, 1.0);
    EXPECT_EQ(line.unfilled, Length{});
}

TEST(Lines, ATightLineShrinks) {
    const LineBreaks breaks =
        break_lines(set("aaaa bbbb cccc\ndd").items, {.measure = letter * 14 - Length::points(1.5)});
    EXPECT_DOUBLE_EQ(breaks.lines[0].ratio, -0.5);
    EXPECT_EQ(breaks.lines[0].fitness, Fitness::decent);
}

TEST(Lines, TheLastLineIsFilledByTheParagraphsEnd) {
    const LineBreaks breaks = break_lines(set("aa").items, on(15));
    EXPECT_EQ(breaks.lines[0].stretch_order, 2);
    EXPECT_EQ(breaks.lines[0].unfilled, Length{});
}

TEST(Lines, SpacesStretchNoFurtherThanTheirCap) {
    Settings settings = on(20);
    settings.max_stretch_ratio = 2;
    const LineBreaks breaks = break_lines(set("aaaa bbbb radiotherapie cc").items, settings);
    EXPECT_DOUBLE_EQ(breaks.lines[0].ratio, 2.0);
    EXPECT_EQ(breaks.lines[0].unfilled, letter * 11 - letter);
}

TEST(Lines, GlyphsAndSpacesStretchTogether) {
    const std::vector<Item> items{Box{.width = letter * 9, .stretch = Length::points(1)},
                                  Glue{.width = letter, .stretch = Length::points(3)},
                                  Box{.width = letter * 9, .stretch = Length::points(1)},
                                  Penalty{.cost = forced}};
    const LineBreaks breaks = break_lines(items, {.measure = letter * 19 + Length::points(2.5)});
    EXPECT_DOUBLE_EQ(breaks.lines[0].ratio, 0.5);
}

TEST(Lines, GlyphsStretchNoFurtherThanTheirLimit) {
    const std::vector<Item> items{Box{.width = letter * 9, .stretch = Length::points(1)},
                                  Glue{.width = letter, .stretch = Length::points(3)},
                                  Box{.width = letter * 9, .stretch = Length::points(1)},
                                  Penalty{.cost = forced}};
    const LineBreaks breaks = break_lines(items, {.measure = letter * 19 + Length::points(8)});
    EXPECT_DOUBLE_EQ(breaks.lines[0].ratio, 2.0);  // 1 + 1 by the glyphs, 6 by the space
    EXPECT_EQ(breaks.lines[0].unfilled, Length{});
    EXPECT_EQ(breaks.lines[0].badness, 800);
}

TEST(Hanging, AHangingCommaMakesRoomForItself) {
    std::vector<Item> items{Box{.width = letter * 4, .hang_end = letter / 2}, Glue{.width = letter},
                            Box{.width = letter * 2}};
    const LineBreaks breaks = break_lines(items, {.mode = Mode::ragged, .measure = letter * 4 - letter / 2});
    EXPECT_EQ(breaks.widest_overfull(), Length{});
    EXPECT_EQ(breaks.lines[0].hang_end, letter / 2);
    EXPECT_EQ(breaks.lines[0].shortfall, Length{});
    EXPECT_EQ(breaks.lines[0].natural, letter * 4);
}

TEST(Hanging, AnOpeningQuoteHangsAtTheStartOfEveryLine) {
    std::vector<Item> items{Box{.width = letter * 4, .hang_start = letter}, Glue{.width = letter},
                            Box{.width = letter * 4, .hang_start = letter}};
    const LineBreaks breaks = break_lines(items, {.mode = Mode::ragged, .measure = letter * 3});
    ASSERT_EQ(breaks.lines.size(), 2U);
    EXPECT_EQ(breaks.widest_overfull(), Length{});
    EXPECT_EQ(breaks.lines[1].hang_start, letter);
}

TEST(Hanging, NothingHangsWithinALine) {
    std::vector<Item> items{Box{.width = letter * 4, .hang_end = letter}, Glue{.width = letter},
                            Box{.width = letter * 4, .hang_start = letter}};
    const LineBreaks breaks = break_lines(items, {.mode = Mode::ragged, .measure = letter * 9});
    ASSERT_EQ(breaks.lines.size(), 1U);
    EXPECT_EQ(breaks.lines[0].shortfall, Length{});
}

TEST(Hanging, TheAddedHyphenHangsInsteadOfTheLetterBeforeIt) {
    std::vector<Item> items{Box{.width = letter * 3, .hang_end = letter},
                            Discretionary{.pre = letter, .hang_end = letter / 2}, Box{.width = letter * 3}};
    const LineBreaks breaks = break_lines(items, {.mode = Mode::ragged, .measure = letter * 4});
    ASSERT_EQ(breaks.lines.size(), 2U);
    EXPECT_EQ(breaks.lines[0].hang_end, letter / 2);
}

TEST(Ragged, SpacesKeepTheirWidth) {
    for (const Line& line : break_lines(set(story).items, on(30, Mode::ragged)).lines) {
        EXPECT_EQ(line.stretch_order == 0 ? line.ratio : 0.0, 0.0);
        EXPECT_EQ(line.overfull, Length{});
    }
}

TEST(Ragged, WhatALineFallsShortStaysFreeAtItsEnd) {
    const LineBreaks breaks = break_lines(set("aaaa bbbb cccc").items, on(11, Mode::ragged));
    EXPECT_EQ(breaks.lines[0].unfilled, letter * 2);
}

TEST(Ragged, AHyphenIsNotSpentOnASmallGap) {
    Settings settings = on(12, Mode::ragged);
    settings.ragged_zone = letter * 6;
    const Paragraph paragraph = set("aaaa bbbb c|ccc dddd");  // the first line is short by half the zone
    EXPECT_THAT(lines_of(paragraph, break_lines(paragraph.items, settings)),
                ElementsAre("aaaa bbbb", "cccc dddd"));
}

TEST(Ragged, AHyphenFillsALargeGap) {
    Settings settings = on(20, Mode::ragged);
    EXPECT_EQ(hyphens(break_lines(set("aaaa bbbb radio|therapie cc").items, settings)), 1);
}

TEST(Ragged, HasFewerHyphensThanJustified) {
    const Paragraph paragraph = set(story);
    std::ptrdiff_t of_ragged = 0;
    std::ptrdiff_t of_justified = 0;
    for (int letters = 25; letters < 60; ++letters) {
        of_ragged += hyphens(break_lines(paragraph.items, on(letters, Mode::ragged)));
        of_justified += hyphens(break_lines(paragraph.items, on(letters)));
    }
    EXPECT_LT(of_ragged, of_justified);
}

TEST(HyphenRun, StaysWithinItsLimit) {
    Settings settings = on(16);
    settings.double_hyphen_demerits = 0;
    const Paragraph paragraph = set(story, 0);
    settings.max_hyphen_run = no_limit;
    ASSERT_GT(longest_hyphen_run(break_lines(paragraph.items, settings)), 2);
    settings.max_hyphen_run = 2;
    EXPECT_LE(longest_hyphen_run(break_lines(paragraph.items, settings)), 2);
    settings.max_hyphen_run = 1;
    EXPECT_LE(longest_hyphen_run(break_lines(paragraph.items, settings)), 1);
}

TEST(HyphenRun, GivesWayBeforeALineIsTooWide) {
    Settings settings = on(4, Mode::ragged);
    settings.max_hyphen_run = 1;
    const Paragraph paragraph = set("aaa|bbb|ccc|ddd");
    const LineBreaks breaks = break_lines(paragraph.items, settings);
    EXPECT_THAT(lines_of(paragraph, breaks), ElementsAre("aaa-", "bbb-", "ccc-", "ddd"));
    EXPECT_EQ(breaks.widest_overfull(), Length{});
}

TEST(HyphenRun, ALimitOfZeroMeansNoHyphens) {
    Settings settings = on(30, Mode::ragged);
    settings.max_hyphen_run = 0;
    EXPECT_EQ(hyphens(break_lines(set(story).items, settings)), 0);
}

TEST(LastLine, AShortOneIsAvoided) {
    const Paragraph paragraph = set("aaaa bbbb cccc dddd eeee ff");
    Settings settings = on(24, Mode::ragged);
    settings.ragged_zone = letter * 10;
    EXPECT_THAT(lines_of(paragraph, break_lines(paragraph.items, settings)),
                ElementsAre("aaaa bbbb cccc dddd eeee", "ff"));
    settings.last_line_least = letter * 4;
    EXPECT_THAT(lines_of(paragraph, break_lines(paragraph.items, settings)),
                ElementsAre("aaaa bbbb cccc dddd", "eeee ff"));
}

TEST(LastLine, AParagraphOfOneShortLineCostsNothingMore) {
    Settings settings = on(24, Mode::ragged);
    const std::int64_t without = break_lines(set("ja").items, settings).demerits;
    settings.last_line_least = letter * 4;
    EXPECT_EQ(break_lines(set("ja").items, settings).demerits, without);
}

TEST(LastLine, TheRuleHoldsBeforeAForcedBreakToo) {
    const Paragraph paragraph = set("aaaa bbbb cccc dddd eeee ff\naaaa");
    Settings settings = on(24, Mode::ragged);
    settings.ragged_zone = letter * 10;
    settings.last_line_least = letter * 4;
    EXPECT_THAT(lines_of(paragraph, break_lines(paragraph.items, settings)),
                ElementsAre("aaaa bbbb cccc dddd", "eeee ff", "aaaa"));
}

TEST(EmergencyStretch, IsOnlyTriedWhenToleranceFails) {
    Settings settings = on(24);
    settings.tolerance = 200;
    settings.emergency_stretch = letter * 5;
    EXPECT_EQ(break_lines(set("aaaa bbbb cccc dddd eeee ff").items, settings).pass, Pass::tolerance);
    EXPECT_EQ(break_lines(set("aaaa bbbb cccc dddd radiotherapie").items, settings).pass, Pass::emergency);
}

TEST(ContentWidth, TheLeastIsTheWidestPieceWithoutHyphens) {
    EXPECT_EQ(min_content_width(set("aa be|stra|ling bot-scan 10~mg").items), letter * 10);
}

TEST(ContentWidth, TheMostIsTheWidestForcedLine) {
    EXPECT_EQ(max_content_width(set("aa bb\ncc dd ee").items), letter * 8);
}

TEST(ContentWidth, OfNothingIsZero) {
    EXPECT_EQ(min_content_width({}), Length{});
    EXPECT_EQ(max_content_width({}), Length{});
    EXPECT_EQ(count_lines({}, letter), 0U);
}

TEST(ContentWidth, AtTheLeastNoLineIsOverfull) {
    const Paragraph paragraph = set(story);
    Settings settings = on(1, Mode::ragged);
    settings.measure = min_content_width(paragraph.items);
    EXPECT_EQ(break_lines(paragraph.items, settings).widest_overfull(), Length{});
}

TEST(CountLines, CountsTheFewestLines) {
    EXPECT_EQ(count_lines(set("aa bb cc").items, letter * 5), 2U);
    EXPECT_EQ(count_lines(set("aa\nbb").items, letter * 50), 2U);
    EXPECT_EQ(count_lines(set("radiotherapie aa").items, letter * 3), 2U);
}

TEST(CountLines, IsNeverMoreThanTheBreakerTakes) {
    const Paragraph paragraph = set(story);
    for (int letters = 12; letters < 120; ++letters)
        EXPECT_LE(count_lines(paragraph.items, letter * letters),
                  break_lines(paragraph.items, on(letters, Mode::ragged)).lines.size());
}

TEST(BalancedMeasure, IsTheNarrowestWithAsManyLines) {
    const Paragraph paragraph = set("aaaa bbbb cccc dd");
    const Length measure = balanced_measure(paragraph.items, letter * 14);
    EXPECT_EQ(measure, letter * 9);
    EXPECT_THAT(lines_of(paragraph, break_lines(paragraph.items, {.mode = Mode::ragged, .measure = measure})),
                ElementsAre("aaaa bbbb", "cccc dd"));
}

TEST(BalancedMeasure, OfOneLineIsItsWidth) {
    EXPECT_EQ(balanced_measure(set("aa bb").items, letter * 40), letter * 5);
}

}  // namespace
}  // namespace brochure::linebreak
