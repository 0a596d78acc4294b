// Keys outlive what is done to a text around them.
#include "units/keys.hpp"

#include <gmock/gmock.h>

#include <set>

namespace brochure::units {
namespace {

using testing::ElementsAre;

// Each as its key and its words.
using Pieces = std::vector<std::pair<std::string, std::string>>;

std::vector<KeyedContent> contents(const Pieces& pieces) {
    std::vector<KeyedContent> out;
    for (const auto& [key, words] : pieces) out.push_back({key, words, is_brief(words)});
    return out;
}

std::vector<std::string> keys(const Pieces& before, const Pieces& today, ByWords by_words = ByWords::yes) {
    return lasting_keys(contents(before), contents(today), by_words);
}

const Pieces section{{"pain/heading", "Pain"},
                     {"pain/p1", "Pain is often the first sign."},
                     {"pain/p2", "Tell your doctor when it began."},
                     {"pain/p3", "A nurse can help you day and night."}};

TEST(Keys, StayWhereNothingHasChanged) {
    EXPECT_THAT(keys(section, section), ElementsAre("pain/heading", "pain/p1", "pain/p2", "pain/p3"));
}

TEST(Keys, OfAParagraphStayWhenOneIsPutInBeforeIt) {
    EXPECT_THAT(keys(section, {{"pain/heading", "Pain"},
                               {"pain/p1", "Pain is often the first sign."},
                               {"pain/p2", "Some people feel nothing at all for months."},
                               {"pain/p3", "Tell your doctor when it began."},
                               {"pain/p4", "A nurse can help you day and night."}}),
                ElementsAre("pain/heading", "pain/p1", "pain/p2a", "pain/p2", "pain/p3"));
}

TEST(Keys, StayWhenAParagraphIsTakenOut) {
    EXPECT_THAT(keys(section, {{"pain/heading", "Pain"},
                               {"pain/p1", "Tell your doctor when it began."},
                               {"pain/p2", "A nurse can help you day and night."}}),
                ElementsAre("pain/heading", "pain/p2", "pain/p3"));
}

TEST(Keys, OfAnEditedParagraphStayAlsoBesideANewOne) {
    EXPECT_THAT(keys(section, {{"pain/heading", "Pain"},
                               {"pain/p1", "Write down what you feel."},
                               {"pain/p2", "Pain is often the very first sign."},
                               {"pain/p3", "Tell your doctor when it began."},
                               {"pain/p4", "A nurse can help you day and night."}}),
                ElementsAre("pain/heading", "pain/p1a", "pain/p1", "pain/p2", "pain/p3"));
}

TEST(Keys, OfAParagraphInNewWordsStayBetweenTheSameNeighbours) {
    EXPECT_THAT(keys(section, {{"pain/heading", "Pain"},
                               {"pain/p1", "Pain is often the first sign."},
                               {"pain/p2", "Since when? Say so at once."},
                               {"pain/p3", "A nurse can help you day and night."}}),
                ElementsAre("pain/heading", "pain/p1", "pain/p2", "pain/p3"));
}

TEST(Keys, TravelWithASectionThatMoves) {
    const Pieces before{{"a/heading", "First"},
                        {"a/p1", "One two three four."},
                        {"b/heading", "Second"},
                        {"b/p1", "Five six seven eight."}};
    const Pieces today{{"b/heading", "Second"},
                       {"b/p1", "Five six seven eight."},
                       {"a/heading", "First"},
                       {"a/p1", "One two three four."}};
    EXPECT_THAT(keys(before, today), ElementsAre("b/heading", "b/p1", "a/heading", "a/p1"));
}

TEST(Keys, TravelWithAParagraphThatMovesToAnotherSection) {
    const Pieces before{
        {"a/p1", "One two three four."}, {"a/p2", "Nine ten."}, {"b/p1", "Five six seven eight."}};
    const Pieces today{
        {"a/p1", "Nine ten."}, {"b/p1", "Five six seven eight."}, {"b/p2", "One two three four."}};
    EXPECT_THAT(keys(before, today), ElementsAre("a/p2", "b/p1", "a/p1"));
}

TEST(Keys, OfItemsStayWhenTheirListIsSplit) {
    const Pieces before{{"a/li1.1", "fever"}, {"a/li1.2", "cough"}, {"a/li1.3", "pain"}, {"a/li1.4", "fear"}};
    const Pieces today{{"a/li1.1", "fever"},
                       {"a/li1.2", "cough"},
                       {"a/p1", "Less often there are these signs:"},
                       {"a/li2.1", "pain"},
                       {"a/li2.2", "fear"}};
    EXPECT_THAT(keys(before, today), ElementsAre("a/li1.1", "a/li1.2", "a/p1", "a/li1.3", "a/li1.4"));
}

const Pieces table{{"a/t1/h1", "Scan"}, {"a/t1/h2", "Fasting"}, {"a/t1/r1c1", "MRI"},   {"a/t1/r1c2", "Yes"},
                   {"a/t1/r2c1", "CT"}, {"a/t1/r2c2", "No"},    {"a/t1/r3c1", "X-ray"}, {"a/t1/r3c2", "No"}};

TEST(Keys, OfCellsTravelWithTheirRow) {
    EXPECT_THAT(keys(table, {{"a/t1/h1", "Scan"},
                             {"a/t1/h2", "Fasting"},
                             {"a/t1/r1c1", "CT"},
                             {"a/t1/r1c2", "No"},
                             {"a/t1/r2c1", "MRI"},
                             {"a/t1/r2c2", "Yes"},
                             {"a/t1/r3c1", "X-ray"},
                             {"a/t1/r3c2", "No"}}),
                ElementsAre("a/t1/h1", "a/t1/h2", "a/t1/r2c1", "a/t1/r2c2", "a/t1/r1c1", "a/t1/r1c2",
                            "a/t1/r3c1", "a/t1/r3c2"));
}

TEST(Keys, OfCellsStayInTheirRowAlthoughItsWordsStandInAnother) {
    EXPECT_THAT(keys(table, {{"a/t1/h1", "Scan"},
                             {"a/t1/h2", "Fasting"},
                             {"a/t1/r1c1", "MRI"},
                             {"a/t1/r1c2", "No"},
                             {"a/t1/r2c1", "CT"},
                             {"a/t1/r2c2", "Yes"},
                             {"a/t1/r3c1", "X-ray"},
                             {"a/t1/r3c2", "No"}}),
                ElementsAre("a/t1/h1", "a/t1/h2", "a/t1/r1c1", "a/t1/r1c2", "a/t1/r2c1", "a/t1/r2c2",
                            "a/t1/r3c1", "a/t1/r3c2"));
}

TEST(Keys, OfNamedThingsAreTheirNames) {
    EXPECT_THAT(keys({{"treatment/surgery/aim", "to mend"}, {"label/arm/hand", "hand"}},
                     {{"treatment/surgery/aim", "hand"}, {"label/arm/hand", "to mend"}}),
                ElementsAre("treatment/surgery/aim", "label/arm/hand"));
}

TEST(Keys, OfASectionWithANewIdStayIfItSaysMuchTheSame) {
    Pieces today = section;
    for (auto& [key, words] : today) key.replace(0, 4, "ache");
    EXPECT_THAT(keys(section, today), ElementsAre("pain/heading", "pain/p1", "pain/p2", "pain/p3"));
}

TEST(Keys, AreNeverGivenTwice) {
    const Pieces before{{"a/p1", "Yes"}, {"a/p2", "No"}};
    const auto today = keys(before, {{"a/p1", "No"}, {"a/p2", "Yes"}, {"a/p3", "Yes"}, {"a/p4", "No"}});
    EXPECT_EQ(std::set<std::string>(today.begin(), today.end()).size(), today.size());
}

}  // namespace
}  // namespace brochure::units
