#include "pdf/font/face_codes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

#include "pdf/font/to_unicode.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

std::uint16_t own_number(font::GlyphId glyph) { return static_cast<std::uint16_t>(glyph); }

TEST(FaceCodes, OneCodeAGlyphIsItsCharacterIdentifier) {
    FaceCodes codes(true);
    const auto first = codes.use(16, "a");
    codes.settle([](font::GlyphId glyph) { return static_cast<std::uint16_t>(100 + 3 * glyph); });
    EXPECT_EQ(codes.code(first.index), 148);
}

TEST(FaceCodes, OneGlyphWithTwoTextsHasTwoCodes) {
    FaceCodes codes(false);
    const auto hyphen = codes.use(16, "-");
    const auto added = codes.use(16, "\u00AD");
    codes.settle(own_number);
    EXPECT_NE(codes.code(hyphen.index), codes.code(added.index));
    EXPECT_TRUE(added.reads_as_asked);
}

TEST(FaceCodes, CffGlyphKeepsItsFirstTextAndTells) {
    FaceCodes codes(true);
    const auto hyphen = codes.use(16, "-");
    const auto added = codes.use(16, "\u00AD");
    codes.settle(own_number);
    EXPECT_EQ(codes.code(hyphen.index), 16);
    EXPECT_EQ(codes.code(added.index), 16);
    EXPECT_FALSE(added.reads_as_asked);
}

TEST(FaceCodes, AreInTheOrderOfTheTextAndNeverZero) {
    FaceCodes codes(false);
    const auto b = codes.use(3, "b");
    const auto a = codes.use(90, "a");
    const auto ligature = codes.use(7, "ab");
    codes.settle(own_number);
    EXPECT_EQ(codes.code(a.index), 1);
    EXPECT_EQ(codes.code(b.index), 2);
    EXPECT_EQ(codes.code(ligature.index), 3);
}

std::string map_of(std::initializer_list<std::string_view> texts) {
    FaceCodes codes(false);
    for (const std::string_view text : texts) codes.use(1, text);
    codes.settle(own_number);
    return to_unicode_map(codes.by_code());
}

TEST(ToUnicode, NeighboursShareARange) {
    const std::string map = map_of({"a", "b", "c", "x"});
    EXPECT_THAT(map, HasSubstr("1 beginbfrange\n<0001><0003><0061>\nendbfrange"));
    EXPECT_THAT(map, HasSubstr("1 beginbfchar\n<0004><0078>\nendbfchar"));
}

TEST(ToUnicode, LigatureIsSeveralCharacters) {
    EXPECT_THAT(map_of({"ffi"}), HasSubstr("<0001><006600660069>"));
}

TEST(ToUnicode, CharacterBeyondTheBasicPlaneIsASurrogatePair) {
    EXPECT_THAT(map_of({"\U0001F9B4"}), HasSubstr("<0001><D83EDDB4>"));
}

TEST(ToUnicode, RangeDoesNotCrossTheLastByte) {
    const std::string map = map_of({"\u00FE", "\u00FF", "\u0100", "\u0101"});
    EXPECT_THAT(map, HasSubstr("<0001><0002><00FE>"));
    EXPECT_THAT(map, HasSubstr("<0003><0004><0100>"));
}

TEST(ToUnicode, BlockHasAtMostAHundredLines) {
    std::deque<std::string> texts;
    FaceCodes codes(false);
    for (int i = 0; i < 130; ++i) codes.use(1, texts.emplace_back(static_cast<std::size_t>(i) + 2, 'a'));
    codes.settle(own_number);
    const std::string map = to_unicode_map(codes.by_code());
    EXPECT_THAT(map, HasSubstr("100 beginbfchar"));
    EXPECT_THAT(map, HasSubstr("30 beginbfchar"));
    EXPECT_THAT(map, Not(HasSubstr("130 beginbfchar")));
}

}  // namespace
}  // namespace brochure::pdf
