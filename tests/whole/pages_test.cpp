// What --explain tells of the pages of every shipped brochure, in every language and layout: nothing on them
// is spoiled, all are full, and their number is right. The editions are written from the same pages.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using nlohmann::json;
using test::Shipped;

// Less looks forgotten; more than this may be given up to keep a card, a list, or a figure with its text.
constexpr double least_filled = 0.7;

class Pages : public ::testing::TestWithParam<Shipped> {
  protected:
    void SetUp() override {
        const Shipped& shipped = GetParam();
        const test::Ended ended = test::run_brochure(
            {"build", shipped.brochure, "-C", test::source_root.string(), "--lang", shipped.language,
             "--layout", shipped.layout, "--explain", "--format", "json", "-o", folder_.path().string()});
        ASSERT_EQ(ended.exit_code, 0) << ended.out << ended.err;
        const json told = json::parse(ended.out, nullptr, false);
        ASSERT_FALSE(told.is_discarded()) << ended.out;
        written_ = told["written"][0];
        ASSERT_TRUE(written_.contains("explained"));
    }

    test::ScratchFolder folder_;
    json written_;
};

TEST_P(Pages, NothingIsSpoiledAtTheirFeet) {
    // Widows, orphans, stranded headings, torn call-outs, lone rows, pieces higher than a page.
    for (const json& page : written_["explained"])
        EXPECT_EQ(page["faults"], json::array()) << "page " << page["label"];
}

TEST_P(Pages, AreFullWhereThePartGoesOn) {
    std::size_t going_on = 0;
    for (const json& page : written_["explained"]) {
        if (!page["flows"].get<bool>() || page["last_of_part"].get<bool>()) continue;
        ++going_on;
        EXPECT_GE(page["filled"].get<double>(), least_filled) << "page " << page["label"];
        EXPECT_LE(page["filled"].get<double>(), 1.0) << "page " << page["label"];
    }
    EXPECT_GT(going_on, 5U);
}

TEST_P(Pages, ComeToTheNumberWithOnePageForNotesAtMost) {
    const auto multiple = written_["multiple"].get<int>();
    EXPECT_EQ(written_["pages"].get<int>() % multiple, 0);
    EXPECT_LE(written_["notes_pages"].get<int>(), 1);
    if (GetParam().layout.starts_with("a5")) {
        EXPECT_EQ(multiple, 4);
    }
}

TEST_P(Pages, AreExplained) {
    for (const json& page : written_["explained"]) {
        std::int64_t sum = 0;
        for (const json& cost : page["costs"]) sum += cost.get<std::int64_t>();
        EXPECT_EQ(page["cost"].get<std::int64_t>(), sum) << "page " << page["label"];
        if (!page.contains("runner_up")) continue;
        EXPECT_GE(page["runner_up"]["dearer"].get<std::int64_t>(), 0) << "page " << page["label"];
    }
}

INSTANTIATE_TEST_SUITE_P(Shipped, Pages, ::testing::ValuesIn(test::all_shipped()), test::shipped_name);

json built(const std::string& layout, const std::string& pages, const std::filesystem::path& output) {
    const test::Ended ended = test::run_brochure({"build", "botmetastasen", "-C", test::source_root.string(),
                                                  "--lang", "nl", "--layout", layout, "--pages", pages,
                                                  "--explain", "--format", "json", "-o", output.string()});
    return json::parse(ended.out, nullptr, false);
}

// The Dutch text takes some pages more: with a line more on each there are 28.
TEST(WantedPages, AreReachedBySettingLinesCloserIfNothingElseHelps) {
    const test::ScratchFolder folder;
    const json told = built("a5-justified", "28", folder.path());
    ASSERT_FALSE(told["written"].empty()) << told;
    EXPECT_EQ(told["written"][0]["pages"], 28);
    EXPECT_EQ(told["written"][0]["lines_more"], 1);
    EXPECT_EQ(told["diagnostics"], json::array());
}

TEST(WantedPages, ThatAreOutOfReachAreAnErrorThatTellsByHowMuch) {
    const test::ScratchFolder folder;
    const json told = built("a5", "12", folder.path());
    ASSERT_EQ(told["diagnostics"].size(), 1U);
    EXPECT_EQ(told["diagnostics"][0]["code"], "pages-missed");
    EXPECT_EQ(told["diagnostics"][0]["severity"], "error");
    EXPECT_EQ(told["written"], json::array());
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(WantedPages, MustFillTheSheetsThatTheLayoutFolds) {
    const test::MiniProject project;
    const test::Ended ended = project.run({"build", "--lang", "nl", "--pages", "7"});
    EXPECT_NE(ended.exit_code, 0);
    EXPECT_NE(ended.err.find("4 or 8"), std::string::npos) << ended.err;
    EXPECT_FALSE(std::filesystem::exists(project.pdf("nl")));
}

TEST(WantedPages, OfTheCommandLineOutOfReachLeaveTheFileAsItWas) {
    const test::MiniProject project;
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    const std::string before = test::contents_of(project.pdf("nl"));
    const test::Ended ended = project.run({"build", "--lang", "nl", "--pages", "4"});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_NE(ended.err.find("pages-missed"), std::string::npos) << ended.err;
    EXPECT_EQ(test::contents_of(project.pdf("nl")), before);
}

}  // namespace
}  // namespace brochure::whole
