// Editions: one set of pages, written for the screen, the print shop and the office printer.
#include <algorithm>
#include <string>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using test::Ended;
using test::MiniProject;
using test::run_brochure;

std::string pdf_info(const std::filesystem::path& file) {
    return test::Process({"pdfinfo", file.string()}).wait().out;
}

int page_count(const std::filesystem::path& file) {
    const std::string info = pdf_info(file);
    const std::size_t at = info.find("Pages:");
    return at == std::string::npos ? 0 : std::stoi(info.substr(at + 6));
}

bool has_press_profile() {
    return std::filesystem::exists(
        "/usr/share/texlive/texmf-dist/tex/generic/colorprofiles/FOGRA39L_coated.icc");
}

class Editions : public ::testing::Test {
  protected:
    Ended build(const std::string& editions) {
        return run_brochure({"-C", project.path().string(), "build", "--lang", "nl", "--edition", editions});
    }
    std::filesystem::path file(const std::string& ending) const {
        return project.path() / "out" / "verband" / ("verband.nl.a5" + ending);
    }
    MiniProject project;
};

TEST_F(Editions, TheLayoutsThreeAreWrittenByDefault) {
    if (!has_press_profile()) GTEST_SKIP() << "texlive-base, which has the profile FOGRA39, is not installed";
    EXPECT_EQ(run_brochure({"-C", project.path().string(), "build", "--lang", "nl"}).exit_code, 0);
    EXPECT_TRUE(std::filesystem::exists(file(".pdf")));
    EXPECT_TRUE(std::filesystem::exists(file(".press.pdf")));
    EXPECT_TRUE(std::filesystem::exists(file(".booklet.pdf")));
    EXPECT_FALSE(std::filesystem::exists(file(".2up.pdf")));
}

TEST_F(Editions, BookletHasFourPagesOnASheet) {
    ASSERT_EQ(build("screen,booklet").exit_code, 0);
    const int pages = page_count(file(".pdf"));
    EXPECT_EQ(pages % 4, 0);
    EXPECT_EQ(page_count(file(".booklet.pdf")) * 2, pages);
    EXPECT_NE(pdf_info(file(".booklet.pdf")).find("841.89 x 595.276"), std::string::npos);
    EXPECT_EQ(test::Process({"qpdf", "--check", file(".booklet.pdf").string()}).wait().exit_code, 0);
}

TEST_F(Editions, BookletsFirstSideHasBackAndFrontCover) {
    ASSERT_EQ(build("booklet").exit_code, 0);
    const std::string side =
        test::Process({"pdftotext", "-l", "1", file(".booklet.pdf").string(), "-"}).wait().out;
    EXPECT_NE(side.find("Vragen?"), std::string::npos);
    const std::string title =
        test::Process({"pdftotext", "-f", "2", "-l", "2", file(".booklet.pdf").string(), "-"}).wait().out;
    EXPECT_NE(title.find("Inhoud"), std::string::npos);
}

TEST_F(Editions, TwoUpShowsTheCoverAloneAndThenSpreads) {
    ASSERT_EQ(build("screen,2up").exit_code, 0);
    EXPECT_EQ(page_count(file(".2up.pdf")), page_count(file(".pdf")) / 2 + 1);
}

TEST_F(Editions, PressSheetIsLargerThanItsTrim) {
    if (!has_press_profile()) GTEST_SKIP() << "texlive-base, which has the profile FOGRA39, is not installed";
    ASSERT_EQ(build("press").exit_code, 0);
    const std::string boxes = test::Process({"pdfinfo", "-box", file(".press.pdf").string()}).wait().out;
    EXPECT_NE(boxes.find("TrimBox"), std::string::npos);
    EXPECT_EQ(test::Process({"qpdf", "--check", file(".press.pdf").string()}).wait().exit_code, 0);
}

TEST_F(Editions, ProfileThatIsNotInstalledIsTold) {
    const std::string layout = "extends = \"a5.toml\"\n[press]\nprofile = \"no-such-profile\"\n";
    std::filesystem::create_directories(project.path() / "layouts");
    std::ofstream(project.path() / "layouts" / "ours.toml") << layout;
    const Ended ended = run_brochure(
        {"-C", project.path().string(), "build", "--lang", "nl", "--layout", "ours", "--edition", "press"});
    EXPECT_EQ(ended.exit_code, 3);
    EXPECT_NE(ended.err.find("no-such-profile"), std::string::npos);
}

