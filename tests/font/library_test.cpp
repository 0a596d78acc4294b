#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <tuple>

#include "diag/codes.hpp"
#include "font/fonts_folder.hpp"

namespace brochure::font {
namespace {

namespace code = diag::code;
using testing::ElementsAre;
using testing::HasSubstr;

class Shipped : public testing::Test {
  protected:
    std::string name_of(const FaceQuery& query, char32_t character, ScriptTag script = latin) {
        const std::optional<FaceId> face = library.face_for(query, character, script, sink);
        return face ? library.descriptor(*face).postscript_name : "none";
    }
    Library library{{shipped_fonts}};
    Sink sink;
};

TEST_F(Shipped, WeightAndSlopeChooseTheFace) {
    EXPECT_EQ(name_of({"noto-sans", 400, false}, U'a'), "NotoSans-Regular");
    EXPECT_EQ(name_of({"noto-sans", 700, false}, U'a'), "NotoSans-Bold");
    EXPECT_EQ(name_of({"noto-sans", 400, true}, U'a'), "NotoSans-Italic");
    EXPECT_EQ(name_of({"noto-sans", 700, true}, U'a'), "NotoSans-BoldItalic");
    EXPECT_EQ(name_of({"noto-serif", 400, false}, U'a'), "NotoSerif-Regular");
}

TEST_F(Shipped, NearestWeightServesAWeightThatIsNotThere) {
    EXPECT_EQ(name_of({"noto-sans", 600, false}, U'a'), "NotoSans-Bold");
    EXPECT_EQ(name_of({"noto-sans", 500, false}, U'a'), "NotoSans-Regular");
    EXPECT_EQ(name_of({"noto-sans", 300, true}, U'a'), "NotoSans-Italic");
}

TEST_F(Shipped, EveryScriptHasItsFace) {
    EXPECT_EQ(name_of({"noto-sans"}, U'б', {'C', 'y', 'r', 'l'}), "NotoSans-Regular");
    EXPECT_EQ(name_of({"noto-sans"}, U'ع', arabic), "NotoSansArabic-Regular");
    EXPECT_EQ(name_of({"noto-sans", 700}, U'ع', arabic), "NotoSansArabic-Bold");
    EXPECT_EQ(name_of({"noto-sans"}, U'ש', {'H', 'e', 'b', 'r'}), "NotoSansHebrew-Regular");
    EXPECT_EQ(name_of({"noto-sans"}, U'ሀ', {'E', 't', 'h', 'i'}), "NotoSansEthiopic-Regular");
    EXPECT_EQ(name_of({"noto-serif"}, U'ع', arabic), "NotoNaskhArabic-Regular");
}

TEST_F(Shipped, ScriptDecidesWhoSetsASharedCharacter) {
    EXPECT_EQ(name_of({"noto-sans"}, U'.', latin), "NotoSans-Regular");
    EXPECT_EQ(name_of({"noto-sans"}, U'.', arabic), "NotoSansArabic-Regular");
    EXPECT_EQ(name_of({"noto-sans"}, U'(', arabic), "NotoSans-Regular");  // which Noto Sans Arabic lacks
}

TEST_F(Shipped, SignsFallBackToSymbolFaces) {
    EXPECT_EQ(name_of({"noto-sans"}, U'→'), "NotoSansSymbols-Regular");
    EXPECT_EQ(name_of({"noto-sans", 700}, U'→'), "NotoSansSymbols-Bold");
    EXPECT_EQ(name_of({"noto-sans"}, U'≥'), "NotoSansMath-Regular");
    EXPECT_EQ(name_of({"noto-sans"}, U'✓'), "NotoSansSymbols2-Regular");
}

TEST_F(Shipped, CharacterOfNoFaceGivesNothing) {
    EXPECT_EQ(name_of({"noto-sans"}, U'Ꭰ', {'C', 'h', 'e', 'r'}), "none");
    EXPECT_FALSE(sink.has_errors());
}

TEST_F(Shipped, ChineseIsSetInTheFormsOfTheMainland) {
    constexpr ScriptTag han{'H', 'a', 'n', 'i'};
    EXPECT_EQ(name_of({"noto-sans"}, U'骨', han), "NotoSansCJKsc-Regular");
    EXPECT_EQ(name_of({"noto-sans", 700}, U'骨', han), "NotoSansCJKsc-Bold");
    EXPECT_EQ(name_of({"noto-sans", 700}, U'，', han), "NotoSansCJKsc-Bold");
    EXPECT_EQ(name_of({"noto-serif"}, U'骨', han), "NotoSerifCJKsc-Regular");
    EXPECT_EQ(name_of({"andika", 700}, U'骨', han), "NotoSansCJKsc-Bold");
}

// What a layout says with signs is there in every script and weight.
TEST_F(Shipped, SignsAreThereInEveryScriptAndWeight) {
    for (const ScriptTag script :
         {latin, arabic, ScriptTag{'H', 'e', 'b', 'r'}, ScriptTag{'E', 't', 'h', 'i'},
          ScriptTag{'H', 'a', 'n', 'i'}, ScriptTag{'C', 'y', 'r', 'l'}}) {
        for (const char* family : {"noto-sans", "noto-serif", "andika"}) {
            for (const int weight : {400, 700}) {
                for (const char32_t sign : std::u32string(U"•→✓≥±×°©–—…“”€")) {
                    EXPECT_NE(name_of({family, weight}, sign, script), "none")
                        << family << ' ' << weight << ' ' << static_cast<unsigned>(sign);
                }
            }
        }
    }
    EXPECT_FALSE(sink.has_errors());
}

TEST_F(Shipped, InvisibleCharactersStayInTheFirstFace) {
    for (const char32_t c : std::u32string(U"\u00AD\u200B\u200D\u2028\u2060\uFEFF")) {
        EXPECT_EQ(name_of({"noto-sans"}, c), "NotoSans-Regular") << static_cast<unsigned>(c);
    }
}

TEST_F(Shipped, FirstFaceSetsTheMetrics) {
    const std::optional<FaceId> face = library.first_face({"noto-serif", 700, false}, sink);
    ASSERT_TRUE(face);
    EXPECT_EQ(library.descriptor(*face).postscript_name, "NotoSerif-Bold");
}

TEST_F(Shipped, FamiliesAreKnownByName) {
    EXPECT_TRUE(library.has_family("noto-sans"));
    EXPECT_FALSE(library.has_family("comic-sans"));
    EXPECT_FALSE(library.has_family("../fonts/noto-sans"));
    EXPECT_THAT(library.family_names(), ElementsAre("andika", "noto-sans", "noto-serif"));
}

TEST_F(Shipped, AndikaSetsLatinAndCyrillicAndLeavesOtherScriptsToNoto) {
    EXPECT_EQ(name_of({"andika"}, U'a'), "Andika");
    EXPECT_EQ(name_of({"andika", 700}, U'б', {'C', 'y', 'r', 'l'}), "Andika-Bold");
    EXPECT_EQ(name_of({"andika", 400, true}, U'a'), "Andika-Italic");
    EXPECT_EQ(name_of({"andika"}, U'α', {'G', 'r', 'e', 'k'}), "NotoSans-Regular");
    EXPECT_EQ(name_of({"andika", 700}, U'ع', arabic), "NotoSansArabic-Bold");
    EXPECT_EQ(name_of({"andika"}, U'ሀ', {'E', 't', 'h', 'i'}), "NotoSansEthiopic-Regular");
    EXPECT_EQ(name_of({"andika", 700}, U'✓'), "Andika-Bold");
}

TEST_F(Shipped, FamiliesThatShareAFileShareItsFace) {
    EXPECT_EQ(library.face_for({"noto-sans"}, U'✓', latin, sink),
              library.face_for({"noto-serif"}, U'✓', latin, sink));
}

// Asks twice for a letter of the family "ruler" and returns what was reported.
std::vector<diag::Diagnostic> faults(const FontsFolder& folder) {
    Library library({folder.fonts()});
    Sink sink;
    EXPECT_FALSE(library.face_for({"ruler"}, U'x', latin, sink));
    EXPECT_FALSE(library.first_face({"ruler"}, sink));
    EXPECT_FALSE(library.face_for({"ruler"}, U'H', latin, sink));
    EXPECT_EQ(sink.errors(), 1U) << "a fault is to be reported once";
    return sink.sorted();
}

const Place ruler_file{"fonts/ruler.toml", 4, 8};

TEST(Faults, MissingFileNamesThePackageThatBringsIt) {
    const FontsFolder folder;
    folder.write_ruler("");
    std::filesystem::remove(folder.fonts() / "ruler.ttf");
    const auto reported = faults(folder);
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].code, code::font_missing);
    EXPECT_EQ(reported[0].place, ruler_file);
    EXPECT_THAT(reported[0].message, HasSubstr("'ruler.ttf' is not installed"));
    EXPECT_THAT(reported[0].remedy, HasSubstr("fonts-ruler"));
}

