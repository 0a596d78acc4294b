// Drawings as drawing programs export them: style sheets, copies, drawings within drawings, boxes to clip
// with.
#include <gmock/gmock.h>

#include "picture/drawings.hpp"

namespace brochure::picture::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<std::string> fills_of(std::string_view content) {
    std::vector<std::string> fills;
    for (const VectorPath& path : drawing_of(content).paths)
        fills.push_back(path.fill ? path.fill->hex() : "none");
    return fills;
}

std::vector<std::string> paths_of(std::string_view content) {
    std::vector<std::string> paths;
    for (const VectorPath& path : drawing_of(content).paths) paths.push_back(as_data(path));
    return paths;
}

const std::string box = "<rect width='1' height='1'/>";

TEST(SvgSheet, NamesClassesAndIdsAreMatched) {
    EXPECT_THAT(fills_of("<style>rect{fill:#010101} .a{fill:#020202} #b{fill:#030303}</style>"
                         "<rect width='1' height='1'/><rect class='x a' width='1' height='1'/>"
                         "<rect class='a' id='b' width='1' height='1'/>"),
                ElementsAre("#010101", "#020202", "#030303"));
}

TEST(SvgSheet, AllPartsOfASelectorMustFit) {
    EXPECT_THAT(fills_of("<style>rect.a.b{fill:#010101}</style><rect class='a' width='1' height='1'/>"
                         "<rect class='b a' width='1' height='1'/>"),
                ElementsAre("#000000", "#010101"));
}

TEST(SvgSheet, OfEqualRulesTheLastCounts) {
    EXPECT_THAT(
        fills_of("<style>.a{fill:#010101}.b{fill:#020202}</style><rect class='b a' width='1' height='1'/>"),
        ElementsAre("#020202"));
}

TEST(SvgSheet, GoesBeforeAttributesAndBehindAnElementsOwnStyle) {
    EXPECT_THAT(fills_of("<style>*{fill:#010101}</style><rect fill='#020202' width='1' height='1'/>"
                         "<rect style='fill:#020202' width='1' height='1'/>"),
                ElementsAre("#010101", "#020202"));
}

TEST(SvgSheet, ListsCommentsAndCharacterDataAreRead) {
    EXPECT_THAT(fills_of("<defs><style type='text/css'><![CDATA[ /* a: {} */\n.a , .b { fill : #010101 ; }\n"
                         "@font-face{font-family:x}]]></style></defs><rect class='b' width='1' height='1'/>"),
                ElementsAre("#010101"));
}

TEST(SvgSheet, WhatAPointerWouldDoIsNotSeenOnPaper) {
    EXPECT_THAT(fills_of("<style>rect:hover{fill:red}</style>" + box), ElementsAre("#000000"));
}

TEST(SvgCurrentColour, IsTheColourAroundTheShapeAndBlackWithoutOne) {
    EXPECT_THAT(fills_of("<g fill='currentColor'>" + box + "<g color='#010203'>" + box + "</g></g>"),
                ElementsAre("#000000", "#010203"));
}

TEST(SvgUse, DrawsWhatItNamesWhereItSays) {
    EXPECT_THAT(paths_of("<defs><rect id='a' width='1' height='1'/></defs>"
                         "<use href='#a' x='2' y='3'/><use xlink:href='#a' transform='scale(2)'/>"),
                ElementsAre("M 2 3 L 3 3 L 3 4 L 2 4 Z", "M 0 0 L 2 0 L 2 2 L 0 2 Z"));
}

TEST(SvgUse, HandsItsStyleToTheCopy) {
    EXPECT_THAT(fills_of("<defs><rect id='a' width='1' height='1'/></defs><use href='#a' fill='#010203'/>"),
                ElementsAre("#010203"));
}

TEST(SvgUse, FitsASymbolIntoItsBox) {
    EXPECT_THAT(
        paths_of("<symbol id='a' viewBox='10 10 2 4'><rect x='10' y='10' width='2' height='4'/></symbol>"
                 "<use href='#a' x='1' y='1' width='8' height='8'/>"),
        ElementsAre("M 3 1 L 7 1 L 7 9 L 3 9 Z"));
}

TEST(SvgUse, ASymbolAloneIsNotDrawn) {
    EXPECT_THAT(paths_of("<symbol id='a'><circle r='9'/></symbol>" + box), SizeIs(1));
}

