#include "base/file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <iterator>
#include <thread>

#include "support/temporary_folder.hpp"

namespace brochure::base {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(ReadFile, GivesAllBytes) {
    const TemporaryFolder folder;
    const std::string bytes("a\0\r\n\xFF", 5);
    folder.write("x", bytes);
    const auto read = read_file(folder / "x", 5);
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value(), bytes);
}

TEST(ReadFile, RefusesAFileAboveTheLimit) {
    const TemporaryFolder folder;
    folder.write("x", "123456");
    const auto read = read_file(folder / "x", 5);
    ASSERT_FALSE(read.ok());
    EXPECT_THAT(read.error().message, HasSubstr((folder / "x").string() + " has 6 bytes, the limit is 5"));
}

TEST(ReadFile, NamesTheFileThatIsNotThere) {
    const TemporaryFolder folder;
    const auto read = read_file(folder / "none", 5);
    ASSERT_FALSE(read.ok());
    EXPECT_THAT(read.error().message, HasSubstr((folder / "none").string()));
}

TEST(ReadFile, RefusesAFolder) {
    const TemporaryFolder folder;
    EXPECT_FALSE(read_file(folder.path(), 5).ok());
}

TEST(ReplaceFile, WritesAFileAndTheFoldersAboveIt) {
    const TemporaryFolder folder;
    const auto done = replace_file(folder / "out/a/x.pdf", "bytes");
    ASSERT_TRUE(done.ok()) << done.error().message;
    EXPECT_EQ(done.value(), Replaced::written);
    EXPECT_EQ(folder.bytes_of("out/a/x.pdf"), "bytes");
}

TEST(ReplaceFile, LeavesAnUnchangedFileAlone) {
    const TemporaryFolder folder;
    const fs::path file = folder.write("x", "same");
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours{100};
    fs::last_write_time(file, long_ago);
    const auto done = replace_file(file, "same");
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done.value(), Replaced::unchanged);
    EXPECT_EQ(fs::last_write_time(file), long_ago);
}

TEST(ReplaceFile, WritesOverAFileOfTheSameLengthWithOtherBytes) {
    const TemporaryFolder folder;
    const fs::path file = folder.write("x", "same");
    const auto done = replace_file(file, "diff");
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done.value(), Replaced::written);
    EXPECT_EQ(folder.bytes_of("x"), "diff");
}

TEST(ReplaceFile, AReaderOfTheOldFileKeepsItWhole) {
    const TemporaryFolder folder;
    const fs::path file = folder.write("x", "the old bytes");
    std::ifstream reader{file, std::ios::binary};
    ASSERT_EQ(reader.get(), 't');
    ASSERT_TRUE(replace_file(file, "new").ok());
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>{reader}, {}), "he old bytes");
    EXPECT_EQ(folder.bytes_of("x"), "new");
}

TEST(ReplaceFile, AReaderNeverSeesHalfAFile) {
    const TemporaryFolder folder;
    const fs::path file = folder / "x";
    const std::string ones(100'000, '1'), twos(120'000, '2');
    ASSERT_TRUE(replace_file(file, ones).ok());
    std::jthread writer{[&](std::stop_token stop) {
        for (int i = 0; i < 50 && !stop.stop_requested(); ++i) {
            EXPECT_TRUE(replace_file(file, i % 2 == 0 ? twos : ones).ok());
        }
    }};
    for (int i = 0; i < 200; ++i) {
        const auto seen = read_file(file, 1'000'000);
        ASSERT_TRUE(seen.ok());
        ASSERT_TRUE(seen.value() == ones || seen.value() == twos) << seen.value().size();
    }
}

TEST(ReplaceFile, LeavesNothingBesideTheFile) {
    const TemporaryFolder folder;
    ASSERT_TRUE(replace_file(folder / "x", "a").ok());
    ASSERT_TRUE(replace_file(folder / "x", "b").ok());
    EXPECT_THAT(folder.names(), ElementsAre("x"));
}

