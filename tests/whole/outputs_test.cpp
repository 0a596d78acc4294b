// What became of every wanted file: told to people as it happens, to programs as one list; and what the
// surroundings may do to a run.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "picture/encode.hpp"
#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::Ended;
using test::holds;
using test::MiniProject;
using test::run_brochure;
using test::ScratchFolder;

// "verband.nl.a5.screen" -> "made".
std::map<std::string, std::string> states_in(const json& told) {
    std::map<std::string, std::string> states;
    for (const json& output : told.at("outputs")) {
        states[output.at("id").get<std::string>() + "." + output.at("language").get<std::string>() + "." +
               output.at("layout").get<std::string>() + "." + output.at("edition").get<std::string>()] =
            output.at("state").get<std::string>();
    }
    return states;
}

json as_json(const Ended& ended) {
    json told = json::parse(ended.out, nullptr, false);
    EXPECT_FALSE(told.is_discarded()) << ended.out << ended.err;
    return told;
}

using States = std::map<std::string, std::string>;

TEST(Outputs, AreMadeAndThenUnchanged) {
    const MiniProject project;
    const std::vector<std::string> words{"build",          "--lang",   "nl",  "--edition",
                                         "screen,booklet", "--format", "json"};
    const json first = as_json(project.run(words));
    EXPECT_EQ(states_in(first),
              (States{{"verband.nl.a5.screen", "made"}, {"verband.nl.a5.booklet", "made"}}));
    for (const json& output : first.at("outputs")) {
        EXPECT_TRUE(fs::exists(output.at("file").get<std::string>()));
        EXPECT_GT(output.at("pages"), 0);
    }
    EXPECT_EQ(states_in(as_json(project.run(words))),
              (States{{"verband.nl.a5.screen", "unchanged"}, {"verband.nl.a5.booklet", "unchanged"}}));
}

TEST(Outputs, OfTextsWithMistakesAreRefused) {
    const MiniProject project;
    project.edit("content/verband/nl.md", "(#verschonen)", "(#verschonen) ==nu==");
    const Ended ended = project.run({"build", "--edition", "screen", "--format", "json"});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(states_in(as_json(ended)),
              (States{{"verband.en.a5.screen", "made"}, {"verband.nl.a5.screen", "refused"}}));
}

TEST(Outputs, OfALayoutWithMistakesAreRefused) {
    const MiniProject project;
    fs::create_directories(project.path() / "layouts");
    std::ofstream{project.file("layouts/y.toml")} << "extends = \"a5.toml\"\ncolor = 1\n";
    const Ended ended =
        project.run({"build", "--lang", "nl", "--layout", "y,a5", "--edition", "screen", "--format", "json"});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(states_in(as_json(ended)),
              (States{{"verband.nl.a5.screen", "made"}, {"verband.nl.y.screen", "refused"}}));
}

TEST(Outputs, ThatTheDiskRefusesHaveFailed) {
    const MiniProject project;
    std::ofstream{project.file("out")} << "a file where the folder should be";
    const Ended ended = project.run({"build", "--lang", "nl", "--edition", "screen", "--format", "json"});
    EXPECT_EQ(ended.exit_code, 3);
    EXPECT_EQ(states_in(as_json(ended)), (States{{"verband.nl.a5.screen", "failed"}}));
}

TEST(Outputs, JsonIsPrintedWhereTheCommandIsWrongToo) {
    const ScratchFolder nothing;
    const std::vector<std::pair<std::vector<std::string>, int>> wrong{
        {{"build", "--nonsense", "--format", "json"}, 2},
        {{"--format=json", "build", "--edition", "golden"}, 2},
        {{"check", "--on", "1-2-2027", "--format", "json"}, 2},
        {{"build", "-C", "/nowhere/at/all", "--format", "json"}, 3}};
    for (const auto& [words, code] : wrong) {
        const Ended ended = run_brochure(words, {nothing.path(), {}, {}});
        const std::string shown = ::testing::PrintToString(words);
        EXPECT_EQ(ended.exit_code, code) << shown;
        const json told = as_json(ended);
        EXPECT_TRUE(told.at("outputs").empty()) << shown;
        EXPECT_FALSE(told.at("misused").empty() && told.at("refused").empty()) << shown;
        EXPECT_EQ(ended.err, "") << shown;
    }
}

TEST(Outputs, JsonNamesWhatThereIsNot) {
    const MiniProject project;
    const Ended ended = project.run({"build", "verbnad", "--format", "json"});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_TRUE(holds(as_json(ended).at("misused").at(0).get<std::string>(), "'verband'")) << ended.out;
}

