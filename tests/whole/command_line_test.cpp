// The command line: what each word does, what is printed where, and how the program ends.
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <thread>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using test::Ended;
using test::holds;
using test::MiniProject;
using test::run_brochure;
using test::ScratchFolder;

void write_file(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << text;
}

// Every file below a folder with its bytes.
std::map<std::string, std::string> all_files(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_regular_file()) files[entry.path().string()] = test::contents_of(entry.path());
    }
    return files;
}

TEST(CommandLine, HelpNamesEveryCommand) {
    const Ended ended = run_brochure({"--help"});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_EQ(ended.err, "");
    for (const std::string word :
         {"build", "check", "new", "-C", "--format", "--quiet", "--no-progress", "--version"}) {
        EXPECT_TRUE(holds(ended.out, word)) << word;
    }
}

TEST(CommandLine, HelpOfACommandNamesItsOptions) {
    const Ended ended = run_brochure({"build", "--help"});
    EXPECT_EQ(ended.exit_code, 0);
    for (const std::string word : {"ID", "--lang", "--layout", "--edition", "-o", "-j"}) {
        EXPECT_TRUE(holds(ended.out, word)) << word;
    }
}

TEST(CommandLine, VersionIsOneLine) {
    const Ended ended = run_brochure({"--version"});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_TRUE(ended.out.starts_with("brochure ")) << ended.out;
    EXPECT_EQ(std::count(ended.out.begin(), ended.out.end(), '\n'), 1);
}

TEST(CommandLine, WrongUsageEndsWithTwoAndSaysWhy) {
    const std::vector<std::vector<std::string>> wrong{{},
                                                      {"--nonsense"},
                                                      {"bild"},
                                                      {"build", "--nonsense"},
                                                      {"build", "-j", "many"},
                                                      {"build", "-j", "-1"},
                                                      {"build", "--format", "xml"},
                                                      {"build", "--edition", "golden"},
                                                      {"build", "--layout"},
                                                      {"new"},
                                                      {"new", "two", "names"},
                                                      {"new", "No Name"}};
    for (const auto& words : wrong) {
        const ScratchFolder nothing;
        const Ended ended = run_brochure(words, {nothing.path(), {}, {}});
        const std::string shown = ::testing::PrintToString(words);
        EXPECT_EQ(ended.exit_code, 2) << shown;
        EXPECT_EQ(ended.out, "") << shown;
        EXPECT_NE(ended.err, "") << shown;
        EXPECT_TRUE(fs::is_empty(nothing.path())) << shown;
    }
}

TEST(CommandLine, UnknownNamesComeWithTheNearest) {
    const MiniProject project;
    const std::vector<std::pair<std::vector<std::string>, std::string>> unknown{
        {{"build", "verbnad"}, "verband"},
        {{"build", "--lang", "NL"}, "nl"},
        {{"build", "--layout", "a55"}, "a5"}};
    for (const auto& [words, nearest] : unknown) {
        const Ended ended = project.run(words);
        EXPECT_EQ(ended.exit_code, 2) << ended.err;
        EXPECT_TRUE(holds(ended.err, "id you mean '" + nearest + "'?")) << ended.err;
        EXPECT_EQ(ended.out, "");
    }
    EXPECT_FALSE(fs::exists(project.file("out")));
}

TEST(CommandLine, UnknownNameStopsNoOther) {
    const MiniProject project;
    EXPECT_EQ(project.run({"build", "verband", "verbnad"}).exit_code, 2);
    EXPECT_TRUE(fs::exists(project.pdf("nl")));
}

TEST(CommandLine, SelectionIsBuiltAndNothingElse) {
    const MiniProject project;
    EXPECT_EQ(project.run({"build", "verband", "--lang", "en", "--layout", "a5,a5-justified"}).exit_code, 0);
    EXPECT_TRUE(fs::exists(project.pdf("en")));
    EXPECT_TRUE(fs::exists(project.pdf("en", "a5-justified")));
    EXPECT_FALSE(fs::exists(project.pdf("nl")));
}

TEST(CommandLine, OptionsBeforeTheIdLeaveItAlone) {
    const MiniProject project;
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"build", "--lang", "en", "verband"},
          {"build", "--layout=a5", "verband"}}) {
        const Ended ended = project.run(words);
        EXPECT_EQ(ended.exit_code, 0) << ended.err;
    }
}

TEST(CommandLine, WhatIsNamedTwiceIsMadeOnce) {
    const MiniProject project;
    const Ended ended = project.run({"build", "verband", "verband", "--lang", "nl,nl", "--layout", "a5,a5",
                                     "--edition", "screen,screen"});
    EXPECT_EQ(std::count(ended.out.begin(), ended.out.end(), '\n'), 1) << ended.out;
}

