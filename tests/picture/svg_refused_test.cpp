// Whatever would change the picture is refused at its place. Every drawing below starts on line 1 with
// <svg viewBox="0 0 9 9"> and a rectangle; the case's content is line 2.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include "picture/read.hpp"

namespace brochure::picture::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct Case {
    const char* name;
    const char* content;
    const char* fault;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.content; }

class SvgRefused : public ::testing::TestWithParam<Case> {};

TEST_P(SvgRefused, AtItsPlace) {
    const std::string drawing = fmt::format(
        "<svg viewBox=\"0 0 9 9\"><rect width=\"1\" height=\"1\"/>\n{}</svg>", GetParam().content);
    EXPECT_THAT(faults_of(drawing), ElementsAre(GetParam().fault));
}

const Case elements[] = {
    {"Image", "<image href='a.png'/>", "2:2 svg-element"},
    {"Use", "<use href='#a'/>", "2:12 svg-value"},
    {"UseOfAnotherFile", "<use xlink:href='a.svg#b'/>", "2:6 svg-unsafe"},
    {"UseOfNothing", "<use/>", "2:2 svg-unsafe"},
    {"UseOfItself", "<g id='a'><use href='#a'/></g>", "2:12 svg-too-complex"},
    {"SwitchOfUnknown", "<switch><foreignObject/></switch>", "2:10 svg-element"},
    {"Script", "<script>alert(1)</script>", "2:2 svg-element"},
    {"ForeignObject", "<foreignObject/>", "2:2 svg-element"},
    {"ScriptDeepInDefs", "<defs><g><script>alert(1)</script></g></defs>", "2:11 svg-element"},
    {"Animation", "<rect width='1' height='1'><animate/></rect>", "2:29 svg-element"},
    {"Unknown", "<blink/>", "2:2 svg-element"},
    {"OtherPrefixIsFine_ButNotThisOne", "<s:image xmlns:s='http://www.w3.org/2000/svg'/>", "2:2 svg-element"},
};

const Case properties[] = {
    {"Opacity", "<rect width='1' height='1' opacity='.5'/>", "2:28 svg-property"},
    {"OpacityOfGroup", "<g opacity='0.99'/>", "2:4 svg-property"},
    {"FillOpacity", "<rect width='1' height='1' fill-opacity='.01'/>", "2:28 svg-property"},
    {"OpacityThatIsNoNumber", "<rect width='1' height='1' opacity='half'/>", "2:28 svg-property"},
    {"StrokeOpacity", "<g style='stroke:red;stroke-opacity:0.5'><path d='M0 0L1 1'/><path d='M0 0L1 1'/></g>",
     "2:22 svg-property"},
    {"LabelOpacity", "<text data-label='a' fill-opacity='50%'>a</text>", "2:22 svg-property"},
    {"Gradient", "<rect fill='url(#g)'/>", "2:13 svg-property"},
    {"GradientInStyle", "<rect style='fill:url(http://x/#g)'/>", "2:19 svg-property"},
    {"Clipping", "<g clip-path='url(#c)'/>", "2:4 svg-property"},
    {"ClippingByItsBox",
     "<clipPath id='c' clipPathUnits='objectBoundingBox'><rect width='1' height='1'/></clipPath>"
     "<g clip-path='url(#c)'/>",
     "2:94 svg-property"},
    {"ClippingByShapesThatOverlap",
     "<clipPath id='c'><circle r='9'/><circle r='8'/></clipPath><g clip-path='url(#c)'/>",
     "2:62 svg-property"},
    {"ClippedLabel", "<text data-label='a' clip-path='url(#c)'>a</text>", "2:22 svg-property"},
    {"Masking", "<g mask='url(#c)'/>", "2:4 svg-property"},
    {"Filtering", "<g style='filter:blur(2px)'/>", "2:11 svg-property"},
    {"Markers", "<path d='M0 0L1 1' marker-end='url(#m)'/>", "2:20 svg-property"},
    {"Blending", "<g style='mix-blend-mode:multiply'/>", "2:11 svg-property"},
    {"PaintOrder", "<g paint-order='stroke'/>", "2:4 svg-property"},
    {"VectorEffect", "<g vector-effect='non-scaling-stroke'/>", "2:4 svg-property"},
    {"Hidden", "<g visibility='hidden'/>", "2:4 svg-property"},
    {"TransformInStyle", "<g style='transform:rotate(3deg)'/>", "2:11 svg-property"},
    {"FontShorthand", "<g style='font:bold 3px serif'/>", "2:11 svg-property"},
    {"UnknownProperty", "<g style='colour:red'/>", "2:11 svg-property"},
    {"UnknownAttribute", "<rect hight='1'/>", "2:7 svg-property"},
    {"AttributeOfAnotherElement", "<circle width='1'/>", "2:9 svg-property"},
    {"PathLength", "<path pathLength='9' d='M0 0L1 1'/>", "2:7 svg-property"},
    {"Reference", "<g xlink:href='#x'/>", "2:4 svg-unsafe"},
    {"EventHandler", "<g onclick='x()'/>", "2:4 svg-unsafe"},
    {"SlantedStroke", "<rect width='1' height='1' stroke='red' transform='skewX(9)'/>", "2:2 svg-property"},
    {"UnevenStroke", "<g transform='scale(1 2)'><rect width='1' height='1' stroke='red'/></g>",
     "2:28 svg-property"},
};

