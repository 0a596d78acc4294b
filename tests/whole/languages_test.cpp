// A language that the program has never heard of: a file of labels and a translation are all that it needs.
#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using test::MiniProject;

// The English text of the small project as a text in Frisian, for which Debian has no dictionary of hyphens.
class NewLanguage : public testing::Test {
  protected:
    void SetUp() override {
        const fs::path content = project.path() / "content";
        fs::create_directories(content / "languages");
        fs::copy(test::source_root / "content/languages/en.toml", content / "languages/fy.toml");
        fs::copy(content / "verband/en.md", content / "verband/fy.md");
        fs::copy(content / "house/disclaimer.en.md", content / "house/disclaimer.fy.md");
        project.edit("content/languages/fy.toml", "tag = \"en\"", "tag = \"fy\"");
        project.edit("content/languages/fy.toml", "locale = \"en_GB\"",
                     "locale = \"fy_NL\"\nlist_number = \"({number})\"");
        project.edit("content/languages/fy.toml", "contents = \"Contents\"", "contents = \"Ynhâld\"");
        project.edit("content/languages/fy.toml",
                     "dictionary = \"hyph_en_GB.dic\"\npackage = \"hyphen-en-gb\"\n", "");
        project.edit("content/house/house.toml", "[en]",
                     "[fy]\ndepartment = \"Wûnsoarch\"\nhours = \"wurkdagen\"\ncontact = \"Belje de "
                     "ferpleechkundige.\"\nemergency = \"Bûten dizze tiden\"\nemergency_hours = \"dei en "
                     "nacht\"\nlogo_alternative = \"Byldmerk\"\n\n[en]");
    }
    [[nodiscard]] std::string text() const {
        return test::run({"pdftotext", "-raw", project.pdf("fy").string(), "-"}).out;
    }
    MiniProject project;
};

TEST_F(NewLanguage, NeedsNoChangeOfTheProgram) {
    SKIP_WITHOUT_PROGRAM("pdftotext");
    const test::Ended built = project.run({"build", "--lang", "fy"});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    EXPECT_NE(text().find("Ynhâld"), std::string::npos);
    EXPECT_NE(text().find("Wûnsoarch"), std::string::npos);
    EXPECT_NE(text().find("1 Maart 2026"), std::string::npos) << "the date comes in the language's own form";
}

TEST_F(NewLanguage, MayBringItsOwnPatternsOfHyphens) {
    std::ofstream{project.file("content/languages/fy.hyphenation")} << "UTF-8\n1da\n";
    project.edit("content/languages/fy.toml", "[hyphenation]\n",
                 "[hyphenation]\npatterns = \"fy.hyphenation\"\n");
    const test::Ended built = project.run({"build", "--lang", "fy"});
    EXPECT_EQ(built.exit_code, 0) << built.err;
}

TEST_F(NewLanguage, PatternsThatAreNotThereAreReported) {
    project.edit("content/languages/fy.toml", "[hyphenation]\n",
                 "[hyphenation]\npatterns = \"fy.hyphenation\"\n");
    const test::Ended built = project.run({"build", "--lang", "fy"});
    EXPECT_EQ(built.exit_code, 1);
    EXPECT_NE(built.err.find("[file-missing]"), std::string::npos) << built.err;
}

TEST_F(NewLanguage, NumbersOfAListHoldANumber) {
    project.edit("content/languages/fy.toml", "({number})", "()");
    const test::Ended built = project.run({"build", "--lang", "fy"});
    EXPECT_EQ(built.exit_code, 1);
    EXPECT_NE(built.err.find("[label-place]"), std::string::npos) << built.err;
}

}  // namespace
}  // namespace brochure::whole
