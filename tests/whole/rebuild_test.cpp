// What is made again when something has changed, and that nothing else is touched.
#include <sys/stat.h>

#include <chrono>
#include <csignal>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <thread>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::contents_of;
using test::Ended;
using test::holds;
using test::MiniProject;
using test::ScratchFolder;

// What cannot be put back by anybody who writes to a file or puts another in its place.
struct Trace {
    ino_t inode = 0;
    std::int64_t modified = 0, changed = 0;
    bool operator==(const Trace&) const = default;
};

std::map<std::string, Trace> traces_in(const fs::path& folder) {
    std::map<std::string, Trace> traces;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        struct stat status {};
        EXPECT_EQ(::stat(entry.path().c_str(), &status), 0);
        constexpr std::int64_t second = 1'000'000'000;
        traces[entry.path().string()] = {status.st_ino,
                                         status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec,
                                         status.st_ctim.tv_sec * second + status.st_ctim.tv_nsec};
    }
    return traces;
}

using Words = std::vector<std::string>;

class Rebuild : public ::testing::Test {
  protected:
    Rebuild() {
        fs::create_directories(project.path() / "layouts");
        std::ofstream(project.file("layouts/ours.toml")) << "extends = \"a5.toml\"\n";
        first = build();
        EXPECT_EQ(first.exit_code, 0) << first.err;
    }
    Ended build(const Words& more = {}, const test::Surroundings& around = {}) const {
        Words words{"build", "--layout", "a5,ours", "--edition", "screen,booklet"};
        words.insert(words.end(), more.begin(), more.end());
        return project.run(words, around);
    }
    // "nl.a5.screen" of all outputs in a state.
    [[nodiscard]] static std::set<std::string> in_state(const Ended& ended, const std::string& state) {
        const json told = json::parse(ended.out, nullptr, false);
        EXPECT_FALSE(told.is_discarded()) << ended.out << ended.err;
        std::set<std::string> found;
        for (const json& output : told.at("outputs")) {
            if (output.at("state") == state)
                found.insert(output.at("language").get<std::string>() + "." +
                             output.at("layout").get<std::string>() + "." +
                             output.at("edition").get<std::string>());
        }
        return found;
    }
    [[nodiscard]] std::set<std::string> stale() const {
        return in_state(build({"--dry-run", "--format", "json"}), "stale");
    }
    [[nodiscard]] std::string reasons() const { return build({"--dry-run", "--explain-rebuild"}).out; }
    // Every PDF and record, by its name.
    [[nodiscard]] static std::map<std::string, std::string> files_in(const fs::path& folder) {
        std::map<std::string, std::string> files;
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file() && entry.path().filename() != ".brochure-memo.json")
                files[entry.path().lexically_relative(folder).string()] = contents_of(entry.path());
        }
        return files;
    }
    void expect_as_a_full_build_makes_it() const {
        const ScratchFolder full;
        build({"-o", full.path().string()});
        const auto made = files_in(project.file("out")), anew = files_in(full.path());
        for (const auto& [name, bytes] : anew)
            EXPECT_TRUE(made.contains(name) && made.at(name) == bytes) << name;
        EXPECT_EQ(made.size(), anew.size());
    }

    MiniProject project;
    Ended first;
};

const std::set<std::string> all_of_nl{"nl.a5.screen", "nl.a5.booklet", "nl.ours.screen", "nl.ours.booklet"};
const std::set<std::string> all_of_en{"en.a5.screen", "en.a5.booklet", "en.ours.screen", "en.ours.booklet"};

TEST_F(Rebuild, NothingIsTouchedWhereNothingHasChanged) {
    const auto before = traces_in(project.path());
    const Ended again = build({"--format", "json"});
    EXPECT_EQ(again.exit_code, 0) << again.err;
    EXPECT_EQ(in_state(again, "unchanged").size(), 8U);
    EXPECT_TRUE(traces_in(project.path()) == before);
}

TEST_F(Rebuild, NothingIsMadeInACopyThatHasTheOutputs) {
    const ScratchFolder copy;
    fs::copy(project.path(), copy / "other", fs::copy_options::recursive);
    fs::remove(copy / "other/out/.brochure-memo.json");
    const auto before = files_in(copy / "other");
    const Ended told = test::run_brochure({"build", "--layout", "a5,ours", "--edition", "screen,booklet",
                                           "--format", "json", "--dry-run", "-C", (copy / "other").string()});
    EXPECT_EQ(in_state(told, "unchanged").size(), 8U) << told.out;
    EXPECT_TRUE(files_in(copy / "other") == before);
}