TEST(SvgUse, CountlessCopiesAreRefused) {
    std::string drawing = "<svg viewBox='0 0 9 9'><defs><g id='a0'><g/></g>";
    for (int i = 1; i < 30; ++i) {
        drawing += fmt::format("<g id='a{}'><use href='#a{}'/><use href='#a{}'/></g>", i, i - 1, i - 1);
    }
    EXPECT_THAT(faults_of(drawing + "</defs><use href='#a29'/></svg>"), ElementsAre("1:2 svg-too-complex"));
}

TEST(SvgNested, ADrawingInADrawingKeepsItsOwnCoordinates) {
    EXPECT_THAT(paths_of("<svg x='10' y='20' width='10' height='10' viewBox='0 0 100 100'>"
                         "<rect width='100' height='50'/></svg>"),
                ElementsAre("M 10 20 L 20 20 L 20 25 L 10 25 Z"));
}

TEST(SvgNested, PreserveAspectRatioIsKept) {
    const std::string content = "<rect width='1' height='1'/></svg>";
    EXPECT_THAT(
        paths_of("<svg width='4' height='2' viewBox='0 0 1 1' preserveAspectRatio='xMinYMin'>" + content),
        ElementsAre("M 0 0 L 2 0 L 2 2 L 0 2 Z"));
    EXPECT_THAT(paths_of("<svg width='4' height='2' viewBox='0 0 1 1' preserveAspectRatio='none'>" + content),
                ElementsAre("M 0 0 L 4 0 L 4 2 L 0 2 Z"));
}

TEST(SvgSwitch, TheFirstThatAsksForNothingIsDrawn) {
    EXPECT_THAT(fills_of("<switch><foreignObject requiredExtensions='x'/><g fill='#010203'>" + box +
                         "</g><g fill='red'>" + box + "</g></switch>"),
                ElementsAre("#010203"));
}

TEST(SvgLink, WhatALinkHoldsIsDrawn) {
    EXPECT_THAT(paths_of("<a xlink:href='https://a.example/'>" + box + "</a>"), SizeIs(1));
}

TEST(SvgClip, ABoxAroundEverythingCutsNothing) {
    const std::string clip = "<clipPath id='c'><rect width='100' height='100'/></clipPath>";
    EXPECT_THAT(paths_of(clip + "<g clip-path='url(#c)'>" + box + "</g>"), SizeIs(1));
    // Outside the drawing nothing is seen anyway.
    EXPECT_THAT(paths_of(clip + "<rect clip-path=\"url('#c')\" x='-5' width='9' height='200'/>"), SizeIs(1));
}

TEST(SvgClip, WhatCutsIsKept) {
    const Drawing drawing = drawing_of(
        "<clipPath id='c'><circle cx='5' cy='5' r='5'/></clipPath>"
        "<g clip-path='url(#c)'>" +
        box + "</g><rect width='2' height='2'/>");
    ASSERT_THAT(drawing.paths, SizeIs(2));
    EXPECT_THAT(drawing.paths[0].clips, ElementsAre(0));
    EXPECT_THAT(drawing.paths[1].clips, SizeIs(0));
    ASSERT_THAT(drawing.clips, SizeIs(1));
    EXPECT_THAT(drawing.clips[0].steps, SizeIs(6));
}

TEST(SvgClip, ClipsWithinClipsBothCut) {
    const Drawing drawing = drawing_of(
        "<clipPath id='a'><rect width='5' height='9'/></clipPath>"
        "<clipPath id='b'><rect width='9' height='5'/></clipPath>"
        "<g clip-path='url(#a)'><rect clip-path='url(#b)' width='9' height='9'/></g>");
    ASSERT_THAT(drawing.paths, SizeIs(1));
    EXPECT_THAT(drawing.paths[0].clips, ElementsAre(0, 1));
}

TEST(SvgClip, ADrawingInADrawingIsCutAtItsEdge) {
    const Drawing drawing =
        drawing_of("<svg x='1' y='1' width='2' height='2'><rect width='3' height='1'/></svg>");
    ASSERT_THAT(drawing.clips, SizeIs(1));
    EXPECT_EQ(as_data(VectorPath{drawing.clips[0].steps}), "M 1 1 L 3 1 L 3 3 L 1 3 Z");
}

TEST(SvgEditors, EntitiesMayNameNamespaces) {
    const auto drawing = read_as<Drawing>(
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
        "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\" [\n"
        "\t<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n\t<!ENTITY ns_ai 'http://ns.example/ai/'>\n]>\n"
        "<svg xmlns=\"&ns_svg;\" xmlns:i=\"&ns_ai;\" viewBox='0 0 9 9'><i:pgf/><rect width='1' "
        "height='1'/></svg>");
    EXPECT_THAT(drawing.paths, SizeIs(1));
}

}  // namespace
}  // namespace brochure::picture::testing
