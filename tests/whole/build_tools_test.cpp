// What Make and Ninja learn of a build: they themselves are the judges.
#include <algorithm>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::contents_of;
using test::Ended;
using test::holds;
using test::MiniProject;

// Names that a shell, Make or Ninja takes for something else.
const std::vector<std::string> hostile{"een arm",    "arm#1",      "arm$x",    "$(arm)",
                                       "arm: links", "a'r'm",      "arm\"q\"", "صورة",
                                       "手臂",       "arm & been", "arm\\ x",  "[arm] (1)=50%"};

class BuildTools : public ::testing::Test {
  protected:
    // The one picture of the text gets this name, in a folder of that name.
    void name_picture(const std::string& name) {
        const std::string folder = "content/verband/images/" + name;
        fs::create_directories(project.file(folder));
        fs::rename(project.file("content/verband/images/arm.svg"),
                   project.file(folder + "/" + name + ".svg"));
        picture = folder + "/" + name + ".svg";
        std::string written = "images/" + name + "/" + name + ".svg", escaped;
        for (const char c : written) {
            if (c == '"' || c == '\\') escaped += '\\';
            escaped += c;
        }
        project.edit("content/verband/brochure.toml", "images/arm.svg", escaped);
    }
    [[nodiscard]] Ended tool(const std::vector<std::string>& words) const {
        return test::run(words, {project.path(), {"MAKEFLAGS"}, {}});
    }
    void touch(const std::string& name) const {
        fs::last_write_time(project.file(name), fs::file_time_type::clock::now() + std::chrono::seconds{2});
    }
    static constexpr const char* command =
        " build verband --lang nl --edition screen --no-progress --depfile deps.d";
    MiniProject project;
    std::string picture;
};

TEST_F(BuildTools, MakeKnowsFilesOfEveryName) {
    SKIP_WITHOUT_PROGRAM("make");
    for (const std::string& name : hostile) {
        const MiniProject fresh;
        fs::remove_all(project.path() / "content");
        fs::remove_all(project.path() / "out");
        fs::copy(fresh.path() / "content", project.path() / "content", fs::copy_options::recursive);
        name_picture(name);
        std::ofstream(project.file("Makefile"))
            << "out/verband/verband.nl.a5.pdf:\n\t" << BROCHURE_PROGRAM << command << "\n-include deps.d\n";
        fs::remove(project.file("deps.d"));
        const Ended made = tool({"make"});
        ASSERT_EQ(made.exit_code, 0) << name << made.out << made.err;
        EXPECT_TRUE(holds(tool({"make"}).out, "up to date")) << name << contents_of(project.file("deps.d"));
        touch(picture);
        EXPECT_EQ(tool({"make", "-q"}).exit_code, 1) << name << contents_of(project.file("deps.d"));
    }
}

TEST_F(BuildTools, NinjaKnowsFilesOfEveryName) {
    SKIP_WITHOUT_PROGRAM("ninja");
    for (const std::string& name : hostile) {
        const MiniProject fresh;
        for (const char* left : {"content", "out", ".ninja_log", ".ninja_deps"})
            fs::remove_all(project.path() / left);
        fs::copy(fresh.path() / "content", project.path() / "content", fs::copy_options::recursive);
        name_picture(name);
        std::ofstream(project.file("build.ninja"))
            << "rule brochure\n  command = " << BROCHURE_PROGRAM << command
            << "\n  depfile = deps.d\n  deps = gcc\n  restat = 1\nbuild out/verband/verband.nl.a5.pdf: "
               "brochure\n";
        const Ended made = tool({"ninja"});
        ASSERT_EQ(made.exit_code, 0) << name << made.out << made.err;
        EXPECT_TRUE(holds(tool({"ninja"}).out, "no work to do")) << name;
        touch(picture);
        EXPECT_FALSE(holds(tool({"ninja", "-n"}).out, "no work to do")) << name;
    }
}

TEST_F(BuildTools, AFileThatIsRemovedDoesNotStopMake) {
    SKIP_WITHOUT_PROGRAM("make");
    std::ofstream(project.file("Makefile"))
        << "out/verband/verband.nl.a5.pdf:\n\t" << BROCHURE_PROGRAM << command << "\n-include deps.d\n";
    ASSERT_EQ(tool({"make"}).exit_code, 0);
    fs::rename(project.file("content/verband/images/arm.svg"),
               project.file("content/verband/images/hand.svg"));
    project.edit("content/verband/brochure.toml", "images/arm.svg", "images/hand.svg");
    const Ended again = tool({"make"});
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_TRUE(holds(contents_of(project.file("deps.d")), "hand.svg"));
}

TEST_F(BuildTools, ADepfileIsWrittenForATextWithMistakesToo) {
    project.edit("content/verband/nl.md", "(#verschonen)", "(#nergens)");
    const std::string file = project.file("deps.d").string();
    EXPECT_EQ(project.run({"build", "--lang", "nl", "--edition", "screen", "--depfile", file}).exit_code, 1);
    const std::string rule = contents_of(file);
    EXPECT_TRUE(rule.starts_with(project.pdf("nl").string() + ": \\\n")) << rule;
    EXPECT_TRUE(holds(rule, project.file("content/verband/nl.md").string())) << rule;
    EXPECT_TRUE(holds(rule, project.file("content/house/house.toml").string())) << rule;
}

