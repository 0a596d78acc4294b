#include "diag/diagnostic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "diag/render.hpp"

namespace brochure::diag {
namespace {

using ::testing::ElementsAre;

// "file:line:column code" of every diagnostic, in order.
std::vector<std::string> listed(const Sink& sink) {
    std::vector<std::string> list;
    for (const Diagnostic& d : sink.sorted()) {
        list.push_back(d.place.file + ":" + std::to_string(d.place.line) + ":" +
                       std::to_string(d.place.column) + " " + d.code);
    }
    return list;
}

TEST(Sink, SortsByFileThenLineThenColumn) {
    Sink sink;
    sink.error("five", {"b.md", 1, 1}, "m", "");
    sink.error("four", {"a.md", 10, 1}, "m", "");
    sink.error("three", {"a.md", 9, 12}, "m", "");
    sink.error("two", {"a.md", 9, 2}, "m", "");
    sink.error("one", {"", 0, 0}, "m", "");
    EXPECT_THAT(listed(sink), ElementsAre(":0:0 one", "a.md:9:2 two", "a.md:9:12 three", "a.md:10:1 four",
                                          "b.md:1:1 five"));
}

TEST(Sink, PutsErrorsBeforeWarningsAtOnePlace) {
    Sink sink;
    sink.warning("a-warning", {"a.md", 1, 1}, "m", "");
    sink.error("z-error", {"a.md", 1, 1}, "m", "");
    EXPECT_THAT(listed(sink), ElementsAre("a.md:1:1 z-error", "a.md:1:1 a-warning"));
}

TEST(Sink, ListsTheSameMistakeOnce) {
    Sink sink;
    sink.error("x", {"a.md", 1, 1}, "m", "do this");
    sink.warning("y", {"a.md", 1, 1}, "m", "");
    sink.error("x", {"a.md", 1, 1}, "m", "do this");
    EXPECT_THAT(listed(sink), ElementsAre("a.md:1:1 x", "a.md:1:1 y"));
}

TEST(Sink, KeepsTwoMistakesOfOneCodeAtOnePlaceWhenTheySayDifferentThings) {
    Sink sink;
    sink.error("x", {"a.md", 1, 1}, "no 'b'", "");
    sink.error("x", {"a.md", 1, 1}, "no 'a'", "");
    ASSERT_EQ(sink.sorted().size(), 2U);
    EXPECT_EQ(sink.sorted().front().message, "no 'a'");
}

TEST(Sink, TheOrderOfReportsDoesNotShow) {
    Sink one, other;
    one.error("x", {"a.md", 1, 1}, "m", "");
    one.warning("y", {"b.md", 1, 1}, "m", "");
    other.warning("y", {"b.md", 1, 1}, "m", "");
    other.error("x", {"a.md", 1, 1}, "m", "");
    EXPECT_EQ(as_text(one.sorted()), as_text(other.sorted()));
}

TEST(Sink, CountsErrorsAndWarnings) {
    Sink sink;
    EXPECT_FALSE(sink.has_errors());
    sink.warning("y", {}, "m", "");
    EXPECT_FALSE(sink.has_errors());
    sink.error("x", {}, "m", "");
    EXPECT_TRUE(sink.has_errors());
    EXPECT_EQ(sink.errors(), 1U);
    EXPECT_EQ(sink.warnings(), 1U);
}

TEST(Sink, TakesAnothersReportsAndLeavesItEmpty) {
    Sink sink, other;
    sink.warning("y", {"b.md", 1, 1}, "m", "");
    other.error("x", {"a.md", 1, 1}, "m", "");
    sink.take(std::move(other));
    EXPECT_THAT(listed(sink), ElementsAre("a.md:1:1 x", "b.md:1:1 y"));
    EXPECT_EQ(sink.errors(), 1U);
    EXPECT_FALSE(other.has_errors());  // NOLINT(bugprone-use-after-move): promised
    EXPECT_TRUE(other.sorted().empty());
}

TEST(AsText, GivesPlaceKindCodeMessageAndRemedy) {
    Sink sink;
    sink.error("table-row-long", {"content/x/nl.md", 12, 3}, "This row has too many cells.", "Remove one.");
    EXPECT_EQ(as_text(sink.sorted()),
              "content/x/nl.md:12:3: error [table-row-long]: This row has too many cells.\n"
              "    Remove one.\n");
}

TEST(AsText, LeavesOutWhatIsNotKnown) {
    Sink sink;
    sink.warning("a", {}, "Nowhere.", "");
    sink.warning("b", {"x.md", 0, 0}, "In a file.", "");
    EXPECT_EQ(as_text(sink.sorted()), "warning [a]: Nowhere.\nx.md: warning [b]: In a file.\n");
}

TEST(AsText, IsEmptyWithoutDiagnostics) { EXPECT_EQ(as_text({}), ""); }

}  // namespace
}  // namespace brochure::diag
