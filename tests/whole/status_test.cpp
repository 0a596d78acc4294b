// `status` and `translation confirm` as a scheduler and a translator call them.
#include <nlohmann/json.hpp>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using nlohmann::json;
using test::Ended;
using test::MiniProject;

TEST(StatusCommand, EndsWithFourUntilAllIsConfirmed) {
    const MiniProject project;
    EXPECT_EQ(project.run({"status", "--on", "2026-11-29"}).exit_code, 4);
    ASSERT_EQ(project.run({"translation", "confirm", "verband", "en"}).exit_code, 0);
    const Ended ended = project.run({"status", "--on", "2026-11-29"});
    EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
    EXPECT_NE(ended.out.find("en      complete"), std::string::npos) << ended.out;
}

TEST(StatusCommand, ShowsOldAndNewWords) {
    const MiniProject project;
    ASSERT_EQ(project.run({"translation", "confirm", "verband", "en"}).exit_code, 0);
    project.edit("content/verband/nl.md", "Wat u doet met een verband", "Wat u laat met een verband");
    const Ended ended = project.run({"status", "--on", "2026-11-29"});
    EXPECT_EQ(ended.exit_code, 4);
    EXPECT_NE(ended.out.find("[-doet-]{+laat+}"), std::string::npos) << ended.out;
}

TEST(StatusCommand, TellsAProgramTheSame) {
    const MiniProject project;
    ASSERT_EQ(project.run({"translation", "confirm", "verband", "en"}).exit_code, 0);
    project.edit("content/verband/nl.md", "Wat u doet met een verband", "Wat u laat met een verband");
    const Ended ended = project.run({"status", "--on", "2026-11-29", "--format", "json"});
    const json told = json::parse(ended.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << ended.out;
    for (const json& one : told["brochures"]) {
        if (one["language"] != "en") continue;
        EXPECT_EQ(one["state"], "held");
        ASSERT_EQ(one["stale"].size(), 1U);
        EXPECT_NE(one["stale"][0]["was"].get<std::string>().find("doet"), std::string::npos);
        EXPECT_NE(one["stale"][0]["is"].get<std::string>().find("laat"), std::string::npos);
    }
}

TEST(StatusCommand, NamesAReviewThatIsOverdue) {
    const MiniProject project;
    const Ended ended = project.run({"status", "--on", "2199-01-01"});
    EXPECT_EQ(ended.exit_code, 4);
    EXPECT_NE(ended.out.find("review overdue"), std::string::npos) << ended.out;
}

TEST(StatusCommand, RefusesABrochureThatThereIsNot) {
    const MiniProject project;
    EXPECT_EQ(project.run({"status", "verbnad"}).exit_code, 2);
}

TEST(StatusCommand, OfTheSampleIsComplete) {
    const Ended ended =
        test::run_brochure({"status", "-C", test::source_root.string(), "--on", "2026-11-29"});
    EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
}

}  // namespace
}  // namespace brochure::whole
