#include <gtest/gtest.h>

#include <string>

#include "unicode/unicode.hpp"

namespace brochure::unicode {
namespace {

using Isolates = std::vector<BidiIsolate>;

std::string levels(const std::string& text, bool right_to_left, const Isolates& isolates) {
    std::string out;
    for (const BidiRun& run : bidi_runs(text, right_to_left, isolates)) {
        if (run.mark_before != no_mark) out += '.';
        out += std::to_string(run.level) + std::string(run.range.of(text)) + ' ';
    }
    return out;
}

TEST(BidiIsolates, AreAsIfTheirMarksStoodInTheText) {
    // The same text with U+2066 and U+2069 around the dose, through the same function.
    const std::string plain = "ا 4 mg ب";
    const std::string with_marks = "ا \u20664 mg\u2069 ب";
    EXPECT_EQ(levels(plain, true, {{{3, 7}, IsolateDirection::left_to_right}}), "1ا  .24 mg .1 ب ");
    std::string inner;
    for (const BidiRun& run : bidi_runs(with_marks, true)) {
        if (run.level == 2) inner += run.range.of(with_marks);
    }
    EXPECT_EQ(inner, "4 mg");
}

TEST(BidiIsolates, ChangeNothingInTextThatRunsOneWay) {
    EXPECT_EQ(levels("Bel 012 345", false, {{{4, 11}, IsolateDirection::right_to_left}}), "0Bel 012 345 ");
}

// A citation, then a telephone number: the number is read from the left all the same.
TEST(BidiIsolates, DigitsBehindAnotherIsolateKeepTheirOrder) {
    const std::string text = "ا [1] ب 012 345 67 80 ت";
    const auto at = [&](const std::string& part) {
        const auto begin = static_cast<std::uint32_t>(text.find(part));
        return TextRange{begin, begin + static_cast<std::uint32_t>(part.size())};
    };
    for (const IsolateDirection first :
         {IsolateDirection::right_to_left, IsolateDirection::left_to_right, IsolateDirection::first_strong}) {
        const Isolates isolates{{at("[1]"), first}, {at("012 345 67 80"), IsolateDirection::left_to_right}};
        EXPECT_NE(levels(text, true, isolates).find(".2012 345 67 80 "), std::string::npos)
            << levels(text, true, isolates);
    }
}

TEST(BidiIsolates, OneInsideAnotherIsKept) {
    const Isolates isolates{{{0, 6}, IsolateDirection::left_to_right},
                            {{2, 4}, IsolateDirection::right_to_left}};
    EXPECT_EQ(levels("a ب b ت", true, isolates), ".2a  .3ب .2 b .1 ت ");
}

TEST(BidiIsolates, SideBySideAreNotOne) {
    const Isolates isolates{{{0, 1}, IsolateDirection::left_to_right},
                            {{1, 2}, IsolateDirection::left_to_right}};
    EXPECT_EQ(levels("ab ت", true, isolates), ".2a .2b .1 ت ");
}

}  // namespace
}  // namespace brochure::unicode
