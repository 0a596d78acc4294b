#include "diag/render.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

namespace brochure::diag {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<Diagnostic> many(std::uint32_t count, const std::string& code) {
    Sink sink;
    for (std::uint32_t line = 1; line <= count; ++line)
        sink.error(code, {"x.md", line, 1}, "wrong", "mend it");
    return sink.sorted();
}

TEST(ManyOfACode, AreShownAHundredTimesAndThenCounted) {
    const std::string text = as_text(many(234, "markup-stray"));
    EXPECT_THAT(text, HasSubstr("x.md:100:1: error [markup-stray]"));
    EXPECT_THAT(text, Not(HasSubstr("x.md:101:1")));
    EXPECT_THAT(text, HasSubstr("error [markup-stray]: and 134 more of these"));
}

TEST(ManyOfACode, AreNotCountedUpToAHundred) {
    EXPECT_THAT(as_text(many(100, "a")), Not(HasSubstr("more of these")));
}

}  // namespace
}  // namespace brochure::diag
