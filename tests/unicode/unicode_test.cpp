#include "unicode/unicode.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <thread>

namespace brochure::unicode {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The text with a bar at every break, two at a mandatory one.
std::string with_breaks(std::string_view text, const std::string& language = "nl") {
    std::string marked;
    std::uint32_t start = 0;
    for (const LineOpportunity& opportunity : line_opportunities(text, language)) {
        marked += text.substr(start, opportunity.offset - start);
        marked += opportunity.mandatory ? "‖" : "|";
        start = opportunity.offset;
    }
    return marked;
}

std::vector<std::string> script_names(std::string_view text) {
    std::vector<std::string> names;
    for (const ScriptRun& run : script_runs(text)) {
        names.push_back(std::string(run.script.data(), 4) + ":" + std::string(run.range.of(text)));
    }
    return names;
}

std::vector<std::string> leveled(std::string_view text, bool right_to_left) {
    std::vector<std::string> runs;
    for (const BidiRun& run : bidi_runs(text, right_to_left)) {
        runs.push_back(std::to_string(run.level) + ":" + std::string(run.range.of(text)));
    }
    return runs;
}

TEST(LineOpportunities, AfterSpacesAndHyphens) {
    EXPECT_EQ(with_breaks("een bot-scan maken"), "een |bot-|scan |maken‖");
}

TEST(LineOpportunities, NotAtNoBreakSpace) { EXPECT_EQ(with_breaks("8\u00A0Gy nu"), "8\u00A0Gy |nu‖"); }

TEST(LineOpportunities, LineSeparatorIsMandatory) {
    EXPECT_EQ(with_breaks("een\u2028twee"), "een\u2028‖twee‖");
}

TEST(LineOpportunities, SoftHyphenIsAnOpportunity) {
    EXPECT_EQ(with_breaks("bot\u00ADscan"), "bot\u00AD|scan‖");
}

TEST(LineOpportunities, OffsetsAreBytesAlsoBehindAstralCharacters) {
    EXPECT_EQ(with_breaks("😀 ë 𝒳 é"), "😀 |ë |𝒳 |é‖");
}

TEST(LineOpportunities, EmptyTextEndsAtOnce) {
    const std::vector<LineOpportunity> opportunities = line_opportunities("", "nl");
    ASSERT_EQ(opportunities.size(), 1U);
    EXPECT_EQ(opportunities[0].offset, 0U);
    EXPECT_TRUE(opportunities[0].mandatory);
}

TEST(LineOpportunities, SameFromManyThreads) {
    std::vector<std::string> results(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& result : results) {
            threads.emplace_back([&result] {
                for (int i = 0; i < 50; ++i) result = with_breaks("een bot-scan maken");
            });
        }
    }
    EXPECT_THAT(results, testing::Each("een |bot-|scan |maken‖"));
}

TEST(GraphemeStarts, CombiningMarksAndJoinedEmojiStayWhole) {
    const std::string text = "e\u0308a👩‍👧b";
    EXPECT_THAT(grapheme_starts(text), ElementsAre(0, 3, 4, 15));
}

TEST(GraphemeStarts, NoneInEmptyText) { EXPECT_THAT(grapheme_starts(""), IsEmpty()); }

TEST(Words, LeaveOutSpacesAndPunctuation) {
    const std::string text = "Wat is dat: 3 botten (pijn)?";
    std::vector<std::string> found;
    for (const TextRange& word : words(text, "nl")) found.emplace_back(word.of(text));
    EXPECT_THAT(found, ElementsAre("Wat", "is", "dat", "3", "botten", "pijn"));
}

TEST(ScriptRuns, PunctuationGoesWithWhatPrecedesIt) {
    EXPECT_THAT(script_names("pijn, боль."), ElementsAre("Latn:pijn, ", "Cyrl:боль."));
}

TEST(ScriptRuns, WhatStandsFirstGoesWithTheFirstScript) {
    EXPECT_THAT(script_names("12. боль"), ElementsAre("Cyrl:12. боль"));
}

TEST(ScriptRuns, BothBracketsHaveOneScript) {
    EXPECT_THAT(script_names("bot (عظم) scan"), ElementsAre("Latn:bot (", "Arab:عظم", "Latn:) scan"));
}

TEST(ScriptRuns, CombiningMarkStaysWithItsLetter) {
    EXPECT_THAT(script_names("\u0435\u0301a"), ElementsAre("Cyrl:\u0435\u0301", "Latn:a"));
}

TEST(ScriptRuns, TextWithoutAnyScriptIsCommon) {
    EXPECT_THAT(script_names("1 + 2"), ElementsAre("Zyyy:1 + 2"));
}

TEST(ScriptRuns, NoneInEmptyText) { EXPECT_THAT(script_runs(""), IsEmpty()); }

TEST(BidiRuns, OneRunForLatinText) {
    EXPECT_THAT(leveled("pijn in de botten", false), ElementsAre("0:pijn in de botten"));
}

TEST(BidiRuns, NumbersInArabicTextRunLeftToRight) {
    EXPECT_THAT(leveled("ألم 12 يوم", true), ElementsAre("1:ألم ", "2:12", "1: يوم"));
}