const Case values[] = {
    {"CurrentColourItself", "<g color='reddish'/>", "2:11 svg-value"},
    {"ColourName", "<rect fill='reddish'/>", "2:13 svg-value"},
    {"ColourWithAlpha", "<rect fill='#11223344'/>", "2:13 svg-value"},
    {"ColourFunction", "<rect stroke='rgba(1,2,3,.5)'/>", "2:15 svg-value"},
    {"EmptyColour", "<rect fill=' '/>", "2:14 svg-value"},
    {"ColourInStyle", "<rect style='fill : hsl(1,2%,3%)'/>", "2:21 svg-value"},
    {"DeclarationWithoutColon", "<g style='fill red'/>", "2:11 svg-value"},
    {"FillRule", "<g fill-rule='odd'/>", "2:15 svg-value"},
    {"LineCap", "<g stroke-linecap='flat'/>", "2:20 svg-value"},
    {"LineJoin", "<g stroke-linejoin='arcs'/>", "2:21 svg-value"},
    {"PercentWidth", "<rect width='50%' height='1'/>", "2:14 svg-value"},
    {"PercentStroke", "<g stroke-width='1%'/>", "2:18 svg-value"},
    {"EmLength", "<circle r='2em'/>", "2:12 svg-value"},
    {"UnitUnknown", "<circle r='2 furlongs'/>", "2:12 svg-value"},
    {"NegativeWidth", "<rect width='-1' height='1'/>", "2:14 svg-value"},
    {"NegativeRadius", "<circle r='-1'/>", "2:12 svg-value"},
    {"NegativeStroke", "<g stroke-width='-1'/>", "2:18 svg-value"},
    {"NegativeDash", "<g stroke-dasharray='1 -1'/>", "2:22 svg-value"},
    {"PercentDash", "<g stroke-dasharray='1 5%'/>", "2:23 svg-value"},
    {"MitreLimitBelowOne", "<g stroke-miterlimit='0.5'/>", "2:23 svg-value"},
    {"PathWithoutMove", "<path d='L1 1'/>", "2:10 svg-value"},
    {"PathBreaksOff", "<path d='M0 0 L1 1 C1 2 3'/>", "2:20 svg-value"},
    {"PathFarAway", "<path d='M0 0 L1e9 1'/>", "2:10 svg-value"},
    {"PathInfinite", "<path d='M0 0 L1e999 1'/>", "2:15 svg-value"},
    {"ArcFlag", "<path d='M0 0A1 1 0 2 0 5 5'/>", "2:14 svg-value"},
    {"OddPoints", "<polygon points='0 0 1'/>", "2:18 svg-value"},
    {"PointsWithLetters", "<polygon points='0 0 1 x'/>", "2:23 svg-value"},
    {"TransformName", "<g transform='scale(2) spin(3)'/>", "2:24 svg-value"},
    {"TransformCount", "<g transform='matrix(1 2 3)'/>", "2:15 svg-value"},
    // SVG++ looks characters up in tables of ASCII.
    {"ColourBeyondAscii", "<rect fill='é'/>", "2:13 svg-value"},
    {"ColourBeyondAsciiInStyle", "<rect style='stroke:#00ƒ'/>", "2:21 svg-value"},
    {"LengthBeyondAscii", "<rect width='１' height='1'/>", "2:14 svg-value"},
    {"UnitBeyondAscii", "<circle r='2µm'/>", "2:12 svg-value"},
    {"TransformBeyondAscii", "<g transform='scale(2) dréhen(3)'/>", "2:26 svg-value"},
    {"PathBeyondAscii", "<path d='M0 0 L1 1 ż'/>", "2:20 svg-value"},
    {"PointsBeyondAscii", "<polygon points='0 0 1 −1'/>", "2:24 svg-value"},
    {"DashesBeyondAscii", "<g stroke-dasharray='1 ½'/>", "2:24 svg-value"},
    {"RadiusIsNoLength", "<ellipse rx='wide'/>", "2:14 svg-value"},
    {"FontSize", "<g font-size='large'/>", "2:15 svg-value"},
    {"FontWeight", "<g font-weight='fat'/>", "2:17 svg-value"},
    {"TextAnchor", "<g text-anchor='centre'/>", "2:17 svg-value"},
};

