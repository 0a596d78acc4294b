// Files that may be absent, and files that are there and cannot be used.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <vector>

#include "base/file.hpp"
#include "support/temporary_folder.hpp"

namespace brochure::base {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using ::testing::HasSubstr;

class FindFile : public testing::Test {
  protected:
    FindFile() {
        folder.write("program/x.toml", "the program's");
        fs::create_directories(folder / "project");
    }
    [[nodiscard]] Result<std::optional<fs::path>> find() const {
        const std::vector<fs::path> folders{folder / "project", folder / "program"};
        return find_regular_file(folders, "x.toml");
    }
    void expect_refused(const std::string& why) const {
        const auto found = find();
        ASSERT_FALSE(found.ok());
        EXPECT_THAT(found.error().message, HasSubstr(why));
        EXPECT_THAT(found.error().message, HasSubstr((folder / "project").string()));
    }
    TemporaryFolder folder;
};

TEST_F(FindFile, TakesTheFirstFolderThatHasIt) {
    EXPECT_EQ(find().value(), folder / "program/x.toml");
    folder.write("project/x.toml", "the project's");
    EXPECT_EQ(find().value(), folder / "project/x.toml");
}

TEST_F(FindFile, GivesNothingWhereNoFolderHasIt) {
    fs::remove_all(folder / "program");
    ASSERT_TRUE(find().ok());
    EXPECT_FALSE(find().value());
}

TEST_F(FindFile, FollowsALinkToAFile) {
    fs::create_symlink(folder / "program/x.toml", folder / "project/x.toml");
    EXPECT_EQ(find().value(), folder / "project/x.toml");
}

TEST_F(FindFile, StopsAtALinkThatLeadsNowhere) {
    fs::create_symlink("not-there.toml", folder / "project/x.toml");
    expect_refused("leads nowhere");
}

TEST_F(FindFile, StopsAtALinkThatLeadsInACircle) {
    fs::create_symlink("x.toml", folder / "project/x.toml");
    expect_refused("in a circle");
}

TEST_F(FindFile, StopsAtAPipe) {
    ASSERT_EQ(::mkfifo((folder / "project/x.toml").c_str(), 0600), 0);
    expect_refused("is a pipe");
}

TEST_F(FindFile, StopsAtAFolderInItsPlace) {
    fs::create_directories(folder / "project/x.toml");
    expect_refused("is a folder");
}

TEST_F(FindFile, StopsAtAFolderThatIsALinkToNowhere) {
    fs::remove_all(folder / "project");
    fs::create_symlink("moved-away", folder / "project");
    expect_refused("leads nowhere");
}

TEST_F(FindFile, StopsAtAFileInTheFoldersPlace) {
    fs::remove_all(folder / "project");
    folder.write("project", "no folder");
    expect_refused("a folder is wanted");
}

}  // namespace
}  // namespace brochure::base