TEST_F(Rebuild, AWordInATranslationMakesThatLanguage) {
    project.edit("content/verband/en.md", "Keep it dry", "Keep it very dry");
    EXPECT_EQ(stale(), all_of_en);
    EXPECT_TRUE(holds(reasons(), "because content/verband/en.md has changed")) << reasons();
    EXPECT_EQ(in_state(build({"--format", "json"}), "made"), all_of_en);
    expect_as_a_full_build_makes_it();
}

TEST_F(Rebuild, AColourMakesItsLayout) {
    std::ofstream(project.file("layouts/ours.toml"))
        << "extends = \"a5.toml\"\n[colours]\npetrol = { screen = \"#3b2c85\", press = [85, 90, 10, 5] }\n";
    EXPECT_EQ(
        in_state(build({"--format", "json"}), "made"),
        (std::set<std::string>{"nl.ours.screen", "nl.ours.booklet", "en.ours.screen", "en.ours.booklet"}));
    expect_as_a_full_build_makes_it();
}

TEST_F(Rebuild, APictureMakesWhatShowsIt) {
    project.edit("content/verband/images/arm.svg", "<svg", "<!-- drawn anew --><svg");
    EXPECT_EQ(stale().size(), 8U);
    EXPECT_EQ(in_state(build({"--format", "json"}), "made").size(), 8U);  // the code on the pages is another
    EXPECT_TRUE(stale().empty());
}

TEST_F(Rebuild, AFileThatStandsInForTheProgramsOwnMakesWhatUsesIt) {
    fs::create_directories(project.path() / "content/languages");
    std::string english = contents_of(test::source_root / "content/languages/en.toml");
    const std::size_t at = english.find("Contents");
    ASSERT_NE(at, std::string::npos);
    std::ofstream(project.file("content/languages/en.toml")) << english.replace(at, 8, "In here!");
    EXPECT_TRUE(holds(reasons(), "because content/languages/en.toml is there now")) << reasons();
    EXPECT_EQ(in_state(build({"--format", "json"}), "made"), all_of_en);
    expect_as_a_full_build_makes_it();
}

TEST_F(Rebuild, AFamilyOfTheProjectsOwnMakesAll) {
    fs::create_directories(project.path() / "fonts");
    fs::copy(test::source_root / "fonts/noto-serif.toml", project.file("fonts/noto-sans.toml"));
    project.edit("fonts/noto-sans.toml", "\"noto-serif\"", "\"noto-sans\"");
    EXPECT_EQ(stale().size(), 8U);
    EXPECT_TRUE(holds(reasons(), "because fonts/noto-sans.toml is there now")) << reasons();
    build();
    expect_as_a_full_build_makes_it();
}

TEST_F(Rebuild, AnOutputThatIsGoneOrAlteredIsMadeAgain) {
    const std::string pdf = project.pdf("nl").string(), good = contents_of(pdf);
    std::string altered = good;
    altered[altered.size() / 2] ^= 1;
    std::ofstream(pdf, std::ios::binary) << altered;
    EXPECT_TRUE(holds(reasons(), "verband.nl.a5.pdf is not as it was written")) << reasons();
    EXPECT_EQ(in_state(build({"--format", "json"}), "made"), std::set<std::string>{"nl.a5.screen"});
    EXPECT_TRUE(contents_of(pdf) == good);
    fs::remove(pdf);
    EXPECT_EQ(in_state(build({"--format", "json"}), "made"), std::set<std::string>{"nl.a5.screen"});
    EXPECT_TRUE(contents_of(pdf) == good);
}

TEST_F(Rebuild, WithoutItsRecordASetIsMadeAndFoundToBeTheSame) {
    const fs::path record = project.file("out/verband/verband.nl.a5.record.json");
    const std::string words = contents_of(record);
    fs::remove(record);
    EXPECT_EQ(in_state(build({"--format", "json"}), "unchanged").size(), 8U);
    EXPECT_TRUE(contents_of(record) == words);
}

TEST_F(Rebuild, ASetOfAnotherProgramIsMadeAgain) {
    project.edit("out/verband/verband.nl.a5.record.json", "\"identity\": \"", "\"identity\": \"0");
    EXPECT_EQ(stale(), (std::set<std::string>{"nl.a5.screen", "nl.a5.booklet"}));
    EXPECT_TRUE(holds(reasons(), "another version of the program")) << reasons();
}

TEST_F(Rebuild, ADateOfTheSurroundingsMakesNothing) {
    EXPECT_TRUE(
        in_state(build({"--format", "json"}, {{}, {"SOURCE_DATE_EPOCH=1000000000"}, {}}), "made").empty());
}

