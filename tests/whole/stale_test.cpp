// What becomes of a translation whose master text has changed since it was confirmed.
#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using test::Ended;
using test::MiniProject;

class StaleTranslation : public testing::Test {
  protected:
    StaleTranslation() {
        EXPECT_EQ(project.run({"translation", "confirm", "verband", "en"}).exit_code, 0);
        EXPECT_EQ(project.run({"build", "--layout", "a5", "--edition", "screen"}).exit_code, 0);
        project.edit("content/verband/nl.md", "Wat u doet met een verband", "Wat u laat met een verband");
    }
    [[nodiscard]] Ended build() const {
        return project.run({"build", "--layout", "a5", "--edition", "screen"});
    }
    MiniProject project;
};

TEST_F(StaleTranslation, IsHeldAndTheBuildSaysSo) {
    const std::string before = test::contents_of(project.pdf("en"));
    const Ended ended = build();
    EXPECT_EQ(ended.exit_code, 4) << ended.out << ended.err;
    EXPECT_TRUE(test::holds(ended.out, "held ")) << ended.out;
    EXPECT_EQ(test::contents_of(project.pdf("en")), before);
}

TEST_F(StaleTranslation, IsBuiltWithANoticeWhereTheBrochureWantsThat) {
    const std::string before = test::contents_of(project.pdf("en"));
    project.edit("content/verband/brochure.toml", "[[image]]", "[stale]\nen = \"notice\"\n\n[[image]]");
    const Ended ended = build();
    EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
    EXPECT_NE(test::contents_of(project.pdf("en")), before);
}

TEST_F(StaleTranslation, ThatIsSaidToBeReviewedIsAnError) {
    project.edit("content/verband/en.md", "reviewed = false", "reviewed = true");
    const Ended ended = build();
    EXPECT_EQ(ended.exit_code, 1) << ended.out << ended.err;
    EXPECT_TRUE(test::holds(ended.err + ended.out, "review-stale")) << ended.err;
}

}  // namespace
}  // namespace brochure::whole