TEST(Outputs, AreToldOneByOneWhileTheRunGoesOn) {
    const MiniProject project;
    const ScratchFolder log;
    const std::string file = (log / "log").string();
    test::Process process({"sh", "-c",
                           "exec \"$0\" build -j 1 --layout a5,a5-justified,a4-large-print -C \"$1\" >\"$2\"",
                           BROCHURE_PROGRAM, project.path().string(), file});
    // As soon as a first line is there the run is ended: it must not have been the last.
    for (int i = 0; i < 3000 && test::contents_of(file).empty(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    ::kill(process.id(), SIGKILL);
    process.wait();
    const std::string told = test::contents_of(file);
    EXPECT_TRUE(told.starts_with("written   ")) << told;
    EXPECT_LT(std::count(told.begin(), told.end(), '\n'), 18);  // three editions, layouts, two languages
}

// ---- Names of layouts and languages

TEST(Names, LayoutMayBeNamedAsItsFile) {
    const MiniProject project;
    for (const std::string name : {"a5-justified.toml", "layouts/a5-justified.toml"}) {
        EXPECT_EQ(project.run({"build", "--lang", "nl", "--layout", name, "--edition", "screen"}).exit_code,
                  0)
            << name;
    }
    EXPECT_TRUE(fs::exists(project.pdf("nl", "a5-justified")));
}

TEST(Names, LayoutWithADotIsRefusedBeforeItsPdfTakesAnothersName) {
    const MiniProject project;
    fs::create_directories(project.path() / "layouts");
    std::ofstream{project.file("layouts/a5.press.toml")} << "extends = \"a5.toml\"\n";
    const Ended ended = project.run({"build", "--lang", "nl", "--layout", "a5,a5.press"});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_TRUE(holds(ended.err, "layouts/a5.press.toml: error [id-invalid]")) << ended.err;
    EXPECT_TRUE(fs::exists(project.pdf("nl"))) << ended.err;
}

TEST(Names, LanguageIsAFilterWhereNoBrochureIsNamed) {
    const MiniProject project;
    fs::copy(project.file("content/verband"), project.file("content/wond"), fs::copy_options::recursive);
    fs::remove(project.file("content/wond/nl.md"));
    project.edit("content/wond/brochure.toml", "id = \"verband\"", "id = \"wond\"");
    const Ended ended = project.run({"build", "--lang", "nl", "--edition", "screen"});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_EQ(std::count(ended.out.begin(), ended.out.end(), '\n'), 1) << ended.out;
    EXPECT_EQ(project.run({"build", "wond", "--lang", "nl"}).exit_code, 2);
}

TEST(Names, AnotherLanguageIsNoSlipOfThisOne) {
    const MiniProject project;
    const Ended ended = project.run({"build", "--lang", "el"});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_FALSE(holds(ended.err, "Did you mean")) << ended.err;
    EXPECT_TRUE(holds(ended.err, "There are: en, nl.")) << ended.err;
    EXPECT_TRUE(holds(project.run({"build", "--lang", "nl-BE"}).err, "Did you mean 'nl'?"));
}

// ---- Warnings that count, and days

TEST(Strict, WarningCountsAsAnError) {
    const MiniProject project;
    project.edit("content/verband/en.md", "reviewed = false\n", "");
    EXPECT_EQ(project.run({"build", "--lang", "en", "--edition", "screen"}).exit_code, 0);
    project.edit("content/verband/en.md", "Keep it dry", "Keep it very dry");
    const std::string old = test::contents_of(project.pdf("en"));
    const Ended ended =
        project.run({"build", "--strict", "--lang", "en", "--edition", "screen", "--format", "json"});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(states_in(as_json(ended)), (States{{"verband.en.a5.screen", "refused"}}));
    EXPECT_TRUE(test::contents_of(project.pdf("en")) == old);
    EXPECT_EQ(project.run({"check", "--strict", "--lang", "en"}).exit_code, 1);
}

TEST(Day, OfTheReviewIsTodayOrTheOneThatIsNamed) {
    const MiniProject project;
    const test::Surroundings none{{}, {"SOURCE_DATE_EPOCH"}, {}};
    const Ended late = project.run({"check", "--on", "2199-01-01"}, none);
    EXPECT_TRUE(holds(late.err, "warning [review-overdue]")) << late.err;
    EXPECT_TRUE(holds(late.err, "content/verband/brochure.toml:")) << late.err;
    EXPECT_FALSE(holds(project.run({"check", "--on", "2020-01-01"}, none).err, "review-overdue"));
    const test::Surroundings fixed{{}, {"SOURCE_DATE_EPOCH=7226582400"}, {}};  // 2199
    EXPECT_TRUE(holds(project.run({"check"}, fixed).err, "review-overdue"));
    EXPECT_FALSE(holds(project.run({"check", "--on", "2020-01-01"}, fixed).err, "review-overdue"));
}

TEST(Day, OfTheSourcesThatIsNoneIsWrongUsage) {
    const MiniProject project;
    for (const std::string value : {"", "abc", "-1", "1e9", "99999999999999", "12 "}) {
        const Ended ended = project.run({"build", "--lang", "nl"}, {{}, {"SOURCE_DATE_EPOCH=" + value}, {}});
        EXPECT_EQ(ended.exit_code, 2) << value;
        EXPECT_TRUE(holds(ended.err, "SOURCE_DATE_EPOCH")) << ended.err;
    }
    EXPECT_FALSE(fs::exists(project.file("out")));
}

// ---- What the surroundings may do

TEST(Streams, StandardErrorThatIsClosedOrFullIsNoAbort) {
    const MiniProject project;
    project.edit("content/verband/nl.md", "(#verschonen)", "(#nergens)");
    for (const std::string where : {"2>&-", "2>/dev/full"}) {
        const Ended ended = test::run({"sh", "-c", "exec \"$0\" build --lang nl -C \"$1\" " + where,
                                       BROCHURE_PROGRAM, project.path().string()});
        EXPECT_EQ(ended.exit_code, 3) << where;
    }
}

TEST(Streams, StandardOutputThatIsClosedOrFullEndsWithThree) {
    const MiniProject project;
    for (const std::string command : {"build --lang nl", "--help", "check --format json"}) {
        for (const std::string where : {">&-", ">/dev/full"}) {
            const Ended ended = test::run({"sh", "-c", "exec \"$0\" " + command + " -C \"$1\" " + where,
                                           BROCHURE_PROGRAM, project.path().string()});
            EXPECT_EQ(ended.exit_code, 3) << command << where << ended.err;
        }
    }
}

#if !defined(__SANITIZE_ADDRESS__)
TEST(Memory, ThatEndsInOneJobEndsThatJobAlone) {
    const MiniProject project;
    fs::copy(project.file("content/verband"), project.file("content/afbeelding"),
             fs::copy_options::recursive);
    project.edit("content/afbeelding/brochure.toml", "id = \"verband\"", "id = \"afbeelding\"");
    project.edit("content/afbeelding/brochure.toml", "file = \"images/arm.svg\"",
                 "file = \"images/arm.png\"");
    constexpr unsigned side = 9000;
    picture::testing::PngRecipe recipe;
    recipe.width = recipe.height = side;
    std::ofstream{project.file("content/afbeelding/images/arm.png"), std::ios::binary}
        << picture::testing::png_file(
               recipe, std::vector<std::vector<png_byte>>(side, std::vector<png_byte>(3 * side, 0x7F)));
    for (const std::string jobs : {"1", "2"}) {
        const Ended ended =
            test::run({"sh", "-c",
                       "ulimit -v 250000; exec \"$0\" build --lang nl --edition screen --format "
                       "json -j \"$2\" -C \"$1\"",
                       BROCHURE_PROGRAM, project.path().string(), jobs});
        EXPECT_EQ(ended.exit_code, 3) << ended.err;
        const States states = states_in(as_json(ended));
        EXPECT_EQ(states.at("afbeelding.nl.a5.screen"), "failed");
        EXPECT_TRUE(states.at("verband.nl.a5.screen") == "made" ||
                    states.at("verband.nl.a5.screen") == "unchanged");
    }
}
#endif

// ---- New

TEST(NewBrochure, SaysTheCommandThatMakesThePdfFromHere) {
    const ScratchFolder project;
    const Ended made = run_brochure({"-C", project.path().string(), "new", "griep"});
    EXPECT_TRUE(holds(made.out, "brochure -C " + project.path().string() + " check griep")) << made.out;
    const ScratchFolder here;
    EXPECT_TRUE(holds(run_brochure({"new", "griep"}, {here.path(), {}, {}}).out, ": brochure check griep\n"));
}

TEST(NewBrochure, IsToldAsJson) {
    const ScratchFolder project;
    const std::vector<std::string> words{"-C", project.path().string(), "--format", "json", "new", "griep"};
    const json told = as_json(run_brochure(words));
    EXPECT_GE(told.at("created").size(), 5U);
    for (const json& file : told.at("created")) EXPECT_TRUE(fs::exists(file.get<std::string>()));
    const Ended again = run_brochure(words);
    EXPECT_EQ(again.exit_code, 2);
    EXPECT_TRUE(as_json(again).contains("error"));
}

}  // namespace
}  // namespace brochure::whole