TEST(ReplaceFile, CleansUpWhenTheTargetCannotBeReplaced) {
    const TemporaryFolder folder;
    fs::create_directories(folder / "x/full");
    const auto done = replace_file(folder / "x", "a");
    ASSERT_FALSE(done.ok());
    EXPECT_THAT(done.error().message, HasSubstr((folder / "x").string()));
    EXPECT_THAT(folder.names(), ElementsAre("x"));
}

TEST(ReplaceFile, SaysThatAFileStandsWhereAFolderIsNeeded) {
    const TemporaryFolder folder;
    folder.write("out", "a file");
    const auto done = replace_file(folder / "out/x.pdf", "a");
    ASSERT_FALSE(done.ok());
    EXPECT_THAT(done.error().message, HasSubstr((folder / "out").string()));
    EXPECT_EQ(folder.bytes_of("out"), "a file");
}

TEST(ReplaceFile, SaysThatAFolderCannotBeWrittenTo) {
    // A folder of the kernel's: not even the superuser may make a file there.
    const auto done = replace_file("/proc/self/x.pdf", "a");
    ASSERT_FALSE(done.ok());
    EXPECT_THAT(done.error().message, HasSubstr("/proc/self"));
}

TEST(ReplaceFile, LeavesAFolderWithoutPermissionAsItWas) {
    if (::geteuid() == 0) GTEST_SKIP() << "the superuser may write everywhere";
    const TemporaryFolder folder;
    fs::create_directories(folder / "locked");
    fs::permissions(folder / "locked", fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_FALSE(replace_file(folder / "locked/x", "a").ok());
    EXPECT_TRUE(fs::is_empty(folder / "locked"));
    fs::permissions(folder / "locked", fs::perms::owner_all);
}

TEST(LiesInside, IsTrueForAFileOfTheFolderAndTheFoldersBelow) {
    const TemporaryFolder folder;
    folder.write("content/a/x.svg", "");
    EXPECT_TRUE(lies_inside(folder / "content/a/x.svg", folder / "content"));
    EXPECT_TRUE(lies_inside(folder / "content/a/x.svg", folder / "content/"));
    EXPECT_TRUE(lies_inside(folder / "content/not-yet-there.svg", folder / "content"));
}

TEST(LiesInside, IsFalseForAWayOutThroughDots) {
    const TemporaryFolder folder;
    folder.write("content/a/x.svg", "");
    folder.write("secret", "");
    EXPECT_FALSE(lies_inside(folder / "content/../secret", folder / "content"));
    EXPECT_TRUE(lies_inside(folder / "content/a/../a/x.svg", folder / "content"));
}

TEST(LiesInside, IsFalseForASiblingWhoseNameBeginsTheSame) {
    const TemporaryFolder folder;
    folder.write("content/x", "");
    folder.write("content-of-others/x", "");
    EXPECT_FALSE(lies_inside(folder / "content-of-others/x", folder / "content"));
}

TEST(LiesInside, FollowsLinksOut) {
    const TemporaryFolder folder;
    folder.write("secret/x", "");
    fs::create_directories(folder / "content");
    fs::create_symlink(folder / "secret/x", folder / "content/file-link");
    fs::create_symlink(folder / "secret", folder / "content/folder-link");
    EXPECT_FALSE(lies_inside(folder / "content/file-link", folder / "content"));
    EXPECT_FALSE(lies_inside(folder / "content/folder-link/x", folder / "content"));
}

TEST(LiesInside, FollowsALinkOutThatLeadsToNothingYet) {
    const TemporaryFolder folder;
    fs::create_directories(folder / "content");
    fs::create_symlink(folder / "not-there", folder / "content/link");
    EXPECT_FALSE(lies_inside(folder / "content/link", folder / "content"));
}

TEST(LiesInside, FollowsLinksIn) {
    const TemporaryFolder folder;
    folder.write("content/x", "");
    fs::create_symlink(folder / "content", folder / "link");
    EXPECT_TRUE(lies_inside(folder / "link/x", folder / "content"));
    EXPECT_TRUE(lies_inside(folder / "content/x", folder / "link"));
}

}  // namespace
}  // namespace brochure::base
