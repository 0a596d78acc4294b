#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>

#include "base/descriptor.hpp"
#include "base/file.hpp"
#include "support/temporary_folder.hpp"

namespace brochure::base {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Replacement, FilesAppearTogether) {
    const TemporaryFolder folder;
    folder.write("a", "old");
    Replacement replacement;
    ASSERT_TRUE(replacement.add(folder / "a", "new").ok());
    ASSERT_TRUE(replacement.add(folder / "b", "new").ok());
    EXPECT_EQ(folder.bytes_of("a"), "old");
    EXPECT_FALSE(fs::exists(folder / "b"));
    EXPECT_FALSE(replacement.rename_all());
    EXPECT_EQ(folder.bytes_of("a"), "new");
    EXPECT_EQ(folder.bytes_of("b"), "new");
    EXPECT_EQ(replacement.state_of(folder / "a"), FileState::at(folder / "a"));
}

TEST(Replacement, OneThatCannotBeWrittenLeavesTheOthersAsTheyWere) {
    const TemporaryFolder folder;
    folder.write("a", "old");
    fs::create_directories(folder / "b/full");
    {
        Replacement replacement;
        ASSERT_TRUE(replacement.add(folder / "a", "new").ok());
        const auto refused = replacement.add(folder / "b", "new");
        ASSERT_FALSE(refused.ok());
        EXPECT_THAT(refused.error().message, HasSubstr((folder / "b").string()));
    }
    EXPECT_EQ(folder.bytes_of("a"), "old");
    EXPECT_THAT(folder.names(), ElementsAre("a", "b"));
}

TEST(Leftovers, OfAKilledRunAreRemovedAndNothingElse) {
    const TemporaryFolder folder;
    for (const std::string name : {".x.pdf.brochure-a1B2c3", ".brochure-memo.json", ".x.pdf.swp", "x.pdf",
                                   "x.brochure-a1B2c3", ".x.pdf.brochure-a1B2c3d"})
        folder.write(name, "");
    EXPECT_EQ(remove_leftovers(folder.path()), 1U);
    EXPECT_THAT(folder.names(), ElementsAre(".brochure-memo.json", ".x.pdf.brochure-a1B2c3d", ".x.pdf.swp",
                                            "x.brochure-a1B2c3", "x.pdf"));
}

TEST(Leftovers, AFileThatIsBeingWrittenIsNone) {
    const TemporaryFolder folder;
    Replacement running;
    ASSERT_TRUE(running.add(folder / "x.pdf", "new").ok());
    EXPECT_EQ(remove_leftovers(folder.path()), 0U);
    EXPECT_FALSE(running.rename_all());
    EXPECT_EQ(folder.bytes_of("x.pdf"), "new");
}

}  // namespace
}  // namespace brochure::base
