// Rules of print, on pages made by hand.
#include "preflight/print_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/made_pages.hpp"
#include "support/named_picture.hpp"
#include "support/small_brochure.hpp"

namespace brochure::preflight {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr double points_per_inch = 72;

class PrintRuleTest : public testing::Test {
  protected:
    design::Design design = test::shipped_layout("a5");
    font::Library fonts{{BROCHURE_SOURCE_ROOT "/fonts"}};
    page::PagedDocument pages;
    Sink sink;

    PrintRuleTest() {
        pages.trim = design.page.trim;
        pages.pages.push_back({"1", true, {}, {}});
    }

    page::TextId add_text(std::string text) { return pages.texts.push_back(std::move(text)); }

    // All of a text on one line of a paragraph.
    void print(page::TextId text, base::Length size, base::Point at) {
        style::StructureTree& tree = pages.structure;
        const style::NodeId node = tree.add_node(tree.root(), style::Role::p);
        tree[node].place = place_of_words;
        pages.pages.front().items.push_back(
            {test::one_line(fonts, text, pages.texts[text], size, at), tree.add_leaf(node)});
    }
    Place place_of_words;

    void add_picture(picture::Picture picture, base::Size size) {
        const page::PictureId id = pages.pictures.push_back(
            test::named(std::move(picture), "foto", {"content/proef/brochure.toml", 30, 1}));
        const base::Point at{base::Length::millimetres(20), base::Length::millimetres(20)};
        pages.pages.front().items.push_back({page::PlacedPicture{id, {at, size}}});
    }

