// The finished brochures in the hands of other people's tools: every shipped brochure, language and layout.
#include <regex>
#include <sstream>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using test::Ended;
using test::run;
using test::Shipped;

const std::string python = "/usr/bin/python3";

// A column of the table that pdffonts prints under its rule of hyphens.
std::vector<std::string> font_lines(const std::string& table) {
    std::vector<std::string> lines;
    std::istringstream in{table};
    bool below = false;
    for (std::string line; std::getline(in, line);) {
        if (below && !line.empty()) lines.push_back(line);
        if (line.starts_with("----")) below = true;
    }
    return lines;
}

class Pdf : public test::ShippedPdf {
  protected:
    [[nodiscard]] Ended on_pdf(std::vector<std::string> before,
                               const std::vector<std::string>& after = {}) const {
        before.push_back(pdf());
        before.insert(before.end(), after.begin(), after.end());
        return run(before);
    }
    // A check of ours, written in Python.
    [[nodiscard]] Ended looked_into(const std::string& which) const {
        return on_pdf({python, "-B", BROCHURE_TEST_DATA "/whole/check_pdf.py", which});
    }
    [[nodiscard]] Ended measured(const std::string& which) const {
        const Shipped& shipped = GetParam();
        return on_pdf(
            {python, "-B", BROCHURE_TEST_DATA "/whole/check_geometry.py", which},
            {BROCHURE_SOURCE_ROOT, BROCHURE_SOURCE_ROOT, shipped.brochure, shipped.language, shipped.layout});
    }
    static bool have_python_with(const std::string& module) {
        return run({python, "-c", "import " + module}).exit_code == 0;
    }
};

#define SKIP_WITHOUT_PYTHON(module) \
    if (!have_python_with(module)) GTEST_SKIP() << "Python with " << (module) << " is not installed"

TEST_P(Pdf, IsToAScreenReaderWhatTheSourcesAre) {
    SKIP_WITHOUT_PYTHON("pikepdf");
    const Shipped& shipped = GetParam();
    const Ended compared = on_pdf(
        {python, "-B", BROCHURE_TEST_DATA "/whole/check_structure.py"},
        {BROCHURE_SOURCE_ROOT, BROCHURE_SOURCE_ROOT, shipped.brochure, shipped.language, shipped.layout});
    EXPECT_EQ(compared.exit_code, 0) << compared.out << compared.err;
}

TEST_P(Pdf, PassesQpdf) {
    SKIP_WITHOUT_PROGRAM("qpdf");
    const Ended checked = on_pdf({"qpdf", "--check"});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
    EXPECT_EQ(checked.err, "");
}

TEST_P(Pdf, EmbedsASubsetOfEveryFontWithItsText) {
    SKIP_WITHOUT_PROGRAM("pdffonts");
    const Ended listed = on_pdf({"pdffonts"});
    EXPECT_EQ(listed.err, "");
    const auto fonts = font_lines(listed.out);
    EXPECT_FALSE(fonts.empty());
    const std::regex embedded_subset_with_unicode{R"(^[A-Z]{6}\+.* yes yes yes +\d+ +\d+$)"};
    for (const std::string& font : fonts) {
        EXPECT_TRUE(std::regex_search(font, embedded_subset_with_unicode)) << font;
    }
}

TEST_P(Pdf, IsTaggedWithItsTitleAndSize) {
    SKIP_WITHOUT_PROGRAM("pdfinfo");
    const Ended told = on_pdf({"pdfinfo"});
    EXPECT_EQ(told.err, "");
    for (const std::string line : {R"(Tagged: +yes)", R"(Suspects: +no)", R"(Title: +\S.*)",
                                   R"(JavaScript: +no)", R"(Encrypted: +no)"}) {
        EXPECT_TRUE(std::regex_search(told.out, std::regex{"(^|\n)" + line + "\n"})) << line << "\n"
                                                                                     << told.out;
    }
    if (GetParam().layout.starts_with("a5")) {
        EXPECT_NE(told.out.find("419.528 x 595.276 pts"), std::string::npos) << told.out;
    }
    const std::string text = test::contents_of(test::source_root / "content" / GetParam().brochure /
                                               (GetParam().language + ".md"));
    std::smatch title;
    ASSERT_TRUE(std::regex_search(text, title, std::regex{"\ntitle = \"(.*)\"\n"}));
    EXPECT_NE(told.out.find(title[1].str()), std::string::npos) << told.out;
}

TEST_P(Pdf, HasNoLineWithoutWidthNoEmptyDashesAndRealDates) {
    SKIP_WITHOUT_PYTHON("pikepdf");
    const Ended checked = looked_into("syntax");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, FillsItsSheets) {
    SKIP_WITHOUT_PROGRAM("pdfinfo");
    std::smatch pages;
    const std::string told = on_pdf({"pdfinfo"}).out;
    ASSERT_TRUE(std::regex_search(told, pages, std::regex{R"(Pages: +(\d+))"}));
    // A folded sheet has four pages; one that is not folded has two.
    const int multiple = GetParam().layout.starts_with("a5") ? 4 : 2;
    EXPECT_EQ(std::stoi(pages[1]) % multiple, 0) << pages[1];
}

TEST_P(Pdf, TellsItsStructureWithoutAComplaint) {
    SKIP_WITHOUT_PROGRAM("pdfinfo");
    const Ended told = on_pdf({"pdfinfo", "-struct-text"});
    EXPECT_EQ(told.err, "");
    for (const std::string element :
         {"Document", "H1", "H2", "L ", "Table", "Figure", "Caption", "Note", "TOC"}) {
        EXPECT_TRUE(std::regex_search(told.out, std::regex{"(^|\n) *" + element})) << element;
    }
}

