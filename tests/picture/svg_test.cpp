#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cmath>

#include "picture/drawings.hpp"

namespace brochure::picture::testing {
namespace {

using ::testing::DoubleEq;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Svg, ViewBoxIsTheDrawingsSize) {
    const auto drawing =
        read_as<Drawing>("<svg viewBox='-5 1.5,200 50' width='10mm'><rect width='1' height='9'/></svg>");
    EXPECT_EQ(drawing.x, -5);
    EXPECT_EQ(drawing.y, 1.5);
    EXPECT_EQ(drawing.width, 200);
    EXPECT_EQ(drawing.height, 50);
    EXPECT_EQ(aspect_ratio(drawing), 4);
}

TEST(Svg, WidthAndHeightStandInForAViewBox) {
    const auto drawing =
        read_as<Drawing>("<svg width='25.4mm' height='48px'><rect width='1' height='1'/></svg>");
    EXPECT_THAT(drawing.width, DoubleEq(96));
    EXPECT_EQ(drawing.height, 48);
}

TEST(SvgShape, Rect) {
    EXPECT_EQ(data_of("<rect x='1' y='2' width='10' height='20'/>"), "M 1 2 L 11 2 L 11 22 L 1 22 Z");
}

TEST(SvgShape, RectWithRoundCorners) {
    EXPECT_EQ(
        data_of("<rect width='20' height='10' rx='2' ry='3'/>"),
        "M 2 0 L 18 0 C 19.1 0 20 1.34 20 3 L 20 7 C 20 8.66 19.1 10 18 10 L 2 10 C 0.9 10 0 8.66 0 7 L 0 3 "
        "C 0 1.34 0.9 0 2 0 Z");
}

TEST(SvgShape, OneRadiusOfARectStandsForBoth) {
    EXPECT_EQ(data_of("<rect width='20' height='10' ry='2'/>"),
              data_of("<rect width='20' height='10' rx='2' ry='2'/>"));
}

TEST(SvgShape, RadiusOfARectIsAtMostHalfItsSide) {
    EXPECT_EQ(data_of("<rect width='20' height='10' rx='50' ry='5'/>"),
              data_of("<rect width='20' height='10' rx='10' ry='5'/>"));
}

TEST(SvgShape, CircleIsFourCurves) {
    EXPECT_EQ(data_of("<circle cx='10' cy='20' r='5'/>"),
              "M 15 20 C 15 22.76 12.76 25 10 25 C 7.24 25 5 22.76 5 20 C 5 17.24 7.24 15 10 15 C 12.76 15 "
              "15 17.24 15 "
              "20 Z");
}

TEST(SvgShape, Ellipse) {
    EXPECT_EQ(data_of("<ellipse rx='10' ry='5'/>"),
              "M 10 0 C 10 2.76 5.52 5 0 5 C -5.52 5 -10 2.76 -10 0 C -10 -2.76 -5.52 -5 0 -5 C 5.52 -5 10 "
              "-2.76 10 0 Z");
}

TEST(SvgShape, OneRadiusOfAnEllipseStandsForBoth) {
    const std::string circle = data_of("<circle cx='5' cy='6' r='3'/>");
    for (const char* ellipse :
         {"<ellipse cx='5' cy='6' rx='3'/>", "<ellipse cx='5' cy='6' ry='3'/>",
          "<ellipse cx='5' cy='6' rx='auto' ry='3'/>", "<ellipse cx='5' cy='6' rx='3' ry=' auto '/>"})
        EXPECT_EQ(data_of(ellipse), circle) << ellipse;
    EXPECT_EQ(data_of("<rect width='20' height='10' rx='auto' ry='2'/>"),
              data_of("<rect width='20' height='10' ry='2'/>"));
}

TEST(SvgShape, LineHasAStrokeAndNoFill) {
    const auto drawing = drawing_of("<line x1='1' y1='2' x2='3' y2='4' stroke='red'/>");
    ASSERT_THAT(drawing.paths, SizeIs(1));
    EXPECT_EQ(as_data(drawing.paths[0]), "M 1 2 L 3 4");
    EXPECT_FALSE(drawing.paths[0].fill.has_value());
}

TEST(SvgShape, PolylineAndPolygon) {
    EXPECT_EQ(data_of("<polyline points=' 0,0 10 , 5\n"
                      "3-4 '/>"),
              "M 0 0 L 10 5 L 3 -4");
    EXPECT_EQ(data_of("<polygon points='0 0 10 5 3 4'/>"), "M 0 0 L 10 5 L 3 4 Z");
}

TEST(SvgShape, LengthsHaveUnits) {
    EXPECT_EQ(data_of("<rect width='1in' height='72pt' x='2.54cm' y='6pc'/>"),
              "M 96 96 L 192 96 L 192 192 L 96 192 Z");
}

TEST(SvgShape, ShapeWithoutExtentIsNotDrawn) {
    const auto drawing = drawing_of(
        "<rect width='0' height='5'/><circle r='0'/><path d=''/><ellipse rx='3' ry='0'/><rect width='1' "
        "height='1'/>");
    EXPECT_THAT(drawing.paths, SizeIs(1));
}

TEST(SvgPath, AbsoluteAndRelativeLines) {
    EXPECT_EQ(data_of("<path d='M1 2L3,4H10V20Zm5 5l1-1h2v.5.5z'/>"),
              "M 1 2 L 3 4 L 10 4 L 10 20 Z M 6 7 L 7 6 L 9 6 L 9 6.5 L 9 7 Z");
}

TEST(SvgPath, PairsAfterAMoveAreLines) {
    EXPECT_EQ(data_of("<path d='m1 1 2 0 0 2'/>"), "M 1 1 L 3 1 L 3 3");
}

TEST(SvgPath, SmoothCurvesMirrorTheLastControl) {
    EXPECT_EQ(data_of("<path d='M0 0C0 5 5 10 10 10S20 5 20 0s1 1 2 2'/>"),
              "M 0 0 C 0 5 5 10 10 10 C 15 10 20 5 20 0 C 20 -5 21 1 22 2");
}

TEST(SvgPath, QuadraticCurvesBecomeCubic) {
    EXPECT_EQ(data_of("<path d='M0 0Q3 6 6 0t6 0'/>"), "M 0 0 C 2 4 4 4 6 0 C 8 -4 10 -4 12 0");
}

TEST(SvgPath, ArcsBecomeCubic) {
    EXPECT_EQ(data_of("<path d='M10 0A10 10 0 0 1 0 10'/>"), "M 10 0 C 10 5.52 5.52 10 0 10");
    EXPECT_EQ(data_of("<path d='M10 0a10 10 0 00-10 10'/>"), "M 10 0 C 4.48 0 0 4.48 0 10");
}

TEST(SvgPath, SmoothCurveAfterAnArcBeginsAtItsEnd) {
    EXPECT_EQ(data_of("<path d='M0 0C0 1 2 3 10 0A10 10 0 0 1 0 10S1 1 2 2'/>"),
              "M 0 0 C 0 1 2 3 10 0 C 10 5.52 5.52 10 0 10 C 0 10 1 1 2 2");
}

TEST(SvgPath, ArcBetweenTooDistantEndsGrows) {
    EXPECT_EQ(data_of("<path d='M0 0A1 1 0 0 1 20 0'/>"),
              "M 0 0 C 0 -5.52 4.48 -10 10 -10 C 15.52 -10 20 -5.52 20 0");
}

TEST(SvgPath, ArcWithoutRadiusIsALineAndWithoutChordIsNothing) {
    EXPECT_EQ(data_of("<path d='M0 0A0 5 0 0 1 20 0A5 5 0 1 1 20 0a5 5 0 1 1 0 0'/>"), "M 0 0 L 20 0");
}

TEST(SvgTransform, MovesScalesAndTurnsPoints) {
    const std::string shape = "<path d='M1 2L3 4' transform='{}'/>";
    const auto with = [&](std::string_view transform) {
        return data_of(fmt::format(fmt::runtime(shape), transform));
    };
    EXPECT_EQ(with("translate(10)"), "M 11 2 L 13 4");
    EXPECT_EQ(with("translate(10 , -1)"), "M 11 1 L 13 3");
    EXPECT_EQ(with("scale(2)"), "M 2 4 L 6 8");
    EXPECT_EQ(with("scale(2,-1)"), "M 2 -2 L 6 -4");
    EXPECT_EQ(with("rotate(90)"), "M -2 1 L -4 3");
    EXPECT_EQ(with("rotate(180 1 2)"), "M 1 2 L -1 0");
    EXPECT_EQ(with("skewX(45)"), "M 3 2 L 7 4");
    EXPECT_EQ(with("skewY(45)"), "M 1 3 L 3 7");
    EXPECT_EQ(with("matrix(1 2 3 4 5 6)"), "M 12 16 L 20 28");
    EXPECT_EQ(with("translate(10) scale(2),rotate(90)"), "M 6 2 L 2 6");
}

TEST(SvgTransform, GroupsNest) {
    EXPECT_EQ(data_of("<g transform='translate(10)'><g transform='scale(2)'><path d='M1 1L2 2'/></g></g>"),
              "M 12 2 L 14 4");
}

TEST(SvgTransform, StrokeAndDashesScaleWithTheShape) {
    const auto drawing = drawing_of(
        "<path d='M0 0L9 9' stroke='red' stroke-width='2' stroke-dasharray='3 1' "
        "stroke-dashoffset='1' transform='scale(-3 3) rotate(30)'/>");
    ASSERT_THAT(drawing.paths, SizeIs(1));
    EXPECT_THAT(drawing.paths[0].stroke->width, DoubleNear(6, 1e-9));
    EXPECT_THAT(drawing.paths[0].stroke->dashes, ElementsAre(DoubleNear(9, 1e-9), DoubleNear(3, 1e-9)));
    EXPECT_THAT(drawing.paths[0].stroke->dash_phase, DoubleNear(3, 1e-9));
}

TEST(SvgTransform, FillMayBeSlantedWhereAStrokeMayNot) {
    EXPECT_EQ(data_of("<rect width='1' height='1' transform='skewX(45)'/>"), "M 0 0 L 1 0 L 2 1 L 1 1 Z");
}

TEST(SvgTransform, ShapeScaledToNothingIsNotDrawn) {
    const auto drawing =
        drawing_of("<g transform='scale(0)'><rect width='9' height='9'/></g><rect width='1' height='1'/>");
    EXPECT_THAT(drawing.paths, SizeIs(1));
}

VectorPath styled(std::string_view attributes) {
    const Drawing drawing = drawing_of(fmt::format("<rect width='1' height='1' {}/>", attributes));
    return drawing.paths.empty() ? VectorPath{} : drawing.paths.front();
}

TEST(SvgStyle, ShapeIsBlackWithoutStrokeUnlessSaidOtherwise) {
    const VectorPath path = styled("");
    EXPECT_EQ(path.fill, base::Colour{});
    EXPECT_FALSE(path.even_odd);
    EXPECT_FALSE(path.stroke.has_value());
}

TEST(SvgStyle, ColoursInEveryNotation) {
    for (const std::string_view fill :
         {"#ff6347", "#FF6347", "rgb(255,99,71)", " rgb( 255 , 99 , 71 ) ", "tomato", "Tomato"}) {
        EXPECT_EQ(styled(fmt::format("fill='{}'", fill)).fill->hex(), "#ff6347") << fill;
    }
    EXPECT_EQ(styled("fill='#0f8'").fill->hex(), "#00ff88");
    EXPECT_EQ(styled("fill='rgb(100%,0%,20%)'").fill->hex(), "#ff0033");
}

TEST(SvgStyle, EveryStrokeAttribute) {
    const auto stroke =
        styled(
            "stroke='#123456' stroke-width='3px' stroke-linecap='round' stroke-linejoin='bevel' "
            "stroke-miterlimit='7' stroke-dasharray='1,2 3' stroke-dashoffset='2'")
            .stroke;
    ASSERT_TRUE(stroke.has_value());
    EXPECT_EQ(stroke->colour.hex(), "#123456");
    EXPECT_EQ(stroke->width, 3);
    EXPECT_EQ(stroke->cap, 1);
    EXPECT_EQ(stroke->join, 2);
    EXPECT_EQ(stroke->mitre_limit, 7);
    EXPECT_THAT(stroke->dashes, ElementsAre(1, 2, 3));
    EXPECT_EQ(stroke->dash_phase, 2);
}

TEST(SvgStyle, NegativeDashPhaseIsBroughtIntoThePeriod) {
    EXPECT_EQ(styled("stroke='red' stroke-dasharray='3 1' stroke-dashoffset='-1'").stroke->dash_phase, 3);
    EXPECT_EQ(styled("stroke='red' stroke-dasharray='3' stroke-dashoffset='-1'").stroke->dash_phase, 5);
}

TEST(SvgStyle, DashesOfNoLengthAreASolidLine) {
    EXPECT_THAT(styled("stroke='red' stroke-dasharray='0 0'").stroke->dashes, IsEmpty());
}

TEST(SvgStyle, CssGoesBeforeAttributes) {
    const VectorPath path = styled("fill='red' style='fill:#0000ff; fill-rule : evenodd;;stroke:none'");
    EXPECT_EQ(path.fill->hex(), "#0000ff");
    EXPECT_TRUE(path.even_odd);
}

TEST(SvgStyle, GroupHandsItsStyleDown) {
    const auto drawing = drawing_of(
        "<g fill='none' stroke='red' stroke-width='4'><rect width='1' height='1' stroke-width='2' "
        "fill='inherit'/></g>");
    ASSERT_THAT(drawing.paths, SizeIs(1));
    EXPECT_FALSE(drawing.paths[0].fill.has_value());
    EXPECT_EQ(drawing.paths[0].stroke->colour.hex(), "#ff0000");
    EXPECT_EQ(drawing.paths[0].stroke->width, 2);
}

TEST(SvgStyle, WhatPaintsNothingIsLeftOut) {
    const auto drawing = drawing_of(
        "<rect width='1' height='1' fill='none'/><rect width='1' height='1' fill='none' stroke='red' "
        "stroke-width='0'/>\n"
        "<g display='none'><rect width='1' height='1'/></g><g style='display:inline'><rect width='2' "
        "height='2'/></g>");
    EXPECT_THAT(drawing.paths, SizeIs(1));
}

TEST(SvgStyle, OpacityOfWhatIsNotPaintedIsLetPass) {
    EXPECT_FALSE(styled("style='fill:none;fill-opacity:.3;stroke:red'").fill.has_value());
    EXPECT_FALSE(styled("stroke-opacity='.3'").stroke.has_value());
}

TEST(SvgStyle, FullOpacityMayBeWrittenInAnyWay) {
    for (const char* full : {"1", "1.0", "1.00", "+1", "1e0", "100%", "100.0%", "2"})
        EXPECT_TRUE(styled(fmt::format("opacity='{0}' fill-opacity='{0}'", full)).fill.has_value()) << full;
}

TEST(SvgStyle, NoOpacityIsNoPaint) {
    EXPECT_THAT(drawing_of("<rect width='1' height='1'/><rect width='1' height='1' fill-opacity='0'/>"
                           "<g opacity='0.0'><rect width='1' height='1'/></g>"
                           "<rect width='1' height='1' fill='transparent'/>")
                    .paths,
                SizeIs(1));
    const VectorPath outlined = styled("stroke='red' fill-opacity='0%'");
    EXPECT_FALSE(outlined.fill.has_value());
    EXPECT_TRUE(outlined.stroke.has_value());
    EXPECT_FALSE(styled("stroke='red' stroke-opacity='.00'").stroke.has_value());
}

TEST(SvgStyle, AShapeMayTakeBackTheOpacityOfItsGroup) {
    EXPECT_THAT(drawing_of("<g fill-opacity='0'><rect width='1' height='1' fill-opacity='1'/></g>").paths,
                SizeIs(1));
}

TEST(SvgStyle, PropertiesWithoutEffectAreLetPass) {
    EXPECT_EQ(
        styled("opacity='1' fill-opacity='1.0' clip-path='none' filter='none' mix-blend-mode='normal' id='a' "
               "class='b' data-name='c' aria-hidden='true' shape-rendering='auto' "
               "style='stroke-opacity:1;marker:none;enable-background:accumulate;-inkscape-stroke:none'")
            .fill,
        base::Colour{});
}

TEST(SvgEditors, DefinitionsThatNothingRefersToAreNotLookedAt) {
    EXPECT_THAT(drawing_of("<defs><linearGradient id='g'><stop offset='0'/></linearGradient>"
                           "<path d='M0 0L1 1' opacity='.5'/></defs><rect width='1' height='1'/>")
                    .paths,
                SizeIs(1));
}

TEST(SvgEditors, NotesOfInkscapeAreIgnored) {
    const auto drawing = read_as<Drawing>(
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n"
        "<!-- made by hand & checked -->\n"
        "<svg:svg xmlns:svg='http://www.w3.org/2000/svg' "
        "xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape'\n"
        "xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' viewBox='0 0 10 10' "
        "version='1.1'\n"
        "inkscape:version='1.2' xml:space='preserve'>\n"
        "<sodipodi:namedview pagecolor='#fff'><inkscape:grid/></sodipodi:namedview>\n"
        "<svg:title>Bone &amp; marrow</svg:title><svg:desc/><svg:metadata><rdf xmlns='x'/></svg:metadata>\n"
        "<svg:defs id='d'><inkscape:perspective/></svg:defs>\n"
        "<svg:g inkscape:label='Layer 1'><svg:rect width='5' height='5' "
        "sodipodi:type='x'><svg:title>t</svg:title></svg:rect></svg:g>\n"
        "</svg:svg>");
    EXPECT_THAT(drawing.paths, SizeIs(1));
}

TEST(SvgLabel, CarriesWordsPlaceAndKey) {
    const auto drawing = read_as<Drawing>(
        "<svg viewBox='0 0 9 9'>\n"
        "<text data-label=' spine ' x='3' y='4.5' font-size='4px' text-anchor='middle' font-weight='bold' "
        "fill='#0e4a5a'>"
        "\n  de  ruggengraat &amp; <![CDATA[<meer>]]>\n</text></svg>");
    ASSERT_THAT(drawing.labels, SizeIs(1));
    const DrawingLabel& label = drawing.labels[0];
    EXPECT_EQ(label.key, "spine");
    EXPECT_EQ(label.words, "de ruggengraat & <meer>");
    EXPECT_EQ(label.x, 3);
    EXPECT_EQ(label.y, 4.5);
    EXPECT_EQ(label.size, 4);
    EXPECT_EQ(label.anchor, 1);
    EXPECT_TRUE(label.bold);
    EXPECT_EQ(label.colour.hex(), "#0e4a5a");
    EXPECT_EQ(label.line, 2U);
}

TEST(SvgLabel, MovesAndGrowsWithItsGroup) {
    const auto drawing = drawing_of(
        "<g transform='translate(10 20) scale(2)' font-size='3'><text data-label='a' x='1' "
        "y='1'>a</text></g>");
    ASSERT_THAT(drawing.labels, SizeIs(1));
    EXPECT_EQ(drawing.labels[0].x, 12);
    EXPECT_EQ(drawing.labels[0].y, 22);
    EXPECT_THAT(drawing.labels[0].size, DoubleEq(6));
}

// What a reader would miss: told with the root's place.
std::string told_of_nothing(std::string_view content) {
    Sink sink;
    const auto picture = read_picture(
        fmt::format("<svg xmlns='http://www.w3.org/2000/svg' viewBox='10 10 80 80'>{}</svg>", content),
        "p.svg", sink);
    if (picture) return "";
    EXPECT_THAT(places(sink), ElementsAre("1:2 svg-empty"));
    return sink.sorted().front().message;
}

TEST(SvgNothing, ShapesOutsideTheViewBoxAreTold) {
    for (const char* outside : {"<rect width='9' height='9'/>", "<circle cx='300' cy='300' r='20'/>",
                                "<path d='M0 95L100 95' stroke='red' stroke-width='9'/>",
                                "<g transform='translate(200 0)'><rect x='20' "
                                "y='20' width='9' height='9'/></g>",
                                "<path d='M0 0C0 5 9 5 9 0' fill='none' stroke='red'/>"})
        EXPECT_EQ(told_of_nothing(outside), "All that the drawing shows lies outside its viewBox.")
            << outside;
}

TEST(SvgNothing, WhatReachesIntoTheViewBoxIsSeen) {
    for (const char* inside :
         {"<rect width='11' height='11'/>", "<path d='M0 8L100 8' stroke='red' stroke-width='5'/>",
          "<rect x='0' y='0' width='500' height='500'/>", "<path d='M0 0C60 0 60 60 0 60'/>",
          "<rect width='9' height='9'/><rect x='50' y='50' width='1' height='1'/>"})
        EXPECT_EQ(told_of_nothing(inside), "") << inside;
}

TEST(SvgNothing, PathsWithoutAreaOrLineAreTold) {
    for (const char* nothing :
         {"<path d='M20 20L40 40'/>", "<path d='M20 20L40 40L20 20Z'/>", "<path d='M20 20Z' stroke='red'/>",
          "<polyline points='20 20' stroke='red'/>"})
        EXPECT_EQ(told_of_nothing(nothing), "The drawing shows nothing.") << nothing;
    EXPECT_EQ(told_of_nothing("<path d='M20 20L20 20' stroke='red' stroke-linecap='round'/>"), "");
}

}  // namespace
}  // namespace brochure::picture::testing
