// The words of the finished brochures against those of the content files, read a second time by
// expected_words.py.
#include <fmt/format.h>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using test::run;
using test::Shipped;

const std::string python = "/usr/bin/python3";

class Words : public test::ShippedPdf {
  protected:
    void SetUp() override {
        if (run({python, "-c", "import tomllib"}).exit_code != 0)
            GTEST_SKIP() << "Python 3.11 is not installed";
        SKIP_WITHOUT_PROGRAM("pdftotext");
        ShippedPdf::SetUp();
    }
    [[nodiscard]] test::Ended check(const std::string& which,
                                    const fs::path& project = test::source_root) const {
        const Shipped& shipped = GetParam();
        return run({python, "-B", BROCHURE_TEST_DATA "/whole/check_words.py", which, pdf(), project.string(),
                    BROCHURE_SOURCE_ROOT, shipped.brochure, shipped.language, shipped.layout});
    }
};

TEST_P(Words, StandInTheStructureTreeInTheOrderOfTheText) {
    const test::Ended checked = check("structure");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Words, StandOnThePagesWholeAndOnce) {
    const test::Ended checked = check("paper");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Words, AreTheSameWhenColumnsAreSought) {
    const test::Ended checked = check("plain");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

INSTANTIATE_TEST_SUITE_P(Shipped, Words, ::testing::ValuesIn(test::all_shipped()), test::shipped_name);

// Brochures in the languages that no shipped brochure is in, written from the right.
class WordsFromTheRight : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(WordsFromTheRight, AreAllThere) {
    if (run({python, "-c", "import tomllib"}).exit_code != 0) GTEST_SKIP() << "Python 3.11 is not installed";
    SKIP_WITHOUT_PROGRAM("pdftotext");
    const auto [brochure, language] = GetParam();
    const std::string project = BROCHURE_TEST_DATA "/data/languages";
    for (const std::string& layout : test::shipped_layouts()) {
        const test::ScratchFolder folder;
        ASSERT_EQ(test::run_brochure(
                      {"build", brochure, "-C", project, "--layout", layout, "-o", folder.path().string()})
                      .exit_code,
                  0);
        const std::string pdf =
            folder.path().string() + fmt::format("/{0}/{0}.{1}.{2}.pdf", brochure, language, layout);
        for (const std::string which : {"structure", "paper"}) {
            const test::Ended checked = run({python, "-B", BROCHURE_TEST_DATA "/whole/check_words.py", which,
                                             pdf, project, BROCHURE_SOURCE_ROOT, brochure, language, layout});
            EXPECT_EQ(checked.exit_code, 0) << layout << " " << which << "\n" << checked.out << checked.err;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(TestBrochures, WordsFromTheRight,
                         ::testing::Values(std::pair{"persian", "fa"}, std::pair{"hebrew", "he"}));

// What the shipped text does not use: lists of two paragraphs, an image's agency, a link to a website.
TEST(WordsOfTheMiniProject, AreAllThere) {
    if (run({python, "-c", "import tomllib"}).exit_code != 0) GTEST_SKIP() << "Python 3.11 is not installed";
    SKIP_WITHOUT_PROGRAM("pdftotext");
    const test::MiniProject project;
    const test::Ended built = project.run({"build"});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    for (const std::string language : {"nl", "en"}) {
        for (const std::string which : {"structure", "paper"}) {
            const test::Ended checked = run({python, "-B", BROCHURE_TEST_DATA "/whole/check_words.py", which,
                                             project.pdf(language).string(), project.path().string(),
                                             BROCHURE_SOURCE_ROOT, "verband", language, "a5"});
            EXPECT_EQ(checked.exit_code, 0) << language << " " << which << "\n" << checked.out << checked.err;
        }
    }
}

// The check must be able to fail: it is given a text with a word less, one more, and two that changed places.
TEST(WordsOfTheMiniProject, ThatDifferAreNoticed) {
    if (run({python, "-c", "import tomllib"}).exit_code != 0) GTEST_SKIP() << "Python 3.11 is not installed";
    SKIP_WITHOUT_PROGRAM("pdftotext");
    const test::MiniProject project, changed;
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    std::string now = "Dat blijft een week zitten";
    for (const std::string words :
         {"Dat blijft een zitten", "Dat blijft een hele week zitten", "Dat blijft week een zitten"}) {
        changed.edit("content/verband/nl.md", now, words);
        now = words;
        for (const std::string which : {"structure", "paper"}) {
            const test::Ended checked = run({python, "-B", BROCHURE_TEST_DATA "/whole/check_words.py", which,
                                             project.pdf("nl").string(), changed.path().string(),
                                             BROCHURE_SOURCE_ROOT, "verband", "nl", "a5"});
            EXPECT_EQ(checked.exit_code, 1) << words << checked.err;
            EXPECT_NE(checked.out, "") << words;
        }
    }
}

// Many words broken, over lines and pages: narrow columns of few lines, hyphens for nothing.
constexpr const char* narrow_layout = R"(extends = "a5-justified.toml"
[page]
lines = 15
outer_margin = "MARGIN mm"
[line_breaking]
hyphen_penalty = 0
hard_hyphen_penalty = 0
double_hyphen_demerits = 0
final_hyphen_demerits = 0
max_hyphen_run = 5
min_word_length = 4
[text.ragged]
hyphenation = "normal"
align = "justified"
[text.ragged.line_breaking]
hyphen_penalty = 0
max_hyphen_run = 5
[page_breaking]
hyphen_cost = 0
widow_cost = 0
orphan_cost = 0
)";

class NarrowColumns : public ::testing::TestWithParam<int> {};

TEST_P(NarrowColumns, LoseNoWord) {
    if (run({python, "-c", "import tomllib"}).exit_code != 0) GTEST_SKIP() << "Python 3.11 is not installed";
    SKIP_WITHOUT_PROGRAM("pdftotext");
    const test::ScratchFolder project;
    for (const std::string folder : {"content", "layouts", "fonts"}) {
        fs::copy(test::source_root / folder, project / folder, fs::copy_options::recursive);
    }
    std::string layout = narrow_layout;
    layout.replace(layout.find("MARGIN"), 6, std::to_string(GetParam()));
    std::ofstream{project / "layouts/narrow.toml"} << layout;
    const std::string folder = project.path().string();
    ASSERT_EQ(test::run_brochure({"build", "botmetastasen", "-C", folder, "--layout", "narrow"}).exit_code,
              0);
    for (const std::string language : {"nl", "en"}) {
        const std::string pdf = folder + "/out/botmetastasen/botmetastasen." + language + ".narrow.pdf";
        for (const std::string which : {"structure", "paper"}) {
            const test::Ended checked =
                run({python, "-B", BROCHURE_TEST_DATA "/whole/check_words.py", which, pdf, folder,
                     BROCHURE_SOURCE_ROOT, "botmetastasen", language, "narrow"});
            EXPECT_EQ(checked.exit_code, 0) << language << " " << which << "\n" << checked.out << checked.err;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(DISABLED_Margins, NarrowColumns, ::testing::Values(30, 34, 38, 42));

}  // namespace
}  // namespace brochure::whole
