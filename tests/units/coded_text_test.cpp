// Inline marks travel as numbers.
#include "units/coded_text.hpp"

#include <gtest/gtest.h>

namespace brochure::units {
namespace {

using document::Citation;
using document::CrossReference;
using document::FootnoteMark;
using document::Link;
using document::Strong;
using document::Text;

TEST(CodedText, NumbersPairsAndPoints) {
    const Text text{"Call us at once.", {{{0, 4}, Strong{}, {}}, {{16, 16}, FootnoteMark{0}, {}}}, {}};
    EXPECT_EQ(coded(text).words, "{1}Call{/1} us at once.{2/}");
}

TEST(CodedText, ClosesAnInnerMarkFirst) {
    const Text text{"very bold", {{{0, 9}, Link{"https://x.example"}, {}}, {{5, 9}, Strong{}, {}}}, {}};
    EXPECT_EQ(coded(text).words, "{1}very {2}bold{/2}{/1}");
}

TEST(CodedText, DoublesBracesThatWereTyped) {
    EXPECT_EQ(coded(Text{"a {1} b", {}, {}}).words, "a {{1}} b");
    EXPECT_EQ(plain_words(coded(Text{"a {1} b", {}, {}})), "a {1} b");
}

TEST(CodedText, TakesTheNumbersOfTheMasterAlsoInAnotherOrder) {
    const Text master{"x y", {{{0, 1}, CrossReference{"pain"}, {}}, {{2, 3}, Strong{}, {}}}, {}};
    const Text turned{"y x", {{{0, 1}, Strong{}, {}}, {{2, 3}, CrossReference{"pain"}, {}}}, {}};
    EXPECT_EQ(coded(turned, coded(master)).words, "{2}y{/2} {1}x{/1}");
}

TEST(CodedText, KnowsWhichOfTwoReferencesIsMeant) {
    const Text master{"x y", {{{0, 1}, CrossReference{"a"}, {}}, {{2, 3}, CrossReference{"b"}, {}}}, {}};
    const Text turned{"y x", {{{0, 1}, CrossReference{"b"}, {}}, {{2, 3}, CrossReference{"a"}, {}}}, {}};
    EXPECT_EQ(coded(turned, coded(master)).words, "{2}y{/2} {1}x{/1}");
}

TEST(CodedText, GivesWhatTheMasterLacksANumberBehindItsOwn) {
    const Text master{"x", {}, {}};
    EXPECT_EQ(coded(Text{"x", {{{1, 1}, Citation{{0}}, {}}}, {}}, coded(master)).words, "x{1/}");
}

TEST(CodedText, IsTheSameBehindAnotherAddress) {
    const Text old{"site", {{{0, 4}, Link{"https://old.example"}, {}}}, {}};
    const Text now{"site", {{{0, 4}, Link{"https://new.example"}, {}}}, {}};
    EXPECT_EQ(coded(old).words, coded(now).words);
}

TEST(CodedText, IsRenumberedAsItsMaster) {
    const CodedText master{"{1}a{/1} {2}b{/2}", {document::Strong{}, document::Emphasis{}}};
    const CodedText turned{"{1}b{/1} {2}a{/2}", {document::Emphasis{}, document::Strong{}}};
    EXPECT_EQ(renumbered(turned, master).words, "{2}b{/2} {1}a{/1}");
}

TEST(CodedText, KnowsAMarkFromABraceThatWasTyped) {
    const auto pieces = pieces_of("{{1}} {1}a{/1}{2/}");
    ASSERT_TRUE(pieces);
    ASSERT_EQ(pieces->size(), 5U);
    EXPECT_EQ(pieces->front().words, "{1} ");
    EXPECT_EQ(pieces->back().kind, CodedPiece::Kind::point);
    EXPECT_EQ(pieces->back().number, 2U);
}

TEST(CodedText, ALooseBraceIsNoMark) {
    for (const char* words : {"{", "}", "{a}", "{1", "{/}", "{0}", "{99999999999999999999}"})
        EXPECT_FALSE(pieces_of(words)) << words;
}

}  // namespace
}  // namespace brochure::units