TEST(Faults, FaceOfAnotherPackageNamesItsOwn) {
    const FontsFolder folder;
    folder.write("ruler.toml",
                 "name = \"ruler\"\npackage = \"fonts-ruler\"\n[[face]]\nfile = \"gone.ttf\"\n"
                 "package = \"fonts-gone\"\n");
    const auto reported = faults(folder);
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_THAT(reported[0].remedy, HasSubstr("apt install fonts-gone"));
}

TEST(Faults, FaceWithRestrictedLicenceIsRefused) {
    const FontsFolder folder;
    folder.write_ruler(with_permissions(bytes_of(own_faces / "ruler.ttf"), 0x0002));
    const auto reported = faults(folder);
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].code, code::font_embedding_forbidden);
    EXPECT_EQ(reported[0].place, ruler_file);
    EXPECT_THAT(reported[0].message, HasSubstr("licence is restricted (fsType 0x0002)"));
}

TEST(Faults, FaceToBeEmbeddedWholeOrAsBitmapsIsRefused) {
    for (const unsigned permissions : {0x0100U, 0x0104U, 0x0200U}) {
        const FontsFolder folder;
        folder.write_ruler(with_permissions(bytes_of(own_faces / "ruler.ttf"), permissions));
        const auto reported = faults(folder);
        ASSERT_EQ(reported.size(), 1U);
        EXPECT_EQ(reported[0].code, code::font_embedding_forbidden) << permissions;
    }
}

