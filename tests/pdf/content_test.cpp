#include "pdf/content/content.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/tools.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr Length pt(double value) { return Length::points(value); }
const Colour black{{0, 0, 0}, {}};
const Colour petrol{{14, 74, 90}, std::array<std::uint8_t, 4>{80, 20, 10, 50}};

Content page() { return Content(Ink(Plates::rgb), {{}, {pt(400), pt(600)}}); }

TEST(Content, RectangleIsTurnedUpsideDown) {
    Content content = page();
    content.fill({{pt(10), pt(20)}, {pt(30), pt(40)}}, black);
    EXPECT_EQ(content.take(), "0 g\n10 540 30 40 re f\n");
}

TEST(Content, SheetWithBleedMovesThePage) {
    Content content(Ink(Plates::rgb), {{pt(-9), pt(-9)}, {pt(418), pt(618)}});
    content.fill({{pt(-9), pt(20)}, {pt(30), pt(40)}}, black);
    EXPECT_EQ(content.take(), "0 g\n0 549 30 40 re f\n");
}

TEST(Content, SaysColourFontAndSizeOnce) {
    Content content = page();
    const std::vector<ShownGlyph> glyphs{{1, 500, {}, {}}};
    for (int line = 0; line < 3; ++line)
        content.show({"F0", pt(12), 1, petrol}, {pt(40), pt(100 + 17 * line)}, glyphs);
    const std::string out = content.take();
    EXPECT_EQ(count(out, "rg"), 1U);
    EXPECT_EQ(count(out, "Tf"), 1U);
    EXPECT_EQ(count(out, "BT"), 1U);
    EXPECT_EQ(count(out, "0 -17 Td"), 2U);
}

TEST(Content, TextShownTwiceAtAPlaceBeginsThereTwice) {
    Content content = page();
    const std::vector<ShownGlyph> glyphs{{1, 500, {}, {}}};
    for (int time = 0; time < 2; ++time) content.show({"F0", pt(12), 1, black}, {pt(40), pt(100)}, glyphs);
    EXPECT_THAT(content.take(), HasSubstr("<0001>Tj\n0 0 Td\n<0001>Tj"));
}

TEST(Content, TextObjectsLieInsideMarkedContent) {
    Content content = page();
    content.begin_marked("P", Direct::dictionary({{"MCID", 0}}));
    content.show({"F0", pt(12), 1, black}, {}, std::vector<ShownGlyph>{{1, 500, {}, {}}});
    content.end_marked();
    EXPECT_EQ(content.take(), "/P<</MCID 0>>BDC\nBT\n0 g\n/F0 12 Tf\n0 600 Td\n<0001>Tj\nET\nEMC\n");
}

TEST(Content, PressWritesThePlates) {
    Content content(Ink(Plates::cmyk), {{}, {pt(400), pt(600)}});
    content.fill({{}, {pt(1), pt(1)}}, petrol);
    EXPECT_THAT(content.take(), HasSubstr(".8 .2 .1 .5 k"));
}

// Follows a TJ array as a viewer does and tells where the last glyph stands, in points from the line's start.
double last_glyph_at(const std::string& out, const std::vector<double>& widths, double size, double scale) {
    double pen = 0;
    double at = 0;
    std::size_t glyph = 0;
    for (std::size_t i = out.find('[') + 1; out[i] != ']';) {
        if (out[i] == '<') {
            const std::size_t end = out.find('>', i);
            for (std::size_t digits = i + 1; digits < end; digits += 4) {
                at = pen;
                pen += widths[glyph++];
            }
            i = end + 1;
        } else {
            std::size_t length = 0;
            pen -= std::stod(out.substr(i, 20), &length);
            i += length;
        }
    }
    return at * size * scale / 1000;
}

