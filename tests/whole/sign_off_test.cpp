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
        const json told = json::parse(ended.out);
        for (const json& one : told.at("brochures")) {
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
    const json report = json::parse(project.run({"status", "--on", "2026-11-29", "--format", "json"}).out);
    const json told = report.at("due");
    EXPECT_EQ(told.at("30").size(), 1U);
    EXPECT_EQ(told.at("90").size(), 0U);
}

TEST_F(SignOff, ThatHasRunOutIsWork) {
    ASSERT_EQ(project.run({"translation", "confirm", "verband", "en"}).exit_code, 0);
    sign("2026-11-29", {"--until", "2026-12-20"});
    ASSERT_EQ(project.run({"sign-off", "verband", "en", "--by", "arts", "--on", "2026-11-29"}).exit_code, 0);
    EXPECT_EQ(project.run({"status", "--on", "2026-12-19"}).exit_code, 0);
    EXPECT_EQ(project.run({"status", "--on", "2026-12-20"}).exit_code, 4);
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

class BuiltAndSigned : public SignOff {
  protected:
    Ended build() const { return project.run({"build", "--lang", "nl", "--quiet"}); }
    void ask_for(const std::string& wish) const {
        project.edit("content/house/house.toml", "name = ", "without_sign_off = \"" + wish + "\"\nname = ");
    }
    // The words of every page, by themselves.
    [[nodiscard]] std::vector<std::string> pages() const {
        std::vector<std::string> out;
        const std::string text = test::run({"pdftotext", project.pdf("nl").string(), "-"}).out;
        for (std::size_t begin = 0, end = 0; (end = text.find('\f', begin)) != std::string::npos;
             begin = end + 1)
            out.push_back(text.substr(begin, end - begin));
        return out;
    }
};

TEST_F(BuiltAndSigned, EveryPageHasTheCodeAtItsFoot) {
    SKIP_WITHOUT_PROGRAM("pdftotext");
    const std::string code = sign();
    ASSERT_EQ(build().exit_code, 0);
    ASSERT_GT(pages().size(), 4U);
    for (const std::string& page : pages()) EXPECT_TRUE(holds(page, code)) << page;
}

TEST_F(BuiltAndSigned, AFileTellsItsCodeInEveryEdition) {
    const std::string code = sign();
    ASSERT_EQ(build().exit_code, 0);
    for (const std::string edition : {"", ".press", ".booklet"}) {
        const std::string file = project.file("out/verband/verband.nl.a5" + edition + ".pdf").string();
        const Ended ended = project.run({"verify", file});
        EXPECT_EQ(ended.exit_code, 0) << ended.err;
        EXPECT_TRUE(holds(ended.out, code + ": verband.nl, edition 1")) << ended.out;
    }
}

TEST_F(BuiltAndSigned, AMarkStandsOnEveryPageUntilItIsSigned) {
    SKIP_WITHOUT_PROGRAM("pdftotext");
    ask_for("mark");
    ASSERT_EQ(build().exit_code, 0);
    for (const std::string& page : pages()) EXPECT_TRUE(holds(page, "Nog niet vrijgegeven")) << page;
    sign();
    ASSERT_EQ(build().exit_code, 0);
    for (const std::string& page : pages()) EXPECT_FALSE(holds(page, "Nog niet vrijgegeven")) << page;
}

TEST_F(BuiltAndSigned, NothingIsMadeWhereTheHouseRefusesItUnsigned) {
    ask_for("refuse");
    const Ended refused = build();
    EXPECT_EQ(refused.exit_code, 1);
    EXPECT_TRUE(holds(refused.err, "not-signed")) << refused.err;
    EXPECT_FALSE(std::filesystem::exists(project.pdf("nl")));
    sign();
    EXPECT_EQ(build().exit_code, 0);
    EXPECT_TRUE(std::filesystem::exists(project.pdf("nl")));
}

TEST_F(BuiltAndSigned, AWishThatIsNoneIsAMistake) {
    ask_for("perhaps");
    EXPECT_EQ(build().exit_code, 1);
}

TEST_F(SignOff, ACodeOfNothingIsSaidToBeSo) {
    EXPECT_EQ(project.run({"verify", "0000-0000"}).exit_code, 1);
    EXPECT_EQ(project.run({"verify", "something"}).exit_code, 2);
}

}  // namespace
}  // namespace brochure::whole
