#include "base/length.hpp"

#include <gtest/gtest.h>

namespace brochure::base {
namespace {

constexpr Length pt(double points) { return Length::points(points); }

TEST(Length, APointIs65536Units) {
    EXPECT_EQ(pt(1).units(), 65536);
    EXPECT_EQ(pt(-2.5).units(), -163840);
}

TEST(Length, AnInchIs72PointsAnd25Point4Millimetres) {
    EXPECT_EQ(Length::millimetres(25.4), pt(72));
    EXPECT_DOUBLE_EQ(pt(72).to_millimetres(), 25.4);
}

TEST(Length, RoundsToTheNearestUnitAwayFromZero) {
    EXPECT_EQ(pt(1.4 / 65536).units(), 1);
    EXPECT_EQ(pt(1.5 / 65536).units(), 2);
    EXPECT_EQ(pt(-1.4 / 65536).units(), -1);
    EXPECT_EQ(pt(-1.5 / 65536).units(), -2);
}

TEST(Length, ThousandTenthsOfAPointAreTheirSumWithoutDrift) {
    const Length tenth = pt(0.1);
    Length sum;
    for (int i = 0; i < 1000; ++i) sum += tenth;
    EXPECT_EQ(sum, tenth * 1000);
}

TEST(Length, AddsSubtractsMultipliesAndDivides) {
    EXPECT_EQ(pt(3) + pt(4), pt(7));
    EXPECT_EQ(pt(3) - pt(4), pt(-1));
    EXPECT_EQ(-pt(3), pt(-3));
    EXPECT_EQ(pt(3) * 4, pt(12));
    EXPECT_EQ(4 * pt(3), pt(12));
    EXPECT_EQ(pt(12) / 4, pt(3));
    EXPECT_DOUBLE_EQ(pt(12) / pt(8), 1.5);
    EXPECT_LT(pt(1), pt(1.5));
}

TEST(Length, ScalesToTheNearestUnit) {
    EXPECT_EQ(Length::from_units(3).scaled(0.5).units(), 2);
    EXPECT_EQ(Length::from_units(-3).scaled(0.5).units(), -2);
    EXPECT_EQ(pt(10).scaled(1.02), pt(10.2));
}

TEST(Length, TheLongestLengthsCanBeAddedWithoutOverflow) {
    EXPECT_GT(Length::max() + Length::max(), Length::max());
    EXPECT_GT(Length::max().to_millimetres(), 1e6);
}

TEST(RoundUpTo, IsTheNextMultipleAndLeavesMultiplesAlone) {
    EXPECT_EQ(round_up_to(pt(1), pt(17)), pt(17));
    EXPECT_EQ(round_up_to(pt(17), pt(17)), pt(17));
    EXPECT_EQ(round_up_to(pt(17) + Length::from_units(1), pt(17)), pt(34));
    EXPECT_EQ(round_up_to(pt(0), pt(17)), pt(0));
}

TEST(RoundUpTo, GoesTowardsZeroForNegativeValues) {
    EXPECT_EQ(round_up_to(pt(-1), pt(17)), pt(0));
    EXPECT_EQ(round_up_to(pt(-18), pt(17)), pt(-17));
    EXPECT_EQ(round_up_to(pt(-34), pt(17)), pt(-34));
}

TEST(RoundUpTo, LeavesAValueAloneWithoutAStep) { EXPECT_EQ(round_up_to(pt(5), pt(0)), pt(5)); }

TEST(Rect, KnowsItsEdges) {
    const Rect rect{{pt(10), pt(20)}, {pt(30), pt(40)}};
    EXPECT_EQ(rect.left(), pt(10));
    EXPECT_EQ(rect.top(), pt(20));
    EXPECT_EQ(rect.right(), pt(40));
    EXPECT_EQ(rect.bottom(), pt(60));
    EXPECT_EQ(Rect::from_edges(pt(10), pt(20), pt(40), pt(60)), rect);
}

TEST(Rect, MovesWithoutChangingItsSize) {
    const Rect rect{{pt(1), pt(2)}, {pt(3), pt(4)}};
    EXPECT_EQ(rect.moved({pt(10), pt(-10)}), (Rect{{pt(11), pt(-8)}, {pt(3), pt(4)}}));
}

TEST(Rect, InflatesOnAllFourSides) {
    const Rect page{{}, {pt(100), pt(200)}};
    EXPECT_EQ(page.inflated(pt(3)), Rect::from_edges(pt(-3), pt(-3), pt(103), pt(203)));
}

TEST(Rect, UnitesWithARectBesideIt) {
    const Rect left{{pt(0), pt(5)}, {pt(10), pt(10)}};
    const Rect right{{pt(20), pt(0)}, {pt(10), pt(10)}};
    EXPECT_EQ(left.united(right), Rect::from_edges(pt(0), pt(0), pt(30), pt(15)));
    EXPECT_EQ(right.united(left), left.united(right));
}

}  // namespace
}  // namespace brochure::base