TEST(Content, RoundingsOfALineDoNotAddUp) {
    std::vector<ShownGlyph> glyphs;
    std::vector<double> widths;
    Length x;
    for (int i = 0; i < 300; ++i) {
        glyphs.push_back({static_cast<std::uint16_t>(1 + i % 7), 567, x, {}});
        widths.push_back(567);
        x += Length::points(6.8087);  // a little more than the font's own 6.804
    }
    Content content = page();
    content.show({"F0", pt(12), 1, black}, {}, glyphs);
    EXPECT_NEAR(last_glyph_at(content.take(), widths, 12, 1), glyphs.back().x.to_points(), 0.0061);
}

TEST(Content, AdvancesOfAScaledLineContainTheScale) {
    std::vector<ShownGlyph> glyphs;
    std::vector<double> widths(50, 567);
    Length x;
    for (int i = 0; i < 50; ++i) {
        glyphs.push_back({1, 567, x, {}});
        x += Length::points(0.567 * 12 * 0.98 + (i % 8 == 0 ? 1.3 : 0));
    }
    Content content = page();
    content.show({"F0", pt(12), 0.98, black}, {}, glyphs);
    const std::string out = content.take();
    EXPECT_THAT(out, HasSubstr("98 Tz"));
    EXPECT_NEAR(last_glyph_at(out, widths, 12, 0.98), glyphs.back().x.to_points(), 0.0061);
}

TEST(Content, RaisedGlyphIsSetAboveTheLineAndTheNextIsNot) {
    Content content = page();
    content.show({"F0", pt(12), 1, black}, {},
                 std::vector<ShownGlyph>{{1, 500, {}, {}}, {2, 500, pt(6), pt(3)}});
    EXPECT_THAT(content.take(), HasSubstr("<0001>Tj\n3 Ts\n<0002>Tj\n0 Ts"));
}

TEST(Content, PictureRestoresTheStateItChanges) {
    Content content = page();
    content.draw_image("X0", {{pt(10), pt(20)}, {pt(100), pt(50)}});
    EXPECT_EQ(content.take(), "q 100 0 0 50 10 530 cm/X0 Do Q\n");
}

picture::Drawing drawing(double x, double y, double width, double height) {
    picture::Drawing out;
    out.x = x;
    out.y = y;
    out.width = width;
    out.height = height;
    return out;
}

TEST(Content, DrawingIsFlippedIntoItsBox) {
    Content content = page();
    content.draw_form("X0", {{pt(10), pt(20)}, {pt(200), pt(100)}}, DrawingSpace(drawing(5, 0, 100, 50)));
    EXPECT_EQ(content.take(), "q .02 0 0 -.02 0 580 cm/X0 Do Q\n");
}

TEST(Content, DrawingCountsInWholeSteps) {
    EXPECT_EQ(DrawingSpace(drawing(0, 0, 116, 92)).steps, 100);
    EXPECT_EQ(DrawingSpace(drawing(0, 0, 1, 0.5)).steps, 10000);
    EXPECT_EQ(DrawingSpace(drawing(0, 0, 8000, 20)).steps, 1);
    EXPECT_EQ(DrawingSpace(drawing(0, 0, 0, 0)).steps, 1);
}

TEST(Content, DrawingSetsAnInkOnlyWhenItChanges) {
    picture::Drawing thrice = drawing(0, 0, 100, 50);
    for (int i = 0; i < 3; ++i) {
        picture::VectorPath path;
        path.steps = {{picture::PathStep::Kind::move, {1, 2}}, {picture::PathStep::Kind::line, {3.12345, 4}}};
        path.fill = petrol;
        thrice.paths.push_back(path);
    }
    const std::string out = drawing_operators(thrice, Ink(Plates::rgb));
    EXPECT_EQ(count(out, "rg"), 1U);
    EXPECT_EQ(count(out, "312 400 l"), 3U);
    EXPECT_EQ(count(out, "f\n"), 3U);
}

