#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/content/figure_box.hpp"
#include "pdf/editions/write_screen.hpp"
#include "pdf/tools.hpp"
#include "pdf/whole_sample.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

class Structure : public testing::Test {
  protected:
    void SetUp() override {
        SKIP_WITHOUT("pdfinfo");
        SKIP_WITHOUT("qpdf");
    }
};

TEST_F(Structure, IsTheDocumentsTreeInOrder) {
    const WholeSample sample;
    const std::string tree = read_text_of(written(sample));
    std::size_t at = 0;
    for (const char* part :
         {"Document", "H1", "TOC", "TOCI", "Reference", "Link", "H2", "Table", "Caption", "THead", "TBody",
          "Figure", "L (block)", "LI", "Lbl", "LBody", "Link", "Note", "BlockQuote"}) {
        const std::size_t next = tree.find(part, at);
        ASSERT_NE(next, std::string::npos) << part << " in\n" << tree;
        at = next;
    }
}

TEST_F(Structure, TableOverTwoPagesIsOneTable) {
    const WholeSample sample;
    const std::string tree = read_text_of(written(sample));
    EXPECT_EQ(count(tree, "Table (block)"), 1U);
    EXPECT_EQ(count(tree, "TBody"), 1U);
    EXPECT_EQ(count(tree, "\"Behandeling\""), 2U) << "the section's heading and the table's, once";
}

TEST_F(Structure, CellsHaveScopeAndEmptyOnesAreKept) {
    const WholeSample sample;
    const std::string tree = read_text_of(written(sample));
    EXPECT_EQ(count(tree, "/Scope /Column"), 3U);
    EXPECT_EQ(count(tree, "/Scope /Row"), 2U);
    EXPECT_EQ(count(tree, "TD\n"), 4U);
}

TEST_F(Structure, NodesWithoutContentAreLeftOut) {
    Sample sample;
    sample.say("Tekst.");
    sample.leaf(Role::block_quote);
    EXPECT_THAT(read_text_of(written(sample)), Not(HasSubstr("BlockQuote")));
}

TEST_F(Structure, ParagraphOverTwoPagesNamesBoth) {
    Sample sample;

    sample.document.structure = {};
    const style::LeafId leaf = sample.leaf(Role::p);
    sample.document.pages[0].items.clear();
    sample.say_in("Eerste bladzijde", leaf);
    sample.add_page("2");
    sample.say_in("tweede bladzijde", leaf);
    const std::string file = written(sample);
    EXPECT_EQ(count(read_text_of(file), "P (block)"), 1U);
    EXPECT_EQ(count(unpacked(file), "/Type /MCR"), 1U);
}

TEST_F(Structure, FigureHasAltAndItsPlace) {
    const WholeSample sample;
    const std::string file = written(sample);
    EXPECT_THAT(unpacked(file), HasSubstr("/Alt (Een wervel, van boven gezien)"));
    EXPECT_THAT(read_text_of(file), HasSubstr("/Placement /Block"));
}

TEST(FigureBox, IsTheUnionOfPictureAndLabels) {
    Sample sample;
    auto& tree = sample.document.structure;
    const style::NodeId figure = tree.add_node(tree.root(), Role::figure);
    const style::LeafId leaf = tree.add_leaf(figure);
    const auto picture = sample.document.pictures.push_back(test::named(small_drawing()));
    const Rect box{{Length::points(40), Length::points(100)}, {Length::points(50), Length::points(50)}};
    sample.document.pages[0].items.push_back({page::PlacedPicture{picture, box}, leaf});
    sample.y = Length::points(130);
    sample.say_in("wervel", leaf, Length::points(100));
    const Rect found = figure_boxes(sample.document, sample.fonts).at(figure);
    EXPECT_EQ(found.origin, box.origin);
    EXPECT_EQ(found.bottom(), box.bottom());
    EXPECT_GT(found.right(), Length::points(130));
    EXPECT_LT(found.right(), Length::points(145));
}

TEST(FigureBox, EndsAtTheTrim) {
    Sample sample;
    auto& tree = sample.document.structure;
    const style::NodeId figure = tree.add_node(tree.root(), Role::figure);
    const auto picture = sample.document.pictures.push_back(test::named(small_drawing()));
    const Rect box{{Length::points(-9), Length::points(-9)}, {Length::points(900), Length::points(50)}};
    sample.document.pages[0].items.push_back({page::PlacedPicture{picture, box}, tree.add_leaf(figure)});
    const Rect found = figure_boxes(sample.document, sample.fonts).at(figure);
    EXPECT_EQ(found.origin, Point{});
    EXPECT_EQ(found.right(), sample.document.trim.width);
}

TEST_F(Structure, LinkOverTwoLinesIsOneLinkWithBothPlaces) {
    Sample sample;
    add_link(sample);
    const std::string file = written(sample);
    const std::string tree = read_text_of(file);
    EXPECT_EQ(count(tree, "Link (inline)"), 1U);
    EXPECT_EQ(count(tree, "Object "), 2U);
    EXPECT_THAT(tree, HasSubstr("\"site van de afdeling radiotherapie\""));
    EXPECT_EQ(count(unpacked(file), "/Contents (Site van de afdeling radiotherapie)"), 2U);
}

TEST_F(Structure, NoteIsFoundByItsId) {
    const WholeSample sample;
    const std::string file = written(sample);
    EXPECT_THAT(read_text_of(file), HasSubstr("Note <noot-1>"));
    EXPECT_THAT(unpacked(file), HasSubstr("/IDTree"));
}

TEST_F(Structure, ForeignTextHasItsLanguage) {
    const WholeSample sample;
    EXPECT_THAT(unpacked(written(sample)), HasSubstr("/Lang (en)"));
}

TEST_F(Structure, ActualTextOfANodeIsKept) {
    Sample sample;
    const style::LeafId leaf = sample.leaf(Role::p);
    sample.document.structure[sample.document.structure.parent_of(leaf)].actual_text = "bel 112";
    sample.say_in("→ 112", leaf);
    EXPECT_THAT(unpacked(written(sample)), HasSubstr("/ActualText (bel 112)"));
}

}  // namespace
}  // namespace brochure::pdf
