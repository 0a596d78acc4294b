#include "pdf/font/fonts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "font/fonts_folder.hpp"
#include "pdf/editions/write_screen.hpp"
#include "pdf/sample.hpp"
#include "pdf/tools.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;

// All kinds of outlines: glyf, CFF by glyph names, CFF by character identifiers; ruler.* has the glyphs of
// "Hxfi", a ligature, a hyphen and an acute.
class Outlines : public testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        SKIP_WITHOUT("pdftotext");
        folder.write_ruler(font::bytes_of(font::own_faces / GetParam()));
    }
    std::string file(std::string_view paragraph) const {
        Sample sample(folder.fonts(), "ruler");
        sample.paragraph(paragraph);
        return written(sample);
    }
    font::FontsFolder folder;
};
INSTANTIATE_TEST_SUITE_P(Ruler, Outlines, testing::Values("ruler.ttf", "ruler.otf", "ruler-cid.otf"));

TEST_P(Outlines, AreEmbeddedAsTheirKind) {
    const bool cff = std::string_view(GetParam()).ends_with(".otf");
    EXPECT_THAT(run_on(file("Hx fi"), "pdffonts").text, HasSubstr(cff ? "CID Type 0C" : "CID TrueType"));
}

TEST_P(Outlines, AreDrawnWithoutAComplaint) {
    const std::string bytes = file("Hx fix xi");
    EXPECT_EQ(run_on(bytes, "qpdf --check").exit_code, 0);
    EXPECT_EQ(run_on(bytes, "gs -q -dSAFER -dNOPAUSE -dBATCH -dPDFSTOPONERROR -sDEVICE=nullpage").text, "");
    EXPECT_EQ(run_on(bytes, "pdftocairo -svg", "/dev/null").text, "");
}

TEST_P(Outlines, KeepTheRulesOfPdfUaAndPdfA) {
    if (!have_ua_check()) GTEST_SKIP() << "python3-pikepdf is not installed";
    const Output checked = ua_check(file("Hx fix xi"));
    EXPECT_EQ(checked.exit_code, 0) << checked.text;
}

TEST_P(Outlines, AreReadAsTheirText) { EXPECT_THAT(text_of(file("Hx fix xi")), HasSubstr("Hx fix xi")); }

TEST_P(Outlines, TellAnAddedHyphenFromOneOfTheText) {
    EXPECT_THAT(text_of(file("H Hx=fix x\u2010i H")), HasSubstr("H Hxfix\nx\u2010i H"));
    EXPECT_THAT(text_of(file("H x\u2010i Hx=fix H")), HasSubstr("H x\u2010i Hxfix\nH"));
}

// Ink bounds of a page by Ghostscript, in whole points from its lower left corner.
std::string ink_of(const std::string& bytes) {
    const std::string box = run_on(bytes, "gs -q -dSAFER -dNOPAUSE -dBATCH -sDEVICE=bbox", "2>&1").text;
    return box.substr(0, box.find('\n'));
}

// A wrong map from codes to glyphs would draw other rectangles, or none.
TEST_P(Outlines, DrawTheGlyphsOfTheText) {
    SKIP_WITHOUT("gs");
    EXPECT_THAT(ink_of(file("H")), HasSubstr("%%BoundingBox"));
    const auto bounds_of = [&](const char* name) {
        folder.write_ruler(font::bytes_of(font::own_faces / name));
        return ink_of(file("Hix"));
    };
    EXPECT_EQ(bounds_of(GetParam()), bounds_of("ruler.ttf"));
    EXPECT_NE(ink_of(file("Hix")), ink_of(file("HiH")));
}

TEST(Subsets, SameGlyphsSameTagOtherGlyphsAnother) {
    SKIP_WITHOUT("pdffonts");
    const auto tag = [](const char* words) {
        Sample sample;
        sample.say(words);
        const std::string fonts = run_on(written(sample), "pdffonts").text;
        return fonts.substr(fonts.find('+') - 6, 6);
    };
    EXPECT_EQ(tag("bot"), tag("bot"));
    EXPECT_NE(tag("bot"), tag("rug"));
}

}  // namespace
}  // namespace brochure::pdf
