#include "picture/picture.hpp"

#include <gmock/gmock.h>

#include <filesystem>

#include "base/file.hpp"
#include "picture/encode.hpp"
#include "picture/read.hpp"

namespace brochure::picture::testing {
namespace {

using namespace std::string_view_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Picture, KindIsToldByContent) {
    EXPECT_EQ(read_as<Raster>(jpeg_file({}, [](unsigned, unsigned, int) { return 9; })).width, 16U);
    EXPECT_EQ(read_as<Raster>(png_file({}, {{1, 2, 3}})).width, 1U);
    EXPECT_EQ(
        read_as<Drawing>("\xEF\xBB\xBF\n <svg viewBox='0 0 3 1'><rect width='1' height='1'/></svg>").width,
        3);
}

TEST(Picture, AspectRatioOfARaster) {
    EXPECT_EQ(
        aspect_ratio(read_as<Raster>(jpeg_file({.width = 30, .height = 10}, [](auto...) { return 0; }))), 3);
}

TEST(Picture, OtherFormatsAreCalledByTheirName) {
    const std::pair<std::string_view, const char*> files[] = {{"GIF89a"sv, "GIF"},
                                                              {"RIFF\0\0\0\0WEBPVP8 "sv, "WebP"},
                                                              {"%PDF-1.4"sv, "PDF"},
                                                              {"\0\0\0\x18"
                                                               "ftypheic"sv,
                                                               "HEIC"},
                                                              {"\x1F\x8B\x08"sv, "svgz"}};
    for (const auto& [bytes, name] : files) {
        Sink sink;
        EXPECT_FALSE(read_picture(bytes, "p", sink).has_value());
        EXPECT_THAT(diag::as_text(sink.sorted()), HasSubstr(name));
    }
}

TEST(Picture, WhatIsNoPictureIsRefused) {
    for (const std::string_view bytes : {""sv, "\0"sv, "hello"sv, "\xFF\xD8"sv, "\x89PNG"sv, "  "sv}) {
        EXPECT_THAT(faults_of(bytes), ElementsAre("0:0 picture-unknown"));
    }
}

// Whatever is done to a file, reading it ends with a picture or with a diagnostic.
void expect_no_harm(const std::string& original, unsigned rounds) {
    std::uint32_t state = 20240229;
    const auto random = [&state](std::size_t below) {
        state = state * 1664525 + 1013904223;
        return (state >> 8) % below;
    };
    for (unsigned round = 0; round < rounds; ++round) {
        std::string file = original;
        for (std::size_t change = random(6) + 1; change > 0; --change) {
            const std::size_t at = random(file.size());
            switch (random(3)) {
                case 0:
                    file[at] = static_cast<char>(random(256));
                    break;
                case 1:
                    file.erase(at, random(9) + 1);
                    break;
                default:
                    file.insert(at, file.substr(random(file.size()), random(30)));
            }
            if (file.empty()) file = "x";
        }
        Sink sink;
        const auto picture = read_picture(file, "p", sink);
        EXPECT_EQ(picture.has_value(), !sink.has_errors());
    }
}

TEST(Picture, MutatedJpegDoesNoHarm) {
    for (const bool progressive : {false, true}) {
        JpegRecipe recipe{.width = 40, .height = 24, .progressive = progressive};
        recipe.exif = exif_block(6);
        recipe.icc_profile = icc_profile("RGB ");
        expect_no_harm(jpeg_file(recipe,
                                 [](unsigned x, unsigned y, int c) {
                                     return static_cast<int>((x * y * 37 + static_cast<unsigned>(c)) % 256);
                                 }),
                       400);
    }
}

TEST(Picture, MutatedPngDoesNoHarm) {
    expect_no_harm(png_file({.width = 2, .height = 2, .interlaced = true, .icc_profile = icc_profile("RGB ")},
                            {{1, 2, 3, 4, 5, 6}, {7, 8, 9, 10, 11, 12}}),
                   400);
}

TEST(Picture, MutatedSvgDoesNoHarm) {
    expect_no_harm(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 90'><g transform='rotate(5 1 2) scale(2)' "
        "fill='#123'>"
        "<path d='M1 2A5 6 7 0 1 9 9q1 2 3 4t5 6Zm1e1.5.5h3' style='stroke:red;stroke-dasharray:1,2'/>"
        "<rect width='9' height='8' rx='2'/><polygon points='0,0 1 2-3,4'/></g>"
        "<text data-label='a' x='1' y='2' font-size='3'>woord &amp; &#233;</text></svg>",
        1500);
}

TEST(Picture, DrawingsOfTheProjectAreReadWithoutComplaint) {
    const auto content = std::filesystem::path(BROCHURE_SOURCE_ROOT) / "content";
    if (!std::filesystem::exists(content)) GTEST_SKIP() << "no content in this checkout";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(content)) {
        if (entry.path().extension() != ".svg") continue;
        const auto bytes = base::read_file(entry.path(), 8U << 20);
        ASSERT_TRUE(bytes.ok());
        Sink sink;
        EXPECT_TRUE(read_picture(bytes.value(), entry.path().filename().string(), sink).has_value());
        EXPECT_EQ(diag::as_text(sink.sorted()), "");
    }
}

}  // namespace
}  // namespace brochure::picture::testing
