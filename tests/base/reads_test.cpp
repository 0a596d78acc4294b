#include "base/reads.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "support/temporary_folder.hpp"

namespace brochure::base {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using Kind = Sight::Kind;

class ReadsTest : public ::testing::Test {
  protected:
    [[nodiscard]] Sight sight(const std::string& name) const {
        const auto found = reads.by_path().find((folder / name).string());
        if (found == reads.by_path().end()) return {Kind::unusable, "not written down", {}};
        return found->second;
    }
    TemporaryFolder folder;
    FileDigests digests;
    Reads reads;
};

TEST_F(ReadsTest, HoldWhatWasReadWithItsDigest) {
    folder.write("x", "words");
    const Observing observing(reads, digests);
    ASSERT_TRUE(read_file(folder / "x", 100).ok());
    EXPECT_EQ(sight("x"), (Sight{Kind::read, sha256("words"), {}}));
}

TEST_F(ReadsTest, HoldALookThatFoundNothing) {
    const Observing observing(reads, digests);
    ASSERT_TRUE(find_regular_file(folder / "none").ok());
    EXPECT_FALSE(read_file(folder / "nothing", 100).ok());
    EXPECT_EQ(sight("none").kind, Kind::absent);
    EXPECT_EQ(sight("nothing").kind, Kind::absent);
}

TEST_F(ReadsTest, TellAFileThatWasFoundFromOneThatWasRead) {
    folder.write("x", "words");
    folder.write("y", "words");
    const Observing observing(reads, digests);
    (void)find_regular_file(folder / "x");
    (void)find_regular_file(folder / "y");
    (void)read_file(folder / "y", 100);
    EXPECT_EQ(sight("x").kind, Kind::present);
    EXPECT_EQ(sight("y").kind, Kind::read);
}

TEST_F(ReadsTest, HoldWhereALinkLeads) {
    folder.write("x", "words");
    fs::create_symlink("x", folder / "link");
    const Observing observing(reads, digests);
    (void)find_regular_file(folder / "link");
    (void)read_file(folder / "link", 100);
    EXPECT_EQ(sight("link"), (Sight{Kind::read, sha256("words"), fs::canonical(folder / "x").string()}));
}

TEST_F(ReadsTest, HoldTheNamesInAFolder) {
    folder.write("sub/x", "");
    {
        const Observing observing(reads, digests);
        ASSERT_TRUE(list_folder(folder / "sub").ok());
    }
    const std::string before = sight("sub").digest;
    folder.write("sub/y", "");
    reads = {};
    const Observing observing(reads, digests);
    ASSERT_TRUE(list_folder(folder / "sub").ok());
    EXPECT_EQ(sight("sub").kind, Kind::listed);
    EXPECT_NE(sight("sub").digest, before);
}

TEST_F(ReadsTest, AFileThatChangesBetweenTwoLooksIsNeverSure) {
    const Observing observing(reads, digests);
    folder.write("x", "one");
    (void)read_file(folder / "x", 100);
    folder.write("x", "two");
    (void)read_file(folder / "x", 100);
    EXPECT_EQ(sight("x").digest, "");
}

TEST_F(ReadsTest, WhatIsSharedIsWrittenDownForEachThatUsesIt) {
    folder.write("x", "words");
    Reads shared, other;
    {
        const Observing observing(reads, digests);
        const Observing inner(shared);
        (void)read_file(folder / "x", 100);
    }
    EXPECT_TRUE(reads.empty());
    const Observing observing(other, digests);
    observe(shared);
    EXPECT_EQ(other, shared);
}

TEST_F(ReadsTest, NothingIsWrittenDownInAPauseOrWhereNobodyObserves) {
    folder.write("x", "words");
    Reads alone;
    const Observing nobody(alone);
    (void)read_file(folder / "x", 100);
    const Observing observing(reads, digests);
    const Observing::Pause pause;
    (void)read_file(folder / "x", 100);
    EXPECT_TRUE(reads.empty());
    EXPECT_TRUE(alone.empty());
}

TEST_F(ReadsTest, OtherThreadsAreNotObserved) {
    folder.write("x", "words");
    const Observing observing(reads, digests);
    std::jthread([&] { (void)read_file(folder / "x", 100); }).join();
    EXPECT_TRUE(reads.empty());
}

TEST_F(ReadsTest, MappedFileIsWrittenDownLikeAnyOther) {
    folder.write("x", "words");
    const Observing observing(reads, digests);
    const auto file = MappedFile::open(folder / "x", 100);
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file.value()->bytes(), "words");
    EXPECT_EQ(sight("x").digest, sha256("words"));
    const auto empty = MappedFile::open(folder.write("empty", ""), 100);
    EXPECT_TRUE(empty.ok() && empty.value()->bytes().empty());
    EXPECT_FALSE(MappedFile::open(folder / "x", 4).ok());
}

TEST(FileState, OfAFileWrittenAnewWithItsOldDateIsAnother) {
    const TemporaryFolder folder;
    const fs::path file = folder.write("x", "one");
    const auto date = fs::last_write_time(file);
    const auto before = FileState::at(file);
    std::this_thread::sleep_for(std::chrono::milliseconds{30});
    folder.write("x", "two");
    fs::last_write_time(file, date);
    EXPECT_NE(FileState::at(file), before);
    EXPECT_EQ(fs::last_write_time(file), date);
}

TEST(FileState, OfAFileWrittenJustNowIsNotSettled) {
    const TemporaryFolder folder;
    const auto state = FileState::at(folder.write("x", "one"));
    ASSERT_TRUE(state);
    constexpr std::int64_t second = 1'000'000'000;
    EXPECT_FALSE(state->is_settled(state->changed));
    EXPECT_FALSE(state->is_settled(state->changed - second));  // a clock that was set back
    EXPECT_TRUE(state->is_settled(state->changed + 4 * second));
}

}  // namespace
}  // namespace brochure::base
