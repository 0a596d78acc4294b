#include "base/grey.hpp"

#include <gtest/gtest.h>

namespace brochure::base {
namespace {

TEST(Grey, OfAGreyIsItself) {
    for (int i = 0; i < 256; ++i) {
        const auto sample = static_cast<std::uint8_t>(i);
        EXPECT_EQ(grey_of({{sample, sample, sample}, {}}), sample);
    }
}

// What check_contrast has found legible in colour is legible in grey.
TEST(Grey, KeepsTheContrastOfTwoColours) {
    const std::array<Colour, 6> colours{Colour{{14, 74, 90}, {}}, {{200, 100, 27}, {}},
                                        {{122, 55, 10}, {}},      {{253, 240, 226}, {}},
                                        {{0, 0, 255}, {}},        {{255, 255, 255}, {}}};
    const auto in_grey = [](const Colour& colour) {
        const std::uint8_t grey = grey_of(colour);
        return Colour{{grey, grey, grey}, {}};
    };
    for (const Colour& a : colours) {
        for (const Colour& b : colours) {
            const double colour = contrast_ratio(a, b);
            EXPECT_NEAR(contrast_ratio(in_grey(a), in_grey(b)), colour, 0.02 * colour) << a.hex() << b.hex();
        }
    }
}

}  // namespace
}  // namespace brochure::base