TEST_F(Rebuild, ForceMakesEverythingAndTouchesOnlyWhatDiffers) {
    const auto before = traces_in(project.file("out"));
    const Ended forced = build({"--force", "--format", "json"});
    EXPECT_EQ(in_state(forced, "unchanged").size(), 8U);
    EXPECT_TRUE(traces_in(project.file("out")) == before);
    EXPECT_EQ(in_state(build({"--force", "--dry-run", "--format", "json"}), "stale").size(), 8U);
}

TEST_F(Rebuild, ADryRunWritesNothing) {
    project.edit("content/verband/nl.md", "verband", "zwachtel");
    const auto before = traces_in(project.path());
    const Ended told = build({"--dry-run"});
    EXPECT_EQ(told.exit_code, 0) << told.err;
    EXPECT_TRUE(holds(told.out, "stale     " + project.pdf("nl").string())) << told.out;
    EXPECT_TRUE(traces_in(project.path()) == before);
}

TEST_F(Rebuild, ADryRunKnowsATextWithMistakesAndOneThatIsHeld) {
    ASSERT_EQ(project.run({"translation", "confirm", "verband", "en"}).exit_code, 0);
    build();
    project.edit("content/verband/nl.md", "Wat u doet met een verband", "Wat u laat met een verband");
    const Ended held = build({"--dry-run", "--format", "json"});
    EXPECT_EQ(in_state(held, "held"), all_of_en);
    EXPECT_EQ(in_state(held, "stale"), all_of_nl);
    EXPECT_EQ(held.exit_code, 4);
    project.edit("content/verband/nl.md", "(#verschonen)", "(#nergens)");
    const Ended refused = build({"--dry-run", "--lang", "nl", "--format", "json"});
    EXPECT_EQ(in_state(refused, "refused"), all_of_nl);
    EXPECT_EQ(refused.exit_code, 1);
}

TEST_F(Rebuild, WarningsAreToldAgain) {
    project.edit("content/verband/en.md", "reviewed = false\n", "");
    const Ended told = build();
    ASSERT_TRUE(holds(told.err, "warning [")) << told.err;
    const Ended again = build();
    EXPECT_EQ(again.err, told.err);
    EXPECT_TRUE(holds(again.out, "unchanged"));
    EXPECT_EQ(in_state(build({"--strict", "--format", "json"}), "refused"), all_of_en);
    EXPECT_EQ(build({"--strict"}).exit_code, 1);
}

TEST_F(Rebuild, AWarningAboutAnotherLanguagesFileIsUpToDateThoughNothingIsMade) {
    const fs::path languages = project.file("content/languages");
    fs::create_directories(languages);
    std::string words = contents_of(test::source_root / "content/languages/en.toml");
    std::ofstream(languages / "en.toml") << words.replace(words.find("Contents"), 8, "In here!");
    EXPECT_FALSE(holds(build().err, "labels-borrowed"));
    // Somebody begins Polish with a copy of the English.
    std::ofstream(languages / "pl.toml") << words;
    Ended told = build({"--format", "json"});
    EXPECT_EQ(in_state(told, "unchanged").size(), 8U);
    EXPECT_TRUE(holds(told.out, "labels-borrowed")) << told.out;
    EXPECT_TRUE(stale().empty());
    fs::remove(languages / "pl.toml");
    told = build({"--format", "json"});
    EXPECT_EQ(in_state(told, "unchanged").size(), 8U);
    EXPECT_FALSE(holds(told.out, "labels-borrowed")) << told.out;
}

TEST_F(Rebuild, ATextWithMistakesIsToldEveryTimeAndItsFilesStay) {
    const auto before = files_in(project.file("out"));
    project.edit("content/verband/en.md", "Keep it dry", "==Keep it dry==");
    for (int i = 0; i < 2; ++i) {
        const Ended told = build({"--format", "json"});
        EXPECT_EQ(told.exit_code, 1);
        EXPECT_EQ(in_state(told, "refused"), all_of_en);
        EXPECT_EQ(in_state(told, "unchanged"), all_of_nl);
    }
    EXPECT_TRUE(files_in(project.file("out")) == before);
    project.edit("content/verband/en.md", "==Keep it dry==", "Keep it dry");
    EXPECT_TRUE(stale().empty());
}

TEST_F(Rebuild, AnEditionThatIsAskedForLaterJoinsTheOthers) {
    const auto before = traces_in(project.file("out"));
    const Words words{"build", "--layout", "a5", "--lang", "nl", "--edition", "2up", "--format", "json"};
    EXPECT_EQ(in_state(project.run(words), "made"), std::set<std::string>{"nl.a5.2up"});
    EXPECT_EQ(in_state(project.run(words), "unchanged"), std::set<std::string>{"nl.a5.2up"});
    EXPECT_TRUE(stale().empty());
    // One that is made alone leaves the others behind it.
    project.edit("content/verband/nl.md", "verband", "zwachtel");
    EXPECT_EQ(in_state(project.run(words), "made"), std::set<std::string>{"nl.a5.2up"});
    EXPECT_EQ(in_state(build({"--lang", "nl", "--dry-run", "--format", "json"}), "stale"), all_of_nl);
}

