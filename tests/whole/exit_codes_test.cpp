// How the program ends, for every row of the table in the README.
#include <nlohmann/json.hpp>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::Ended;
using test::MiniProject;

class ExitCode : public ::testing::Test {
  protected:
    [[nodiscard]] Ended build(std::vector<std::string> more = {}) const {
        std::vector<std::string> words{"build", "--edition", "screen", "--format", "json"};
        words.insert(words.end(), more.begin(), more.end());
        return project.run(words);
    }
    [[nodiscard]] static std::string first_state(const Ended& ended) {
        const json told = json::parse(ended.out, nullptr, false);
        return told.is_discarded() || told.at("outputs").empty() ? "" : told.at("outputs").at(0).at("state");
    }
    MiniProject project;
};

TEST_F(ExitCode, IsZeroWhereSomethingWasMadeAndWhereNothingWasToDo) {
    const Ended made = build(), nothing = build();
    EXPECT_EQ(made.exit_code, 0);
    EXPECT_EQ(first_state(made), "made");
    EXPECT_EQ(nothing.exit_code, 0);
    EXPECT_EQ(first_state(nothing), "unchanged");
}

TEST_F(ExitCode, IsOneForMistakesInATextAndWhereAWarningCounts) {
    project.edit("content/verband/en.md", "reviewed = false\n", "");
    EXPECT_EQ(build().exit_code, 0);
    EXPECT_EQ(build({"--strict"}).exit_code, 1);
    project.edit("content/verband/nl.md", "(#verschonen)", "(#nergens)");
    EXPECT_EQ(build().exit_code, 1);
    EXPECT_EQ(build().exit_code, 1);
}

TEST_F(ExitCode, IsTwoForACommandThatIsWrong) {
    EXPECT_EQ(build({"--nonsense"}).exit_code, 2);
    EXPECT_EQ(build({"--lang", "xx"}).exit_code, 2);
    EXPECT_EQ(build({"--layout", "none"}).exit_code, 2);
}

TEST_F(ExitCode, IsThreeWhereTheSurroundingsWouldNot) {
    std::ofstream(project.file("out")) << "a file where the folder should be";
    const Ended ended = build();
    EXPECT_EQ(ended.exit_code, 3);
    EXPECT_EQ(first_state(ended), "failed");
    EXPECT_TRUE(test::holds(ended.out, project.file("out").string())) << ended.out;
}

TEST_F(ExitCode, IsFourWhereATranslationIsHeldEveryTime) {
    EXPECT_EQ(project.run({"translation", "confirm", "verband", "en"}).exit_code, 0);
    EXPECT_EQ(build().exit_code, 0);
    const std::string before = test::contents_of(project.pdf("en"));
    project.edit("content/verband/nl.md", "Wat u doet met een verband", "Wat u laat met een verband");
    for (int i = 0; i < 2; ++i) {
        const Ended held = build();
        EXPECT_EQ(held.exit_code, 4);
        EXPECT_EQ(first_state(held), "held");
    }
    EXPECT_TRUE(test::contents_of(project.pdf("en")) == before);
}

}  // namespace
}  // namespace brochure::whole