TEST_F(BuildTools, ADepfileIsTheSameWhereNothingIsMade) {
    const std::string file = project.file("deps.d").string();
    const std::vector<std::string> words{"build", "--edition", "screen,press", "--depfile", file};
    ASSERT_EQ(project.run(words).exit_code, 0);
    const std::string rule = contents_of(file);
    ASSERT_EQ(project.run(words).exit_code, 0);
    EXPECT_EQ(contents_of(file), rule);
    EXPECT_TRUE(holds(rule, ".icc")) << rule;
}

TEST_F(BuildTools, ADepfileThatCannotBeWrittenIsAFailure) {
    EXPECT_EQ(project.run({"build", "--lang", "nl", "--depfile", "/proc/self/deps.d"}).exit_code, 3);
}

TEST_F(BuildTools, DepsTellAlsoWhatWasLookedForInVain) {
    const Ended ended = project.run({"build", "--lang", "en", "--edition", "screen", "--deps", "json"});
    const json told = json::parse(ended.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << ended.out;
    const json& set = told.at("deps").at(0);
    EXPECT_EQ(set.at("outputs").at(0), project.pdf("en").string());
    EXPECT_TRUE(set.at("files").contains("content/verband/nl.md"));  // the master text
    EXPECT_TRUE(set.at("files").contains("brochure:layouts/a5.toml"));
    const auto& absent = set.at("absent");
    EXPECT_NE(std::find(absent.begin(), absent.end(), "content/verband/en.lock.toml"), absent.end());
    EXPECT_NE(std::find(absent.begin(), absent.end(), "layouts/a5.toml"), absent.end());
}

// ---- A plan for a tool, and parts for many machines

// Every file but the memo and what the tool left, by its name.
std::map<std::string, std::string> files_in(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().filename();
        if (entry.is_regular_file() && !entry.is_symlink() && name != ".brochure-memo.json" &&
            !name.ends_with(".d"))
            files[entry.path().lexically_relative(folder).string()] = contents_of(entry.path());
    }
    return files;
}

class Plan : public BuildTools {
  protected:
    Plan() {
        fs::rename(project.path() / "content", project.path() / "moved");
        folder = project.path() / "een $huis: #1";
        fs::create_directories(folder);
        fs::rename(project.path() / "moved", folder / "content");
    }
    [[nodiscard]] Ended here(std::vector<std::string> words) const {
        words.insert(words.begin(), BROCHURE_PROGRAM);
        words.insert(words.end(), {"-C", folder.filename().string()});
        return tool(words);
    }
    void expect_as_one_build_makes_it() const {
        ASSERT_EQ(here({"build", "--layout", "a5,a4-columns", "-o", "whole"}).exit_code, 0);
        EXPECT_TRUE(files_in(folder / "out") == files_in(project.path() / "whole"));
    }
    fs::path folder;
};

TEST_F(Plan, ForNinjaMakesEverySetOnce) {
    SKIP_WITHOUT_PROGRAM("ninja");
    const Ended plan = here({"plan", "--ninja", "--layout", "a5,a4-columns"});
    ASSERT_EQ(plan.exit_code, 0) << plan.err;
    std::ofstream(project.file("build.ninja")) << plan.out;
    const Ended made = tool({"ninja"});
    ASSERT_EQ(made.exit_code, 0) << made.out << plan.out;
    EXPECT_TRUE(holds(tool({"ninja"}).out, "no work to do"));
    expect_as_one_build_makes_it();
}

TEST_F(Plan, ForMakeMakesEverySetOnce) {
    SKIP_WITHOUT_PROGRAM("make");
    const Ended plan = here({"plan", "--make", "--layout", "a5,a4-columns"});
    std::ofstream(project.file("Makefile")) << plan.out;
    const Ended made = tool({"make", "-j2"});
    ASSERT_EQ(made.exit_code, 0) << made.err << plan.out;
    EXPECT_EQ(tool({"make", "-q"}).exit_code, 0);
    expect_as_one_build_makes_it();
}

TEST_F(Plan, AsJsonNamesEverySetWithItsCommand) {
    const Ended plan = here({"plan", "--json", "--lang", "nl"});
    const json told = json::parse(plan.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << plan.out;
    ASSERT_EQ(told.at("sets").size(), 1U);
    const json& set = told.at("sets").at(0);
    const auto words = set.at("command").get<std::vector<std::string>>();
    EXPECT_EQ(tool(words).exit_code, 0);
    for (const json& file : set.at("outputs"))
        EXPECT_TRUE(fs::exists(project.path() / file.get<std::string>())) << file;
}

TEST_F(Plan, PartsTogetherAreTheWhole) {
    for (const std::string of : {"1", "3", "16"}) {
        fs::remove_all(folder / "out");
        for (int part = 1; part <= std::stoi(of); ++part)
            EXPECT_EQ(here({"build", "--layout", "a5,a4-columns", "--shard", std::to_string(part) + "/" + of})
                          .exit_code,
                      0);
        expect_as_one_build_makes_it();
    }
    for (const std::string wrong : {"0/3", "4/3", "1", "1/", "a/b", "1/3x"})
        EXPECT_EQ(here({"build", "--shard", wrong}).exit_code, 2) << wrong;
}

}  // namespace
}  // namespace brochure::whole
