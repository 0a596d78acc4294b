// `changes` as a clinician calls it: of records, of folders, of revisions.
#include <nlohmann/json.hpp>
#include <set>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::Ended;
using test::holds;
using test::MiniProject;

class ChangesCommand : public ::testing::Test {
  protected:
    // The Dutch text as it was, and with another dose and another word.
    void build_twice() {
        build("before");
        edit_text();
        build("after");
    }
    void build(const std::string& folder) const {
        const Ended ended = project.run(
            {"build", "--lang", "nl", "--edition", "screen", "-o", project.file(folder).string(), "--quiet"});
        ASSERT_EQ(ended.exit_code, 0) << ended.err;
    }
    void edit_text() const {
        project.edit("content/verband/nl.md", "Smeer **dun**", "Smeer **dun**, 3 keer per dag");
        project.edit("content/verband/nl.md", "Was uw handen", "Was eerst uw handen");
    }
    [[nodiscard]] Ended changes(const std::string& before, const std::string& after,
                                const std::string& format) const {
        return project.run({"changes", before, after, "--format", format});
    }
    MiniProject project;
};

TEST_F(ChangesCommand, OfTwoFoldersTellsNumbersFirstAndMarksWords) {
    build_twice();
    const Ended ended = changes("before", "after", "text");
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_TRUE(holds(ended.out, "Numbers and doses\n    changed  zalf/p1 (paragraph, page ")) << ended.out;
    EXPECT_TRUE(holds(ended.out, "{+eerst +}")) << ended.out;
    EXPECT_LT(ended.out.find("zalf/p1"), ended.out.find("verband/li2.1")) << ended.out;
}