const Case sheets[] = {
    {"Combinator", "<style>g rect{fill:red}</style>", "2:8 svg-property"},
    {"PseudoClass", "<style>rect:first-child{fill:red}</style>", "2:8 svg-property"},
    {"SecondOfAList", "<style>.a, rect > g{fill:red}</style>", "2:12 svg-property"},
    {"AtRule", "<style>@media print{rect{fill:red}}</style>", "2:8 svg-property"},
    {"Import", "<style>@import 'a.css';</style>", "2:8 svg-property"},
    {"BehindAComment", "<style>/* rect{} */ @import 'a.css';</style>", "2:21 svg-property"},
    {"WithoutBlock", "<style>rect</style>", "2:8 svg-syntax"},
    {"OtherLanguage", "<style type='text/less'>rect{fill:red}</style>", "2:14 svg-property"},
    {"OtherMedium", "<style media='print'>rect{fill:red}</style>", "2:15 svg-property"},
    {"ValueAtItsRule", "<style>rect{fill:reddish}</style>", "2:18 svg-value"},
    {"PropertyOfManyOnce", "<style>rect{opacity:.5}</style><rect/><rect/>", "2:13 svg-property"},
};

const Case labels[] = {
    {"WithoutKey", "<text x='1' y='1'>a</text>", "2:2 svg-label"},
    {"EmptyKey", "<text data-label=''>a</text>", "2:7 svg-label"},
    {"WithoutWords", "<text data-label='a'> </text>", "2:2 svg-label"},
    {"Span", "<text data-label='a'>a<tspan>b</tspan></text>", "2:24 svg-element"},
    {"Turned", "<text data-label='a' transform='rotate(30)'>a</text>", "2:2 svg-label"},
    {"Mirrored", "<text data-label='a' transform='scale(-1 1)'>a</text>", "2:2 svg-label"},
    {"TurnedByGroup", "<g transform='rotate(180)'><text data-label='a'>a</text></g>", "2:29 svg-label"},
    {"Invisible", "<text data-label='a' fill='none'>a</text>", "2:2 svg-label"},
    {"Transparent", "<text data-label='a' fill-opacity='0'>a</text>", "2:2 svg-label"},
    {"Outlined", "<g stroke='red'><text data-label='a'>a</text></g>", "2:18 svg-label"},
    {"Shifted", "<text data-label='a' dx='1'>a</text>", "2:22 svg-property"},
    {"Italic", "<text data-label='a' font-style='italic'>a</text>", "2:22 svg-property"},
    {"LetterPositions", "<text data-label='a' x='1 2'>ab</text>", "2:25 svg-value"},
};

