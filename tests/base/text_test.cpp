// Text, dates, colours and names: the small things that every folder uses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "base/colour.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/nearest.hpp"
#include "base/utf8.hpp"

namespace brochure::base {
namespace {

using ::testing::Eq;
using ::testing::Optional;

TEST(Date, KnowsLeapYears) {
    EXPECT_TRUE((Date{2024, 2, 29}).valid());
    EXPECT_TRUE((Date{2000, 2, 29}).valid());
    EXPECT_FALSE((Date{2023, 2, 29}).valid());
    EXPECT_FALSE((Date{1900, 2, 29}).valid());
}

TEST(Date, RefusesDaysAndMonthsThereAreNot) {
    EXPECT_FALSE((Date{2026, 4, 31}).valid());
    EXPECT_FALSE((Date{2026, 13, 1}).valid());
    EXPECT_FALSE((Date{2026, 0, 1}).valid());
    EXPECT_FALSE((Date{2026, 1, 0}).valid());
    EXPECT_FALSE((Date{2026, -1, -1}).valid());
    EXPECT_FALSE(Date{}.valid());
}

TEST(Date, IsWrittenWithLeadingZeros) { EXPECT_EQ((Date{2026, 3, 9}).iso(), "2026-03-09"); }

TEST(Date, ADayHas86400SecondsAndBelongsToUtc) {
    EXPECT_EQ(Date::from_unix_time(0), (Date{1970, 1, 1}));
    EXPECT_EQ(Date::from_unix_time(86399), (Date{1970, 1, 1}));
    EXPECT_EQ(Date::from_unix_time(86400), (Date{1970, 1, 2}));
    EXPECT_EQ(Date::from_unix_time(-1), (Date{1969, 12, 31}));
    EXPECT_EQ(Date::from_unix_time(1767225600), (Date{2026, 1, 1}));
}

TEST(Date, EveryDayOfFourHundredYearsComesBackFromItsNumber) {
    const std::int64_t first = Date{1800, 1, 1}.to_days_since_1970();
    Date before{1799, 12, 31};
    for (std::int64_t day = first; day < first + 146097; ++day) {
        const Date date = Date::from_unix_time(day * 86400);
        ASSERT_TRUE(date.valid());
        ASSERT_EQ(date.to_days_since_1970(), day);
        ASSERT_LT(before, date);
        before = date;
    }
    EXPECT_EQ(before, (Date{2199, 12, 31}));
}

TEST(Utf8, AcceptsTextOfAllLengths) {
    EXPECT_EQ(first_invalid_utf8(""), std::nullopt);
    EXPECT_EQ(first_invalid_utf8("a é € 😀"), std::nullopt);
    EXPECT_EQ(first_invalid_utf8("\xF4\x8F\xBF\xBF"), std::nullopt);  // U+10FFFF
}

TEST(Utf8, PointsAtTheFirstFault) {
    EXPECT_THAT(first_invalid_utf8("een\xE9n"), Optional(Eq(3U)));          // Latin-1
    EXPECT_THAT(first_invalid_utf8("a\x80"), Optional(Eq(1U)));             // continuation without a start
    EXPECT_THAT(first_invalid_utf8("a\xC0\x80"), Optional(Eq(1U)));         // overlong
    EXPECT_THAT(first_invalid_utf8("ab\xED\xA0\x80"), Optional(Eq(2U)));    // surrogate
    EXPECT_THAT(first_invalid_utf8("\xF4\x90\x80\x80"), Optional(Eq(0U)));  // above U+10FFFF
    EXPECT_THAT(first_invalid_utf8("abc\xE2\x82"), Optional(Eq(3U)));       // cut off at the end
}

TEST(Utf8, StepsByCodePoint) {
    const std::string text = "aé€😀";
    std::vector<char32_t> values;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        values.push_back(point.value);
        at += point.length;
    }
    EXPECT_EQ(values, (std::vector<char32_t>{U'a', U'é', U'€', U'😀'}));
}

TEST(Utf8, AppendsWhatItReads) {
    std::string text;
    for (const char32_t value : {U'a', U'é', U'€', U'😀'}) append_utf8(text, value);
    EXPECT_EQ(text, "aé€😀");
}

TEST(Utf8, WritesSurrogatePairsInUtf16) {
    EXPECT_EQ(utf16be("aé"), std::string("\0a\0\xE9", 4));
    EXPECT_EQ(utf16be("😀"), std::string("\xD8\x3D\xDE\x00", 4));
}

TEST(Utf8, ColumnsCountCodePointsFromOne) {
    EXPECT_EQ(column_of("één", 0), 1U);
    EXPECT_EQ(column_of("één", 2), 2U);
    EXPECT_EQ(column_of("één", 4), 3U);
    EXPECT_EQ(column_of("één", 5), 4U);
    EXPECT_EQ(column_of("één", 99), 4U);
}

TEST(EditDistance, CountsInsertionsDeletionsSubstitutionsAndSwaps) {
    EXPECT_EQ(edit_distance("leading", "leading"), 0U);
    EXPECT_EQ(edit_distance("leading", "leadin"), 1U);
    EXPECT_EQ(edit_distance("leading", "leaading"), 1U);
    EXPECT_EQ(edit_distance("leading", "loading"), 1U);
    EXPECT_EQ(edit_distance("leading", "leadign"), 1U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("abc", ""), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(EditDistance, IsTheSameBothWays) {
    const std::array words{"", "a", "ab", "ba", "leading", "leadign", "colour", "color", "kleur"};
    for (const char* a : words) {
        for (const char* b : words) EXPECT_EQ(edit_distance(a, b), edit_distance(b, a)) << a << " " << b;
    }
}

const std::vector<std::string> keys{"leading", "size", "colour", "hyphenation"};

TEST(NearestName, FindsALikelySlip) {
    EXPECT_THAT(nearest_name("leadign", keys), Optional(Eq("leading")));
    EXPECT_THAT(nearest_name("color", keys), Optional(Eq("colour")));
    EXPECT_THAT(nearest_name("sise", keys), Optional(Eq("size")));
}

TEST(NearestName, IsSilentWhenNothingIsNear) {
    EXPECT_EQ(nearest_name("margin", keys), std::nullopt);
    EXPECT_EQ(nearest_name("x", keys), std::nullopt);
    EXPECT_EQ(nearest_name("leading", {}), std::nullopt);
}

TEST(NearestName, PrefersTheNearest) {
    const std::vector<std::string> near{"overvieuw", "overview", "overviews"};
    EXPECT_THAT(nearest_name("overvie", near), Optional(Eq("overview")));
}

TEST(Colour, ReadsSixHexDigitsAndNothingElse) {
    ASSERT_TRUE(Colour::from_hex("#0e4A5a"));
    EXPECT_EQ(Colour::from_hex("#0e4A5a")->hex(), "#0e4a5a");
    for (const char* text : {"", "#", "0e4a5a", "#0e4a5", "#0e4a5a0", "#0g4a5a", "#-e4a5a", "# e4a5a"}) {
        EXPECT_FALSE(Colour::from_hex(text)) << text;
    }
}

TEST(Colour, BlackOnWhiteHasAContrastOf21) {
    const Colour black, white{{255, 255, 255}, {}}, grey{{119, 119, 119}, {}};
    EXPECT_NEAR(contrast_ratio(black, white), 21, 1e-9);
    EXPECT_NEAR(contrast_ratio(white, black), 21, 1e-9);
    EXPECT_NEAR(contrast_ratio(grey, white), 4.48, 0.005);  // the well-known #777 that just fails
    EXPECT_NEAR(contrast_ratio(grey, grey), 1, 1e-9);
}

TEST(Id, IsInvalidUntilAVectorGivesIt) {
    struct Tag;
    IdVec<Id<Tag>, std::string> names;
    EXPECT_FALSE(Id<Tag>{}.valid());
    const auto first = names.push_back("a");
    const auto second = names.push_back("b");
    EXPECT_TRUE(first.valid());
    EXPECT_NE(first, second);
    EXPECT_EQ(names[second], "b");
    EXPECT_EQ(names.next_id().index(), 2U);
}

}  // namespace
}  // namespace brochure::base
