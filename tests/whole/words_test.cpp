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

// Brochures in the languages that no shipped brochure is in: their words, and that every letter has a glyph.
struct TestBrochure {
    std::string brochure, language;
};

class WordsOfTestBrochures : public ::testing::TestWithParam<std::tuple<TestBrochure, std::string>> {
  protected:
    void SetUp() override {
        const auto& [of, layout] = GetParam();
        const test::Ended built = test::run_brochure(
            {"build", of.brochure, "-C", project_, "--layout", layout, "-o", folder_.path().string()});
        ASSERT_EQ(built.exit_code, 0) << built.err;
    }
    [[nodiscard]] std::string pdf(const std::string& edition = "") const {
        const auto& [of, layout] = GetParam();
        return folder_.path().string() +
               fmt::format("/{0}/{0}.{1}.{2}{3}.pdf", of.brochure, of.language, layout, edition);
    }
    void expect_expected_words(const std::string& which) const {
        if (run({python, "-c", "import tomllib"}).exit_code != 0)
            GTEST_SKIP() << "Python 3.11 is not installed";
        SKIP_WITHOUT_PROGRAM("pdftotext");
        const auto& [of, layout] = GetParam();
        const test::Ended checked =
            run({python, "-B", BROCHURE_TEST_DATA "/whole/check_words.py", which, pdf(), project_,
                 BROCHURE_SOURCE_ROOT, of.brochure, of.language, layout});
        EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
    }

  private:
    const std::string project_ = BROCHURE_TEST_DATA "/data/languages";
    test::ScratchFolder folder_;
};

TEST_P(WordsOfTestBrochures, StandInTheStructureTreeInTheOrderOfTheText) {
    expect_expected_words("structure");
}

TEST_P(WordsOfTestBrochures, StandOnThePagesWholeAndOnce) { expect_expected_words("paper"); }

TEST_P(WordsOfTestBrochures, AreTheSameWhenColumnsAreSought) { expect_expected_words("plain"); }

TEST_P(WordsOfTestBrochures, AreShownWithGlyphsThatTheFacesHave) {
    if (run({python, "-c", "import pikepdf"}).exit_code != 0)
        GTEST_SKIP() << "python3-pikepdf is not installed";
    for (const std::string edition : {"", ".press", ".booklet"}) {
        const test::Ended checked =
            run({python, "-B", BROCHURE_TEST_DATA "/whole/check_pdf.py", "glyphs", pdf(edition)});
        EXPECT_EQ(checked.exit_code, 0) << edition << checked.out << checked.err;
    }
}

