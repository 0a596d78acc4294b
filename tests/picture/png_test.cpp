#include <gmock/gmock.h>

#include "picture/encode.hpp"
#include "picture/read.hpp"

namespace brochure::picture::testing {
namespace {

using ::testing::ElementsAre;

std::vector<int> numbers(const std::string& bytes) {
    std::vector<int> list;
    for (const char c : bytes) list.push_back(static_cast<unsigned char>(c));
    return list;
}

TEST(Png, GreyOfEveryDepthFillsEightBits) {
    struct Case {
        int depth;
        std::vector<png_byte> row;
        std::vector<int> expected;
    };
    for (const Case& c :
         {Case{1, {0b0100'0000}, {0, 255}}, Case{2, {0b0110'0000}, {85, 170}}, Case{4, {0x3C}, {51, 204}},
          Case{8, {7, 250}, {7, 250}}, Case{16, {0x12, 0x34, 0xFF, 0xFF}, {18, 255}}}) {
        const auto raster = read_as<Raster>(
            png_file({.width = 2, .depth = c.depth, .colour_type = PNG_COLOR_TYPE_GRAY}, {c.row}));
        EXPECT_EQ(raster.components, Components::grey);
        EXPECT_EQ(numbers(raster.samples), c.expected) << c.depth;
        EXPECT_TRUE(raster.alpha.empty());
    }
}

TEST(Png, RgbOfEightAndSixteenBits) {
    EXPECT_THAT(numbers(read_as<Raster>(png_file({.depth = 8}, {{1, 2, 3}})).samples), ElementsAre(1, 2, 3));
    EXPECT_THAT(
        numbers(read_as<Raster>(png_file({.depth = 16}, {{0x10, 0x10, 0x80, 0x80, 0xFF, 0xFF}})).samples),
        ElementsAre(0x10, 0x80, 0xFF));
}

TEST(Png, GreyWithAlphaIsSplit) {
    const auto raster =
        read_as<Raster>(png_file({.width = 2, .colour_type = PNG_COLOR_TYPE_GRAY_ALPHA}, {{9, 100, 8, 255}}));
    EXPECT_EQ(raster.components, Components::grey);
    EXPECT_THAT(numbers(raster.samples), ElementsAre(9, 8));
    EXPECT_THAT(numbers(raster.alpha), ElementsAre(100, 255));
}

TEST(Png, RgbWithAlphaIsSplit) {
    const auto raster = read_as<Raster>(
        png_file({.width = 2, .colour_type = PNG_COLOR_TYPE_RGB_ALPHA}, {{1, 2, 3, 0, 4, 5, 6, 7}}));
    EXPECT_THAT(numbers(raster.samples), ElementsAre(1, 2, 3, 4, 5, 6));
    EXPECT_THAT(numbers(raster.alpha), ElementsAre(0, 7));
}

TEST(Png, AlphaThatHidesNothingIsDropped) {
    const auto raster =
        read_as<Raster>(png_file({.colour_type = PNG_COLOR_TYPE_RGB_ALPHA}, {{1, 2, 3, 255}}));
    EXPECT_THAT(numbers(raster.samples), ElementsAre(1, 2, 3));
    EXPECT_TRUE(raster.alpha.empty());
}

TEST(Png, PaletteOfEveryDepthBecomesRgb) {
    struct Case {
        int depth;
        png_byte row;
    };
    for (const Case& c : {Case{1, 0b1000'0000}, Case{2, 0b0100'0000}, Case{4, 0x10}, Case{8, 1}}) {
        const auto raster = read_as<Raster>(png_file(
            {.depth = c.depth, .colour_type = PNG_COLOR_TYPE_PALETTE, .palette = {{1, 2, 3}, {40, 50, 60}}},
            {{c.row}}));
        EXPECT_EQ(raster.components, Components::rgb);
        EXPECT_THAT(numbers(raster.samples), ElementsAre(40, 50, 60)) << c.depth;
    }
}

TEST(Png, TransparencyOfThePaletteBecomesAlpha) {
    const auto raster = read_as<Raster>(png_file({.width = 2,
                                                  .colour_type = PNG_COLOR_TYPE_PALETTE,
                                                  .palette = {{1, 2, 3}, {40, 50, 60}},
                                                  .palette_alpha = {128}},
                                                 {{0, 1}}));
    EXPECT_THAT(numbers(raster.alpha), ElementsAre(128, 255));
}

TEST(Png, TransparentColourBecomesAlpha) {
    png_color_16 black{};
    const auto raster = read_as<Raster>(png_file({.width = 2,
                                                  .depth = 2,
                                                  .colour_type = PNG_COLOR_TYPE_GRAY,
                                                  .has_transparent_colour = true,
                                                  .transparent_colour = black},
                                                 {{0b0011'0000}}));
    EXPECT_THAT(numbers(raster.samples), ElementsAre(0, 255));
    EXPECT_THAT(numbers(raster.alpha), ElementsAre(0, 255));
}

TEST(Png, InterlacedRowsComeOutInOrder) {
    std::vector<std::vector<png_byte>> rows;
    std::vector<int> expected;
    for (int y = 0; y < 9; ++y) {
        rows.emplace_back();
        for (int x = 0; x < 9; ++x) {
            rows.back().push_back(static_cast<png_byte>(y * 16 + x));
            expected.push_back(y * 16 + x);
        }
    }
    const auto raster = read_as<Raster>(
        png_file({.width = 9, .height = 9, .colour_type = PNG_COLOR_TYPE_GRAY, .interlaced = true}, rows));
    EXPECT_EQ(numbers(raster.samples), expected);
}

TEST(Png, ProfileIsKept) {
    const std::string profile = icc_profile("RGB ");
    EXPECT_EQ(read_as<Raster>(png_file({.icc_profile = profile}, {{1, 2, 3}})).icc_profile, profile);
}

TEST(Png, OrientationTurnsColoursAndTransparencyAlike) {
    // Stored in a row: a red pixel and a blue one that is half seen.
    const std::string block = exif_block(6).substr(6);
    const auto raster =
        read_as<Raster>(png_file({.width = 2, .colour_type = PNG_COLOR_TYPE_RGB_ALPHA, .exif = block},
                                 {{255, 0, 0, 255, 0, 0, 255, 128}}));
    EXPECT_EQ(raster.width, 1U);
    EXPECT_EQ(raster.height, 2U);
    EXPECT_THAT(numbers(raster.samples), ElementsAre(255, 0, 0, 0, 0, 255));
    EXPECT_THAT(numbers(raster.alpha), ElementsAre(255, 128));
}

TEST(Png, OrientationThreeTurnsItUpsideDown) {
    for (const bool big_endian : {true, false}) {
        const auto raster = read_as<Raster>(png_file(
            {.width = 3, .colour_type = PNG_COLOR_TYPE_GRAY, .exif = exif_block(3, big_endian).substr(6)},
            {{1, 2, 3}}));
        EXPECT_THAT(numbers(raster.samples), ElementsAre(3, 2, 1));
    }
}

TEST(Png, GreySavedAsColoursIsGrey) {
    const auto raster = read_as<Raster>(png_file({.width = 2}, {{7, 7, 7, 200, 200, 200}}));
    EXPECT_EQ(raster.components, Components::grey);
    EXPECT_THAT(numbers(raster.samples), ElementsAre(7, 200));
    EXPECT_EQ(read_as<Raster>(png_file({.width = 2}, {{7, 7, 7, 200, 200, 201}})).components,
              Components::rgb);
}

TEST(Png, ImageThatIsTransparentAllOverIsTold) {
    const std::string file =
        png_file({.width = 2, .colour_type = PNG_COLOR_TYPE_RGB_ALPHA}, {{1, 2, 3, 0, 4, 5, 6, 0}});
    EXPECT_THAT(faults_of(file), ElementsAre("0:0 picture-empty"));
}

TEST(Png, KindOfPhoneAppsIsUnsupportedNotDamaged) {
    std::string file = png_file({}, {{1, 2, 3}});
    file.insert(8, std::string("\0\0\0\4CgBI\x50\0\x20\2\x2B\xD5\xB3\x7F", 16));
    EXPECT_THAT(faults_of(file), ElementsAre("0:0 picture-unsupported"));
}

std::string grey_noise() {
    std::vector<std::vector<png_byte>> rows;
    for (unsigned y = 0; y < 30; ++y) {
        rows.emplace_back();
        for (unsigned x = 0; x < 30; ++x)
            rows.back().push_back(static_cast<png_byte>((x * 73 + y * 151) * 7919));
    }
    return png_file({.width = 30, .height = 30, .colour_type = PNG_COLOR_TYPE_GRAY}, rows);
}

TEST(Png, TruncatedFileIsRefusedWhereverItEnds) {
    const std::string file = grey_noise();
    for (std::size_t length = 8; length < file.size(); ++length) {
        EXPECT_THAT(faults_of(file.substr(0, length)), ElementsAre("0:0 picture-damaged")) << length;
    }
}

TEST(Png, AnyChangedByteAfterTheSignatureIsNoticed) {
    const std::string file = grey_noise();
    for (std::size_t at = 8; at < file.size(); ++at) {
        std::string changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        Sink sink;
        EXPECT_FALSE(read_picture(changed, "p.png", sink).has_value()) << at;
    }
}

TEST(Png, PaletteIndexWithoutColourIsRefused) {
    const auto file =
        png_file({.colour_type = PNG_COLOR_TYPE_PALETTE, .palette = {{1, 2, 3}, {4, 5, 6}}}, {{7}});
    EXPECT_THAT(faults_of(file), ElementsAre("0:0 picture-damaged"));
}

TEST(Png, ClaimedSizeBeyondTheLimitIsRefusedBeforeMemoryIsTaken) {
    const auto file = png_file({.width = 20000, .height = 20000, .colour_type = PNG_COLOR_TYPE_GRAY}, {});
    EXPECT_THAT(faults_of(file), ElementsAre("0:0 picture-too-large"));
}

}  // namespace
}  // namespace brochure::picture::testing