TEST(CommandLine, ProjectIsTheFolderOneStandsIn) {
    const MiniProject project;
    const Ended ended = run_brochure({"build"}, {project.path(), {}, {}});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_TRUE(fs::exists(project.pdf("nl")));
}

TEST(CommandLine, OutputGoesWhereItIsWanted) {
    const MiniProject project;
    const ScratchFolder elsewhere;
    EXPECT_EQ(project.run({"build", "--lang", "nl", "-o", (elsewhere / "deep/down").string()}).exit_code, 0);
    EXPECT_TRUE(fs::exists(elsewhere / "deep/down/verband/verband.nl.a5.pdf"));
    EXPECT_FALSE(fs::exists(project.file("out")));
}

TEST(CommandLine, OutputFolderThatCannotBeEndsWithThree) {
    const MiniProject project;
    std::ofstream{project.file("out")} << "a file where the folder should be";
    const Ended ended = project.run({"build"});
    EXPECT_EQ(ended.exit_code, 3);
    EXPECT_TRUE(ended.err.starts_with("error: ")) << ended.err;
    EXPECT_TRUE(holds(ended.err, project.file("out").string())) << ended.err;
    EXPECT_EQ(test::contents_of(project.file("out")), "a file where the folder should be");
}

TEST(CommandLine, FullDiskEndsWithThreeAndKeepsTheOldPdf) {
    SKIP_WITHOUT_PROGRAM("prlimit");
    const MiniProject project;
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    const std::string old = test::contents_of(project.pdf("nl"));
    project.edit("content/verband/nl.md", "Houd het droog.", "Houd het heel droog.");
    // A limit on the size of files stands in for the disk.
    const Ended ended =
        test::run({"sh", "-c", "trap '' XFSZ; exec prlimit --fsize=5000 \"$0\" build --lang nl -C \"$1\"",
                   BROCHURE_PROGRAM, project.path().string()});
    EXPECT_EQ(ended.exit_code, 3) << ended.err;
    EXPECT_TRUE(test::contents_of(project.pdf("nl")) == old);
    EXPECT_EQ(std::distance(fs::directory_iterator{project.pdf("nl").parent_path()}, {}), 4)
        << "a half file was left beside three editions and their record";
}

TEST(CommandLine, FolderThatIsNotThereEndsWithThree) {
    EXPECT_EQ(run_brochure({"build", "-C", "/nowhere/at/all"}).exit_code, 3);
}

TEST(CommandLine, ProjectWithoutABrochureIsToldWhatToDo) {
    const ScratchFolder empty;
    fs::create_directories(empty / "content");
    const Ended ended = run_brochure({"build", "-C", empty.path().string()});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_TRUE(holds(ended.err, "brochure new")) << ended.err;
}

TEST(Check, WritesNothing) {
    const MiniProject project;
    const auto before = all_files(project.path());
    EXPECT_EQ(project.run({"check"}).exit_code, 0);
    EXPECT_EQ(all_files(project.path()), before);
    EXPECT_FALSE(fs::exists(project.file("out")));
}

TEST(Check, FindsWhatBuildFinds) {
    const MiniProject project;
    project.edit("content/verband/nl.md", "(#verschonen)", "(#nergens)");
    const Ended built = project.run({"build"}), checked = project.run({"check"});
    EXPECT_EQ(built.exit_code, 1);
    EXPECT_EQ(checked.exit_code, 1);
    const std::string first = built.err.substr(0, built.err.find('\n'));
    EXPECT_TRUE(holds(checked.err, first)) << checked.err;
}

