// Old and new words side by side.
#include "units/word_diff.hpp"

#include <gtest/gtest.h>

namespace brochure::units {
namespace {

TEST(WordDiff, MarksTheWordThatChanged) {
    EXPECT_EQ(marked(word_diff("every four weeks", "every six weeks")), "every [-four-]{+six+} weeks");
}

TEST(WordDiff, OfEqualTextsMarksNothing) { EXPECT_EQ(marked(word_diff("a b", "a b")), "a b"); }

TEST(WordDiff, MarksWhatIsPutInAndTakenOut) {
    EXPECT_EQ(marked(word_diff("call us", "call us at once")), "call us{+ at once+}");
    EXPECT_EQ(marked(word_diff("call us at once", "call us")), "call us[- at once-]");
}

TEST(WordDiff, ChangesOfNeighboursAreOneChange) {
    EXPECT_EQ(marked(word_diff("is common. It hurts", "is common, mostly. It hurts")),
              "is [-common.-]{+common, mostly.+} It hurts");
}

TEST(WordDiff, OfNothingIsTheWhole) {
    EXPECT_EQ(marked(word_diff("", "new words")), "{+new words+}");
    EXPECT_EQ(marked(word_diff("old words", "")), "[-old words-]");
}

TEST(WordDiff, TogetherIsBothTexts) {
    const std::string before = "a b c d e f g", now = "a x c e d f f";
    std::string old, fresh;
    for (const DiffPiece& piece : word_diff(before, now)) {
        if (piece.kind != Difference::added) old += piece.words;
        if (piece.kind != Difference::removed) fresh += piece.words;
    }
    EXPECT_EQ(old, before);
    EXPECT_EQ(fresh, now);
}

}  // namespace
}  // namespace brochure::units