TEST_P(Pdf, IsDrawnByMupdfWithoutAWarning) {
    SKIP_WITHOUT_PROGRAM("mutool");
    const Ended drawn = on_pdf({"mutool", "draw", "-q", "-N", "-r", "36", "-F", "pnm", "-o", "/dev/null"});
    EXPECT_EQ(drawn.exit_code, 0);
    EXPECT_EQ(drawn.err, "");
}

TEST_P(Pdf, IsDrawnByGhostscriptWithoutAWarning) {
    SKIP_WITHOUT_PROGRAM("gs");
    const Ended drawn =
        on_pdf({"gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-dPDFSTOPONWARNING", "-sDEVICE=nullpage"});
    EXPECT_EQ(drawn.exit_code, 0);
    EXPECT_EQ(drawn.out + drawn.err, "");
}

TEST_P(Pdf, LinksLeadSomewhere) {
    SKIP_WITHOUT_PYTHON("pikepdf");
    const Ended checked = looked_into("links");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, NamesPlacesInOrderAndEachOnce) {
    SKIP_WITHOUT_PYTHON("pikepdf");
    const Ended checked = looked_into("names");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, OutlineHasTheHeadings) {
    SKIP_WITHOUT_PYTHON("pikepdf");
    const Ended checked = looked_into("outline");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, MetadataAreTheSameInBothPlaces) {
    SKIP_WITHOUT_PYTHON("pikepdf");
    const Ended checked = looked_into("metadata");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, EveryPageHasItsTrimBox) {
    SKIP_WITHOUT_PYTHON("pikepdf");
    const Ended checked = looked_into("boxes");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, ShowsNoMissingGlyph) {
    SKIP_WITHOUT_PYTHON("pikepdf");
    const Ended checked = looked_into("glyphs");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, PassesTheChecksOfAccessibilityAndArchive) {
    SKIP_WITHOUT_PYTHON("pikepdf, fontTools");
    const Ended checked = on_pdf({python, "-B", BROCHURE_TEST_DATA "/pdf/ua_check.py", "--std", "both"});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, LettersLieOnThePage) {
    SKIP_WITHOUT_PROGRAM("mutool");
    SKIP_WITHOUT_PYTHON("tomllib");
    const Ended checked = measured("trim");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, BodyTextKeepsToItsMeasure) {
    SKIP_WITHOUT_PROGRAM("mutool");
    SKIP_WITHOUT_PYTHON("tomllib");
    const Ended checked = measured("measure");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST_P(Pdf, BodyTextStandsOnTheGrid) {
    // MuPDF gives the letters of Arabic one by one, and marks as outlines: no lines to measure.
    if (GetParam().language == "ar") GTEST_SKIP() << "written from the right";
    SKIP_WITHOUT_PROGRAM("mutool");
    SKIP_WITHOUT_PYTHON("tomllib");
    const Ended checked = measured("grid");
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

TEST(PdfOfTheMiniProject, WithAPictureShownTwiceNamesEachPlaceOnce) {
    if (run({python, "-c", "import pikepdf"}).exit_code != 0)
        GTEST_SKIP() << "python3-pikepdf is not installed";
    const test::MiniProject project;
    const std::string text = test::contents_of(project.file("content/verband/nl.md"));
    std::smatch figure;
    ASSERT_TRUE(std::regex_search(text, figure, std::regex{R"(!\[[^\]]*\]\([^)]*\))"}));
    std::ofstream{project.file("content/verband/nl.md"), std::ios::app} << "\n\n" << figure.str() << "\n";
    const Ended built = project.run({"build", "--lang", "nl", "--edition", "screen"});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    const Ended checked =
        run({python, "-B", BROCHURE_TEST_DATA "/whole/check_pdf.py", "names", project.pdf("nl").string()});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
}

// The check of glyphs must be able to fail: a code of the middle of a face is led to its glyph 0.
TEST(PdfOfTheMiniProject, WithAMissingGlyphIsNoticed) {
    if (run({python, "-c", "import pikepdf"}).exit_code != 0)
        GTEST_SKIP() << "python3-pikepdf is not installed";
    const test::MiniProject project;
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    const std::string pdf = project.pdf("nl").string();
    const std::vector<std::string> check{python, "-B", BROCHURE_TEST_DATA "/whole/check_pdf.py", "glyphs",
                                         pdf};
    EXPECT_EQ(run(check).exit_code, 0);
    const std::string lead_to_nothing =
        "import pikepdf\n"
        "pdf = pikepdf.open('" +
        pdf +
        "', allow_overwriting_input=True)\n"
        "maps = [o.CIDToGIDMap for o in pdf.objects\n"
        "        if isinstance(o, pikepdf.Dictionary) and o.get('/Subtype') == '/CIDFontType2']\n"
        "for m in maps:\n"
        "    old = m.read_bytes()\n"
        "    at = len(old) // 4 * 2\n"
        "    m.write(old[:at] + b'\\0\\0' + old[at + 2:])\n"
        "pdf.save()\n";
    const Ended changed = run({python, "-c", lead_to_nothing});
    ASSERT_EQ(changed.exit_code, 0) << changed.err;
    EXPECT_EQ(run(check).exit_code, 1);
}

INSTANTIATE_TEST_SUITE_P(Shipped, Pdf, ::testing::ValuesIn(test::all_shipped()), test::shipped_name);

}  // namespace
}  // namespace brochure::whole
