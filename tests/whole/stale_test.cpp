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

// Through the eyes of another program: the words, and the language that the structure tree gives them.
TEST_F(StaleTranslation, IsBuiltWithTheMastersWordsWhereTheBrochureWantsThose) {
    project.edit("content/verband/nl.md", "Houd het droog.", "Houd het heel droog.");
    project.edit("content/verband/brochure.toml", "[[image]]", "[stale]\nen = \"source\"\n\n[[image]]");
    const Ended ended = build();
    EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
    // Wherever their lines end.
    std::string words = test::run({"pdftotext", project.pdf("en").string(), "-"}).out;
    std::replace(words.begin(), words.end(), '\n', ' ');
    EXPECT_TRUE(test::holds(words, "Houd het heel droog.")) << words;
    EXPECT_TRUE(test::holds(words, "has not been translated anew")) << words;
    EXPECT_TRUE(test::holds(words, "This translation is of edition")) << words;
    EXPECT_FALSE(test::holds(words, "Keep it dry.")) << words;
    const Ended tagged =
        test::run({"/usr/bin/python3", "-c",
                   "import sys, pikepdf\n"
                   "pdf = pikepdf.open(sys.argv[1])\n"
                   "found = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary)\n"
                   "         and o.get('/S') is not None and str(o.get('/Lang', '')) == 'nl']\n"
                   "sys.exit(0 if found else 1)",
                   project.pdf("en").string()});
    EXPECT_EQ(tagged.exit_code, 0) << tagged.err << "no words are tagged as Dutch";
}

// The old figure is not on the page, and so is no mistake of it.
TEST_F(StaleTranslation, WithAnotherFigureIsBuiltWithTheMastersWordsAlone) {
    project.edit("content/verband/nl.md", "Houd het droog.", "Houd het 4 dagen droog.");
    project.edit("content/verband/en.md", "Keep it dry.", "Keep it dry for 4 days.");
    ASSERT_EQ(project.run({"translation", "confirm", "verband", "en"}).exit_code, 0);
    project.edit("content/verband/nl.md", "Houd het 4 dagen droog.", "Houd het 5 dagen droog.");
    project.edit("content/verband/brochure.toml", "[[image]]", "[stale]\nen = \"notice\"\n\n[[image]]");
    EXPECT_EQ(build().exit_code, 1) << "a page with the old figure";
    project.edit("content/verband/brochure.toml", "\"notice\"", "\"source\"");
    const Ended ended = build();
    EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
    const std::string words = test::run({"pdftotext", project.pdf("en").string(), "-"}).out;
    EXPECT_TRUE(test::holds(words, "5 dagen")) << words;
    EXPECT_FALSE(test::holds(words, "4 days")) << words;
}

TEST_F(StaleTranslation, IsHeldForProgramsUnlessTheBrochureWantsItBuilt) {
    const auto state = [&] {
        const Ended ended = project.run({"status", "--format", "json", "--on", "2026-11-29"});
        const std::size_t en = ended.out.find("\"language\": \"en\"");
        const std::size_t at = ended.out.find("\"state\": \"", en) + 10;
        return ended.out.substr(at, ended.out.find('"', at) - at);
    };
    EXPECT_EQ(state(), "held");
    project.edit("content/verband/brochure.toml", "[[image]]", "[stale]\nall = \"source\"\n\n[[image]]");
    EXPECT_EQ(state(), "stale");
}

TEST_F(StaleTranslation, ThatIsSaidToBeReviewedIsAnError) {
    project.edit("content/verband/en.md", "reviewed = false", "reviewed = true");
    const Ended ended = build();
    EXPECT_EQ(ended.exit_code, 1) << ended.out << ended.err;
    EXPECT_TRUE(test::holds(ended.err + ended.out, "review-stale")) << ended.err;
}

}  // namespace
}  // namespace brochure::whole