std::string name_of_test_brochure(
    const ::testing::TestParamInfo<std::tuple<TestBrochure, std::string>>& info) {
    std::string name = std::get<0>(info.param).language + "_" + std::get<1>(info.param);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(
    Languages, WordsOfTestBrochures,
    ::testing::Combine(::testing::Values(TestBrochure{"german", "de"}, TestBrochure{"persian", "fa"},
                                         TestBrochure{"hebrew", "he"}, TestBrochure{"tigrinya", "ti"}),
                       ::testing::ValuesIn(test::shipped_layouts())),
    name_of_test_brochure);

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

// A table whose third row is longer than two pages: it is torn, and has its name again on each page where it
// goes on.
class TornRow : public ::testing::TestWithParam<std::string> {
  protected:
    void SetUp() override {
        if (run({python, "-c", "import tomllib"}).exit_code != 0)
            GTEST_SKIP() << "Python 3.11 is not installed";
        SKIP_WITHOUT_PROGRAM("pdftotext");
        std::string rows =
            "| Dag | Ochtend | Avond |\n| --- | --- | --- |\n| Maandag | niets | alles |\n"
            "| Elke dag[^dag] | ";
        for (int turn = 1; turn < 40; ++turn)
            rows += fmt::format("Was uw handen en maak keer {} het verband los. ", turn);
        rows += "| ";
        for (int turn = 1; turn < 60; ++turn) rows += fmt::format("Smeer laag {} dun. ", turn);
        rows += "Laat drogen.[^zalf] |\n| Zondag | rust | slaap |\n";
        project_.edit("content/verband/nl.md", "## Zalf {#zalf}",
                      rows + "\n[^dag]: Ook op reis.\n\n[^zalf]: Met schone handen.\n\n## Zalf {#zalf}");
        fs::create_directories(project_.file("layouts"));
        std::ofstream{project_.file("layouts/grid.toml")} << "extends = \"" << GetParam()
                                                          << ".toml\"\n[table]\nform = \"grid\"\n";
        const test::Ended built = project_.run({"build", "--lang", "nl", "--layout", "grid"});
        ASSERT_EQ(built.exit_code, 0) << built.err;
    }
    [[nodiscard]] test::Ended checked(const std::string& which) const {
        return run({python, "-B", BROCHURE_TEST_DATA "/whole/check_words.py", which,
                    project_.pdf("nl", "grid").string(), project_.path().string(), BROCHURE_SOURCE_ROOT,
                    "verband", "nl", "grid"});
    }
    test::MiniProject project_;
};

TEST_P(TornRow, LosesNoWordAndHasItsNameAgain) {
    for (const std::string which : {"structure", "paper", "plain"}) {
        const test::Ended words = checked(which);
        EXPECT_EQ(words.exit_code, 0) << which << "\n" << words.out << words.err;
    }
    const std::string text = run({"pdftotext", "-raw", project_.pdf("nl", "grid").string(), "-"}).out;
    EXPECT_NE(text.find("Elke dag2", text.find("Elke dag2") + 1), std::string::npos) << "no row is torn";
}

TEST_P(TornRow, ThatDiffersFromItsSourceIsNoticed) {
    std::string now = "maak keer 30 het verband los.";
    for (const std::string words :
         {"maak keer 30 het los.", "maak keer 30 weer het verband los.", "maak keer 30 verband het los."}) {
        project_.edit("content/verband/nl.md", now, words);
        now = words;
        for (const std::string which : {"structure", "paper"})
            EXPECT_EQ(checked(which).exit_code, 1) << words << " " << which;
    }
}

TEST_P(TornRow, OfAnotherNameIsNoticed) {
    project_.edit("content/verband/nl.md", "| Elke dag[^dag] |", "| Alle dagen[^dag] |");
    const test::Ended words = checked("paper");
    EXPECT_EQ(words.exit_code, 1);
    EXPECT_NE(words.out.find("nobody wrote: 'Elke dag"), std::string::npos) << words.out;
}

std::string name_of_layout(const ::testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Layouts, TornRow, ::testing::ValuesIn(test::shipped_layouts()), name_of_layout);

// Many words broken, over lines and pages, before the marks of notes too, and rows torn: narrow columns of
// few lines, hyphens for nothing.
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

// The labels of the drawings as one letter each: drawings grow narrow with their column, and words that no
// longer fit in them are refused.
void shorten_labels(const fs::path& text) {
    std::string shortened;
    std::istringstream lines{test::contents_of(text)};
    bool labels = false;
    for (std::string line; std::getline(lines, line); shortened += line + "\n") {
        if (line.starts_with("[") || line == "+++") labels = line.starts_with("[labels.");
        const std::size_t word = line.find(" = \"");
        if (labels && word != std::string::npos) line = line.substr(0, word + 4) + line[0] + "\"";
    }
    std::ofstream{text, std::ios::binary} << shortened;
}

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
    for (const std::string language : {"nl", "en"}) {
        shorten_labels(project / ("content/botmetastasen/" + language + ".md"));
        fs::remove(project / ("content/botmetastasen/" + language + ".lock.toml"));  // of the longer labels
    }
    const test::Ended built = test::run_brochure(
        {"build", "botmetastasen", "-C", folder, "--lang", "nl", "--lang", "en", "--layout", "narrow"});
    ASSERT_EQ(built.exit_code, 0) << built.err;
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

INSTANTIATE_TEST_SUITE_P(Margins, NarrowColumns, ::testing::Values(30, 33, 36, 39));

}  // namespace
}  // namespace brochure::whole
