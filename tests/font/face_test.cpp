#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "font/fonts_folder.hpp"

namespace brochure::font {
namespace {

// ruler.ttf and ruler.otf: see faces/make_faces.py for every number below.
class Ruler : public testing::TestWithParam<const char*> {
  protected:
    Ruler() {
        folder.write_ruler(bytes_of(own_faces / GetParam()));
        face = library.first_face({"ruler"}, sink).value();
    }
    GlyphId glyph(std::string_view character) {
        const auto glyphs = library.shape(face, one_thousand, character,
                                          {0, static_cast<std::uint32_t>(character.size())}, {});
        EXPECT_EQ(glyphs.size(), 1U);
        return glyphs.at(0).id;
    }
    FontsFolder folder;
    Library library{{folder.fonts()}};
    Sink sink;
    FaceId face;
};

INSTANTIATE_TEST_SUITE_P(Outlines, Ruler, testing::Values("ruler.ttf", "ruler.otf"));

TEST_P(Ruler, MetricsScaleWithTheSize) {
    const VerticalMetrics metrics = library.metrics(face, Length::points(10));
    EXPECT_EQ(metrics.ascender, Length::points(9));
    EXPECT_EQ(metrics.descender, Length::points(-2.5));
    EXPECT_EQ(metrics.x_height, Length::points(5));
    EXPECT_EQ(metrics.cap_height, Length::points(7));
}

TEST_P(Ruler, GlyphBoundsAreInkWithYDownwards) {
    EXPECT_EQ(library.glyph_bounds(face, glyph("H"), Length::points(10)),
              Rect::from_edges(Length::points(0.8), Length::points(-7), Length::points(6.2), Length{}));
    EXPECT_EQ(library.glyph_bounds(face, glyph(" "), Length::points(10)), Rect{});
}

TEST_P(Ruler, DescriptorIsInThousandthsOfAnEm) {
    const Descriptor& descriptor = library.descriptor(face);
    EXPECT_EQ(descriptor.postscript_name, "Ruler-Regular");
    EXPECT_EQ(descriptor.family, "Ruler");
    EXPECT_EQ(descriptor.weight, 400);
    EXPECT_EQ(descriptor.stem_v, 88);
    EXPECT_EQ(descriptor.ascent, 900);
    EXPECT_EQ(descriptor.descent, -250);
    EXPECT_EQ(descriptor.cap_height, 700);
    EXPECT_EQ(descriptor.x_height, 500);
    EXPECT_THAT(descriptor.bounding_box, testing::ElementsAre(-300, 0, 620, 720));
    EXPECT_EQ(descriptor.cff, std::string_view(GetParam()) == "ruler.otf");
}

TEST_P(Ruler, CharactersItSets) {
    EXPECT_TRUE(library.has_glyph(face, U'H'));
    EXPECT_FALSE(library.has_glyph(face, U'z'));
    EXPECT_TRUE(library.has_glyph(face, 0x2011)) << "the no-break hyphen is set as a hyphen";
    EXPECT_TRUE(library.has_glyph(face, 0x202F)) << "a narrow space is made of the space";
    EXPECT_TRUE(library.has_glyph(face, 0x00AD)) << "a soft hyphen shows nothing";
}

TEST_P(Ruler, SubsetKeepsGlyphIdsAndWidths) {
    const GlyphId x = glyph("x");
    const Subset subset = library.subset(face, {x, glyph("i")});
    EXPECT_THAT(subset.widths, testing::ElementsAre(500.0, 250.0));
    EXPECT_FALSE(subset.program.empty());
    EXPECT_LT(subset.program.size(), bytes_of(own_faces / GetParam()).size());
}

TEST(DescriptorOf, NotoFaces) {
    Library library({shipped_fonts});
    Sink sink;
    const auto of = [&](const FaceQuery& query) {
        return library.descriptor(library.first_face(query, sink).value());
    };
    EXPECT_FALSE(of({"noto-sans"}).serif);
    EXPECT_TRUE(of({"noto-serif"}).serif);
    EXPECT_EQ(of({"noto-sans", 700}).weight, 700);
    EXPECT_EQ(of({"noto-sans", 700}).stem_v, 166);
    EXPECT_TRUE(of({"noto-sans", 400, true}).italic);
    EXPECT_EQ(of({"noto-sans", 400, true}).italic_angle, -12.0);
    EXPECT_FALSE(of({"noto-sans"}).fixed_pitch);
    EXPECT_EQ(of({"noto-sans"}).ascent, 1069);
    EXPECT_EQ(of({"noto-sans"}).descent, -293);
    EXPECT_EQ(of({"noto-sans"}).cap_height, 714);
    EXPECT_EQ(of({"noto-sans"}).x_height, 536);
}

}  // namespace
}  // namespace brochure::font
