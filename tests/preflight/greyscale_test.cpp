// Editions without colour: Ghostscript counts the ink of every page, as a ward's printer counts its clicks.
#include <gmock/gmock.h>

#include <optional>
#include <sstream>
#include <utility>

#include "impose/impose.hpp"
#include "pdf/content/profile.hpp"
#include "pdf/editions/write_booklet.hpp"
#include "pdf/press_reader.hpp"
#include "pdf/press_sample.hpp"
#include "preflight/picture_rules.hpp"

namespace brochure::preflight {
namespace {

using namespace pdf;

using testing::Each;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

struct Ink4 {
    double cyan = 0, magenta = 0, yellow = 0, black = 0;
    [[nodiscard]] bool is_colour() const { return cyan > 0 || magenta > 0 || yellow > 0; }
};

// One for each page.
std::vector<Ink4> ink_of(const std::string& file) {
    std::istringstream lines(
        run_on(file, "gs -q -dSAFER -dNOPAUSE -dBATCH -sDEVICE=inkcov -sOutputFile=-").text);
    std::vector<Ink4> pages;
    Ink4 ink;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream numbers(line);
        if (numbers >> ink.cyan >> ink.magenta >> ink.yellow >> ink.black) pages.push_back(ink);
    }
    return pages;
}

MATCHER(IsInColour, "") { return arg.is_colour(); }

// Photographs of every kind, with and without a profile, and half seen.
struct ColourfulSample : PressSample {
    ColourfulSample() {
        double top = 20;
        const auto place = [&](const picture::Picture& picture) {
            const auto id = document.pictures.push_back(test::named(picture));
            document.pages[0].items.push_back(
                {page::PlacedPicture{id,
                                     {{Length::millimetres(90), Length::millimetres(top)},
                                      {Length::millimetres(20), Length::millimetres(10)}}},
                 page::Artifact::background});
            top += 12;
        };
        picture::Raster profiled = photograph(picture::Components::rgb);
        profiled.icc_profile = srgb_profile();
        place(profiled);
        place(photograph(picture::Components::cmyk));
        place(photograph(picture::Components::grey));
    }
};

std::string screen(bool greyscale) {
    const ColourfulSample sample;
    return write_screen(sample.document, sample.fonts, {greyscale}).value();
}

std::string booklet(bool greyscale) {
    const ColourfulSample sample;
    impose::Options options;
    options.sheet = {Length::millimetres(297), Length::millimetres(210)};
    options.fold_marks = options.cut_marks = true;
    const auto sheets = impose::impose_booklet(sample.document.pages.size(), sample.document.trim, options);
    return write_sheets(sample.document, sample.fonts, sheets,
                        {options.sheet, PrintSides::one, "booklet", greyscale})
        .value();
}

TEST(Greyscale, NoPageOfTheScreenFileCountsAsColour) {
    SKIP_WITHOUT("gs");
    const std::vector<Ink4> pages = ink_of(screen(true));
    ASSERT_THAT(pages, SizeIs(4));
    EXPECT_THAT(pages, Each(Not(IsInColour())));
    EXPECT_GT(pages[0].black, 0);
    EXPECT_THAT(ink_of(screen(false)), testing::Contains(IsInColour()));
}

TEST(Greyscale, NoSideOfTheBookletCountsAsColour) {
    SKIP_WITHOUT("gs");
    const std::vector<Ink4> sides = ink_of(booklet(true));
    ASSERT_THAT(sides, Not(IsEmpty()));
    EXPECT_THAT(sides, Each(Not(IsInColour())));
    EXPECT_THAT(ink_of(booklet(false)), testing::Contains(IsInColour()));
}

TEST(Greyscale, TheScreenFileKeepsItsClaims) {
    if (!have_ua_check()) GTEST_SKIP() << "python3-pikepdf is not installed";
    const Output checked = ua_check(screen(true));
    EXPECT_EQ(checked.exit_code, 0) << checked.text;
}

TEST(Greyscale, IsAnotherFileThanTheOneInColour) { EXPECT_NE(screen(true), screen(false)); }

TEST(Greyscale, PicturesAreAsLightAsTheirColours) {
    picture::Raster raster;
    raster.width = 3;
    raster.height = 1;
    raster.samples = std::string("\xFF\0\0\0\xFF\0\0\0\xFF", 9);
    const std::string greys = grey_samples(raster);
    const std::array<Colour, 3> colours{Colour{{255, 0, 0}, {}}, {{0, 255, 0}, {}}, {{0, 0, 255}, {}}};
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const auto grey = static_cast<std::uint8_t>(greys[i]);
        EXPECT_NEAR(base::contrast_ratio(colours[i], {{255, 255, 255}, {}}),
                    base::contrast_ratio({{grey, grey, grey}, {}}, {{255, 255, 255}, {}}), 0.1);
    }
}

// A spot within a shape, with or without an outline.
picture::Drawing spot(const Colour& ground, const Colour& colour, std::optional<Colour> outline = {},
                      double size = 5) {
    picture::Drawing drawing;
    drawing.width = drawing.height = 20;
    using Kind = picture::PathStep::Kind;
    for (const auto& [edge, fill] : {std::pair{20.0, ground}, {size, colour}}) {
        picture::VectorPath path;
        path.steps = {
            {Kind::move, {0, 0}}, {Kind::line, {edge, 0}}, {Kind::line, {edge, edge}}, {Kind::close, {}}};
        path.fill = fill;
        drawing.paths.push_back(path);
    }
    if (outline) drawing.paths.back().stroke = picture::Stroke{*outline, 0.5, 0, 0, 4, {}, 0};
    return drawing;
}

std::vector<std::string> greys_told(const picture::Drawing& drawing) {
    Sample sample;
    const auto id = sample.document.pictures.push_back(test::named(drawing, "bot"));
    sample.document.pages[0].items.push_back(
        {page::PlacedPicture{id, {{}, {Length::millimetres(20), Length::millimetres(10)}}},
         page::Artifact::background});
    Sink sink;
    check_greys(sample.document, sink);
    std::vector<std::string> out;
    for (const diag::Diagnostic& one : sink.sorted()) out.push_back(one.message);
    return out;
}

TEST(Greyscale, ASpotThatBecomesItsGroundIsTold) {
    const Colour red{{200, 40, 40}, {}}, green{{30, 110, 40}, {}}, pale{{240, 200, 200}, {}},
        ink{{20, 20, 20}, {}};
    EXPECT_THAT(
        greys_told(spot(green, red)),
        testing::ElementsAre("Without colour #c82828 on #1e6e28 in the drawing 'bot' cannot be seen."));
    EXPECT_THAT(greys_told(spot(pale, red)), IsEmpty());
    EXPECT_THAT(greys_told(spot(green, red, ink)), IsEmpty());
    EXPECT_THAT(greys_told(spot({{202, 44, 40}, {}}, red)), IsEmpty());       // they were alike in colour too
    EXPECT_THAT(greys_told(spot(green, red, std::nullopt, 0.5)), IsEmpty());  // a grain
}

}  // namespace
}  // namespace brochure::preflight
