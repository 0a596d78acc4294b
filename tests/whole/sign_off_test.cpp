// `sign-off`, `verify` and what `status` and `build` make of them.
#include <nlohmann/json.hpp>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using nlohmann::json;
using test::Ended;
using test::holds;
using test::MiniProject;

class SignOff : public ::testing::Test {
  protected:
    // The code that it was signed under.
    std::string sign(const std::string& on = "2026-11-29", std::vector<std::string> more = {}) {
        std::vector<std::string> words{"sign-off", "verband", "nl",       "--by", "arts",
                                       "--on",     on,        "--format", "json"};
        words.insert(words.end(), more.begin(), more.end());
        const Ended ended = project.run(words);
        EXPECT_EQ(ended.exit_code, 0) << ended.err;
        return json::parse(ended.out).at("code");
    }
    json status_of_dutch() const {
        const Ended ended = project.run({"status", "--on", "2026-11-29", "--format", "json"});
        for (const json& one : json::parse(ended.out).at("brochures")) {
            if (one.at("language") == "nl") return one;
        }
        return {};
    }
    MiniProject project;
};

TEST_F(SignOff, HoldsUntilTheTextSaysSomethingElse) {
    sign();
    EXPECT_EQ(status_of_dutch()["sign_off"]["state"], "signed");
    project.edit("content/verband/nl.md", "Was uw handen", "Was eerst uw handen");
    EXPECT_EQ(status_of_dutch()["sign_off"]["state"], "void");
    EXPECT_EQ(status_of_dutch()["sign_off"]["by"], "arts");
}

TEST_F(SignOff, ANewDateNeitherVoidsNorRenewsIt) {
    sign();
    project.edit("content/verband/brochure.toml", "updated = 2026-03-01", "updated = 2026-04-01");
    EXPECT_EQ(status_of_dutch()["sign_off"]["state"], "signed");
    project.edit("content/verband/nl.md", "Was uw handen", "Was eerst uw handen");
    project.edit("content/verband/brochure.toml", "updated = 2026-04-01", "updated = 2026-05-01");
    EXPECT_EQ(status_of_dutch()["sign_off"]["state"], "void");
}

TEST_F(SignOff, OfATextWithMistakesIsRefused) {
    project.edit("content/verband/nl.md", "[verschonen](#verschonen)", "[verschonen](#nergens)");
    EXPECT_EQ(project.run({"sign-off", "verband", "nl", "--by", "arts"}).exit_code, 1);
    EXPECT_FALSE(std::filesystem::exists(project.file("content/verband/nl.signed.toml")));
}

TEST_F(SignOff, OfALanguageThatThereIsNotIsRefused) {
    EXPECT_EQ(project.run({"sign-off", "verband", "fr", "--by", "arts"}).exit_code, 2);
    EXPECT_EQ(project.run({"sign-off", "verband", "nl", "--by", "arts", "--until", "gisteren"}).exit_code, 2);
}

TEST_F(SignOff, RunningOutStandsInTheQueueOfReviews) {
    sign("2026-11-29", {"--until", "2026-12-20"});
    const Ended ended = project.run({"status", "--on", "2026-11-29"});
    EXPECT_TRUE(holds(ended.out, "due within 30 days\n    sign-off of verband.nl by 2026-12-20"))
        << ended.out;
    const json told =
        json::parse(project.run({"status", "--on", "2026-11-29", "--format", "json"}).out).at("due");
    EXPECT_EQ(told.at("30").size(), 1U);
    EXPECT_EQ(told.at("90").size(), 0U);
}

TEST_F(SignOff, ACodeTellsWhatItIsOfAndWhoSigned) {
    const std::string code = sign();
    const Ended ended = project.run({"verify", code});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_TRUE(holds(ended.out, "verband.nl, edition 1\n  signed by arts on 2026-11-29")) << ended.out;
    project.edit("content/verband/nl.md", "Was uw handen", "Was eerst uw handen");
    const Ended later = project.run({"verify", code});
    EXPECT_EQ(later.exit_code, 4);
    EXPECT_TRUE(holds(later.out, "superseded")) << later.out;
    EXPECT_TRUE(holds(later.out, "signed by arts")) << later.out;
}

TEST_F(SignOff, ACodeOfWhatWasBuiltAndNeverSignedIsKnownAsWell) {
    ASSERT_EQ(project.run({"build", "--lang", "nl", "--edition", "screen", "--quiet"}).exit_code, 0);
    const std::string code = sign();
    std::filesystem::remove(project.file("content/verband/nl.signed.toml"));
    EXPECT_TRUE(holds(project.run({"verify", code}).out, "nobody has signed for it"));
    project.edit("content/verband/nl.md", "Was uw handen", "Was eerst uw handen");
    const Ended later = project.run({"verify", code});
    EXPECT_EQ(later.exit_code, 4);
    EXPECT_TRUE(holds(later.out, "superseded")) << later.out << later.err;
}

TEST_F(SignOff, ACodeOfNothingIsSaidToBeSo) {
    EXPECT_EQ(project.run({"verify", "0000-0000"}).exit_code, 1);
    EXPECT_EQ(project.run({"verify", "something"}).exit_code, 2);
}

}  // namespace
}  // namespace brochure::whole