TEST(Format, JsonNamesWhatWasWritten) {
    const MiniProject project;
    const Ended ended = project.run({"build", "--format", "json"});
    EXPECT_EQ(ended.err, "");
    const auto told = nlohmann::json::parse(ended.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << ended.out;
    ASSERT_EQ(told.at("written").size(), 6U);  // three editions in two languages
    for (const auto& file : told.at("written")) {
        EXPECT_EQ(file.at("bytes").get<std::uintmax_t>(), fs::file_size(file.at("file").get<std::string>()));
        EXPECT_EQ(file.at("changed"), true);
        EXPECT_GT(file.at("pages"), 0);
    }
    EXPECT_TRUE(told.at("diagnostics").empty());
    EXPECT_TRUE(told.at("refused").empty());
}

TEST(Quiet, PrintsNothingWhenAllIsWell) {
    const MiniProject project;
    const Ended ended = project.run({"build", "--quiet"});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_EQ(ended.out + ended.err, "");
}

TEST(Quiet, StillTellsOfErrors) {
    const MiniProject project;
    project.edit("content/verband/nl.md", "(#verschonen)", "(#nergens)");
    const Ended ended = project.run({"build", "--quiet"});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_TRUE(holds(ended.err, "[section-unknown]")) << ended.err;
}

TEST(Progress, IsNotShownInAFile) {
    const MiniProject project;
    const Ended ended = project.run({"build"});
    EXPECT_EQ(ended.err, "");
    EXPECT_FALSE(holds(ended.out, "\r"));
}

// What a terminal shows.
std::string on_a_terminal(const MiniProject& project, const std::string& more) {
    return test::run({"script", "-qec",
                      std::string{BROCHURE_PROGRAM} + " build -C " + project.path().string() + more,
                      "/dev/null"})
        .out;
}

TEST(Progress, IsShownOnATerminal) {
    SKIP_WITHOUT_PROGRAM("script");
    const MiniProject project;
    const std::string shown = on_a_terminal(project, "");
    EXPECT_TRUE(holds(shown, "2/2")) << shown;
    EXPECT_TRUE(holds(shown, "\r")) << shown;
}

TEST(Progress, IsNotShownWhereItIsNotWanted) {
    SKIP_WITHOUT_PROGRAM("script");
    const MiniProject project;
    for (const std::string option : {" --no-progress", " --quiet", " --format json"}) {
        EXPECT_FALSE(holds(on_a_terminal(project, option), "2/2")) << option;
    }
}

// The codes of what `check` reports, each once.
std::set<std::string> codes_of(const Ended& checked) {
    std::set<std::string> codes;
    for (std::size_t at = checked.err.find('['); at != std::string::npos;
         at = checked.err.find('[', at + 1)) {
        const std::size_t end = checked.err.find("]: ", at);
        if (end != std::string::npos && checked.err.find_first_of(" \n", at) > end)
            codes.insert(checked.err.substr(at + 1, end - at - 1));
    }
    return codes;
}

TEST(New, LeavesNothingToSayButWhatIsToBeFilledIn) {
    for (const std::string language : {"nl", "en"}) {
        const ScratchFolder project;
        const Ended made = run_brochure({"new", "griep", "--lang", language, "-C", project.path().string()});
        EXPECT_EQ(made.exit_code, 0) << made.err;
        EXPECT_EQ(made.err, "");
        const Ended checked = run_brochure({"check", "-C", project.path().string()});
        EXPECT_EQ(checked.exit_code, 1);
        EXPECT_EQ(codes_of(checked), std::set<std::string>{"placeholder"}) << checked.err;
        EXPECT_TRUE(holds(checked.err, "house.toml:")) << checked.err;
        EXPECT_TRUE(holds(checked.err, "griep/" + language + ".md:")) << checked.err;
    }
}

TEST(New, MakesADraftForTheScreenAndNothingForPaper) {
    const ScratchFolder project;
    ASSERT_EQ(run_brochure({"new", "griep", "-C", project.path().string()}).exit_code, 0);
    for (const std::string edition : {"press", "booklet"}) {
        const Ended ended = run_brochure({"build", "--edition", edition, "-C", project.path().string()});
        EXPECT_EQ(ended.exit_code, 1) << edition;
    }
    EXPECT_EQ(run_brochure({"build", "-C", project.path().string()}).exit_code, 1);
    EXPECT_FALSE(fs::exists(project / "out/griep"));
    const Ended draft = run_brochure({"build", "--edition", "screen", "-C", project.path().string()});
    EXPECT_EQ(draft.exit_code, 0) << draft.err;
    EXPECT_TRUE(holds(draft.err, "warning [placeholder]")) << draft.err;
    EXPECT_TRUE(fs::exists(project / "out/griep/griep.nl.a5.pdf"));
}

TEST(New, TakesTheLanguageOfTheHouse) {
    const ScratchFolder project;
    write_file(project / "content/house/house.toml",
               "name = 'Clinic'\naddress = 'Road 1'\nphone = '01632 960 100'\nemergency_phone = '999'\n[en]\n"
               "department = 'D'\nhours = 'H'\ncontact = 'C'\nemergency = 'E'\nemergency_hours = 'A'\n");
    const Ended made = run_brochure({"new", "flu", "-C", project.path().string()});
    EXPECT_EQ(made.exit_code, 0) << made.err;
    EXPECT_TRUE(fs::exists(project / "content/flu/en.md"));
    EXPECT_TRUE(fs::exists(project / "content/house/disclaimer.en.md"));
    EXPECT_FALSE(fs::exists(project / "content/house/disclaimer.nl.md"));
    EXPECT_TRUE(holds(made.out, "brochure -C " + project.path().string() + " check flu")) << made.out;
}

TEST(New, SaysWhichOfSeveralLanguagesItTook) {
    const MiniProject project;
    const Ended made = project.run({"new", "griep"});
    EXPECT_EQ(made.exit_code, 0) << made.err;
    EXPECT_TRUE(fs::exists(project.file("content/griep/nl.md")));
    EXPECT_TRUE(holds(made.out, "this brochure is in 'nl'. For another, say: --lang en")) << made.out;
}

TEST(New, StartsInEnglishWhereItHasNoWordsInALanguage) {
    const ScratchFolder project;
    const Ended made = run_brochure({"new", "grip", "--lang", "tr", "-C", project.path().string()});
    EXPECT_EQ(made.exit_code, 0) << made.err;
    EXPECT_TRUE(holds(made.out, "There are no words in 'tr'")) << made.out;
    EXPECT_TRUE(fs::exists(project / "content/grip/tr.md"));
    const Ended unknown = run_brochure({"new", "x", "--lang", "xx", "-C", project.path().string()});
    EXPECT_EQ(unknown.exit_code, 2);
    EXPECT_TRUE(holds(unknown.err, "content/languages/xx.toml")) << unknown.err;
    EXPECT_FALSE(fs::exists(project / "content/x"));
}

TEST(New, RefusesABrochureThatIsThere) {
    const MiniProject project;
    const auto before = all_files(project.path());
    const Ended ended = project.run({"new", "verband"});
    EXPECT_NE(ended.exit_code, 0);
    EXPECT_TRUE(holds(ended.err, "verband is there already")) << ended.err;
    EXPECT_EQ(all_files(project.path()), before);
}

TEST(New, LeavesTheHouseAlone) {
    const MiniProject project;
    const auto before = all_files(project.file("content/house"));
    EXPECT_EQ(project.run({"new", "griep"}).exit_code, 0);
    EXPECT_EQ(all_files(project.file("content/house")), before);
}

TEST(Killed, LeavesTheOldFileOrTheNew) {
    const MiniProject project;
    const auto text = [](bool second) { return second ? "Houd het heel droog." : "Houd het droog."; };
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    const std::string first = test::contents_of(project.pdf("nl"));
    project.edit("content/verband/nl.md", text(false), text(true));
    const auto start = std::chrono::steady_clock::now();
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    const auto whole_run =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start)
            .count();
    const std::string second = test::contents_of(project.pdf("nl"));
    ASSERT_FALSE(first == second);

    std::mt19937 chance{20};  // the same moments in every run, but for the machine's own haste
    bool now_second = true;
    for (int time = 0; time < 20; ++time) {
        project.edit("content/verband/nl.md", text(now_second), text(!now_second));
        now_second = !now_second;
        test::Process process({BROCHURE_PROGRAM, "build", "--lang", "nl", "-C", project.path().string()});
        std::uniform_int_distribution<long> moment{0, whole_run};
        std::this_thread::sleep_for(std::chrono::microseconds{moment(chance)});
        ::kill(process.id(), SIGKILL);
        process.wait();
        const std::string found = test::contents_of(project.pdf("nl"));
        EXPECT_TRUE(found == first || found == second) << "half a file after kill number " << time;
    }
}

TEST(Killed, NoReaderEverSeesHalfAFile) {
    const MiniProject project;
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    std::set<std::string> seen{test::contents_of(project.pdf("nl"))};
    bool second = false;
    for (int time = 0; time < 6; ++time) {
        project.edit("content/verband/nl.md", second ? "heel droog." : "het droog.",
                     second ? "het droog." : "heel droog.");
        second = !second;
        test::Process process({BROCHURE_PROGRAM, "build", "--lang", "nl", "-C", project.path().string()});
        while (::kill(process.id(), 0) == 0) {
            seen.insert(test::contents_of(project.pdf("nl")));
            int status = 0;
            if (::waitpid(process.id(), &status, WNOHANG) != 0) break;
        }
    }
    seen.insert(test::contents_of(project.pdf("nl")));
    EXPECT_EQ(seen.size(), 2U);
}

TEST(Permissions, OfAPdfLetOthersReadIt) {
    const MiniProject project;
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    EXPECT_EQ(fs::status(project.pdf("nl")).permissions(), static_cast<fs::perms>(0644));
}

}  // namespace
}  // namespace brochure::whole