TEST_F(Rebuild, AnotherNumberOfPagesIsAnotherFile) {
    const Ended told = build({"--pages", "16", "--format", "json", "--dry-run"});
    EXPECT_EQ(in_state(told, "stale").size(), 8U) << told.out << told.err;
}

TEST_F(Rebuild, WhatIsGoneIsNamedAndRemovedWhereThatIsWanted) {
    std::ofstream(project.file("out/verband/verband.en.notes.txt")) << "mine";
    fs::remove(project.file("content/verband/en.md"));
    fs::remove(project.file("layouts/ours.toml"));
    const Words words{"build", "--edition", "screen,booklet"};
    const Ended told = project.run(words);
    EXPECT_TRUE(holds(told.err, "left over " + project.pdf("en").string())) << told.err;
    EXPECT_TRUE(fs::exists(project.pdf("en")));
    const Ended pruned = project.run({"build", "--edition", "screen,booklet", "--prune", "--format", "json"});
    EXPECT_EQ(pruned.exit_code, 0) << pruned.err;
    EXPECT_EQ(json::parse(pruned.out).at("gone").size(), 3U) << pruned.out;
    const auto left = files_in(project.file("out/verband"));
    EXPECT_EQ(left.size(), 4U);  // two editions, their record, the notes
    EXPECT_TRUE(left.contains("verband.en.notes.txt"));
    EXPECT_FALSE(holds(project.run(words).err, "left over"));
}

TEST_F(Rebuild, NothingIsPrunedWhereTheProjectIsEmpty) {
    fs::rename(project.file("content"), project.file("elsewhere"));
    fs::create_directories(project.file("content"));
    build({"--prune"});
    EXPECT_TRUE(fs::exists(project.pdf("en")));
}

TEST_F(Rebuild, AFileOfTheSetThatCannotBeReplacedLeavesTheOthersAsTheyWere) {
    const std::string before = contents_of(project.pdf("nl"));
    const fs::path booklet = project.file("out/verband/verband.nl.a5.booklet.pdf");
    fs::remove(booklet);
    fs::create_directories(booklet / "full");
    project.edit("content/verband/nl.md", "verband", "zwachtel");
    const Ended told = build({"--format", "json"});
    EXPECT_EQ(told.exit_code, 3);
    EXPECT_EQ(in_state(told, "failed"), (std::set<std::string>{"nl.a5.screen", "nl.a5.booklet"}));
    EXPECT_TRUE(contents_of(project.pdf("nl")) == before);
}

TEST_F(Rebuild, LeftoversOfAKilledRunAreRemovedByTheNext) {
    std::ofstream(project.file("out/verband/.verband.nl.a5.pdf.brochure-Ab12Cd")) << "half";
    std::ofstream(project.file("out/verband/.verband.nl.a5.pdf.part")) << "not ours";
    build();
    EXPECT_FALSE(fs::exists(project.file("out/verband/.verband.nl.a5.pdf.brochure-Ab12Cd")));
    EXPECT_TRUE(fs::exists(project.file("out/verband/.verband.nl.a5.pdf.part")));
}

TEST_F(Rebuild, ARunThatIsKilledLeavesWholeFilesAndTheNextCompletesIt) {
    std::mt19937 chance(12);
    for (int i = 0; i < 8; ++i) {
        project.edit("content/verband/nl.md", "verband", "verband");
        std::ofstream(project.file("content/verband/nl.md"), std::ios::app) << "\nNog een zin.\n";
        test::Process process({BROCHURE_PROGRAM, "build", "--layout", "a5,ours", "--edition",
                               "screen,booklet", "-C", project.path().string()});
        std::this_thread::sleep_for(std::chrono::milliseconds{chance() % 150});
        ::kill(process.id(), SIGKILL);
        process.wait();
        for (const auto& [name, bytes] : files_in(project.file("out"))) {
            if (name.ends_with(".pdf") && !holds(name, "brochure-")) {
                EXPECT_TRUE(bytes.ends_with("%%EOF\n") || bytes.ends_with("%%EOF")) << name;
            }
        }
    }
    EXPECT_EQ(build().exit_code, 0);
    expect_as_a_full_build_makes_it();
}

}  // namespace
}  // namespace brochure::whole
