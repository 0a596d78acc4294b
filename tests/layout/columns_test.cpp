// Columns side by side: what shares them, what goes across them, and where pieces stand in the first.
#include "composing.hpp"

namespace brochure::layout {
namespace {

class ColumnsTest : public LayoutTest {
  protected:
    ColumnsTest() {
        design.columns.parts = {design::PartKind::body};
        design.columns.count = 2;
        design.columns.gap = Length::millimetres(8);
    }

    // The column set of every piece; 0: it goes across.
    static std::vector<std::size_t> sets(const Composed& out) {
        std::vector<std::size_t> list;
        for (const Piece& piece : out.flow().pieces)
            list.push_back(piece.column_set ? *piece.column_set + 1 : 0);
        return list;
    }
    using Sets = std::vector<std::size_t>;
};

const std::string table = "| b | c |\n| --- | --- |\n| d | e |\n\n";

TEST_F(ColumnsTest, TextSharesThemUnderThePartsHeading) {
    const auto out = composed("## a\n\nb\n\n### c\n\nd\n");
    EXPECT_EQ(sets(out), (Sets{0, 1, 1, 1}));
}

TEST_F(ColumnsTest, LinesAreAsWideAsAColumn) {
    const auto out = composed("## a\n\n" + dutch_text + "\n");
    const Length width = (design.page.measure() - design.columns.gap) / 2;
    ASSERT_GT(out.flow().pieces.size(), 5U);
    for (const Piece& piece : out.flow().pieces) {
        if (piece.kind == PieceKind::line) {
            EXPECT_LE(piece.content.lines.front().width, width);
        }
    }
}

TEST_F(ColumnsTest, TablePartsTheTextAboveItFromThatBelow) {
    const auto out = composed("## a\n\nb\n\n" + table + "f\n");
    EXPECT_EQ(sets(out), (Sets{0, 1, 0, 0, 2}));
}

TEST_F(ColumnsTest, HeadingRightAboveATableGoesAcrossWithIt) {
    const auto out = composed("## a\n\nb\n\n### c\n\n" + table + "f\n");
    EXPECT_EQ(sets(out), (Sets{0, 1, 0, 0, 0, 2}));
}

TEST_F(ColumnsTest, TableInAListGoesAcrossWithTheList) {
    const auto out = composed("## a\n\nb\n\n- c\n\n  | d |\n  | --- |\n  | e |\n\nf\n");
    const Sets found = sets(out);
    EXPECT_EQ(found.at(1), 1U);
    EXPECT_EQ(found.at(2), 0U);
    EXPECT_EQ(found.back(), 2U);
}

TEST_F(ColumnsTest, CallOutAmongTextSharesThem) {
    const auto out = composed("## a\n\nb\n\n> [!NOTE]\n> c\n\nd\n");
    EXPECT_EQ(sets(out), (Sets{0, 1, 1, 1, 1}));
}

TEST_F(ColumnsTest, CallOutByItselfGoesAcross) {
    const auto out = composed("## a\n\n" + table + "> [!NOTE]\n> c\n");
    EXPECT_EQ(sets(out), (Sets{0, 0, 0, 0, 0}));
}

TEST_F(ColumnsTest, NoParagraphIsOfferedLongerOrShorter) {
    const auto out = composed("## a\n\n" + dutch_text + "\n\n" + dutch_text + "\n");
    EXPECT_TRUE(out.flow().flexes.empty());
}

TEST_F(ColumnsTest, NextColumnIsToTheRight) {
    const auto out = composed("## a\n\nb\n");
    ASSERT_EQ(out.flow().column_sets.size(), 1U);
    const Length width = (design.page.measure() - design.columns.gap) / 2;
    EXPECT_EQ(out.flow().column_sets[0].shift, width + design.columns.gap);
    EXPECT_EQ(out.flow().column_sets[0].count, 2);
}

TEST_F(ColumnsTest, SmallPrintKeepsWholeLinesOfItsOwn) {
    design.columns.parts = {design::PartKind::disclaimer};
    design.parts = {design::PartKind::body, design::PartKind::disclaimer};
    test::SmallBrochure brochure{"## a\n\nb\n"};
    const test::ReadBrochure read = test::read_brochure(brochure);
    const Composed out =
        compose_styled(style::style_document(read.document, design, read.pictures, {}, sink));
    const Galley& galley = out.galleys.parts.at(1).flow;
    std::size_t seen = 0;
    for (const Piece& piece : galley.pieces) {
        if (!piece.column_set || piece.kind != PieceKind::line) continue;
        ++seen;
        EXPECT_EQ(piece.space_before.units() % piece.height.units(), 0);
    }
    EXPECT_GT(seen, 0U);
}

}  // namespace
}  // namespace brochure::layout