TEST(Faults, DamagedFileIsRefused) {
    const std::string whole = bytes_of(own_faces / "ruler.ttf");
    for (const std::string& bytes : {std::string(), std::string("not a font"), whole.substr(0, 300)}) {
        const FontsFolder folder;
        folder.write_ruler(bytes);
        const auto reported = faults(folder);
        ASSERT_EQ(reported.size(), 1U);
        EXPECT_THAT(reported[0].code, testing::AnyOf(code::font_unreadable, code::font_without_outlines));
        EXPECT_EQ(reported[0].place, ruler_file);
    }
}

// Byte by byte damage, the same in every run: whatever opens must also shape, measure and subset.
TEST(Faults, DamagedFaceDoesNoHarm) {
    std::mt19937 random(1);
    for (const char* name : {"ruler.ttf", "ruler.otf", "ruler-cid.otf", "rulers.ttc"}) {
        const std::string whole = bytes_of(own_faces / name);
        const FontsFolder folder;
        for (int round = 0; round < 100; ++round) {
            std::string damaged = whole;
            for (int i = 0; i < 4; ++i)
                damaged[random() % damaged.size()] = static_cast<char>(random() & 0xFF);
            folder.write_ruler(damaged);
            Library library({folder.fonts()});
            Sink sink;
            const std::optional<FaceId> face = library.first_face({"ruler"}, sink);
            EXPECT_EQ(face.has_value(), !sink.has_errors());
            if (!face) continue;
            for (const Glyph& glyph : library.shape(*face, one_thousand, "Hxfi \u0301", {0, 7}, {})) {
                std::ignore = library.glyph_bounds(*face, glyph.id, one_thousand);
            }
            EXPECT_FALSE(library.subset(*face, {1, 3, 5, 8}).program.empty());
        }
    }
}

TEST(Faults, FaceOfBitmapsOnlyIsRefused) {
    std::string font = bytes_of(own_faces / "ruler.ttf");
    font[table_entry(font, "glyf")] = 'q';
    const FontsFolder folder;
    folder.write_ruler(font);
    const auto reported = faults(folder);
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].code, code::font_without_outlines);
}

// The family "ruler" of a face in the collection rulers.ttc, which holds "Ruler" and "Wide Ruler".
void write_collection(const FontsFolder& folder, const std::string& face) {
    folder.write("rulers.ttc", bytes_of(own_faces / "rulers.ttc"));
    folder.write("ruler.toml", "name = \"ruler\"\n\n[[face]]\nfile = \"rulers.ttc\"\n" + face);
}

TEST(Collections, FaceIsChosenByItsName) {
    for (const auto& [name, advance] :
         {std::pair{"Ruler", 700}, std::pair{"Wide Ruler", 1400}, std::pair{"WideRuler-Regular", 1400}}) {
        const FontsFolder folder;
        write_collection(folder, fmt::format("face = \"{}\"\n", name));
        Library library({folder.fonts()});
        Sink sink;
        const std::optional<FaceId> face = library.first_face({"ruler"}, sink);
        ASSERT_TRUE(face) << name;
        EXPECT_EQ(library.shape(*face, one_thousand, "H", {0, 1}, {}).at(0).advance.units(), advance) << name;
    }
}

TEST(Collections, TwoFacesOfOneFileAreTwo) {
    const FontsFolder folder;
    write_collection(
        folder, "face = \"Ruler\"\n[[face]]\nfile = \"rulers.ttc\"\nface = \"Wide Ruler\"\nweight = 700\n");
    Library library({folder.fonts()});
    Sink sink;
    EXPECT_NE(library.first_face({"ruler", 400}, sink), library.first_face({"ruler", 700}, sink));
}

