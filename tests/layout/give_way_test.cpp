// A cover's picture that moves down from under words.
#include "layout/figures/give_way.hpp"

#include "composing.hpp"
#include "support/made_pages.hpp"

namespace brochure::layout {
namespace {

constexpr Length mm(double millimetres) { return Length::millimetres(millimetres); }

// A picture of 100 mm by 100 mm from the page's upper left corner, and black words that begin 20 mm from the
// left.
class GiveWay : public LayoutTest {
  protected:
    static constexpr double side = 100;
    static constexpr Colour dark{{30, 30, 30}}, light{{240, 240, 240}};
    const Rect placed{{}, {mm(side), mm(side)}};
    const Length gap = mm(3);

    static picture::VectorPath bar(double top, Colour colour) {
        using Kind = picture::PathStep::Kind;
        picture::VectorPath path;
        path.steps = {{Kind::move, {0, top}},
                      {Kind::line, {side, top}},
                      {Kind::line, {side, side}},
                      {Kind::line, {0, side}}};
        path.fill = colour;
        return path;
    }
    static picture::Drawing drawing(std::vector<picture::VectorPath> paths) {
        return {.width = side, .height = side, .paths = std::move(paths)};
    }
    // The words' baseline, which none of their letters reaches below.
    Length way(const picture::Picture& picture, Length baseline) {
        const std::string words = "Wat u kunt merken";
        return way_given(picture, placed,
                         {test::one_line(fonts(), style::ParagraphId{0}, words, pt(12), {mm(20), baseline})},
                         gap, fonts());
    }
};

TEST_F(GiveWay, WhatIsClearOfTheWordsStaysWhereItIs) {
    EXPECT_EQ(way(drawing({bar(40, dark)}), mm(36)), Length{});
}

TEST_F(GiveWay, WhatIsSeenMovesBelowTheWordsByTheGap) {
    const Length moved = way(drawing({bar(30, dark)}), mm(36));
    EXPECT_GE(moved + mm(30), mm(36) + gap);
    EXPECT_LT(moved + mm(30), mm(37) + gap);
}

TEST_F(GiveWay, WordsMayStandOnWhatTheyCanBeReadOn) {
    EXPECT_EQ(way(drawing({bar(0, light)}), mm(36)), Length{});
}

TEST_F(GiveWay, TheUppermostShapeDecides) {
    EXPECT_EQ(way(drawing({bar(0, dark), bar(0, light)}), mm(36)), Length{});
    EXPECT_GT(way(drawing({bar(0, light), bar(0, dark)}), mm(36)), Length{});
}

TEST_F(GiveWay, HalfThePictureIsLeftAtLeast) {
    EXPECT_EQ(way(drawing({bar(0, dark)}), mm(48)), mm(side) / 2);
}

TEST_F(GiveWay, WordsInItsLowerHalfDoNotMoveIt) { EXPECT_EQ(way(drawing({bar(0, dark)}), mm(80)), Length{}); }

TEST_F(GiveWay, APhotographMovesAsADrawingDoes) {
    picture::Raster photo;
    photo.width = 1;
    photo.height = 2;
    photo.components = picture::Components::grey;
    photo.samples = "\xF0\x20";  // light above, dark below
    EXPECT_EQ(way(photo, mm(40)), Length{});
    EXPECT_GT(way(photo, mm(49)), Length{});
}

}  // namespace
}  // namespace brochure::layout
