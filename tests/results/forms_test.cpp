#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "results/annotations.hpp"
#include "results/json.hpp"
#include "results/junit.hpp"

namespace brochure::results {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

make::Output output(const std::string& id, const std::string& language, make::State state) {
    make::Output one;
    one.brochure = id;
    one.language = language;
    one.layout = "a5";
    one.file = "out/" + id + ".pdf";
    one.state = state;
    return one;
}

TEST(Json, HoldsWhateverNamesAndMessagesHold) {
    make::Report report;
    report.diagnostics.error("x", {"a\xFF.md", 1, 2}, "one \"word\"\n\x01", "");
    const json told = json::parse(as_json(report));
    EXPECT_EQ(told.at("diagnostics").at(0).at("file"), "a\xEF\xBF\xBD.md");
    EXPECT_EQ(told.at("diagnostics").at(0).at("message"), "one \"word\"\n\x01");
    EXPECT_TRUE(told.at("outputs").is_array());
}

TEST(Json, ShowsAHundredOfACodeAndCountsTheRest) {
    make::Report report;
    for (std::uint32_t line = 1; line <= 120; ++line)
        report.diagnostics.error("x", {"a.md", line, 1}, "m", "");
    const json told = json::parse(as_json(report)).at("diagnostics");
    EXPECT_EQ(told.size(), 101U);
    EXPECT_EQ(told.back().at("message"), "and 20 more of these");
}

TEST(Annotations, AreOneLineEachWhateverTheyHold) {
    make::Report report;
    report.diagnostics.error("link-unknown", {"content/a,b:c/nl.md", 3, 5}, "100 % wrong", "Mend it.");
    report.refused.emplace_back("disk\nfull");
    EXPECT_EQ(
        as_annotations(report),
        "::error file=content/a%2Cb%3Ac/nl.md,line=3,col=5,title=link-unknown::100 %25 wrong%0AMend it.\n"
        "::error::disk%0Afull\n");
}

TEST(Junit, HasASuiteForEachBrochureAndTheMistakesOfEachFile) {
    make::Report report;
    report.outputs = {output("griep", "nl", make::State::refused), output("griep", "en", make::State::made),
                      output("wond", "nl", make::State::held)};
    report.diagnostics.error("x", {"content/griep/nl.md", 1, 2}, "wrong <here>", "");
    const std::string xml = as_junit(report);
    EXPECT_THAT(xml, HasSubstr(R"(<testsuite name="griep" tests="2" failures="1" errors="0" skipped="0">)"));
    EXPECT_THAT(xml, HasSubstr(R"(<failure message="wrong &lt;here>">)"));
    EXPECT_THAT(xml, HasSubstr(R"(<testsuite name="wond" tests="1" failures="0" errors="0" skipped="1">)"));
}

TEST(Junit, OfACheckHasACaseForEachFile) {
    make::Report report;
    report.diagnostics.error("x", {"content/griep/nl.md", 1, 2}, "wrong\x02", "");
    report.diagnostics.warning("y", {"content/griep/en.md", 1, 2}, "odd", "");
    const std::string xml = as_junit(report);
    EXPECT_THAT(xml, HasSubstr(R"(tests="2" failures="1")"));
    EXPECT_THAT(xml, HasSubstr("wrong\xEF\xBF\xBD"));
    EXPECT_THAT(xml, Not(HasSubstr("&#2;")));
}

}  // namespace
}  // namespace brochure::results
