#include "pdf/object/number.hpp"

#include <gtest/gtest.h>

#include <clocale>

namespace brochure::pdf {
namespace {

TEST(Number, IsAnExactDecimalWithoutTrailingZeros) {
    EXPECT_EQ(decimal(595.276), "595.276");
    EXPECT_EQ(decimal(595.28), "595.28");
    EXPECT_EQ(decimal(12.0), "12");
}

TEST(Number, BelowOneHasNoLeadingZero) {
    EXPECT_EQ(decimal(0.5), ".5");
    EXPECT_EQ(decimal(-0.045), "-.045");
}

TEST(Number, RoundsToThreePlacesAndNeverToMinusZero) {
    EXPECT_EQ(decimal(1.0006), "1.001");
    EXPECT_EQ(decimal(0.0004), "0");
    EXPECT_EQ(decimal(-0.0004), "0");
}

TEST(Number, PlacesOfA5AreThoseOfItsMillimetres) {
    EXPECT_EQ(decimal(Length::millimetres(148)), "419.528");
    EXPECT_EQ(decimal(Length::millimetres(210)), "595.276");
}

TEST(Number, HasAPointWhateverTheLocale) {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"nl_NL.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"}) std::setlocale(LC_ALL, name);
    EXPECT_EQ(decimal(1.5), "1.5");
    std::setlocale(LC_ALL, before.c_str());
}

}  // namespace
}  // namespace brochure::pdf