TEST(Collections, FaceThatIsNotNamedOrNotThereIsRefusedWithTheNames) {
    for (const auto& [line, message] :
         {std::pair{"", "holds 2 faces, and none of them is named"},
          std::pair{"face = \"Narrow Ruler\"\n", "has no face named 'Narrow Ruler'"}}) {
        const FontsFolder folder;
        write_collection(folder, line);
        const auto reported = faults(folder);
        ASSERT_EQ(reported.size(), 1U);
        EXPECT_EQ(reported[0].code, code::font_face_unknown);
        EXPECT_EQ(reported[0].place, ruler_file);
        EXPECT_THAT(reported[0].message, HasSubstr(message));
        EXPECT_THAT(reported[0].remedy, HasSubstr("\"Ruler Regular\", \"Wide Ruler Regular\""));
    }
}

TEST(Collections, FileOfAnotherFaceIsRefused) {
    const FontsFolder folder;
    folder.write_ruler(bytes_of(own_faces / "ruler.ttf"));
    folder.write("ruler.toml", "name = \"ruler\"\n\n[[face]]\nfile = \"ruler.ttf\"\nface = \"Tape\"\n");
    const auto reported = faults(folder);
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].code, code::font_face_unknown);
}

TEST(Faults, AScaleThatIsNoneIsNamed) {
    const FontsFolder folder;
    folder.write_ruler(bytes_of(own_faces / "ruler.ttf"));
    for (const auto& [scale, code] : {std::pair{"11", code::value_range}, {"\"1.1\"", code::value_type}}) {
        folder.write("ruler.toml",
                     fmt::format("name = \"ruler\"\n\n[[face]]\nfile = \"ruler.ttf\"\nscale = {}\n", scale));
        Library library({folder.fonts()});
        Sink sink;
        library.first_face({"ruler"}, sink);
        ASSERT_EQ(sink.errors(), 1U) << scale;
        EXPECT_EQ(sink.sorted()[0].code, code) << scale;
        EXPECT_EQ(sink.sorted()[0].place.line, 5) << scale;
    }
}

TEST(Faults, UnknownFamilyIsReportedOnce) {
    const FontsFolder folder;
    const auto reported = faults(folder);
    ASSERT_EQ(reported.size(), 1U);
    EXPECT_EQ(reported[0].code, code::font_family_missing);
    EXPECT_EQ(reported[0].place.file, "fonts/ruler.toml");
}

TEST(Faults, NextFaceServesWhenTheFirstIsRefused) {
    const FontsFolder folder;
    folder.write_ruler(bytes_of(own_faces / "ruler.ttf"));
    folder.write("ruler.toml",
                 "name = \"ruler\"\n[[face]]\nfile = \"gone.ttf\"\n[[face]]\nfile = \"ruler.ttf\"\n");
    Library library({folder.fonts()});
    Sink sink;
    EXPECT_TRUE(library.face_for({"ruler"}, U'x', latin, sink));
    EXPECT_EQ(sink.errors(), 1U);
}

TEST(FamilyFile, MistakesAreReportedWithTheirPlace) {
    const FontsFolder folder;
    folder.write("ruler.ttf", bytes_of(own_faces / "ruler.ttf"));
    folder.write("ruler.toml",
                 "name = \"other\"\n"
                 "[[face]]\n"
                 "file = \"../ruler.ttf\"\n"
                 "[[face]]\n"
                 "file = \"ruler.ttf\"\n"
                 "wieght = 400\n"
                 "scripts = [\"latin\"]\n");
    Library library({folder.fonts()});
    Sink sink;
    EXPECT_TRUE(library.first_face({"ruler"}, sink));
    std::vector<std::string> reported;
    for (const diag::Diagnostic& fault : sink.sorted()) {
        reported.push_back(fault.code + ":" + std::to_string(fault.place.line));
    }
    EXPECT_THAT(reported,
                ElementsAre("value-unknown:1", "path-outside:3", "key-unknown:6", "value-unknown:7"));
}

TEST(Folders, ProjectsFileGoesBeforeTheInstalledOne) {
    const FontsFolder folder;
    folder.write_ruler(bytes_of(own_faces / "ruler.ttf"));
    folder.write("noto-sans.toml", "name = \"noto-sans\"\n[[face]]\nfile = \"ruler.ttf\"\n");
    Library library({folder.fonts(), shipped_fonts});
    Sink sink;
    const std::optional<FaceId> own = library.first_face({"noto-sans"}, sink);
    const std::optional<FaceId> installed = library.first_face({"noto-serif"}, sink);
    ASSERT_TRUE(own && installed);
    EXPECT_EQ(library.descriptor(*own).postscript_name, "Ruler-Regular");
    EXPECT_EQ(library.descriptor(*installed).postscript_name, "NotoSerif-Regular");
    EXPECT_THAT(library.family_names(), ElementsAre("andika", "noto-sans", "noto-serif", "ruler"));
}

}  // namespace
}  // namespace brochure::font