const Case syntax[] = {
    {"Entity", "<title>a&nbsp;b</title>", "2:9 svg-unsafe"},
    {"AttributeTwice", "<g id='a' id='b'/>", "2:11 svg-syntax"},
    {"WrongEndTag", "<g></h>", "2:6 svg-syntax"},
};

const auto name_of = [](const auto& case_info) { return std::string(case_info.param.name); };
INSTANTIATE_TEST_SUITE_P(Elements, SvgRefused, ::testing::ValuesIn(elements), name_of);
INSTANTIATE_TEST_SUITE_P(Properties, SvgRefused, ::testing::ValuesIn(properties), name_of);
INSTANTIATE_TEST_SUITE_P(Values, SvgRefused, ::testing::ValuesIn(values), name_of);
INSTANTIATE_TEST_SUITE_P(Sheets, SvgRefused, ::testing::ValuesIn(sheets), name_of);
INSTANTIATE_TEST_SUITE_P(Labels, SvgRefused, ::testing::ValuesIn(labels), name_of);
INSTANTIATE_TEST_SUITE_P(Syntax, SvgRefused, ::testing::ValuesIn(syntax), name_of);

class SvgFileRefused : public ::testing::TestWithParam<Case> {};

TEST_P(SvgFileRefused, AtItsPlace) {
    EXPECT_THAT(faults_of(GetParam().content), ElementsAre(GetParam().fault));
}

const Case files[] = {
    {"NoSize", "<svg><rect width='1' height='1'/></svg>", "1:2 svg-size"},
    {"PercentSize", "<svg width='100%' height='100%'><rect/></svg>", "1:2 svg-size"},
    {"ShortViewBox", "<svg viewBox='0 0 9'><rect/></svg>", "1:15 svg-size"},
    {"FlatViewBox", "<svg viewBox='0 0 9 0'><rect/></svg>", "1:15 svg-size"},
    {"Stretched", "<svg viewBox='0 0 9 9' preserveAspectRatio='none'/>", "1:24 svg-property"},
    {"Cut", "<svg viewBox='0 0 9 9' preserveAspectRatio='xMidYMid slice'/>", "1:24 svg-property"},
    {"Background", "<svg viewBox='0 0 9 9' style='background:#fff'/>", "1:31 svg-property"},
    {"Empty", "<svg viewBox='0 0 9 9'><title>x</title></svg>", "1:2 svg-empty"},
    {"OtherRoot", "<html><svg/></html>", "1:2 svg-syntax"},
    {"OtherNamespace", "<svg xmlns='http://example.org/' viewBox='0 0 9 9'><rect/></svg>", "1:2 svg-syntax"},
    {"TwoRoots", "<svg viewBox='0 0 9 9'/>\n<svg/>", "2:2 svg-syntax"},
    {"NotClosed", "<svg viewBox='0 0 9 9'><g>", "1:26 svg-syntax"},
    {"StyleSheetElsewhere", "<?xml-stylesheet href='a.css'?><svg viewBox='0 0 9 9'/>", "1:3 svg-unsafe"},
    {"InternalSubset", "<!DOCTYPE svg [<!ENTITY a SYSTEM 'b'>]><svg viewBox='0 0 9 9'/>", "1:11 svg-unsafe"},
    {"EntityOfEntities", "<!DOCTYPE svg [<!ENTITY a 'b'><!ENTITY c '%a;'>]>\n<svg viewBox='0 0 9 9'/>",
     "1:11 svg-unsafe"},
    {"EntityThatIsNoNamespace", "<!DOCTYPE svg [<!ENTITY a '9'>]>\n<svg viewBox='0 0 9 9'/>",
     "1:11 svg-unsafe"},
    {"EntityAmongWords",
     "<!DOCTYPE svg [<!ENTITY a 'http://a.example'>]>\n<svg viewBox='0 0 9 9'><title>a &a;</title></svg>",
     "2:33 svg-unsafe"},
    {"NotUtf8", "<svg viewBox='0 0 9 9'>\n<title>\xE9</title></svg>", "2:8 not-utf8"},
    {"OtherEncoding",
     "<?xml version='1.0' encoding='latin1'?><svg viewBox='0 0 9 9'><title>\xC3\xA9</title></svg>",
     "1:31 not-utf8"},
};
INSTANTIATE_TEST_SUITE_P(Whole, SvgFileRefused, ::testing::ValuesIn(files), name_of);

