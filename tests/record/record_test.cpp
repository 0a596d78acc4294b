#include "record/record.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "record/keeping.hpp"
#include "record/memo.hpp"
#include "record/places.hpp"
#include "record/verdict.hpp"
#include "support/temporary_folder.hpp"

namespace brochure::record {
namespace {

namespace fs = std::filesystem;
using base::Sight;
using Kind = Sight::Kind;
using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Record small_record() {
    Record record;
    record.program = {"1.0", "abc"};
    record.brochure = "griep";
    record.language = "nl";
    record.layout = "a5";
    record.options.pages = 8;
    record.inputs = {{"content/griep/nl.md", {Kind::read, "11", {}}},
                     {"content/griep/nl.lock.toml", {Kind::absent, {}, {}}},
                     {"content/griep/images/een \"plaatje\" #1$.svg", {Kind::present, {}, "content/x.svg"}},
                     {"content/languages", {Kind::listed, "22", {}}},
                     {"fonts/kapot.ttf", {Kind::unusable, {}, {}}}};
    diag::Diagnostic warning;
    warning.severity = diag::Severity::warning;
    warning.code = "word-doubled";
    warning.place = {"content/griep/nl.md", 3, 7};
    warning.message = "“de de”";
    record.diagnostics.push_back(warning);
    record.made_from = digest_of_sources(record);
    Output press{design::Edition::press, "griep.nl.a5.press.pdf", "33", 1234, 8, 1790000000,
                 record.made_from};
    press.inputs["/usr/share/x.icc"] = {Kind::read, "44", {}};
    press.diagnostics = record.diagnostics;
    record.outputs.push_back(press);
    record.seal = std::string(64, 'a');
    record.text_edition = "2";
    record.pieces = {{"meta/title", "title", "Griep: \"een\"\nverhaal", "0f", 1, 2},
                     {"house/phone", "fact", "012 345 67 80", "1f", 0, 0}};
    return record;
}

TEST(Record, ReadsWhatItWrites) {
    const Record record = small_record();
    const auto read = from_json(as_json(record));
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(as_json(read.value()), as_json(record));
    EXPECT_EQ(read.value().inputs, record.inputs);
    EXPECT_EQ(read.value().outputs.front().inputs, record.outputs.front().inputs);
    EXPECT_EQ(read.value().options, record.options);
    EXPECT_EQ(read.value().pieces, record.pieces);
}

TEST(Record, ThatIsDamagedOrNewerOrNamesOtherFoldersCannotBeUsed) {
    const std::string sound = as_json(small_record());
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = sound;
        return text.replace(text.find(from), from.size(), to);
    };
    EXPECT_FALSE(from_json(sound.substr(0, sound.size() / 2)).ok());
    EXPECT_FALSE(from_json("[]").ok());
    EXPECT_FALSE(from_json(with("\"version\": 2,", "\"version\": 3,")).ok());
    EXPECT_FALSE(from_json(with("griep.nl.a5.press.pdf", "../../etc/passwd")).ok());
}

// A build of ten thousand sets reads as many records, and none of their pieces.
TEST(Record, IsReadWithoutItsPiecesWhereOnlyFilesAreAskedAbout) {
    const Record record = small_record();
    const auto read = from_json(as_json(record), Depth::without_pieces);
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_THAT(read.value().pieces, IsEmpty());
    EXPECT_EQ(read.value().seal, record.seal);
    EXPECT_EQ(read.value().outputs.front().digest, record.outputs.front().digest);
}

TEST(Record, OfAnEarlierFormIsNoneOfThisProgram) {
    std::string text = as_json(small_record());
    text.replace(text.find("\"version\": 2,"), 13, "\"version\": 1,");
    EXPECT_FALSE(from_json(text, Depth::without_pieces).ok());
}

TEST(Record, SourcesOfAnotherProgramOptionOrFileHaveAnotherDigest) {
    const Record record = small_record();
    Record other = record;
    other.program.identity = "abd";
    EXPECT_NE(digest_of_sources(other), record.made_from);
    other = record;
    other.options.pages = 12;
    EXPECT_NE(digest_of_sources(other), record.made_from);
    other = record;
    other.inputs["content/griep/nl.md"].digest = "12";
    EXPECT_NE(digest_of_sources(other), record.made_from);
}

TEST(Program, IsKnownByItsCode) {
    const Program program = this_program();
    EXPECT_EQ(program.identity.size(), 64U);
    EXPECT_EQ(this_program(), program);
    EXPECT_FALSE(program.version.empty());
}

TEST(Places, NamesMeanTheSameInAnotherFolder) {
    const TemporaryFolder folder;
    fs::create_directories(folder / "project/content");
    fs::create_directories(folder / "program");
    fs::create_directory_symlink(folder / "project", folder / "link");
    const Places places(folder / "link", folder / "program");
    for (const char* way : {"link", "project"}) {
        EXPECT_EQ(places.name_of(folder / way / "content/./a/../b.md"), "content/b.md");
    }
    EXPECT_EQ(places.name_of(folder / "program/layouts/a5.toml"), "brochure:layouts/a5.toml");
    EXPECT_EQ(places.name_of("/usr/share/fonts/x.ttf"), "/usr/share/fonts/x.ttf");
    EXPECT_EQ(places.path_of("content/b.md"), folder / "link/content/b.md");
    EXPECT_EQ(places.path_of("brochure:layouts/a5.toml"), folder / "program/layouts/a5.toml");
    EXPECT_EQ(places.path_of("/usr/share/fonts/x.ttf"), "/usr/share/fonts/x.ttf");
}

TEST(Places, NamesThatAreNoTextComeBackAsTheyWere) {
    const TemporaryFolder folder;
    const Places places(folder.path(), {});
    for (const std::string name : {"a\xFF"
                                   "b",
                                   "100%41.svg", "a\nb", "\xE6\x89\x8B.svg"}) {
        const std::string text = places.name_of(folder / name);
        EXPECT_FALSE(base::sha256(text).empty());
        EXPECT_EQ(places.path_of(text), folder / name) << text;
    }
    EXPECT_EQ(places.name_of(folder / "a\xFF"
                                      "b"),
              "a%FFb");
}

// A project of two files, observed and recorded.
class Verdict : public ::testing::Test {
  protected:
    Verdict() {
        folder.write("content/x.md", "words");
        folder.write("out/x.pdf", "pages");
        base::Reads reads;
        {
            const base::Observing observing(reads, digests);
            (void)base::read_file(folder / "content/x.md", 100);
            (void)base::find_regular_file(folder / "content/x.lock");
            (void)base::list_folder(folder / "content");
        }
        record.program = {"1.0", "abc"};
        record.inputs = places.named(reads.by_path());
        record.made_from = digest_of_sources(record);
        record.outputs.push_back(
            {design::Edition::screen, "x.pdf", base::sha256("pages"), 5, 1, {}, record.made_from, {}, {}});
    }
    [[nodiscard]] std::vector<std::string> reasons(const Wanted& wanted = {
                                                       {"1.0", "abc"}, {}, {design::Edition::screen}}) {
        base::FileDigests fresh;
        Present present(places, fresh);
        return why_stale(record, wanted, folder / "out", present, Reasons::all);
    }
    TemporaryFolder folder;
    Places places{folder.path(), {}};
    base::FileDigests digests;
    Record record;
};

TEST_F(Verdict, NothingIsStaleWhereNothingIsDifferent) { EXPECT_THAT(reasons(), IsEmpty()); }

TEST_F(Verdict, AnotherDateAloneMakesNothingStale) {
    folder.write("content/x.md", "words");
    fs::last_write_time(folder / "content/x.md", fs::file_time_type::clock::now() + std::chrono::hours{9});
    EXPECT_THAT(reasons(), IsEmpty());
}

TEST_F(Verdict, NamesTheFileThatHasChanged) {
    folder.write("content/x.md", "sword");
    EXPECT_THAT(reasons(), ElementsAre("content/x.md has changed"));
}

TEST_F(Verdict, NamesTheFileThatIsThereNowAndTheFolderThatHoldsIt) {
    folder.write("content/x.lock", "");
    EXPECT_THAT(reasons(), ElementsAre("content holds other files", "content/x.lock is there now"));
}

TEST_F(Verdict, NamesTheFileThatIsGone) {
    fs::remove(folder / "content/x.md");
    EXPECT_THAT(reasons(), ElementsAre("content holds other files", "content/x.md is gone"));
}

TEST_F(Verdict, AnOutputThatIsGoneOrAlteredIsMadeAgain) {
    folder.write("out/x.pdf", "PAGES");
    EXPECT_THAT(reasons(), ElementsAre("x.pdf is not as it was written"));
    fs::remove(folder / "out/x.pdf");
    EXPECT_THAT(reasons(), ElementsAre("x.pdf is not there"));
}

TEST_F(Verdict, AnotherProgramOptionOrEditionIsStale) {
    EXPECT_THAT(reasons({{"1.0", "abd"}, {}, {design::Edition::screen}}),
                ElementsAre("it was made by another version of the program"));
    EXPECT_THAT(reasons({{"1.0", "abc"}, {true, {}}, {design::Edition::screen}}),
                ElementsAre("it was made with other options"));
    EXPECT_THAT(reasons({{"1.0", "abc"}, {}, {design::Edition::press}}),
                ElementsAre("its edition 'press' was not made yet"));
}

TEST_F(Verdict, WhatCouldNotBeReadIsNeverUpToDate) {
    record.inputs["content/y.md"] = {Kind::unusable, {}, {}};
    record.inputs["content/z.md"] = {Kind::read, {}, {}};
    EXPECT_EQ(reasons().size(), 2U);
}

TEST_F(Verdict, AnEditionOlderThanTheOthersIsStale) {
    record.outputs.front().made_from = "another";
    EXPECT_THAT(reasons(), ElementsAre("its edition 'screen' is older than the others"));
}

TEST(Gone, IsOnlyWhatARecordNames) {
    const TemporaryFolder folder;
    const Record record = small_record();
    folder.write("griep/griep.nl.a5.record.json", as_json(record));
    folder.write("griep/griep.nl.a5.press.pdf", "");
    folder.write("griep/griep.nl.a5.notes.txt", "");
    folder.write("griep/griep.en.a5.record.json", "no record");
    const auto nothing = [](auto&&...) { return false; };
    const std::vector<Gone> gone = find_gone(folder.path(), nothing);
    ASSERT_EQ(gone.size(), 1U);
    EXPECT_THAT(gone.front().files, ElementsAre(folder / "griep/griep.nl.a5.press.pdf"));
    EXPECT_FALSE(remove(gone.front()));
    EXPECT_FALSE(fs::exists(folder / "griep/griep.nl.a5.press.pdf"));
    EXPECT_FALSE(fs::exists(folder / "griep/griep.nl.a5.record.json"));
    EXPECT_TRUE(fs::exists(folder / "griep/griep.nl.a5.notes.txt"));
    EXPECT_THAT(find_gone(folder.path(), [](auto&&...) { return true; }), IsEmpty());
}

TEST(Memo, SparesReadingAFileThatIsAsItWas) {
    const TemporaryFolder folder;
    const fs::path file = folder.write("x", "words");
    const auto state = *base::FileState::at(file);
    base::FileDigests first;
    first.learn(state, {"digest", file.string(), true});
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    remember(folder / "memo", first);
    base::FileDigests second;
    recall(folder / "memo", second);
    EXPECT_EQ(second.known(state), "digest");
    folder.write("x", "sword");
    EXPECT_FALSE(second.known(*base::FileState::at(file)));
}

TEST(Memo, ThatIsDamagedIsNotBelieved) {
    const TemporaryFolder folder;
    base::FileDigests digests;
    recall(folder.write("memo", "{\"version\": 1, \"files\": [[1]]}"), digests);
    recall(folder.write("memo", "\xFF"), digests);
    EXPECT_TRUE(digests.all().empty());
}

}  // namespace
}  // namespace brochure::record