TEST_F(Editions, ProfileThatIsNotInstalledHoldsUpThePressEditionAlone) {
    const std::string layout = "extends = \"a5.toml\"\n[press]\nprofile = \"no-such-profile\"\n";
    std::filesystem::create_directories(project.path() / "layouts");
    std::ofstream(project.path() / "layouts" / "ours.toml") << layout;
    const Ended ended =
        run_brochure({"-C", project.path().string(), "build", "--lang", "nl", "--layout", "ours"});
    EXPECT_EQ(ended.exit_code, 3);
    const std::filesystem::path folder = project.path() / "out" / "verband";
    EXPECT_TRUE(std::filesystem::exists(folder / "verband.nl.ours.pdf"));
    EXPECT_TRUE(std::filesystem::exists(folder / "verband.nl.ours.booklet.pdf"));
    EXPECT_FALSE(std::filesystem::exists(folder / "verband.nl.ours.press.pdf"));
}

TEST_F(Editions, EveryGlyphStandsAtTheSamePlaceInAllThree) {
    SKIP_WITHOUT_PROGRAM("mutool");
    if (!has_press_profile()) GTEST_SKIP() << "texlive-base, which has the profile FOGRA39, is not installed";
    ASSERT_EQ(build("screen,press,booklet").exit_code, 0);
    const auto compared = [&](const std::string& thickness) {
        return test::run({"/usr/bin/python3", "-B", BROCHURE_TEST_DATA "/whole/check_editions.py",
                          file(".pdf").string(), file(".press.pdf").string(), file(".booklet.pdf").string(),
                          "148", "210", thickness});
    };
    const Ended same = compared("0.1");
    EXPECT_EQ(same.exit_code, 0) << same.out << same.err;
    EXPECT_EQ(compared("0.2").exit_code, 1) << "pages that are moved too far are seen";
}

// A list and a table of three pages each, at the end of the small brochure.
class LongBlocks : public Editions {
  protected:
    void SetUp() override {
        std::string more = "\n## Lang {#lang}\n\n";
        for (int i = 1; i <= 100; ++i) more += "- regel " + std::to_string(i) + "\n";
        more += "\n| Kolomkop | Waarde |\n| --- | --- |\n";
        for (int i = 1; i <= 90; ++i) more += "| rij " + std::to_string(i) + " | |\n";
        project.edit("content/verband/nl.md", "\n## Zalf {#zalf}\n", more + "\n## Zalf {#zalf}\n");
        ASSERT_EQ(build("screen").exit_code, 0);
        tree = tell("-struct");
        read = tell("-struct-text");
        seen = test::Process({"pdftotext", file(".pdf").string(), "-"}).wait().out;
    }
    std::string tell(const std::string& what) const {
        return test::Process({"pdfinfo", what, file(".pdf").string()}).wait().out;
    }
    // Over how many pages the words from `first` to `last` go; pages end in a form feed.
    std::size_t pages_between(const std::string& first, const std::string& last) const {
        const std::size_t from = seen.find(first), to = seen.rfind(last);
        return static_cast<std::size_t>(1 + std::count(seen.begin() + static_cast<std::ptrdiff_t>(from),
                                                       seen.begin() + static_cast<std::ptrdiff_t>(to), '\f'));
    }
    static std::size_t count(const std::string& text, const std::string& words) {
        std::size_t found = 0;
        for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1))
            ++found;
        return found;
    }
    // Of the section, from its heading to the next.
    std::string section() const {
        const std::size_t from = read.find("\"Lang\"", read.find("\"Dinsdag\""));
        return read.substr(from, read.find("\"Zalf\"\n", from) - from);
    }
    std::string tree, read, seen;
};

TEST_F(LongBlocks, ListOverThreePagesIsOneList) {
    EXPECT_GE(pages_between("regel 1\n", "regel 100\n"), 3U);
    EXPECT_EQ(count(section(), " L (block)"), 1U) << section();
    EXPECT_EQ(count(section(), " LI (block)"), 100U);
}

TEST_F(LongBlocks, TableOverThreePagesIsOneTable) {
    EXPECT_GE(pages_between("rij 1\n", "rij 90\n"), 3U);
    EXPECT_EQ(count(section(), " Table (block)"), 1U) << section();
    EXPECT_EQ(count(section(), " TR\n"), 91U);
    EXPECT_EQ(count(section(), " TD\n"), 90U) << "empty cells are kept";
}

TEST_F(LongBlocks, RepeatedHeadsAreSeenAndNotRead) {
    EXPECT_GE(count(seen, "Kolomkop"), 3U);
    EXPECT_EQ(count(read, "\"Kolomkop"), 1U);
    EXPECT_GE(count(seen, "vervolg"), 2U);
    EXPECT_EQ(count(read, "vervolg"), 0U);
}

TEST_F(Editions, EveryEditionIsTheSameTwice) {
    const std::string all = has_press_profile() ? "screen,press,booklet,2up" : "screen,booklet,2up";
    ASSERT_EQ(build(all).exit_code, 0);
    const Ended again = build(all);
    EXPECT_EQ(again.out.find("written "), std::string::npos) << again.out;
}

}  // namespace
}  // namespace brochure::whole