TEST(Content, PathsOfOneClipShareItAndOthersBeginAnew) {
    using Kind = picture::PathStep::Kind;
    picture::Drawing clipped = drawing(0, 0, 100, 50);
    clipped.clips.push_back({{{Kind::move, {0, 0}}, {Kind::line, {9, 0}}, {Kind::line, {9, 9}}}});
    clipped.clips.push_back({clipped.clips.front().steps, true});
    for (const std::vector<std::uint32_t>& clips :
         std::initializer_list<std::vector<std::uint32_t>>{{}, {0}, {0}, {0, 1}, {}}) {
        picture::VectorPath path;
        path.steps = {{Kind::move, {1, 2}}, {Kind::line, {3, 4}}};
        path.fill = petrol;
        path.clips = clips;
        clipped.paths.push_back(path);
    }
    const std::string out = drawing_operators(clipped, Ink(Plates::rgb));
    EXPECT_EQ(count(out, "q\n"), 2U);
    EXPECT_EQ(count(out, "Q\n"), 2U);
    EXPECT_EQ(count(out, "W n\n"), 2U);
    EXPECT_EQ(count(out, "W* n\n"), 1U);
    // A colour set within a clip ends with it.
    EXPECT_EQ(count(out, "rg"), 4U);
    EXPECT_TRUE(out.ends_with("f\n"));
}

// The operators of a line across a drawing `size` wide and high.
std::string drawn_line(double size, picture::Stroke stroke) {
    picture::Drawing one = drawing(0, 0, size, size);
    picture::VectorPath path;
    path.steps = {{picture::PathStep::Kind::move, {0, 0}}, {picture::PathStep::Kind::line, {size, size}}};
    path.stroke = std::move(stroke);
    one.paths.push_back(path);
    return drawing_operators(one, Ink(Plates::rgb));
}

TEST(Content, StrokesOfADrawingKeepTheirWidth) {
    picture::Stroke stroke;
    for (const auto& [size, width, written] :
         {std::tuple{6000.0, 0.4, "\n.4 w"}, {6000.0, 1.25, "\n1.25 w"}, {100.0, 0.333, "\n33.3 w"}}) {
        stroke.width = width;
        EXPECT_THAT(drawn_line(size, stroke), HasSubstr(written)) << size << ' ' << width;
    }
}

TEST(Content, TheThinnestStrokeIsNotTheThinnestOfTheDevice) {
    picture::Stroke stroke;
    stroke.width = 1e-6;
    EXPECT_THAT(drawn_line(6000, stroke), HasSubstr("\n.001 w"));
    Content content = page();
    content.stroke({pt(0), pt(0)}, {pt(9), pt(0)}, Length{}, petrol);
    EXPECT_EQ(content.take(), "");
}

TEST(Content, DashesKeepTheirLengthAndNoneAreZeroAlone) {
    picture::Stroke stroke;
    stroke.dashes = {0.4, 0.25};
    stroke.dash_phase = 0.1;
    EXPECT_THAT(drawn_line(6000, stroke), HasSubstr("[.4 .25] .1 d"));
    stroke.dashes = {0, 3};
    stroke.dash_phase = 0;
    EXPECT_THAT(drawn_line(6000, stroke), HasSubstr("[0 3] 0 d"));
    stroke.dashes = {1e-5, 1e-5};
    EXPECT_THAT(drawn_line(6000, stroke), HasSubstr("[] 0 d"));
}

TEST(Content, GreyscaleWritesEveryColourAsGrey) {
    Content content(Ink(Plates::grey), {{}, {pt(100), pt(100)}});
    content.fill({{pt(0), pt(0)}, {pt(9), pt(9)}}, petrol);
    content.stroke({pt(0), pt(0)}, {pt(9), pt(0)}, pt(1), petrol);
    const std::string out = content.take();
    EXPECT_EQ(count(out, " g\n"), 1U);
    EXPECT_EQ(count(out, " G\n"), 1U);
    EXPECT_EQ(count(out, "rg") + count(out, "RG"), 0U);
}

}  // namespace
}  // namespace brochure::pdf
