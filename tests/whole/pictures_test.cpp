// Pictures in whole brochures: drawings as editors leave them, words that do not fit, files without colour.
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using test::Ended;
using test::MiniProject;

class Pictures : public ::testing::Test {
  protected:
    void draw(const std::string& svg) {
        std::ofstream(project.file("content/verband/images/arm.svg"))
            << "<svg xmlns=\"http://www.w3.org/2000/svg\" " << svg << "</svg>\n";
    }
    Ended build(const std::vector<std::string>& more = {"--edition", "screen"}) {
        std::vector<std::string> arguments{"build", "--lang", "nl"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return project.run(arguments);
    }
    std::filesystem::path file(const std::string& ending) const {
        return project.file("out/verband/verband.nl.a5" + ending);
    }
    MiniProject project;
};

constexpr const char* python = "/usr/bin/python3";

TEST_F(Pictures, LinesAndDashesOfALargeDrawingAreValid) {
    if (test::run({python, "-c", "import pikepdf"}).exit_code != 0)
        GTEST_SKIP() << "python3-pikepdf is not installed";
    draw(
        "viewBox=\"0 0 60000 40000\"><rect width=\"60000\" height=\"40000\" fill=\"#dcebed\"/>"
        "<path d=\"M0 9000H60000\" stroke=\"#c22\" stroke-width=\".4\" stroke-dasharray=\".4\"/>"
        "<path d=\"M0 20000H60000\" stroke=\"#c22\" stroke-width=\"0.0001\" stroke-dasharray=\".0001 "
        ".0001\"/>");
    ASSERT_EQ(build().exit_code, 0);
    const Ended checked =
        test::run({python, "-B", BROCHURE_TEST_DATA "/whole/check_pdf.py", "syntax", file(".pdf").string()});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_F(Pictures, ALabelThatRunsOutOfItsDrawingIsAnErrorAtItsWordsInEveryEdition) {
    draw(
        "viewBox=\"0 0 120 60\"><rect width=\"120\" height=\"60\" fill=\"#fff\"/>"
        "<text data-label=\"hand\" x=\"8\" y=\"22\" font-size=\"6\">hand</text>"
        "<text data-label=\"wrap\" x=\"80\" y=\"22\" font-size=\"6\">verband</text>");
    ASSERT_EQ(build().exit_code, 0) << build().err;
    project.edit("content/verband/nl.md", "wrap = \"verband\"",
                 "wrap = \"Beenmergonderzoeksresultatenoverzicht\"");
    for (const std::vector<std::string>& command : {std::vector<std::string>{"check"},
                                                    {"build", "--edition", "screen"},
                                                    {"build", "--edition", "booklet"},
                                                    {"build", "--edition", "2up"}}) {
        std::vector<std::string> arguments = command;
        arguments.insert(arguments.end(), {"--lang", "nl"});
        const Ended told = project.run(arguments);
        EXPECT_EQ(told.exit_code, 1) << told.err;
        EXPECT_NE(told.err.find("error [label-outside]"), std::string::npos) << told.err;
        EXPECT_NE(told.err.find("content/verband/nl.md:32:"), std::string::npos) << told.err;
    }
}

// Of each page of a file: whether Ghostscript finds cyan, magenta or yellow on it.
std::vector<bool> coloured_pages(const std::filesystem::path& file) {
    std::istringstream lines(test::run({"gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-sDEVICE=inkcov",
                                        "-sOutputFile=-", file.string()})
                                 .out);
    std::vector<bool> pages;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream numbers(line);
        double cyan = 0, magenta = 0, yellow = 0;
        if (numbers >> cyan >> magenta >> yellow) pages.push_back(cyan + magenta + yellow > 0);
    }
    return pages;
}

TEST_F(Pictures, GreyscaleFilesHaveNoColourAndStandBesideTheOthers) {
    SKIP_WITHOUT_PROGRAM("gs");
    ASSERT_EQ(build({"--edition", "screen,booklet"}).exit_code, 0);
    const auto changed = std::filesystem::last_write_time(file(".pdf"));
    ASSERT_EQ(build({"--edition", "screen,booklet,2up", "--greyscale"}).exit_code, 0);
    EXPECT_EQ(std::filesystem::last_write_time(file(".pdf")), changed);
    for (const char* ending : {".grey.pdf", ".booklet.grey.pdf", ".2up.grey.pdf"}) {
        const std::vector<bool> pages = coloured_pages(file(ending));
        EXPECT_FALSE(pages.empty()) << ending;
        EXPECT_EQ(std::count(pages.begin(), pages.end(), true), 0) << ending;
    }
    const std::vector<bool> in_colour = coloured_pages(file(".pdf"));
    EXPECT_GT(std::count(in_colour.begin(), in_colour.end(), true), 0);
}

TEST_F(Pictures, ALayoutMayWantOneEditionWithoutColour) {
    SKIP_WITHOUT_PROGRAM("gs");
    std::filesystem::create_directories(project.file("layouts"));
    std::ofstream(project.file("layouts/ward.toml"))
        << "extends = \"a5.toml\"\neditions = [\"screen\", \"booklet\"]\n[booklet]\ngreyscale = true\n";
    ASSERT_EQ(build({"--layout", "ward"}).exit_code, 0);
    const auto count = [&](const char* name) {
        const std::vector<bool> pages = coloured_pages(project.file(std::string("out/verband/") + name));
        EXPECT_FALSE(pages.empty());
        return std::count(pages.begin(), pages.end(), true);
    };
    EXPECT_EQ(count("verband.nl.ward.booklet.pdf"), 0);
    EXPECT_GT(count("verband.nl.ward.pdf"), 0);
}

}  // namespace
}  // namespace brochure::whole
