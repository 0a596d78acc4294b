// Pictures on the press: which plates their colours go to, as Ghostscript separates them.
#include <gmock/gmock.h>

#include "pdf/content/profile.hpp"
#include "pdf/press_reader.hpp"
#include "pdf/press_sample.hpp"
#include "preflight/picture_rules.hpp"

namespace brochure::preflight {
namespace {

using namespace pdf;

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr double corner = 20, side = 30;  // millimetres: where a picture stands, and how large it is

class PressPictures : public testing::Test {
  protected:
    void SetUp() override {
        SKIP_WITHOUT_FOGRA39();
        SKIP_WITHOUT("gs");
    }
    void place(picture::Picture picture, double top = corner) {
        const auto id = sample.document.pictures.push_back(test::named(std::move(picture), "proef"));
        sample.document.pages[0].items.push_back(
            {page::PlacedPicture{id,
                                 {{Length::millimetres(corner), Length::millimetres(top)},
                                  {Length::millimetres(side), Length::millimetres(side)}}},
             page::Artifact::background});
    }
    Plates4 plates() {
        PressOptions options = press_options();
        options.crop_marks = options.slug = false;
        return separations(pressed(sample, options), 1);
    }
    // The inks in the middle of a picture.
    static std::array<int, 4> inks(const Plates4& plates, double top = corner) {
        const auto at = [](double millimetres) {
            return static_cast<std::size_t>((millimetres + 3) / 25.4 * plate_resolution);
        };
        const std::size_t x = at(corner + side / 2), y = at(top + side / 2);
        return {plates.cyan.ink_at(x, y), plates.magenta.ink_at(x, y), plates.yellow.ink_at(x, y),
                plates.black.ink_at(x, y)};
    }
    static void expect_black_alone(const Plates4& plates) {
        EXPECT_TRUE(plates.cyan.is_blank());
        EXPECT_TRUE(plates.magenta.is_blank());
        EXPECT_TRUE(plates.yellow.is_blank());
        EXPECT_FALSE(plates.black.is_blank());
    }
    Sample sample;
};

picture::Drawing square(const Colour& fill, const Colour& line) {
    picture::Drawing drawing;
    drawing.width = drawing.height = 10;
    picture::VectorPath path;
    using Kind = picture::PathStep::Kind;
    path.steps = {{Kind::move, {1, 1}},
                  {Kind::line, {9, 1}},
                  {Kind::line, {9, 9}},
                  {Kind::line, {1, 9}},
                  {Kind::close, {}}};
    path.fill = fill;
    path.stroke = picture::Stroke{line, 0.5, 0, 0, 4, {}, 0};
    drawing.paths.push_back(path);
    return drawing;
}

picture::Raster plain(std::array<std::uint8_t, 3> rgb) {
    picture::Raster raster;
    raster.width = raster.height = 20;
    for (int i = 0; i < 400; ++i) {
        for (const std::uint8_t sample : rgb) raster.samples += static_cast<char>(sample);
    }
    return raster;
}

TEST_F(PressPictures, BlackAndGreyOfADrawingAreOnTheBlackPlateAlone) {
    place(square({{128, 128, 128}, {}}, {{0, 0, 0}, {}}));
    expect_black_alone(plates());
}

TEST_F(PressPictures, ADrawingsColoursStayColours) {
    place(square({{200, 60, 30}, {}}, {{0, 0, 0}, {}}));
    EXPECT_FALSE(plates().magenta.is_blank());
}

TEST_F(PressPictures, GreyPixelsSavedAsColoursAreOnTheBlackPlateAlone) {
    picture::Raster grey = plain({90, 90, 90});
    grey.icc_profile = srgb_profile();
    place(grey);
    expect_black_alone(plates());
}

// A logo beside a ground of the same colour: the layout names the inks, and the eye compares.
TEST_F(PressPictures, ColoursOfTheLayoutHaveTheLayoutsInks) {
    const Colour petrol{{59, 44, 133}, Inks{85, 90, 10, 5}};
    sample.document.pages[0].items.push_back(
        {page::FilledRect{{{Length::millimetres(corner), Length::millimetres(100)},
                           {Length::millimetres(side), Length::millimetres(side)}},
                          petrol},
         page::Artifact::background});
    place(square({petrol.rgb, {}}, {{0, 0, 0}, {}}), 20);
    place(plain(petrol.rgb), 60);
    const Plates4 found = plates();
    EXPECT_EQ(inks(found, 20), inks(found, 100));
    constexpr int rounding = 1;  // a ground's inks are percents, a photograph's 256 steps
    for (std::size_t plate = 0; plate < 4; ++plate)
        EXPECT_NEAR(inks(found, 60)[plate], inks(found, 100)[plate], rounding);
    // And without a namesake they go through the profile.
    place(plain({60, 44, 133}), 140);
    EXPECT_NE(inks(plates(), 140), inks(found, 100));
}

// A profile whose header is sound and whose tables are not: lcms opens it, and has no way to colours.
std::string gutted(std::string profile) {
    for (std::size_t at = 132; at + 12 <= 132 + 12 * 20 && at + 12 < profile.size(); at += 12) {
        const std::string tag = profile.substr(at, 4);
        if (tag == "rTRC" || tag == "gTRC" || tag == "bTRC") profile[at] = 'x';
    }
    return profile;
}

TEST_F(PressPictures, AnUnreadableProfileIsToldAndLeavesNoWhite) {
    picture::Raster raster = plain({200, 60, 30});
    place(raster);
    const auto without = inks(plates());
    raster.icc_profile = gutted(srgb_profile());
    ASSERT_FALSE(is_usable_profile(raster.icc_profile, picture::Components::rgb));
    place(raster, 60);
    EXPECT_EQ(inks(plates(), 60), without);
    EXPECT_GT(without[1], 100);
    Sink sink;
    check_profiles(sample.document, sink);
    const auto found = sink.sorted();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].code, "picture-profile");
    EXPECT_THAT(found[0].message, HasSubstr("'proef'"));
}

TEST_F(PressPictures, AReadableProfileIsNotTold) {
    picture::Raster raster = plain({200, 60, 30});
    raster.icc_profile = srgb_profile();
    place(raster);
    Sink sink;
    check_profiles(sample.document, sink);
    EXPECT_THAT(sink.sorted(), IsEmpty());
}

}  // namespace
}  // namespace brochure::preflight
