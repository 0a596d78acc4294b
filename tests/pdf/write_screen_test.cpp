#include "pdf/editions/write_screen.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "pdf/tools.hpp"
#include "pdf/whole_sample.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string whole_file() {
    const WholeSample sample;
    return written(sample);
}

TEST(WriteScreen, PassesTheChecksOfQpdf) {
    SKIP_WITHOUT("qpdf");
    const Output checked = run_on(whole_file(), "qpdf --check");
    EXPECT_EQ(checked.exit_code, 0) << checked.text;
}

TEST(WriteScreen, IsDrawnWithoutAWarningByGhostscript) {
    SKIP_WITHOUT("gs");
    const Output drawn =
        run_on(whole_file(), "gs -q -dSAFER -dNOPAUSE -dBATCH -dPDFSTOPONERROR -sDEVICE=nullpage");
    EXPECT_EQ(drawn.exit_code, 0);
    EXPECT_EQ(drawn.text, "");
}

TEST(WriteScreen, IsDrawnWithoutAWarningByMupdf) {
    SKIP_WITHOUT("mutool");
    const Output drawn = run_on(whole_file(), "mutool draw -q -F pgm -r 36 -o /dev/null");
    EXPECT_EQ(drawn.exit_code, 0);
    std::string complaints = drawn.text;
    static const std::string harmless = "warning: ICC support is not available";
    if (const std::size_t at = complaints.find(harmless); at != std::string::npos)
        complaints.erase(at, harmless.size());
    EXPECT_THAT(complaints, Not(HasSubstr("warning")));
}

TEST(WriteScreen, KeepsTheMachineRulesOfPdfUaAndPdfA) {
    if (!have_ua_check()) GTEST_SKIP() << "python3-pikepdf is not installed";
    const Output checked = ua_check(whole_file());
    EXPECT_EQ(checked.exit_code, 0) << checked.text;
}

TEST(WriteScreen, EveryFontIsAnEmbeddedSubsetWithUnicode) {
    SKIP_WITHOUT("pdffonts");
    const std::string fonts = run_on(whole_file(), "pdffonts").text;
    EXPECT_THAT(fonts, HasSubstr("+NotoSans-Regular "));
    std::istringstream last(fonts.substr(fonts.find("Identity-H")));
    std::string encoding, embedded, subset, unicode;
    last >> encoding >> embedded >> subset >> unicode;
    EXPECT_EQ(embedded + subset + unicode, "yesyesyes") << fonts;
}

TEST(WriteScreen, PageIsTheTrim) {
    SKIP_WITHOUT("pdfinfo");
    const std::string boxes = run_on(whole_file(), "pdfinfo -box").text;
    EXPECT_THAT(boxes, HasSubstr("Page size:       419.528 x 595.276 pts"));
    for (const char* box : {"MediaBox: ", "CropBox:  ", "BleedBox: ", "TrimBox:  "})
        EXPECT_THAT(boxes, HasSubstr(std::string(box) + "           0.00     0.00   419.53   595.28"));
}

TEST(WriteScreen, SameInputGivesTheSameBytes) { EXPECT_EQ(whole_file(), whole_file()); }

TEST(WriteScreen, ReadsNoClockZoneOrLocale) {
    const std::string before = whole_file();
    setenv("TZ", "Pacific/Auckland", 1);
    setenv("LC_ALL", "tr_TR.UTF-8", 1);
    setenv("SOURCE_DATE_EPOCH", "1", 1);
    tzset();
    const std::string after = whole_file();
    unsetenv("TZ");
    unsetenv("LC_ALL");
    unsetenv("SOURCE_DATE_EPOCH");
    tzset();
    EXPECT_EQ(before, after);
}

TEST(WriteScreen, FacesLoadedEarlierDoNotChangeTheBytes) {
    const std::string before = whole_file();
    struct Late : Sample {
        Late() {
            Sink ignored;
            fonts.first_face({"noto-serif"}, ignored);
            fonts.first_face({"noto-sans", 700}, ignored);
            add_everything(*this);
        }
    };
    const Late late;
    EXPECT_EQ(written(late), before);
}

// A file spoiled on purpose: what the checks find shows that they look.
class Spoiled : public testing::Test {
  protected:
    void SetUp() override {
        SKIP_WITHOUT("qpdf");
        if (!have_ua_check()) GTEST_SKIP() << "python3-pikepdf is not installed";
    }
    static std::string complaint(const std::string& from, const std::string& to) {
        std::string file = unpacked(whole_file());
        const std::size_t at = file.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        if (at != std::string::npos) file.replace(at, from.size(), to);
        return ua_check(run_on(file, "fix-qdf <").text).text;
    }
};

TEST_F(Spoiled, AltTakenAway) {
    EXPECT_THAT(complaint("/Alt (Een wervel", "/Alx (Een wervel"), HasSubstr("Figure without Alt"));
}

TEST_F(Spoiled, TitleNotShown) {
    EXPECT_THAT(complaint("/DisplayDocTitle true", "/DisplayDocTitle false"), HasSubstr("DisplayDocTitle"));
}

TEST_F(Spoiled, ContentOutsideTheTree) {
    EXPECT_THAT(complaint("/H1<</MCID 0>>BDC", "/H1<</MCIX 0>>BDC"), HasSubstr("outside tagged content"));
}

TEST_F(Spoiled, NoteWithoutId) { EXPECT_THAT(complaint("/ID (noot-1)", "/IX (noot-1)"), HasSubstr("Note")); }

TEST_F(Spoiled, LinkThatSaysNothing) {
    EXPECT_THAT(complaint("/Contents (Site", "/Contentx (Site"), HasSubstr("Contents"));
}

TEST_F(Spoiled, HeadingLevelSkipped) {
    EXPECT_THAT(complaint("/S /H2", "/S /H3"), HasSubstr("heading level"));
}

}  // namespace
}  // namespace brochure::pdf