TEST(BidiRuns, ArabicWordsInLatinText) {
    EXPECT_THAT(leveled("bot عظم scan", false), ElementsAre("0:bot ", "1:عظم", "0: scan"));
}

TEST(BidiRuns, SoftHyphenDoesNotCutAWord) {
    EXPECT_THAT(leveled("\u05D0\u05D1\u00AD\u05D2", false), ElementsAre("1:\u05D0\u05D1\u00AD\u05D2"));
}

TEST(BidiRuns, NoneInEmptyText) { EXPECT_THAT(bidi_runs("", true), IsEmpty()); }

TEST(VisualOrder, InnermostRunsAreTurnedFirst) {
    EXPECT_THAT(visual_order({1, 2, 1, 0}), ElementsAre(2, 1, 0, 3));
}

TEST(Nfc, ComposesLetters) { EXPECT_EQ(nfc("patie\u0308nt"), "patiënt"); }

TEST(Case, FollowsTheLanguage) {
    EXPECT_EQ(upper_case("ijs", "nl"), "IJS");
    EXPECT_EQ(upper_case("ilaç", "tr"), "İLAÇ");
    EXPECT_EQ(upper_case("straße", "de"), "STRASSE");
    EXPECT_EQ(lower_case("ÉÉN", "nl"), "één");
    EXPECT_EQ(fold_case("STRASSE", "de"), fold_case("Straße", "de"));
    EXPECT_EQ(fold_case("IŞIN", "tr"), "ışın");
    EXPECT_EQ(fold_case("Işın", "tr_TR"), fold_case("ışın", "tr"));
    EXPECT_EQ(fold_case("İlaç", "tr"), fold_case("ilaç", "tr"));
    EXPECT_NE(fold_case("Işın", "tr"), fold_case("işin", "tr"));
    EXPECT_EQ(fold_case("Iris", "nl"), "iris");
}

TEST(LongDate, IsWrittenAsTheLanguageDoes) {
    const base::Date date{2026, 11, 23};
    EXPECT_EQ(long_date(date, "nl"), "23 november 2026");
    EXPECT_EQ(long_date(date, "en-GB"), "23 November 2026");
    EXPECT_EQ(long_date(date, "de"), "23. November 2026");
    EXPECT_EQ(long_date(date, "fr"), "23 novembre 2026");
    EXPECT_EQ(long_date(date, "tr"), "23 Kasım 2026");
    EXPECT_EQ(long_date(date, "ar"), "٢٣ نوفمبر ٢٠٢٦");
}

TEST(LongDate, CountsYearsByTheGregorianCalendar) {
    EXPECT_THAT(long_date({2026, 11, 23}, "th"), testing::HasSubstr("2026"));
    EXPECT_THAT(long_date({2026, 11, 23}, "fa"), testing::HasSubstr("۲۰۲۶"));
}

TEST(LongDate, DoesNotDependOnTheTimeZone) {
    for (const char* zone : {"Pacific/Kiritimati", "Pacific/Midway"}) {
        setenv("TZ", zone, 1);
        tzset();
        EXPECT_EQ(long_date({2026, 1, 1}, "nl"), "1 januari 2026") << zone;
    }
    unsetenv("TZ");
    tzset();
}

TEST(LongDate, UnknownLanguageDoesNotFallBackToTheMachines) {
    setenv("LC_ALL", "nl_NL.UTF-8", 1);
    EXPECT_THAT(long_date({2026, 11, 23}, "qaa"), testing::Not(testing::HasSubstr("november")));
    unsetenv("LC_ALL");
}

TEST(Collated, FollowsTheLanguage) {
    const std::vector<std::string> items{"öga", "zon", "Arm", "ähnlich", "bot"};
    EXPECT_THAT(collated(items, "nl"), ElementsAre(3, 2, 4, 0, 1));
    EXPECT_THAT(collated(items, "sv"), ElementsAre(2, 4, 1, 3, 0));
}

TEST(Collated, EqualItemsKeepTheirOrder) {
    EXPECT_THAT(collated({"b", "a", "a"}, "nl"), ElementsAre(1, 2, 0));
}

TEST(Characters, LettersAndSpaces) {
    EXPECT_TRUE(is_letter(U'ë'));
    EXPECT_FALSE(is_letter(U'3'));
    EXPECT_TRUE(is_white_space(0xA0));
    EXPECT_FALSE(is_white_space(0x200B));
}

TEST(Sentences, KeepTheSpaceThatFollows) {
    const std::string_view text = "Pijn? Bel 8.30 uur. Dank u.";
    std::vector<std::string_view> found;
    for (const TextRange range : sentences(text, "nl")) found.push_back(range.of(text));
    EXPECT_THAT(found, ElementsAre("Pijn? ", "Bel 8.30 uur. ", "Dank u."));
}

TEST(Sentences, OfNoTextAreNone) { EXPECT_THAT(sentences("", "nl"), IsEmpty()); }

TEST(Colon, OfAnyScriptEndsAText) {
    for (const char* text : {"Let op:", "您可以：", "ኣንብቡ፦", "انتبه:"})
        EXPECT_TRUE(ends_in_colon(text)) << text;
    for (const char* text : {"", "8:30", "ዕረፉ።", "知道。"}) EXPECT_FALSE(ends_in_colon(text)) << text;
}

}  // namespace
}  // namespace brochure::unicode
