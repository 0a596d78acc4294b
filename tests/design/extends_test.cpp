#include <gmock/gmock.h>

#include "layout_folder.hpp"

namespace brochure::design {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Extends : public LayoutFolder {
  protected:
    Extends() { write("layouts/base.toml", good_layout()); }
};

TEST_F(Extends, ItsOwnKeysWin) {
    write("layouts/x.toml", "extends = 'base.toml'\n[page]\nlines = 20\n");
    const auto design = read("x");
    ASSERT_TRUE(design.has_value()) << shown();
    EXPECT_EQ(design->page.lines, 20);
    EXPECT_EQ(design->page.baseline, Length::points(16));
    EXPECT_EQ(design->name, "x");
}

TEST_F(Extends, BoxesAreMergedKeyByKey) {
    write("layouts/x.toml", "extends = 'base.toml'\n[cover]\ntext_box = { top = '30 mm' }\n");
    const auto design = read("x");
    ASSERT_TRUE(design.has_value()) << shown();
    EXPECT_EQ(design->cover.text_box.top(), Length::millimetres(30));
    EXPECT_EQ(design->cover.text_box.left(), Length::millimetres(16));
}

TEST_F(Extends, ListsAreReplacedWhole) {
    write("layouts/x.toml", "extends = 'base.toml'\neditions = ['press', 'booklet']\n");
    const auto design = read("x");
    ASSERT_TRUE(design.has_value()) << shown();
    EXPECT_THAT(design->editions, ElementsAre(Edition::press, Edition::booklet));
}

TEST_F(Extends, StyleOfTheBaseFollowsWhatItIsBasedOn) {
    write("layouts/x.toml", "extends = 'base.toml'\n[text.body]\nsize = '13 pt'\n");
    const auto design = read("x");
    ASSERT_TRUE(design.has_value()) << shown();
    EXPECT_EQ(design->texts.at("bold").size, Length::points(13));
    EXPECT_EQ(design->texts.at("title").size, Length::points(19.5));
}

TEST_F(Extends, LengthsInLinesFollowTheNewGrid) {
    write("layouts/x.toml", "extends = 'base.toml'\n[page]\nbaseline = '14 pt'\n");
    const auto design = read("x");
    ASSERT_TRUE(design.has_value()) << shown();
    EXPECT_EQ(design->paragraph.after, Length::points(14));
    EXPECT_EQ(design->body->leading, Length::points(14));
}

TEST_F(Extends, GoesOverSeveralFiles) {
    write("layouts/middle.toml", "extends = 'base.toml'\n[page]\nlines = 20\nmultiple = 2\n");
    write("layouts/x.toml", "extends = 'middle.toml'\n[page]\nlines = 21\n");
    const auto design = read("x");
    ASSERT_TRUE(design.has_value()) << shown();
    EXPECT_EQ(design->page.lines, 21);
    EXPECT_EQ(design->page.multiple, 2);
}

TEST_F(Extends, FindsTheBaseInTheInstalledFolder) {
    write("installed/far.toml", good_layout());
    write("layouts/x.toml", "extends = 'far.toml'\n");
    EXPECT_TRUE(read("x").has_value()) << shown();
}

TEST_F(Extends, LayoutMayExtendTheInstalledOneOfItsOwnName) {
    write("installed/a5.toml", good_layout());
    write("layouts/a5.toml", "extends = 'a5.toml'\n[page]\nlines = 20\n");
    const auto design = read("a5");
    ASSERT_TRUE(design.has_value()) << shown();
    EXPECT_EQ(design->page.lines, 20);
}

TEST_F(Extends, PlaceNamesTheFileInWhichTheValueStands) {
    write("layouts/base.toml", edited(good_layout(), "multiple = 4", "multiple = 0"));
    write("layouts/x.toml", "extends = 'base.toml'\n[page]\nlines = 0\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(),
                ElementsAre("layouts/base.toml:15:12 value-range", "layouts/x.toml:3:9 value-range"));
}

TEST_F(Extends, UnknownKeyIsComparedWithThoseOfTheBase) {
    write("layouts/x.toml", "extends = 'base.toml'\n[page]\nbaselin = '15 pt'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(), ElementsAre("layouts/x.toml:3:1 key-unknown"));
    EXPECT_EQ(sink.sorted()[0].remedy, "did you mean 'baseline'?");
}

TEST_F(Extends, GeometryOfBothFilesTogetherIsChecked) {
    write("layouts/x.toml", "extends = 'base.toml'\n[page]\nheight = '148 mm'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(shown(), HasSubstr("layouts/base.toml:13:9: error [layout-geometry]"));
}

TEST_F(Extends, CircleIsReportedAtItsLastLink) {
    write("layouts/x.toml", "extends = 'y.toml'\n");
    write("layouts/y.toml", "\nextends = 'x.toml'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(), ElementsAre("layouts/y.toml:2:11 layout-cycle"));
    EXPECT_THAT(shown(), HasSubstr("x.toml → y.toml → x.toml"));
}

TEST_F(Extends, ItselfIsACircleToo) {
    write("layouts/x.toml", "extends = 'x.toml'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(), ElementsAre("layouts/x.toml:1:11 layout-cycle"));
}

TEST_F(Extends, MissingBaseIsReportedWithTheNearest) {
    write("layouts/x.toml", "extends = 'bass.toml'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(), ElementsAre("layouts/x.toml:1:11 file-missing"));
    EXPECT_EQ(sink.sorted()[0].remedy, "did you mean 'base'?");
}

TEST_F(Extends, BaseOutsideTheFoldersIsRefused) {
    write("layouts/x.toml", "extends = '../secret/base.toml'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(), ElementsAre("layouts/x.toml:1:11 path-outside"));
}

TEST_F(Extends, NameWithoutItsEndingIsExplained) {
    write("layouts/x.toml", "extends = 'base'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(), ElementsAre("layouts/x.toml:1:11 value-unknown"));
    EXPECT_THAT(shown(), HasSubstr("\"base.toml\""));
}

TEST_F(Extends, SyntaxErrorInTheBaseNamesTheBase) {
    write("layouts/base.toml", "[page\n");
    write("layouts/x.toml", "extends = 'base.toml'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(shown(), HasSubstr("layouts/base.toml:1"));
}

TEST_F(Extends, LayoutThatIsNotThereIsReportedWithTheNearest) {
    EXPECT_FALSE(read("bas").has_value());
    EXPECT_THAT(shown(), HasSubstr("there is no layout 'bas'"));
    EXPECT_THAT(shown(), HasSubstr("did you mean 'base'?"));
}

TEST_F(Extends, LayoutNameWithAPathIsRefused) {
    EXPECT_FALSE(read("../layouts/base").has_value());
    EXPECT_EQ(sink.sorted()[0].code, "path-outside");
}

TEST_F(Extends, LayoutsOfAllFoldersAreListedOnce) {
    write("installed/base.toml", "");
    write("installed/zebra.toml", "");
    write("installed/readme.txt", "");
    EXPECT_THAT(list_layouts({root / "layouts", root / "installed", root / "absent"}),
                ElementsAre("base", "zebra"));
}

// The program's own layout must not stand in for a project's that cannot be read.
TEST_F(Extends, LayoutThatIsALinkToNowhereIsNoAbsentOne) {
    write("installed/x.toml", good_layout());
    std::filesystem::create_symlink("moved.toml", root / "layouts/x.toml");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(), ElementsAre("layouts/x.toml:0:0 file-unreadable"));
    EXPECT_THAT(shown(), HasSubstr("leads nowhere"));
}

TEST_F(Extends, BelowASectionIsToldOnce) {
    write("layouts/x.toml", "[page]\nlines = 20\nextends = 'base.toml'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(), ElementsAre("layouts/x.toml:3:1 key-misplaced"));
}

TEST_F(Extends, ColourGivenAnewIsReportedWhereItIsGiven) {
    write("layouts/x.toml",
          "extends = 'base.toml'\n[colours]\nink = { screen = \"#d8d8d8\", press = [0, 0, 0, 15] }\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_EQ(sink.errors(), 1U) << shown();
    EXPECT_THAT(shown(), HasSubstr("layouts/x.toml:3:"));
    EXPECT_THAT(shown(), HasSubstr("with this 'ink', "));
}

TEST_F(Extends, ColourWrittenAsATextIsToldWithItsTwoParts) {
    write("layouts/x.toml", "extends = 'base.toml'\n[colours]\nink = \"#3b2c85\"\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_THAT(reports(), ElementsAre("layouts/x.toml:3:7 value-type"));
    EXPECT_THAT(shown(), HasSubstr("ink = { screen = \"#3b2c85\", press = [0, 0, 0, 100] }"));
}

}  // namespace
}  // namespace brochure::design
