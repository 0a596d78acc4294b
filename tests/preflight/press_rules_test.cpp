#include "preflight/press_rules.hpp"

#include <gmock/gmock.h>

#include "pdf/press_sample.hpp"
#include "support/small_brochure.hpp"

namespace brochure::preflight {
namespace {

using namespace pdf;

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class PressRules : public testing::Test {
  protected:
    void SetUp() override { SKIP_WITHOUT_FOGRA39(); }

    // "code: message" of every warning.
    std::vector<std::string> warnings(bool greyscale = false) {
        PressOptions options = press_options();
        options.greyscale = greyscale;
        const auto profile = PressProfile::open(options.profile);
        const PressDocument press = press_document(sample.document, sample.fonts, profile.value(), options);
        Sink sink;
        check_for_press({sample.document, sample.fonts, design}, press, profile.value(), options, sink);
        std::vector<std::string> out;
        for (const diag::Diagnostic& diagnostic : sink.sorted())
            out.push_back(diagnostic.code + ": " + diagnostic.message);
        return out;
    }
    page::Page& page() { return sample.document.pages[0]; }
    void add(const picture::Picture& picture, double width_points, double height_points) {
        const auto id = sample.document.pictures.push_back(test::named(picture));
        page().items.push_back(
            {page::PlacedPicture{id,
                                 {{Length::points(100), Length::points(100)},
                                  {Length::points(width_points), Length::points(height_points)}}},
             page::Artifact::background});
    }
    void add_line(double width) {
        page().items.push_back({page::StrokedLine{{Length::points(40), Length::points(40)},
                                                  {Length::points(90), Length::points(40)},
                                                  Length::points(width),
                                                  {}},
                                page::Artifact::layout});
    }
    void add_ground(const Colour& colour) {
        page().items.push_back(
            {page::FilledRect{Rect{{}, sample.document.trim}, colour}, page::Artifact::background});
    }
    page::GlyphRun& say(const std::string& words) {
        sample.say(words);
        return std::get<page::GlyphRun>(page().items.back().content);
    }

    Sample sample;
    design::Design design = test::shipped_layout("a5");
};

TEST_F(PressRules, GoodPageHasNone) {
    page().label = "7";
    add(photograph(picture::Components::rgb), 14.4, 7.2);  // 60 pixels on 1/5 inch
    add_line(0.25);
    add_ground({{255, 255, 255}, {}});
    say("Goed");
    EXPECT_THAT(warnings(), IsEmpty());
    EXPECT_THAT(warnings(true), IsEmpty());
}

TEST_F(PressRules, LineArtNeedsTwiceThePixels) {
    picture::Raster art = photograph(picture::Components::grey);
    for (std::size_t i = 0; i < art.samples.size(); ++i) art.samples[i] = i % 3 == 0 ? '\0' : '\xFF';
    add(art, 14.4, 7.2);
    EXPECT_THAT(warnings(), Contains(HasSubstr("of black and white alone has 300")));
}

TEST_F(PressRules, NamedColourOverTheLimit) {
    add_ground({{0, 0, 0}, Inks{80, 80, 80, 61}});
    EXPECT_THAT(warnings(), Contains(HasSubstr("asks for 301 % of ink")));
    EXPECT_THAT(warnings(true), IsEmpty());
}

TEST_F(PressRules, WhatStandsOnManyPagesIsToldOnceAndCounted) {
    for (int i = 0; i < 2; ++i) sample.add_page(std::to_string(i + 2));
    for (page::Page& one : sample.document.pages)
        one.items.push_back(
            {page::FilledRect{Rect{{}, sample.document.trim}, {{0, 0, 0}, Inks{80, 80, 80, 61}}},
             page::Artifact::background});
    EXPECT_THAT(warnings(), ElementsAre(HasSubstr("and so on 2 more pages")));
}

TEST_F(PressRules, NamedColourAtTheLimit) {
    add_ground({{0, 0, 0}, Inks{80, 80, 80, 60}});
    EXPECT_THAT(warnings(), IsEmpty());
}

TEST_F(PressRules, PictureOverTheLimit) {
    picture::Raster inks = photograph(picture::Components::cmyk);
    for (char& sample_byte : inks.samples) sample_byte = '\xF0';
    add(inks, 14.4, 7.2);
    EXPECT_THAT(warnings(), Contains(HasSubstr("ink-total: The picture")));
}

TEST_F(PressRules, BlackOverADarkGroundAddsUp) {
    add_ground({{0, 0, 0}, Inks{80, 80, 60, 0}});
    say("Zwart op donker");
    EXPECT_THAT(warnings(), Contains(HasSubstr("black over a ground, which makes 320 %")));
}

TEST_F(PressRules, ColoursThatAreOneGrey) {
    add_ground({{200, 60, 60}, {}});
    say("Rood en groen").colour = {{40, 128, 60}, {}};
    EXPECT_THAT(warnings(true), Contains(HasSubstr("contrast-low: “Rood en groen”")));
}

}  // namespace
}  // namespace brochure::preflight
