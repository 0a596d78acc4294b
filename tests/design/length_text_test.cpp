#include "design/length_text.hpp"

#include <gtest/gtest.h>

namespace brochure::design {
namespace {

Quantity quantity(std::string_view text) {
    const auto parsed = parse_quantity(text);
    EXPECT_TRUE(std::holds_alternative<Quantity>(parsed)) << text;
    return std::holds_alternative<Quantity>(parsed) ? std::get<Quantity>(parsed) : Quantity{};
}

bool is_fault(std::string_view text) { return std::holds_alternative<LengthFault>(parse_quantity(text)); }

TEST(LengthText, ReadsEveryUnit) {
    EXPECT_EQ(quantity("12 pt"), (Quantity{12, Unit::pt}));
    EXPECT_EQ(quantity("3 mm"), (Quantity{3, Unit::mm}));
    EXPECT_EQ(quantity("1.4 em"), (Quantity{1.4, Unit::em}));
    EXPECT_EQ(quantity("2 line"), (Quantity{2, Unit::line}));
    EXPECT_EQ(quantity("40 %"), (Quantity{40, Unit::percent}));
}

TEST(LengthText, ReadsThePluralOfLine) { EXPECT_EQ(quantity("3 lines"), (Quantity{3, Unit::line})); }

TEST(LengthText, SpaceBeforeTheUnitMayBeMissing) { EXPECT_EQ(quantity("12pt"), (Quantity{12, Unit::pt})); }

TEST(LengthText, ReadsASign) {
    EXPECT_EQ(quantity("-3 mm"), (Quantity{-3, Unit::mm}));
    EXPECT_EQ(quantity("+3 mm"), (Quantity{3, Unit::mm}));
}

TEST(LengthText, RefusesWhatIsNoPlainDecimal) {
    for (const char* text : {"", " ", "pt", "1e3 pt", "0x10 pt", "1. pt", ".5 pt", "--1 pt", "nan pt",
                             "inf mm", "1 2 pt", "1 pt ", " 1 pt", "1 pt mm", "1\xC2\xA0pt"}) {
        EXPECT_TRUE(is_fault(text)) << text;
    }
}

TEST(LengthText, RefusesNumbersThatNoPaperHolds) {
    EXPECT_TRUE(is_fault("100001 mm"));
    EXPECT_TRUE(is_fault("-100001 mm"));
    EXPECT_TRUE(is_fault(std::string(400, '9') + " pt"));
}

TEST(LengthText, AbsoluteUnitsNeedNoContext) {
    EXPECT_EQ(Units{}.resolve({12, Unit::pt}), Length::points(12));
    EXPECT_EQ(Units{}.resolve({25.4, Unit::mm}), Length::points(72));
}

TEST(LengthText, RelativeUnitsFollowTheirContext) {
    const Units units{Length::points(10), Length::points(17), Length::points(300)};
    EXPECT_EQ(units.resolve({1.5, Unit::em}), Length::points(15));
    EXPECT_EQ(units.resolve({0.5, Unit::line}), Length::points(8.5));
    EXPECT_EQ(units.resolve({40, Unit::percent}), Length::points(120));
}

TEST(LengthText, RelativeUnitWithoutContextMeansNothing) {
    EXPECT_EQ(Units{}.resolve({1, Unit::em}), std::nullopt);
    EXPECT_EQ(Units{}.resolve({1, Unit::line}), std::nullopt);
    EXPECT_EQ(Units{}.resolve({1, Unit::percent}), std::nullopt);
}

TEST(LengthText, NamesTheUnitsThatHaveAMeaning) {
    EXPECT_EQ(Units{}.names(), "pt or mm");
    EXPECT_EQ((Units{Length::points(1), std::nullopt, Length::points(1)}.names()), "pt, mm, em or %");
}

TEST(LengthText, IsWrittenWithoutIdleDecimals) {
    EXPECT_EQ(length_text(Length::points(12), Unit::pt), "12 pt");
    EXPECT_EQ(length_text(Length::millimetres(0.25), Unit::mm), "0.25 mm");
    EXPECT_EQ(length_text(-Length::from_units(1), Unit::pt), "0 pt");
}

}  // namespace
}  // namespace brochure::design
