#include "design/contrast.hpp"

#include <gmock/gmock.h>

#include "layout_folder.hpp"

namespace brochure::design {
namespace {

using ::testing::HasSubstr;

// A layout with one text on paper.
class Contrast : public ::testing::Test {
  protected:
    void judge(const char* colour, double size, int weight) {
        TextStyle& style = design.texts["body"];
        style.name = "body";
        style.colour = *Colour::from_hex(colour);
        style.size = Length::points(size);
        style.face.weight = weight;
        design.body = &style;
        check_contrast(design, sink);
    }
    [[nodiscard]] std::string codes() const {
        std::string all;
        for (const auto& d : sink.sorted()) all += d.code + " ";
        return all;
    }
    Design design;
    Sink sink;
};

TEST_F(Contrast, TextUnderFourAndAHalfIsAnError) {
    judge("#777777", 12, 400);  // 4.48:1
    EXPECT_EQ(codes(), "contrast-low ");
    EXPECT_EQ(sink.errors(), 1U);
    EXPECT_THAT(sink.sorted()[0].message, HasSubstr("4.47:1"));
}

TEST_F(Contrast, TextUnderSevenIsAWarning) {
    judge("#767676", 12, 400);  // 4.54:1
    EXPECT_EQ(codes(), "contrast-fair ");
    EXPECT_EQ(sink.errors(), 0U);
}

TEST_F(Contrast, TextFromSevenOnIsFine) {
    judge("#595959", 12, 400);  // 7.00:1
    EXPECT_EQ(codes(), "");
}

TEST_F(Contrast, LargeTextUnderThreeIsAnError) {
    judge("#969696", 18, 400);  // 2.96:1
    EXPECT_EQ(codes(), "contrast-low ");
}

TEST_F(Contrast, LargeTextUnderFourAndAHalfIsAWarning) {
    judge("#777777", 18, 400);
    EXPECT_EQ(codes(), "contrast-fair ");
}

TEST_F(Contrast, BoldCountsAsLargeFromFourteenPoints) {
    judge("#767676", 14, 700);
    EXPECT_EQ(codes(), "");
}

TEST_F(Contrast, RegularFourteenPointsAreNotLarge) {
    judge("#767676", 14, 400);
    EXPECT_EQ(codes(), "contrast-fair ");
}

TEST_F(Contrast, LightTextOnADarkGroundIsJudgedAlike) {
    TextStyle& style = design.texts["title"];
    style.colour = *Colour::from_hex("#ffffff");
    style.size = Length::points(12);
    design.cover.ground = *Colour::from_hex("#0e4a5a");
    design.cover.title = &style;
    check_contrast(design, sink);
    EXPECT_EQ(codes(), "");
}

TEST_F(Contrast, TextIsJudgedOnTheGroundOfACallOut) {
    design.call_outs[document::CallOutKind::warning].ground = *Colour::from_hex("#c8641b");
    TextStyle& style = design.texts["body"];
    style.size = Length::points(12);
    style.colour = *Colour::from_hex("#0e4a5a");
    design.call_outs[document::CallOutKind::warning].text = &style;
    check_contrast(design, sink);
    ASSERT_EQ(codes(), "contrast-low ");
    EXPECT_THAT(sink.sorted()[0].message, HasSubstr("the ground of call_out.warning"));
}

TEST_F(Contrast, PairOfColoursIsReportedOnceWithItsStyles) {
    for (const char* name : {"cell", "first"}) {
        design.texts[name].name = name;
        design.texts[name].size = Length::points(12);
        design.texts[name].colour = *Colour::from_hex("#808080");
    }
    design.table.cell = &design.texts["cell"];
    design.table.first_column = &design.texts["first"];
    check_contrast(design, sink);
    ASSERT_EQ(codes(), "contrast-low ");
    EXPECT_THAT(sink.sorted()[0].message, HasSubstr("cell, first (#808080) on paper (#ffffff)"));
}

TEST_F(LayoutFolder, MistypedColourBringsNoReportsOfContrast) {
    EXPECT_FALSE(read_edited("ink = { screen = \"#000000\"", "ink = { screen = \"#fffff\"").has_value());
    EXPECT_EQ(reports(), (std::vector<std::string>{"layouts/x.toml:21:18 value-range"})) << shown();
}

}  // namespace
}  // namespace brochure::design
