#include "results/sarif.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "results/source_lines.hpp"
#include "support/temporary_folder.hpp"

namespace brochure::results {
namespace {

using nlohmann::json;

json first_run(const make::Report& report, const std::filesystem::path& folder = ".") {
    return json::parse(as_sarif(report, folder, "1.0")).at("runs").at(0);
}

make::Report with_one(const std::string& file, std::uint32_t line, std::uint32_t column) {
    make::Report report;
    report.diagnostics.error("link-unknown", {file, line, column}, "There is none.", "Make one.");
    return report;
}

TEST(Sarif, NamesFilesRelativeToTheProjectAsUris) {
    const json place = first_run(with_one("content/een & twee/nl.md", 3, 1))
                           .at("results")
                           .at(0)
                           .at("locations")
                           .at(0)
                           .at("physicalLocation");
    EXPECT_EQ(place.at("artifactLocation").at("uri"), "content/een%20%26%20twee/nl.md");
    EXPECT_EQ(place.at("artifactLocation").at("uriBaseId"), "PROJECT");
    EXPECT_EQ(place.at("region").at("startLine"), 3);
}

TEST(Sarif, CountsColumnsInUtf16Units) {
    test::TemporaryFolder folder;
    folder.write("x.md", "plain\n\U0001F9B4 and \u00e9 wrong\n");
    const json run = first_run(with_one("x.md", 2, 9), folder.path());
    EXPECT_EQ(run.at("columnKind"), "utf16CodeUnits");
    EXPECT_EQ(
        run.at("results").at(0).at("locations").at(0).at("physicalLocation").at("region").at("startColumn"),
        10);
}

TEST(Sarif, FingerprintStaysWhereLinesArePutInAboveAndDiffersForTwoAlike) {
    test::TemporaryFolder folder;
    folder.write("x.md", "wrong\nwrong\n");
    make::Report report = with_one("x.md", 1, 1);
    report.diagnostics.error("link-unknown", {"x.md", 2, 1}, "There is none.", "Make one.");
    const json before = first_run(report, folder.path()).at("results");
    folder.write("x.md", "new\n\nwrong\n");
    const json after = first_run(with_one("x.md", 3, 1), folder.path()).at("results");
    EXPECT_EQ(before.at(0).at("partialFingerprints"), after.at(0).at("partialFingerprints"));
    EXPECT_NE(before.at(0).at("partialFingerprints"), before.at(1).at("partialFingerprints"));
}

TEST(Sarif, TellsWhatTheEnvironmentWouldNotAndWhatTheCommandGotWrong) {
    make::Report report;
    report.refused.emplace_back("cannot write in out/: \xFF");
    report.misused.emplace_back("There is no brochure 'x'.");
    const json invocation = first_run(report).at("invocations").at(0);
    EXPECT_EQ(invocation.at("executionSuccessful"), false);
    EXPECT_EQ(invocation.at("toolExecutionNotifications").at(0).at("message").at("text"),
              "cannot write in out/: \xEF\xBF\xBD");
    EXPECT_EQ(invocation.at("toolConfigurationNotifications").size(), 1U);
}

TEST(Utf16Column, IsTheSameForWhatIsNoUtf8) { EXPECT_EQ(utf16_column("\xFF\xFE", 2), 2U); }

}  // namespace
}  // namespace brochure::results