    [[nodiscard]] std::vector<diag::Diagnostic> found(std::string_view code) {
        Sink own;
        check_print({pages, fonts, design}, own);
        return test::of_code(own, code);
    }
    [[nodiscard]] std::vector<std::string> told(std::string_view code) { return test::messages(found(code)); }
};

// Black words that begin 20 mm from the left, on a picture of 40 by 40 mm that begins there.
class WordsOnPicture : public PrintRuleTest {
  protected:
    static constexpr double half = 50;
    // A triangle in the lower left half of a drawing of 100 by 100.
    static picture::Drawing triangle(base::Colour colour) {
        using Kind = picture::PathStep::Kind;
        picture::Drawing drawing{.width = 2 * half, .height = 2 * half};
        picture::VectorPath path;
        path.steps = {{Kind::move, {0, 0}}, {Kind::line, {2 * half, 2 * half}}, {Kind::line, {0, 2 * half}}};
        path.fill = colour;
        drawing.paths.push_back(path);
        return drawing;
    }
    std::vector<std::string> told_of(picture::Picture picture, base::Point words,
                                     std::optional<base::Colour> ground = {}) {
        const base::Length side = base::Length::millimetres(40);
        add_picture(std::move(picture), {side, side});
        if (ground) pages.pages.front().items.push_back({page::FilledRect{{{}, design.page.trim}, *ground}});
        place_of_words = {"content/proef/nl.md", 3, 13};
        print(add_text("Wat u kunt merken"), base::Length::points(10), words);
        return told("words-on-picture");
    }
    static base::Point at(double x, double y) {
        return {base::Length::millimetres(x), base::Length::millimetres(y)};
    }
    static constexpr base::Colour dark{{30, 30, 30}}, light{{240, 240, 240}};
};

TEST_F(WordsOnPicture, OnAShapeOfTheirOwnDarknessAreToldAtTheirLine) {
    EXPECT_THAT(told_of(triangle(dark), at(22, 55)), ElementsAre(HasSubstr("“Wat u kunt merken” runs over")));
    EXPECT_EQ(found("words-on-picture").front().place, place_of_words);
}

TEST_F(WordsOnPicture, BesideTheShapeWithinThePicturesBoxAreNotTold) {
    EXPECT_THAT(told_of(triangle(dark), at(30, 24)), IsEmpty());
}

TEST_F(WordsOnPicture, OnALightShapeAreNotTold) {
    EXPECT_THAT(told_of(triangle(light), at(22, 55)), IsEmpty());
}

TEST_F(WordsOnPicture, OnAGroundOfTheLayoutThatCoversThePictureAreNotTold) {
    EXPECT_THAT(told_of(triangle(dark), at(22, 55), light), IsEmpty());
}

TEST_F(WordsOnPicture, OnDarkPixelsOfAPhotographAreTold) {
    picture::Raster raster;
    raster.width = raster.height = 1;
    raster.components = picture::Components::grey;
    raster.samples = "\x20";
    EXPECT_THAT(told_of(raster, at(22, 55)), SizeIs(1));
}

class CoarsePicture : public PrintRuleTest {
  protected:
    void add_raster(std::uint32_t pixels) {
        picture::Raster raster;
        raster.width = raster.height = pixels;
        raster.components = picture::Components::grey;
        raster.samples.assign(std::size_t{pixels} * pixels, '\x7F');
        const base::Length inch = base::Length::points(points_per_inch);
        add_picture(raster, {inch, inch});
    }
};

TEST_F(CoarsePicture, UnderThreeHundredPixelsAnInchIsToldAtTheImage) {
    add_raster(200);
    const auto list = found("picture-coarse");
    ASSERT_THAT(list, SizeIs(1));
    EXPECT_EQ(list[0].severity, diag::Severity::warning);
    EXPECT_EQ(list[0].place, (Place{"content/proef/brochure.toml", 30, 1}));
    EXPECT_EQ(list[0].message, "The picture 'foto' has 200 pixels an inch at its size in the layout a5.");
    EXPECT_THAT(list[0].remedy, HasSubstr("300 pixels across"));
}

TEST_F(CoarsePicture, UnderAHundredPixelsAnInchIsSaidToBeSeen) {
    add_raster(99);
    const auto list = found("picture-coarse");
    ASSERT_THAT(list, SizeIs(1));
    EXPECT_EQ(list[0].severity, diag::Severity::warning);
    EXPECT_THAT(list[0].message, HasSubstr("everyone sees them as squares"));
}

TEST_F(CoarsePicture, IsNoneOfThreeHundredPixelsAnInch) {
    add_raster(300);
    EXPECT_THAT(told("picture-coarse"), IsEmpty());
}

TEST_F(CoarsePicture, IsCalledByItsNameThoughAnotherHoldsTheSameBytes) {
    picture::Raster raster;
    raster.width = raster.height = 9;
    raster.components = picture::Components::grey;
    raster.samples.assign(81, '\x7F');
    pages.pictures.push_back(test::named(raster, "aap", {"content/proef/brochure.toml", 20, 1}));
    const base::Length inch = base::Length::points(points_per_inch);
    add_picture(raster, {inch, inch});
    const auto list = found("picture-coarse");
    ASSERT_THAT(list, SizeIs(1));
    EXPECT_THAT(list[0].message, HasSubstr("'foto'"));
    EXPECT_EQ(list[0].place.line, 30U);
}

TEST_F(CoarsePicture, IsJudgedAtItsLargestSize) {
    add_raster(300);
    page::PlacedPicture again = std::get<page::PlacedPicture>(pages.pages[0].items[0].content);
    again.box.size = {again.box.size.width * 2, again.box.size.height * 2};
    pages.pages[0].items.push_back({again});
    EXPECT_THAT(told("picture-coarse"),
                ElementsAre("The picture 'foto' has 150 pixels an inch at its size in the layout a5."));
}

class Hairline : public PrintRuleTest {
  protected:
    void add_rule(double points) {
        const base::Length y = base::Length::millimetres(50);
        pages.pages[0].items.push_back({page::StrokedLine{
            {{}, y}, {base::Length::millimetres(50), y}, base::Length::points(points), {}}});
    }
    void add_drawing(double stroke, double placed_points) {
        picture::Drawing drawing;
        drawing.width = drawing.height = 100;
        picture::VectorPath path;
        path.stroke = picture::Stroke{{}, stroke};
        drawing.paths.push_back(path);
        const base::Length side = base::Length::points(placed_points);
        add_picture(drawing, {side, side});
    }
};

TEST_F(Hairline, OfTheLayoutIsTold) {
    add_rule(0.2);
    EXPECT_THAT(told("line-thin"), ElementsAre("The layout has a line of 0.20 pt."));
}

TEST_F(Hairline, OfAQuarterPointIsFine) {
    add_rule(0.25);
    EXPECT_THAT(told("line-thin"), IsEmpty());
}

TEST_F(Hairline, OfAGroundThatIsThinIsTold) {
    pages.pages[0].items.push_back(
        {page::FilledRect{{{}, {base::Length::millimetres(50), base::Length::points(0.1)}}, {}}});
    EXPECT_THAT(told("line-thin"), ElementsAre("The layout has a line of 0.10 pt."));
}

TEST_F(Hairline, OfADrawingIsMeasuredAtItsPlacedSize) {
    add_drawing(1, 20);
    EXPECT_THAT(told("line-thin"),
                ElementsAre("The drawing 'foto' has a line of 0.20 pt at its size in the layout a5."));
}

TEST_F(Hairline, OfADrawingThatIsPlacedLargeIsFine) {
    add_drawing(1, 50);
    EXPECT_THAT(told("line-thin"), IsEmpty());
}

class NearTrim : public PrintRuleTest {};

TEST_F(NearTrim, TextIsToldWithItsPageAndDistance) {
    print(add_text("op de rand"), base::Length::points(12),
          {base::Length::millimetres(3), base::Length::millimetres(50)});
    const auto messages = told("text-near-trim");
    ASSERT_THAT(messages, SizeIs(1));
    EXPECT_THAT(messages[0], HasSubstr("“op de rand” on page 1 stands 3."));
}

TEST_F(NearTrim, OnlyTheNearestIsTold) {
    for (const double at : {4.0, 3.0, 2.0}) {
        print(add_text("op de rand"), base::Length::points(12),
              {base::Length::millimetres(at), base::Length::millimetres(50)});
    }
    EXPECT_THAT(told("text-near-trim"), ElementsAre(HasSubstr("stands 2.")));
}

TEST_F(NearTrim, TextAtTheLastLineIsJudgedByItsInk) {
    const base::Length foot = design.page.trim.height - base::Length::millimetres(5.1);
    print(add_text("xxx"), base::Length::points(12), {base::Length::millimetres(50), foot});
    EXPECT_THAT(told("text-near-trim"), IsEmpty());
    print(add_text("ppp"), base::Length::points(12), {base::Length::millimetres(50), foot});
    EXPECT_THAT(told("text-near-trim"), SizeIs(1));
}

TEST_F(NearTrim, GroundsAndPicturesAreNotText) {
    pages.pages[0].items.push_back({page::FilledRect{{{}, pages.trim}, {}}});
    EXPECT_THAT(told("text-near-trim"), IsEmpty());
}

TEST_F(NearTrim, IsToldAtTheAuthorsLineWhereTheMarginsAreWideEnough) {
    place_of_words = {"content/proef/nl.md", 12, 1};
    print(add_text("op de rand"), base::Length::points(12),
          {base::Length::millimetres(3), base::Length::millimetres(50)});
    ASSERT_THAT(found("text-near-trim"), SizeIs(1));
    EXPECT_EQ(found("text-near-trim")[0].place, place_of_words);
    design.page.outer = base::Length::millimetres(4);
    EXPECT_EQ(found("text-near-trim")[0].place, design.place);
}

}  // namespace
}  // namespace brochure::preflight
