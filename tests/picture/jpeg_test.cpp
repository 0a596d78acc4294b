#include <gmock/gmock.h>

#include "picture/encode.hpp"
#include "picture/read.hpp"

namespace brochure::picture::testing {
namespace {

using ::testing::ElementsAre;

// Red grows to the right, green downwards.
int gradient(unsigned x, unsigned y, int component) {
    return component == 0 ? static_cast<int>(x * 12) : component == 1 ? static_cast<int>(y * 12) : 40;
}

int noise(unsigned x, unsigned y, int component) {
    return static_cast<int>((x * 73 + y * 151 + static_cast<unsigned>(component) * 31) * 7919 % 256);
}

// The grey of a 2 × 1 block picture: its left half is black, its right half white.
std::string black_and_white(const JpegRecipe& recipe) {
    return jpeg_file(recipe, [&](unsigned x, unsigned, int) { return x < recipe.width / 2 ? 0 : 255; });
}

int sample(const Raster& raster, unsigned x, unsigned y, unsigned component = 0) {
    const auto size = static_cast<std::size_t>(raster.components);
    return static_cast<unsigned char>(
        samples_of(raster).at((std::size_t{y} * raster.width + x) * size + component));
}

TEST(Jpeg, ColoursAreDecoded) {
    const auto raster = read_as<Raster>(jpeg_file({}, gradient));
    EXPECT_EQ(raster.width, 16U);
    EXPECT_EQ(raster.height, 16U);
    EXPECT_EQ(raster.components, Components::rgb);
    ASSERT_EQ(samples_of(raster).size(), 16U * 16 * 3);
    EXPECT_NEAR(sample(raster, 10, 3, 0), 120, 4);
    EXPECT_NEAR(sample(raster, 10, 3, 1), 36, 4);
    EXPECT_NEAR(sample(raster, 10, 3, 2), 40, 4);
    EXPECT_TRUE(raster.alpha.empty());
}

TEST(Jpeg, GreyStaysGrey) {
    const auto raster = read_as<Raster>(black_and_white({.space = JCS_GRAYSCALE}));
    EXPECT_EQ(raster.components, Components::grey);
    EXPECT_EQ(samples_of(raster).size(), 16U * 16);
    EXPECT_NEAR(sample(raster, 1, 1), 0, 2);
    EXPECT_NEAR(sample(raster, 15, 1), 255, 2);
}

TEST(Jpeg, OriginalIsKeptForEmbedding) {
    for (const bool progressive : {false, true}) {
        const std::string file = jpeg_file({.progressive = progressive}, gradient);
        EXPECT_EQ(read_as<Raster>(file).jpeg, file);
    }
}

TEST(Jpeg, WhatFollowsTheImageIsNotKept) {
    const std::string file = jpeg_file({}, gradient);
    EXPECT_EQ(read_as<Raster>(file + "a film that a phone appends").jpeg, file);
}

TEST(Jpeg, ArithmeticCodingIsDecodedButNotEmbedded) {
    const auto raster = read_as<Raster>(jpeg_file({.arithmetic = true}, gradient));
    EXPECT_NEAR(sample(raster, 10, 3, 0), 120, 4);
    EXPECT_TRUE(raster.jpeg.empty());
}

TEST(Jpeg, AdobeCmykIsTurnedRightWayRound) {
    // libjpeg writes the Adobe marker for CMYK, so the samples are stored with 255 for no ink.
    const auto file =
        jpeg_file({.space = JCS_CMYK}, [](unsigned, unsigned, int c) { return c == 3 ? 55 : 255; });
    const auto raster = read_as<Raster>(file);
    EXPECT_EQ(raster.components, Components::cmyk);
    EXPECT_NEAR(sample(raster, 5, 5, 0), 0, 2);
    EXPECT_NEAR(sample(raster, 5, 5, 3), 200, 2);
    EXPECT_TRUE(raster.jpeg.empty());
}

TEST(Jpeg, YcckBecomesCmyk) {
    const auto file = jpeg_file({.space = JCS_CMYK, .stored = JCS_YCCK},
                                [](unsigned, unsigned, int c) { return c == 0 ? 155 : 255; });
    const auto raster = read_as<Raster>(file);
    EXPECT_EQ(raster.components, Components::cmyk);
    EXPECT_NEAR(sample(raster, 5, 5, 0), 100, 4);
    EXPECT_NEAR(sample(raster, 5, 5, 1), 0, 4);
}

TEST(Jpeg, ProfileIsCollected) {
    const std::string profile = icc_profile("RGB ");
    EXPECT_EQ(read_as<Raster>(jpeg_file({.icc_profile = profile}, gradient)).icc_profile, profile);
}

TEST(Jpeg, ProfileForOtherColoursIsLeftOutWithAWarning) {
    Sink sink;
    const auto picture =
        read_picture(jpeg_file({.icc_profile = icc_profile("CMYK")}, gradient), "p.jpg", sink);
    ASSERT_TRUE(picture.has_value());
    EXPECT_TRUE(std::get<Raster>(*picture).icc_profile.empty());
    EXPECT_THAT(places(sink), ElementsAre("0:0 picture-profile"));
    EXPECT_FALSE(sink.has_errors());
}

// A picture 24 wide and 8 high with one corner marked, after each orientation (Exif 2.32, 4.6.4).
struct Turn {
    int orientation;
    unsigned width, height;
    unsigned x, y;  // where the corner stored at the top left is seen
};

class JpegOrientation : public ::testing::TestWithParam<Turn> {};

TEST_P(JpegOrientation, CornerIsWhereItIsSeen) {
    const Turn turn = GetParam();
    for (const bool big_endian : {true, false}) {
        JpegRecipe recipe{.width = 24, .height = 8, .space = JCS_GRAYSCALE};
        recipe.exif = exif_block(turn.orientation, big_endian);
        const auto file =
            jpeg_file(recipe, [](unsigned x, unsigned y, int) { return x < 4 && y < 4 ? 0 : 255; });
        const auto raster = read_as<Raster>(file);
        EXPECT_EQ(raster.width, turn.width);
        EXPECT_EQ(raster.height, turn.height);
        EXPECT_LT(sample(raster, turn.x, turn.y), 60);
        int dark_corners = 0;
        for (const unsigned x : {0U, turn.width - 1}) {
            for (const unsigned y : {0U, turn.height - 1}) dark_corners += sample(raster, x, y) < 60 ? 1 : 0;
        }
        EXPECT_EQ(dark_corners, 1);
        EXPECT_EQ(raster.jpeg.empty(), turn.orientation != 1);
    }
}

INSTANTIATE_TEST_SUITE_P(All, JpegOrientation,
                         ::testing::Values(Turn{1, 24, 8, 0, 0}, Turn{2, 24, 8, 23, 0}, Turn{3, 24, 8, 23, 7},
                                           Turn{4, 24, 8, 0, 7}, Turn{5, 8, 24, 0, 0}, Turn{6, 8, 24, 7, 0},
                                           Turn{7, 8, 24, 7, 23}, Turn{8, 8, 24, 0, 23}));

// Corner marks alone cannot tell 5 from 1: a second mark along the top edge ends up along the left one.
TEST(Jpeg, TransposedTopEdgeIsSeenAtTheLeft) {
    JpegRecipe recipe{.width = 24, .height = 8, .space = JCS_GRAYSCALE};
    recipe.exif = exif_block(5);
    const auto file = jpeg_file(recipe, [](unsigned, unsigned y, int) { return y < 4 ? 0 : 255; });
    const auto raster = read_as<Raster>(file);
    EXPECT_LT(sample(raster, 0, 23), 60);
    EXPECT_GT(sample(raster, 7, 0), 200);
}

TEST(Jpeg, NonsenseOrientationIsIgnored) {
    for (const int orientation : {0, 9, 40000}) {
        JpegRecipe recipe;
        recipe.exif = exif_block(orientation);
        EXPECT_FALSE(read_as<Raster>(jpeg_file(recipe, gradient)).jpeg.empty()) << orientation;
    }
    JpegRecipe recipe;
    recipe.exif = exif_block(6).substr(0, 20);
    EXPECT_FALSE(read_as<Raster>(jpeg_file(recipe, gradient)).jpeg.empty());
}

// A file whose frame header says otherwise (ITU-T T.81, B.2.2): its marker, and its bits a sample.
std::string of_another_kind(char marker, char bits) {
    std::string file = jpeg_file({}, gradient);
    const std::size_t frame = file.find("\xFF\xC0");
    file[frame + 1] = marker;
    file[frame + 4] = bits;
    return file;
}

std::string fault_words(const std::string& file) {
    Sink sink;
    EXPECT_FALSE(read_picture(file, "p.jpg", sink).has_value());
    EXPECT_THAT(places(sink), ElementsAre("0:0 picture-unsupported"));
    return sink.has_errors() ? sink.sorted().front().message : "";
}

TEST(Jpeg, WhatIsWholeButOfARareKindIsCalledByItsName) {
    EXPECT_EQ(fault_words(of_another_kind('\xC1', 12)), "The JPEG has 12 bits a colour; only 8 can be read.");
    EXPECT_EQ(fault_words(of_another_kind('\xC3', 8)),
              "The JPEG is lossless, a rare kind that cannot be read.");
    EXPECT_EQ(fault_words(of_another_kind('\xC5', 8)),
              "The JPEG is hierarchical, a rare kind that cannot be read.");
    std::string near_lossless = jpeg_file({}, gradient);
    near_lossless[3] = '\xF7';
    EXPECT_EQ(fault_words(near_lossless), "This is a JPEG-LS, which cannot be read.");
}

TEST(Jpeg, TruncatedFileIsRefusedWhereverItEnds) {
    for (const bool progressive : {false, true}) {
        const std::string file = jpeg_file({.width = 40, .height = 40, .progressive = progressive}, noise);
        for (std::size_t length = 3; length < file.size(); length += 7) {
            EXPECT_THAT(faults_of(file.substr(0, length)), ElementsAre("0:0 picture-damaged")) << length;
        }
    }
}

TEST(Jpeg, MissingEndMarkerIsRefused) {
    const std::string file = jpeg_file({}, gradient);
    EXPECT_THAT(faults_of(file.substr(0, file.size() - 2)), ElementsAre("0:0 picture-damaged"));
}

TEST(Jpeg, OverwrittenDataIsRefused) {
    std::string file = jpeg_file({.width = 64, .height = 64}, noise);
    file.replace(file.size() / 2, 400, 400, '\xFF');
    EXPECT_THAT(faults_of(file), ElementsAre("0:0 picture-damaged"));
}

// A file that stands upright is only checked, one on its head is decoded.
TEST(Jpeg, CheckingFindsWhatDecodingFinds) {
    const auto faults = [](const std::string& file) {
        Sink sink;
        read_picture(file, "p.jpg", sink);
        return diag::as_text(sink.sorted());
    };
    for (const bool progressive : {false, true}) {
        JpegRecipe recipe{.width = 70, .height = 50, .progressive = progressive};
        recipe.exif = exif_block(1);
        std::string upright = jpeg_file(recipe, noise);
        recipe.exif = exif_block(3);
        std::string on_its_head = jpeg_file(recipe, noise);
        ASSERT_EQ(upright.size(), on_its_head.size());
        int damaged = 0;
        const std::size_t headers = upright.find("\xFF\xDA");
        for (std::size_t at = headers; at < upright.size(); at += 5) {
            const char byte = upright[at];
            for (const char wrong : {'\0', '\x5A', '\xFF', static_cast<char>(byte + 1)}) {
                upright[at] = on_its_head[at] = wrong;
                const std::string found = faults(upright);
                ASSERT_EQ(found, faults(on_its_head)) << at << ' ' << int{wrong};
                damaged += found.empty() ? 0 : 1;
            }
            upright[at] = on_its_head[at] = byte;
        }
        EXPECT_GT(damaged, 100);
    }
}

TEST(Jpeg, SamplesOfAFileThatIsPassedThroughAreDecodedOnceTheyAreAskedFor) {
    const auto raster = read_as<Raster>(jpeg_file({}, gradient));
    EXPECT_TRUE(raster.samples.empty());
    const Raster copy = raster;
    const std::string& samples = samples_of(raster);
    EXPECT_EQ(samples.size(), 16U * 16 * 3);
    EXPECT_EQ(&samples_of(copy), &samples);
}

TEST(Jpeg, ClaimedSizeBeyondTheLimitIsRefusedBeforeMemoryIsTaken) {
    std::string file = jpeg_file({.space = JCS_GRAYSCALE}, gradient);
    const std::size_t frame = file.find("\xFF\xC0");
    ASSERT_NE(frame, std::string::npos);
    file.replace(frame + 5, 4, "\xFF\x00\xFF\x00", 4);  // 65280 × 65280
    EXPECT_THAT(faults_of(file), ElementsAre("0:0 picture-too-large"));
}

}  // namespace
}  // namespace brochure::picture::testing