TEST_F(ChangesCommand, OfTwoRecordsTellsAProgramTheSame) {
    build_twice();
    const Ended ended = changes("before/verband/verband.nl.a5.record.json",
                                "after/verband/verband.nl.a5.record.json", "json");
    const json told = json::parse(ended.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << ended.out << ended.err;
    ASSERT_EQ(told["brochures"].size(), 1U);
    const json& pieces = told["brochures"][0]["pieces"];
    ASSERT_EQ(pieces.size(), 2U) << ended.out;
    EXPECT_EQ(pieces[0]["figures"], true);
    EXPECT_EQ(pieces[1]["key"], "verband/li2.1");
    EXPECT_GT(pieces[1]["page"]["is"].get<int>(), 1);
}

TEST_F(ChangesCommand, OfNothingSaysSo) {
    build("before");
    const Ended ended = changes("before", "before", "text");
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_TRUE(holds(ended.out, "Nothing that a reader sees is different.")) << ended.out;
}

// Another program reads the page, as HTML and, since it is that as well, as XML.
TEST_F(ChangesCommand, ThePageForBrowsersIsSoundAndHasNoScript) {
    SKIP_WITHOUT_PROGRAM("xmllint");
    build_twice();
    const Ended ended = changes("before", "after", "html");
    std::ofstream(project.file("report.html")) << ended.out;
    const std::string file = project.file("report.html").string();
    const Ended as_html = test::run({"xmllint", "--html", "--noout", file});
    EXPECT_EQ(as_html.exit_code, 0) << as_html.err;
    EXPECT_EQ(as_html.err, "");
    EXPECT_EQ(test::run({"xmllint", "--noout", file}).exit_code, 0) << ended.out;
    EXPECT_EQ(test::run({"xmllint", "--xpath", "count(//script)", file}).out.substr(0, 1), "0");
    const Ended heard = test::run({"xmllint", "--xpath", "string(//ins[1]/span[1])", file});
    EXPECT_TRUE(holds(heard.out, "put in")) << heard.out;
}

class Revisions : public ChangesCommand {
  protected:
    [[nodiscard]] Ended git(std::vector<std::string> words) const {
        words.insert(words.begin(), {"git", "-C", project.path().string(), "-c", "user.name=x", "-c",
                                     "user.email=x@test.example", "-c", "init.defaultBranch=main"});
        return test::run(words);
    }
    void commit_twice() const {
        ASSERT_EQ(git({"init", "--quiet"}).exit_code, 0);
        ASSERT_EQ(git({"add", "content"}).exit_code, 0);
        ASSERT_EQ(git({"commit", "--quiet", "-m", "first"}).exit_code, 0);
        edit_text();
        ASSERT_EQ(git({"commit", "--quiet", "-a", "-m", "second"}).exit_code, 0);
    }
};

TEST_F(Revisions, AreComparedWithoutTouchingTheWorkTree) {
    SKIP_WITHOUT_PROGRAM("git");
    commit_twice();
    const Ended ended = changes("HEAD~1", "HEAD", "text");
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_TRUE(holds(ended.out, "zalf/p1")) << ended.out;
    EXPECT_TRUE(holds(ended.out, "verband/li2.1")) << ended.out;
    EXPECT_EQ(git({"status", "--porcelain"}).out, "");
}

TEST_F(Revisions, AreComparedWithTheTextsAsTheyStand) {
    SKIP_WITHOUT_PROGRAM("git");
    commit_twice();
    const Ended with_today = changes("HEAD~1", project.path().string(), "text");
    EXPECT_TRUE(holds(with_today.out, "zalf/p1")) << with_today.out << with_today.err;
}

TEST_F(Revisions, ThatThereAreNotAreRefusedAndNamed) {
    SKIP_WITHOUT_PROGRAM("git");
    commit_twice();
    const Ended ended = changes("HEAD~7", "HEAD", "text");
    EXPECT_EQ(ended.exit_code, 3);
    EXPECT_TRUE(holds(ended.err, "'HEAD~7' is neither a record")) << ended.err;
}

TEST_F(Revisions, WithoutGitAreSaidClearly) {
    const Ended ended = test::run_brochure({"changes", "HEAD~1", "HEAD", "-C", project.path().string()},
                                           {{}, {"PATH=/nowhere"}, {}});
    EXPECT_EQ(ended.exit_code, 3);
    EXPECT_TRUE(holds(ended.err, "git is not installed")) << ended.err;
}

TEST_F(ChangesCommand, ARecordOfAnOlderProgramIsNamedAndBuiltAnew) {
    build("before");
    const std::string record = "before/verband/verband.nl.a5.record.json";
    project.edit(record, "\"version\": 2,", "\"version\": 1,");
    const Ended ended = changes("before", "before", "text");
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_TRUE(holds(ended.out, "is left out, for it cannot be used")) << ended.out;
    build("before");
    EXPECT_EQ(changes("before", "before", "text").exit_code, 0);
}

TEST(ExportedPages, AreThoseOfTheBuiltBrochureWithTheRoomOnTheCover) {
    const MiniProject project;
    ASSERT_EQ(project.run({"translation", "export", "verband", "en"}).exit_code, 0);
    const std::string without = test::contents_of(project.file("po/verband.en.po"));
    EXPECT_FALSE(holds(without, "in the built brochure"));
    ASSERT_EQ(project.run({"build", "--lang", "nl", "--edition", "screen", "--quiet"}).exit_code, 0);
    ASSERT_EQ(project.run({"translation", "export", "verband", "en"}).exit_code, 0);
    const std::string with = test::contents_of(project.file("po/verband.en.po"));
    EXPECT_TRUE(holds(with, "#. in the built brochure: the cover\n#. limit: ")) << with.substr(0, 2000);
    EXPECT_TRUE(holds(with, " on the cover, as in the master text\n"));
    EXPECT_TRUE(holds(with, "#. in the built brochure: page "));
    ASSERT_EQ(project.run({"translation", "export", "verband", "en"}).exit_code, 0);
    EXPECT_EQ(test::contents_of(project.file("po/verband.en.po")), with);
}

TEST(Reports, OfShardsAreMergedIntoThatOfTheWhole) {
    const MiniProject project;
    std::vector<std::string> merge{"report", "merge"};
    for (const std::string shard : {"1/3", "2/3", "3/3"}) {
        const Ended ended = project.run({"build", "--edition", "screen", "--layout", "a5,a5-justified",
                                         "--shard", shard, "--format", "json"});
        ASSERT_EQ(ended.exit_code, 0) << ended.err;
        merge.push_back(project.file("report" + shard.substr(0, 1) + ".json").string());
        std::ofstream(merge.back()) << ended.out;
    }
    const Ended merged = project.run(merge);
    EXPECT_EQ(merged.exit_code, 0) << merged.err;
    json whole = json::parse(
        project.run({"build", "--edition", "screen", "--layout", "a5,a5-justified", "--format", "json"}).out);
    json told = json::parse(merged.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << merged.out;
    const auto files = [](const json& report) {
        std::set<std::string> names;
        for (const json& one : report["outputs"]) names.insert(one["file"].get<std::string>());
        return names;
    };
    EXPECT_EQ(told["outputs"].size(), whole["outputs"].size());
    EXPECT_EQ(files(told), files(whole));
    EXPECT_EQ(told["diagnostics"].size(), whole["diagnostics"].size());
}

TEST(Reports, OneThatIsNoneIsNamed) {
    const MiniProject project;
    const Ended ended = project.run({"report", "merge", project.file("content/verband/nl.md").string()});
    EXPECT_EQ(ended.exit_code, 3);
    EXPECT_TRUE(holds(ended.err, "is no report of brochure build --format json")) << ended.err;
}

}  // namespace
}  // namespace brochure::whole
