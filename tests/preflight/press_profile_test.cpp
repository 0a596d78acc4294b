#include "pdf/press/press_profile.hpp"

#include <gmock/gmock.h>

#include "pdf/content/profile.hpp"
#include "pdf/press_sample.hpp"
#include "preflight/print_limits.hpp"

namespace brochure::preflight {
namespace {

using namespace pdf;

using testing::HasSubstr;

TEST(FindProfile, MissingOneNamesItsPackage) {
    const auto found = find_profile("FOGRA39", {"/nowhere"});
    ASSERT_FALSE(found.ok());
    EXPECT_THAT(found.error().message, HasSubstr("apt-get install texlive-base"));
    EXPECT_THAT(find_profile("PSOuncoated", {"/nowhere"}).error().message, HasSubstr("PSOuncoated"));
    EXPECT_THAT(find_profile("/nowhere/a.icc").error().message, HasSubstr("/nowhere/a.icc"));
}

TEST(FindProfile, LooksInAllFoldersBelow) {
    std::string folder = (std::filesystem::temp_directory_path() / "brochure-profiles-XXXXXX").string();
    ASSERT_NE(mkdtemp(folder.data()), nullptr);
    std::filesystem::create_directories(folder + "/deep/down");
    std::ofstream(folder + "/deep/down/Offset.icc") << "x";
    const auto found = find_profile("Offset", {folder});
    EXPECT_TRUE(found.ok() && found.value() == folder + "/deep/down/Offset.icc");
    std::filesystem::remove_all(folder);
}

TEST(OpenProfile, ProfileOfAScreenIsRefused) {
    const TemporaryFile file(srgb_profile());
    const auto opened = PressProfile::open(file.path());
    ASSERT_FALSE(opened.ok());
    EXPECT_THAT(opened.error().message, HasSubstr("no ICC profile of a four-colour"));
}

TEST(OpenProfile, DamagedProfileIsRefused) {
    SKIP_WITHOUT_FOGRA39();
    const std::string whole = PressProfile::open(press_options().profile).value().bytes();
    for (const std::size_t size : {std::size_t{0}, std::size_t{100}, std::size_t{140}, std::size_t{4000}}) {
        const TemporaryFile file(whole.substr(0, size));
        EXPECT_FALSE(PressProfile::open(file.path()).ok()) << size;
    }
}

TEST(Ink, LimitTakesFromTheColoursAlike) {
    EXPECT_EQ(within_limit({100, 100, 100, 100}), (Inks{66, 66, 66, 100}));
    EXPECT_EQ(within_limit({80, 80, 80, 60}), (Inks{80, 80, 80, 60}));
    EXPECT_EQ(within_limit({100, 80, 60, 90}), (Inks{87, 70, 52, 90}));
}

class Fogra39 : public testing::Test {
  protected:
    void SetUp() override {
        SKIP_WITHOUT_FOGRA39();
        profile.emplace(PressProfile::open(press_options().profile));
        ASSERT_TRUE(profile->ok());
    }
    [[nodiscard]] const PressProfile& it() const { return profile->value(); }
    std::optional<base::Result<PressProfile>> profile;
};

TEST_F(Fogra39, WhiteIsBarePaper) {
    const Colour white{{255, 255, 255}, {}};
    EXPECT_EQ(it().inks_of(white), Inks{});
    EXPECT_EQ(it().black_of(white), 0);
}

TEST_F(Fogra39, NamedInksAreNotConverted) {
    EXPECT_EQ(it().inks_of(Colour{{1, 2, 3}, Inks{9, 8, 7, 6}}), (Inks{9, 8, 7, 6}));
}

TEST_F(Fogra39, EveryConvertedColourIsNearTheLimitAtMost) {
    for (int r = 0; r < 256; r += 51) {
        for (int g = 0; g < 256; g += 51) {
            for (int b = 0; b < 256; b += 51) {
                const Colour colour{{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g),
                                     static_cast<std::uint8_t>(b)},
                                    {}};
                EXPECT_LE(total_ink(it().inks_of(colour)), most_ink + ink_tolerance) << colour.hex();
                EXPECT_LE(total_ink(within_limit(it().inks_of(colour))), most_ink);
            }
        }
    }
}

TEST_F(Fogra39, GreysFallWithLightness) {
    int last = 100;
    for (int v = 0; v < 256; v += 15) {
        const auto grey = static_cast<std::uint8_t>(v);
        const int black = it().black_of(Colour{{grey, grey, grey}, {}});
        EXPECT_LE(black, last);
        last = black;
    }
    EXPECT_EQ(it().black_of(Colour{{0, 0, 0}, {}}), 100);
    EXPECT_EQ(it().black_of(Colour{{0, 0, 0}, Inks{0, 0, 0, 37}}), 37);
}

TEST_F(Fogra39, RastersAgreeWithColours) {
    picture::Raster raster = photograph(picture::Components::rgb, 2, 1);
    raster.samples = std::string("\x1F\x7A\x8C\xFF\xFF\xFF", 6);
    const std::string inks = it().inks_of(raster).bytes;
    const Inks colour = it().inks_of(Colour{{0x1F, 0x7A, 0x8C}, {}});
    ASSERT_EQ(inks.size(), 8U);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_NEAR(static_cast<unsigned char>(inks[i]) / 2.55, colour[i], 1.5) << i;
        EXPECT_EQ(inks[4 + i], 0);
    }
    const std::string grey = it().grey_of(raster);
    EXPECT_NEAR(100 - static_cast<unsigned char>(grey[0]) / 2.55,
                it().black_of(Colour{{0x1F, 0x7A, 0x8C}, {}}), 1.5);
    EXPECT_EQ(grey[1], '\xFF');
}

}  // namespace
}  // namespace brochure::preflight
