// Results for other programs, judged by them.
#include <nlohmann/json.hpp>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using test::Ended;
using test::holds;
using test::MiniProject;

class Results : public ::testing::Test {
  protected:
    Results() { project.edit("content/verband/nl.md", "(#verschonen)", "(#nergens)"); }
    [[nodiscard]] Ended told(const std::string& command, const std::string& format) const {
        return project.run({command, "--format", format});
    }
    [[nodiscard]] static Ended judged(std::vector<std::string> words, const std::string& input) {
        test::Surroundings around;
        around.input = input;
        return test::run(words, around);
    }
    MiniProject project;
};

TEST_F(Results, SarifFollowsTheSchemaOfItsStandard) {
    const std::string script =
        "import json, sys, jsonschema\n"
        "schema = json.load(open(sys.argv[1]))\n"
        "jsonschema.validate(json.load(sys.stdin), schema)\n";
    if (test::run({"python3", "-c", "import jsonschema"}).exit_code != 0)
        GTEST_SKIP() << "python3-jsonschema is not installed";
    for (const std::string command : {"build", "check"}) {
        const Ended ended = told(command, "sarif");
        EXPECT_EQ(ended.exit_code, 1);
        const Ended judge = judged(
            {"python3", "-c", script, std::string{BROCHURE_TEST_DATA} + "/whole/sarif-2.1.0-subset.json"},
            ended.out);
        EXPECT_EQ(judge.exit_code, 0) << judge.err << ended.out;
        EXPECT_TRUE(holds(ended.out, "section-unknown")) << ended.out;
    }
}

TEST_F(Results, JunitIsXmlThatCountsItsCases) {
    const Ended ended = told("build", "junit");
    const Ended judge =
        judged({"xmllint", "--xpath", "count(//testcase[failure])=//testsuite/@failures", "-"}, ended.out);
    EXPECT_EQ(judge.out, "true\n") << judge.err << ended.out;
}

TEST_F(Results, GithubIsALineForEachMistake) {
    const Ended ended = told("check", "github");
    EXPECT_TRUE(holds(ended.out, "::error file=content/verband/nl.md,line=")) << ended.out;
    EXPECT_EQ(ended.err, "");
}

TEST_F(Results, WrongCommandIsToldInTheFormThatWasAskedFor) {
    EXPECT_TRUE(
        holds(project.run({"build", "niets", "--format", "github"}).out, "::error::There is no brochure"));
    const Ended unknown = project.run({"build", "--nonsense", "--format", "sarif"});
    EXPECT_EQ(unknown.exit_code, 2);
    EXPECT_TRUE(holds(unknown.out, "toolConfigurationNotifications")) << unknown.out;
    EXPECT_EQ(project.run({"status", "--format", "junit"}).exit_code, 2);
}

}  // namespace
}  // namespace brochure::whole
