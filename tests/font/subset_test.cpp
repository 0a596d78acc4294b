#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "font/fonts_folder.hpp"

namespace brochure::font {
namespace {

class SubsetOf : public testing::Test {
  protected:
    std::vector<GlyphId> glyphs_of(FaceId face, std::string_view text) const {
        std::vector<GlyphId> ids;
        for (const Glyph& glyph :
             library.shape(face, one_thousand, text, {0, static_cast<std::uint32_t>(text.size())}, {})) {
            ids.push_back(glyph.id);
        }
        return ids;
    }
    Library library{{shipped_fonts}};
    Sink sink;
};

const std::string letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?()-–‘’“”•ëïéèöü€%";

bool have_font_tools() { return std::system("/usr/bin/python3 -c 'import fontTools' 2>/dev/null") == 0; }

// Runs a check by fontTools on a subset beside its original; the check is Python with `old` and `new` opened.
int check(const FontsFolder& folder, const std::filesystem::path& original, const std::string& python) {
    folder.write("check.py",
                 "import sys\n"
                 "from fontTools.ttLib import TTFont\n"
                 "from fontTools.pens.recordingPen import DecomposingRecordingPen\n"
                 "old, new = TTFont(sys.argv[1]), TTFont(sys.argv[2])\n" +
                     python);
    return std::system(("/usr/bin/python3 " + (folder.fonts() / "check.py").string() + " " +
                        original.string() + " " + (folder.fonts() / "subset.ttf").string())
                           .c_str());
}

TEST_F(SubsetOf, NotoSansHasTheSameOutlinesUnderTheSameIds) {
    if (!have_font_tools()) GTEST_SKIP() << "python3-fonttools is not installed";
    const FaceId face = library.first_face({"noto-sans"}, sink).value();
    const FontsFolder folder;
    folder.write("subset.ttf", library.subset(face, glyphs_of(face, letters)).program);
    EXPECT_EQ(check(folder, noto / "NotoSans-Regular.ttf",
                    "def outline(font, name):\n"
                    "    pen = DecomposingRecordingPen(font.getGlyphSet())\n"
                    "    font.getGlyphSet()[name].draw(pen)\n"
                    "    return pen.value\n"
                    "names = [old.getBestCmap()[ord(c)] for c in 'Axëï€'] + ['.notdef']\n"
                    "for name in names:\n"
                    "    again = new.getGlyphName(old.getGlyphID(name))\n"
                    "    assert outline(old, name) == outline(new, again) != [], name\n"
                    "    assert old['hmtx'][name] == new['hmtx'][again], name\n"),
              0);
}

TEST_F(SubsetOf, NotoSansHasOnlyWhatAPdfReads) {
    if (!have_font_tools()) GTEST_SKIP() << "python3-fonttools is not installed";
    const FaceId face = library.first_face({"noto-sans"}, sink).value();
    const FontsFolder folder;
    folder.write("subset.ttf", library.subset(face, glyphs_of(face, letters)).program);
    EXPECT_EQ(check(folder, noto / "NotoSans-Regular.ttf",
                    "tables = sorted(new.reader.keys())\n"
                    "assert tables == ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'], tables\n"
                    "drawn = [n for n in new.getGlyphOrder() if new['glyf'][n].numberOfContours != 0]\n"
                    "assert len(drawn) < 110, len(drawn)\n"),
              0);
}

TEST_F(SubsetOf, BareCffOfAnOpenTypeFace) {
    if (!have_font_tools()) GTEST_SKIP() << "python3-fonttools is not installed";
    const FontsFolder folder;
    folder.write_ruler(bytes_of(own_faces / "ruler.otf"));
    Library own({folder.fonts()});
    const FaceId face = own.first_face({"ruler"}, sink).value();
    folder.write("subset.cff", own.subset(face, {4}).program);
    folder.write("check.py",
                 "import sys\n"
                 "from fontTools.cffLib import CFFFontSet\n"
                 "from fontTools.pens.recordingPen import RecordingPen\n"
                 "cff = CFFFontSet()\n"
                 "cff.decompile(open(sys.argv[1], 'rb'), None)\n"
                 "top = cff.topDictIndex[0]\n"
                 "pen = RecordingPen()\n"
                 "top.CharStrings.charStringsIndex[4].draw(pen)\n"
                 "assert pen.value[0] == ('moveTo', ((40, 0),)), pen.value\n");
    const std::string script = (folder.fonts() / "check.py").string();
    EXPECT_EQ(
        std::system(("/usr/bin/python3 " + script + " " + (folder.fonts() / "subset.cff").string()).c_str()),
        0);
}

TEST_F(SubsetOf, CidKeyedProgramIsPackedAndKeepsTheIdentifiers) {
    if (!have_font_tools()) GTEST_SKIP() << "python3-fonttools is not installed";
    const FontsFolder folder;
    folder.write_ruler(bytes_of(own_faces / "ruler-cid.otf"));
    Library own({folder.fonts()});
    const FaceId face = own.first_face({"ruler"}, sink).value();
    EXPECT_EQ(own.character_id(face, 4), 112);
    folder.write("subset.cff", own.subset(face, {4}).program);
    folder.write("check.py",
                 "import sys\n"
                 "from fontTools.cffLib import CFFFontSet\n"
                 "from fontTools.pens.recordingPen import RecordingPen\n"
                 "cff = CFFFontSet()\n"
                 "cff.decompile(open(sys.argv[1], 'rb'), None)\n"
                 "top = cff.topDictIndex[0]\n"
                 "assert top.charset == ['.notdef', 'cid00112'], top.charset\n"
                 "pen = RecordingPen()\n"
                 "top.CharStrings['cid00112'].draw(pen)\n"
                 "assert pen.value[0] == ('moveTo', ((40, 0),)), pen.value\n");
    const std::string script = (folder.fonts() / "check.py").string();
    EXPECT_EQ(
        std::system(("/usr/bin/python3 " + script + " " + (folder.fonts() / "subset.cff").string()).c_str()),
        0);
}

TEST_F(SubsetOf, SameBytesInEveryRun) {
    const FaceId face = library.first_face({"noto-sans"}, sink).value();
    std::vector<GlyphId> glyphs = glyphs_of(face, letters);
    const std::string first = library.subset(face, glyphs).program;
    std::reverse(glyphs.begin(), glyphs.end());
    Library again({shipped_fonts});
    EXPECT_EQ(again.subset(again.first_face({"noto-sans"}, sink).value(), glyphs).program, first);
}

TEST_F(SubsetOf, WidthsAreThoseOfTheGlyphsAskedFor) {
    const FaceId face = library.first_face({"noto-sans"}, sink).value();
    EXPECT_THAT(library.subset(face, glyphs_of(face, "xx a")).widths,
                testing::ElementsAre(529.0, 529.0, 260.0, 561.0));
}

TEST_F(SubsetOf, NothingStillHasTheMissingGlyph) {
    const FaceId face = library.first_face({"noto-sans"}, sink).value();
    EXPECT_FALSE(library.subset(face, {}).program.empty());
}

TEST_F(SubsetOf, EveryShippedFaceCanBeSubset) {
    for (const char32_t c : std::u32string(U"aع✓→≥ሀש骨")) {
        for (const int weight : {400, 700}) {
            const std::optional<FaceId> face = library.face_for({"noto-sans", weight}, c, latin, sink);
            ASSERT_TRUE(face);
            EXPECT_FALSE(library.subset(*face, {1, 2, 3}).program.empty());
        }
    }
}

}  // namespace
}  // namespace brochure::font
