#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>

#include "font/fonts_folder.hpp"
#include "support/shell.hpp"

namespace brochure::font {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "glyph@cluster+advance(dx,dy)", with "!" where breaking is unsafe; in font units.
std::string written(std::int64_t glyph, std::int64_t cluster, std::int64_t advance, std::int64_t dx,
                    std::int64_t dy, bool unsafe) {
    return fmt::format("{}@{}+{}({},{}){} ", glyph, cluster, advance, dx, dy, unsafe ? "!" : "");
}

std::int64_t number_after(std::string_view key, const std::string& json) {
    const std::size_t found = json.find(key);
    return found == std::string::npos ? 0 : std::stoll(json.substr(found + key.size()));
}

// What HarfBuzz's own program says, written as above.
std::string by_hb_shape(const std::filesystem::path& font, const std::string& text,
                        const std::string& options) {
    const FontsFolder folder;
    folder.write("text", text);
    const std::string json = test::output_of(
        fmt::format("hb-shape --font-file={} --text-file={} --single-par --no-glyph-names "
                    "--output-format=json --utf8-clusters "
                    "--cluster-level=1 --remove-default-ignorables --bot --eot --show-flags {}",
                    font.string(), (folder.fonts() / "text").string(), options));
    std::string all;
    for (std::size_t start = json.find('{'); start != std::string::npos; start = json.find('{', start + 1)) {
        const std::string glyph = json.substr(start, json.find('}', start) - start);
        all += written(number_after("\"g\":", glyph), number_after("\"cl\":", glyph),
                       number_after("\"ax\":", glyph), number_after("\"dx\":", glyph),
                       number_after("\"dy\":", glyph), (number_after("\"fl\":", glyph) & 1) != 0);
    }
    return all;
}

std::string written(const std::vector<Glyph>& glyphs) {
    std::string all;
    for (const Glyph& glyph : glyphs) {
        all += written(glyph.id, glyph.cluster, glyph.advance.units(), glyph.offset.x.units(),
                       glyph.offset.y.units(), glyph.unsafe_to_break);
    }
    return all;
}

TextRange whole(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

struct Sample {
    std::string name;
    std::string file;
    FaceQuery query;
    std::string text;
    std::string options;  // of hb-shape
    ShapeProperties properties;
};

class AgainstHbShape : public testing::TestWithParam<Sample> {};

TEST_P(AgainstHbShape, SameGlyphs) {
    if (test::output_of("hb-shape --version").empty()) GTEST_SKIP() << "libharfbuzz-bin is not installed";
    const Sample& sample = GetParam();
    Library library({shipped_fonts});
    Sink sink;
    const std::optional<FaceId> face = library.face_for(
        sample.query, sample.properties.script == latin ? U'a' : U'ع', sample.properties.script, sink);
    ASSERT_TRUE(face);
    const std::string expected = by_hb_shape(noto / sample.file, sample.text, sample.options);
    ASSERT_NE(expected, "");
    EXPECT_EQ(written(library.shape(*face, one_thousand, sample.text, whole(sample.text), sample.properties)),
              expected);
}

ShapeProperties dutch() { return {.language = "nl"}; }
ShapeProperties without(bool kerning, bool ligatures) {
    return {.language = "nl", .kerning = kerning, .ligatures = ligatures};
}
ShapeProperties in_arabic() { return {.script = arabic, .language = "ar", .right_to_left = true}; }

const std::string in_dutch = "--language=nl --script=Latn --direction=ltr";
const std::string kerned = "AVATAR To. Ty, \"fiets\" officieel affluisteren 8 Gy";
const std::string article =
    "Uitzaaiingen in de botten (botmetastasen) kunnen pijn geven. De patiënt krijgt één bestraling van 8 Gy; "
    "daarna "
    "neemt de pijn bij 6 à 7 van de 10 mensen af – soms pas na vier weken.";

std::vector<Sample> samples() {
    const FaceQuery sans{"noto-sans", 400, false};
    const FaceQuery bold{"noto-sans", 700, false};
    const FaceQuery italic{"noto-sans", 400, true};
    const FaceQuery serif{"noto-serif", 400, false};
    const std::string in_arabic_script = "--language=ar --script=Arab --direction=rtl";
    std::vector<Sample> all;
    const auto add = [&](std::string name, std::string file, const FaceQuery& query, std::string text,
                         std::string options, ShapeProperties properties) {
        all.push_back({std::move(name), std::move(file), query, std::move(text), std::move(options),
                       std::move(properties)});
    };
    add("Article", "NotoSans-Regular.ttf", sans, article, in_dutch, dutch());
    add("Bold", "NotoSans-Bold.ttf", bold, article, in_dutch, dutch());
    add("Italic", "NotoSans-Italic.ttf", italic, kerned, in_dutch, dutch());
    add("Serif", "NotoSerif-Regular.ttf", serif, kerned, in_dutch, dutch());
    add("NoKerning", "NotoSans-Regular.ttf", sans, kerned, in_dutch + " --features=-kern",
        without(false, true));
    add("NoLigatures", "NotoSans-Regular.ttf", sans, kerned, in_dutch + " --features=-liga,-clig",
        without(true, false));
    add("DecomposedLetters", "NotoSans-Regular.ttf", sans, "patie\u0308nt, e\u0301e\u0301n, q\u0308",
        in_dutch, dutch());
    add("InvisibleCharacters", "NotoSans-Regular.ttf", sans, "bot\u00ADscan\u200Bfi\u2060x", in_dutch,
        dutch());
    add("Arabic", "NotoSansArabic-Regular.ttf", sans, "ألم العظام لا يزول 12", in_arabic_script, in_arabic());
    add("ArabicMarks", "NotoNaskhArabic-Regular.ttf", serif, "السَّلامُ", in_arabic_script, in_arabic());
    return all;
}

INSTANTIATE_TEST_SUITE_P(Faces, AgainstHbShape, testing::ValuesIn(samples()),
                         [](const auto& sample) { return sample.param.name; });

class Shape : public testing::Test {
  protected:
    std::vector<Glyph> shape(std::string_view text, const ShapeProperties& properties = dutch()) {
        return shape(text, whole(text), properties);
    }
    std::vector<Glyph> shape(std::string_view text, TextRange range, const ShapeProperties& properties) {
        const std::optional<FaceId> face = library.first_face({"noto-sans"}, sink);
        return library.shape(face.value(), one_thousand, text, range, properties);
    }
    std::vector<std::uint32_t> clusters(std::string_view text) {
        std::vector<std::uint32_t> all;
        for (const Glyph& glyph : shape(text)) all.push_back(glyph.cluster);
        return all;
    }
    static Length width(const std::vector<Glyph>& glyphs) {
        Length sum;
        for (const Glyph& glyph : glyphs) sum += glyph.advance;
        return sum;
    }
    Library library{{shipped_fonts}};
    Sink sink;
};

TEST_F(Shape, KerningDrawsLettersTogether) {
    EXPECT_LT(width(shape("AV")), width(shape("AV", without(false, true))));
}

TEST_F(Shape, LigatureStandsForBothLetters) {
    EXPECT_THAT(clusters("afix"), ElementsAre(0, 1, 3));
    EXPECT_EQ(shape("afix", without(true, false)).size(), 4U);
}

TEST_F(Shape, ComposedLetterStandsForLetterAndMark) { EXPECT_THAT(clusters("e\u0308n"), ElementsAre(0, 3)); }

TEST_F(Shape, MarkThatStaysAGlyphStandsForItsOwnBytes) {
    EXPECT_THAT(clusters("q\u0308n"), ElementsAre(0, 1, 3));
}

TEST_F(Shape, ClustersAreBytesOfTheParagraph) {
    const std::string text = "é 👍 één";
    std::vector<std::uint32_t> all;
    for (const Glyph& glyph : shape(text, {8, 13}, dutch())) all.push_back(glyph.cluster);
    EXPECT_THAT(all, ElementsAre(8, 10, 12));
}

TEST_F(Shape, InvisibleCharactersLeaveNoGlyph) {
    for (const char* invisible :
         {"\u00AD", "\u200B", "\u200D", "\u2060", "\uFEFF", "\u2028", "\u2029", "\n", "\u202A"}) {
        EXPECT_EQ(shape(std::string("a") + invisible + "b").size(), 2U) << invisible;
        EXPECT_THAT(shape(invisible), IsEmpty());
    }
}

TEST_F(Shape, BytesOfInvisibleCharactersBelongToANeighbour) {
    EXPECT_THAT(clusters("a\u00ADb"), ElementsAre(0, 3));
    EXPECT_THAT(clusters("\u00ADab"), ElementsAre(0, 3));
}

TEST_F(Shape, LineSeparatorPartsLigature) { EXPECT_EQ(shape("f\u2028i").size(), 2U); }

TEST_F(Shape, NoBreakHyphenAndNarrowSpaceHaveGlyphs) {
    for (const Glyph& glyph : shape("a\u2011b\u202Fc\u00A0d")) EXPECT_NE(glyph.id, 0U);
}

TEST_F(Shape, NeighboursOutsideTheRangeAreContext) {
    const std::optional<FaceId> face = library.face_for({"noto-sans"}, U'ع', arabic, sink);
    const std::string joined = "عع";
    const std::string apart = "ع ع";
    const auto in_word = library.shape(face.value(), one_thousand, joined, {0, 2}, in_arabic());
    const auto alone = library.shape(face.value(), one_thousand, apart, {0, 2}, in_arabic());
    ASSERT_EQ(in_word.size(), 1U);
    ASSERT_EQ(alone.size(), 1U);
    EXPECT_NE(in_word[0].id, alone[0].id);
}

TEST_F(Shape, RightToLeftGlyphsComeInVisualOrder) {
    const std::optional<FaceId> face = library.face_for({"noto-sans"}, U'ع', arabic, sink);
    const auto glyphs = library.shape(face.value(), one_thousand, "عا", {0, 4}, in_arabic());
    ASSERT_EQ(glyphs.size(), 2U);
    EXPECT_GT(glyphs[0].cluster, glyphs[1].cluster);
}

TEST_F(Shape, KernedLettersAreUnsafeToPart) {
    const auto glyphs = shape("AV x");
    EXPECT_TRUE(glyphs[1].unsafe_to_break);
    EXPECT_FALSE(glyphs[3].unsafe_to_break);
}

TEST_F(Shape, TabularFiguresAreEquallyWide) {
    const auto figures = shape("0123456789", {.tabular_figures = true});
    for (const Glyph& figure : figures) EXPECT_EQ(figure.advance, figures[0].advance);
}

TEST_F(Shape, AdvancesAreRoundedToTheNearestUnit) {
    const std::optional<FaceId> face = library.first_face({"noto-sans"}, sink);
    const auto glyphs = library.shape(face.value(), Length::points(10.5), "x", {0, 1}, dutch());
    // 529 units of 1000 per em at 10.5 pt: 529 × 10.5 × 65536 / 1000 = 364 019.7
    ASSERT_EQ(glyphs.size(), 1U);
    EXPECT_EQ(glyphs[0].advance.units(), 364'020);
}

TEST_F(Shape, EmptyRangeHasNoGlyphs) { EXPECT_THAT(shape("abc", {1, 1}, dutch()), IsEmpty()); }

}  // namespace
}  // namespace brochure::font