TEST(SvgRefusing, AllFaultsAreReportedAtOnce) {
    EXPECT_THAT(
        faults_of(
            "<svg viewBox='0 0 9 9'>\n<image/>\n<rect fill='url(#a)' opacity='.5'/>\n<text>a</text></svg>"),
        ElementsAre("2:2 svg-element", "3:13 svg-property", "3:22 svg-property", "4:2 svg-label"));
}

TEST(SvgRefusing, ColumnsCountCharacters) {
    EXPECT_THAT(faults_of("<svg viewBox='0 0 9 9'><title>één</title><image/></svg>"),
                ElementsAre("1:43 svg-element"));
}

TEST(SvgRefusing, LinesAreRightAfterWindowsLineEnds) {
    EXPECT_THAT(faults_of("<svg viewBox='0 0 9 9'>\r\n<path\r\n d='M0 0\r\nL1 1\r\nX'/></svg>"),
                ElementsAre("5:1 svg-value"));
}

TEST(SvgRefusing, RemedyNamesWhatToDo) {
    Sink sink;
    read_picture("<svg viewBox='0 0 9 9'><image/></svg>", "a.svg", sink);
    EXPECT_THAT(diag::as_text(sink.sorted()), HasSubstr("a picture of its own, or trace it to paths"));
}

TEST(SvgRefusing, DeepNestingDoesNotOverflowTheStack) {
    std::string drawing = "<svg viewBox='0 0 9 9'>";
    for (int i = 0; i < 200'000; ++i) drawing += "<g>";
    for (int i = 0; i < 200'000; ++i) drawing += "</g>";
    EXPECT_THAT(faults_of(drawing + "</svg>"), ElementsAre("1:214 svg-too-complex"));
}

TEST(SvgRefusing, CountlessFaultsAreSummedUp) {
    std::string drawing = "<svg viewBox='0 0 9 9'>";
    for (int i = 0; i < 5000; ++i) drawing += "<image/>";
    const auto faults = faults_of(drawing + "</svg>");
    EXPECT_EQ(faults.size(), 101U);
    EXPECT_EQ(faults.front(), "0:0 svg-too-complex");
}

TEST(SvgRefusing, CountlessPointsAreRefused) {
    std::string drawing = "<svg viewBox='0 0 9 9'>\n<path d='M0 0";
    for (int i = 0; i < 250'000; ++i) drawing += "h1";
    EXPECT_THAT(faults_of(drawing + "'/></svg>"), ElementsAre("2:2 svg-too-complex"));
}

TEST(SvgRefusing, CountlessAttributesAreRefused) {
    std::string drawing = "<svg viewBox='0 0 9 9'>\n<g";
    for (int i = 0; i < 100'000; ++i) drawing += fmt::format(" a{}=''", i);
    EXPECT_THAT(faults_of(drawing + "/></svg>"), ElementsAre("2:694 svg-too-complex"));
}

}  // namespace
}  // namespace brochure::picture::testing
