#include "pdf/content/pictures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/content/profile.hpp"
#include "pdf/editions/write_screen.hpp"
#include "pdf/object/png_rows.hpp"
#include "pdf/tools.hpp"
#include "pdf/whole_sample.hpp"

namespace brochure::pdf {
namespace {

using picture::Components;
using testing::HasSubstr;
using testing::Not;

picture::Raster raster(Components components) {
    picture::Raster out;
    out.width = 20;
    out.height = 10;
    out.components = components;
    for (std::size_t i = 0; i < 200 * static_cast<std::size_t>(components); ++i)
        out.samples += static_cast<char>(i * 7);
    return out;
}

// One picture, drawn so often.
std::string with_picture(picture::Picture picture, int times = 1) {
    Sample sample;
    const auto id = sample.document.pictures.push_back(test::named(std::move(picture)));
    auto& tree = sample.document.structure;
    const style::NodeId figure = tree.add_node(tree.root(), Role::figure);
    tree[figure].alternative_text = "Proef";
    const style::LeafId leaf = tree.add_leaf(figure);
    for (int i = 0; i < times; ++i)
        sample.document.pages[0].items.push_back(
            {page::PlacedPicture{
                 id,
                 {{Length::points(40), Length::points(60.0 * i)}, {Length::points(100), Length::points(50)}}},
             leaf});
    return written(sample);
}

class PicturesTest : public testing::Test {
  protected:
    void SetUp() override { SKIP_WITHOUT("qpdf"); }
    static void expect_clean(const std::string& file) {
        EXPECT_EQ(run_on(file, "qpdf --check").exit_code, 0);
        if (have_ua_check()) {
            const Output checked = ua_check(file);
            EXPECT_EQ(checked.exit_code, 0) << checked.text;
        }
        if (have("gs")) {
            const Output drawn =
                run_on(file, "gs -q -dSAFER -dNOPAUSE -dBATCH -dPDFSTOPONERROR -sDEVICE=nullpage");
            EXPECT_EQ(drawn.exit_code, 0) << drawn.text;
        }
    }
};

TEST_F(PicturesTest, SamplesSurvivePngRows) {
    SKIP_WITHOUT("pdfimages");
    const picture::Raster picture = raster(Components::rgb);
    const TemporaryFile file(with_picture(picture));
    const std::string root = file.path() + "-image";
    run("pdfimages '" + file.path() + "' '" + root + "'");
    std::ifstream in(root + "-000.ppm", std::ios::binary);
    const std::string ppm{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove(root + "-000.ppm");
    ASSERT_GT(ppm.size(), picture.samples.size());
    EXPECT_EQ(ppm.substr(ppm.size() - picture.samples.size()), picture.samples);
}

TEST_F(PicturesTest, TransparentOneHasAMaskAndItsPageABlendingSpace) {
    picture::Raster picture = raster(Components::rgb);
    picture.alpha = std::string(200, '\x80');
    const std::string file = with_picture(picture);
    expect_clean(file);
    EXPECT_THAT(unpacked(file), HasSubstr("/SMask"));
    EXPECT_THAT(unpacked(file), HasSubstr("/S /Transparency"));
}

TEST_F(PicturesTest, OpaqueOneHasNeither) {
    const std::string file = unpacked(with_picture(raster(Components::rgb)));
    EXPECT_THAT(file, Not(HasSubstr("/SMask")));
    EXPECT_THAT(file, Not(HasSubstr("/Transparency")));
}

TEST_F(PicturesTest, ProfileIsEmbeddedOnce) {
    picture::Raster picture = raster(Components::rgb);
    picture.icc_profile = srgb_profile();
    const std::string file = with_picture(picture, 2);
    expect_clean(file);
    EXPECT_EQ(count(unpacked(file), "/ICCBased"), 1U);
}

TEST_F(PicturesTest, UnusableProfileIsLeftOut) {
    picture::Raster picture = raster(Components::grey);
    picture.icc_profile = srgb_profile();  // three components for one
    const std::string file = unpacked(with_picture(picture));
    EXPECT_THAT(file, HasSubstr("/ColorSpace /DeviceGray"));
    EXPECT_THAT(file, Not(HasSubstr("/ICCBased")));
}

TEST_F(PicturesTest, InksBecomeSrgbOnTheScreen) {
    const std::string file = with_picture(raster(Components::cmyk));
    expect_clean(file);
    EXPECT_THAT(unpacked(file), Not(HasSubstr("/DeviceCMYK")));
}

TEST_F(PicturesTest, DrawingStaysVectorsAndIsWrittenOnce) {
    const std::string file = with_picture(small_drawing(), 3);
    expect_clean(file);
    const std::string tokens = unpacked(file);
    EXPECT_EQ(count(tokens, "/Subtype /Form"), 1U);
    EXPECT_EQ(count(tokens, "cm/X0 Do"), 3U);
    EXPECT_THAT(tokens, Not(HasSubstr("/Subtype /Image")));
}

TEST(PngRows, TakesTheFilterThatLeavesLeast) {
    const std::string ramp{"\1\2\3\4\1\2\3\4", 8};
    EXPECT_EQ(filtered_rows(ramp, 4, 1), std::string("\1\1\1\1\1\2\0\0\0\0", 10));  // sub, then up
}

}  // namespace
}  // namespace brochure::pdf
