// Tables as pieces: one row one piece, the head at hand for later pages, columns as wide as they must be.
#include <gmock/gmock.h>

#include "composing.hpp"
#include "layout/lines/text_widths.hpp"
#include "layout/tables/columns.hpp"

namespace brochure::layout {
namespace {

using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Tables : public LayoutTest {
  protected:
    Tables() {
        design.headings[0].keep_lines = 1;
        design.table.form = design::TableForm::grid;
    }
    // The pieces of the table in a body that holds nothing else but its heading.
    static std::vector<Piece> rows(const Composed& body) {
        return {body.flow().pieces.begin() + 1, body.flow().pieces.end()};
    }
    std::vector<Length> widths(const Composed& body) {
        const ComposeInput input{{body.document, body.shaped, design, fonts()}, sink};
        const auto& block = body.document.parts.at(0).flow.at(1);
        const TableShape shape = shape_of(input, std::get<style::TableBlock>(block.content));
        return width_checked(input, lowest_table(shape, design.page.measure(), width_step), block.place);
    }
};

constexpr const char* week = R"(## Week

| Dag | Wat u doet |
| --- | --- |
| Maandag | rust |
| Dinsdag | zalf smeren en daarna een nieuw verband om de arm, niet te strak |
| Woensdag | rust |
)";

TEST_F(Tables, ARowIsOnePiece) {
    const Composed body = composed(week);
    ASSERT_THAT(rows(body), SizeIs(4));
    for (const Piece& piece : rows(body)) EXPECT_EQ(piece.kind, PieceKind::row);
    EXPECT_EQ(body.words(rows(body)[0]), "DagWat u doet");
    EXPECT_EQ(body.words(rows(body)[1]), "Maandagrust");
    EXPECT_GT(rows(body)[2].height, rows(body)[1].height);
}

TEST_F(Tables, WithoutAHeadBeginWithTheirFirstRowAndRepeatNothing) {
    const Composed body = composed("## Week\n\n| | |\n| - | - |\n| Maandag | dicht |\n| Dinsdag | open |\n");
    ASSERT_THAT(rows(body), SizeIs(2));
    EXPECT_EQ(body.words(rows(body)[0]), "Maandagdicht");
    EXPECT_TRUE(rows(body)[0].on_grid);
    EXPECT_FALSE(rows(body)[1].on_grid);
    EXPECT_LT(rows(body)[1].break_cost, forbidden_break);
    EXPECT_EQ(rows(body)[1].repeat, std::nullopt);
    EXPECT_THAT(body.flow().repeats, IsEmpty());
}

TEST_F(Tables, TheHeadStaysWithItsFirstRowAndNoRowStandsAlone) {
    design.pages.lone_row_cost = 123;
    const Composed body = composed(week);
    const auto pieces = rows(body);
    EXPECT_GE(pieces[1].break_cost, forbidden_break);
    EXPECT_EQ(pieces[2].break_cost, 123);
    EXPECT_EQ(pieces[3].break_cost, 123);
}

TEST_F(Tables, AHeadForLaterPagesHoldsTheSameWordsAsArtifacts) {
    const Composed body = composed(week);
    ASSERT_THAT(body.flow().repeats, SizeIs(1));
    const Repeat& repeat = body.flow().repeats[0];
    EXPECT_EQ(words_of(repeat.content.items, body.document), "Dag (vervolg)DagWat u doet");
    for (const Item& item : repeat.content.items) EXPECT_TRUE(std::holds_alternative<Artifact>(item.belongs));
    EXPECT_GT(repeat.height, rows(body)[0].height);
    EXPECT_EQ(rows(body)[0].repeat, std::nullopt);
    for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(rows(body)[i].repeat, 0U);
}

TEST_F(Tables, ARepeatedHeadStandsAsTheFirstOneDoes) {
    design.table.continued = nullptr;
    const Composed body = composed(week);
    const Repeat& repeat = body.flow().repeats.at(0);
    const Piece head = rows(body)[0];
    EXPECT_EQ(repeat.height, head.height);
    const auto first = all_of<GlyphRun>(head.content.items), again = all_of<GlyphRun>(repeat.content.items);
    ASSERT_EQ(first.size(), again.size());
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].origin, again[i].origin);
}

TEST_F(Tables, ColumnsFillTheMeasureAndBreakNoWord) {
    const Composed body = composed(week);
    const std::vector<Length> columns = widths(body);
    ASSERT_THAT(columns, SizeIs(2));
    EXPECT_EQ(columns[0] + columns[1], design.page.measure());
    const auto& table = std::get<style::TableBlock>(body.document.parts.at(0).flow.at(1).content);
    for (const auto& row : table.rows) {
        for (std::size_t column = 0; column < 2; ++column) {
            const text::ShapedParagraph& shaped = body.shaped.paragraphs[row[column].paragraphs.at(0)];
            EXPECT_GE(columns[column], widest_piece(shaped) + design.table.cell_padding_x * 2);
        }
    }
}

TEST_F(Tables, CellsStandInTheirColumns) {
    const Composed body = composed(week);
    const std::vector<Length> columns = widths(body);
    const Length padding = design.table.cell_padding_x;
    for (const Piece& piece : rows(body)) {
        const auto runs = all_of<GlyphRun>(piece.content.items);
        EXPECT_EQ(runs.front().origin.x, padding);
        EXPECT_EQ(runs.back().origin.x, columns[0] + padding);
    }
}

TEST_F(Tables, AColumnOfNumbersEndsAtItsRight) {
    const Composed body =
        composed("## a\n\n| Dag | Uur |\n| --- | --: |\n| Maandag | 9 |\n| Dinsdag | 12 |\n");
    for (const Piece& piece : rows(body)) {
        EXPECT_NEAR(extent_of(piece.content.items).right.to_points(),
                    (design.page.measure() - design.table.cell_padding_x).to_points(), 0.001);
    }
}

TEST_F(Tables, ColumnsOfARightToLeftTextBeginAtTheRight) {
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure(week);
    read.document.language.right_to_left = true;
    const Composed body =
        compose_styled(style::style_document(read.document, design, read.pictures, {}, sink));
    const auto runs = all_of<GlyphRun>(rows(body)[1].content.items);
    EXPECT_NEAR((runs.front().origin.x + width_of(runs.front())).to_points(),
                (design.page.measure() - design.table.cell_padding_x).to_points(), 0.001);
    EXPECT_LT(runs.back().origin.x, runs.front().origin.x);
}

TEST_F(Tables, HeadAndEverySecondRowHaveTheirGround) {
    const Composed body = composed(week);
    std::vector<std::optional<Colour>> grounds;
    for (const Piece& piece : rows(body)) {
        const auto rects = all_of<FilledRect>(piece.content.items);
        grounds.push_back(rects.empty() ? std::nullopt : std::optional{rects[0].colour});
        for (const FilledRect& rect : rects) {
            EXPECT_EQ(rect.box, (Rect{{}, {design.page.measure(), piece.height}}));
        }
    }
    const auto even = design.table.even_row_ground;
    EXPECT_EQ(grounds[0], design.table.head_ground);
    EXPECT_NE(grounds[1] == even, grounds[2] == even);
    EXPECT_EQ(grounds[1], grounds[3]);
}

TEST_F(Tables, AnEmptyCellLeavesItsColumnFree) {
    const Composed body = composed("## a\n\n| b | c | d |\n| - | - | - |\n| e |  | g |\n");
    EXPECT_EQ(body.words(rows(body)[1]), "eg");
    const std::vector<Length> columns = widths(body);
    EXPECT_EQ(all_of<GlyphRun>(rows(body)[1].content.items).at(1).origin.x,
              columns[0] + columns[1] + design.table.cell_padding_x);
}

TEST_F(Tables, WordsTooWideForThePageAreReported) {
    composed("## a\n\n| b | c |\n| - | - |\n| " + std::string(40, 'W') + " | " + std::string(40, 'W') +
             " |\n");
    std::vector<std::string> codes;
    for (const auto& d : sink.sorted()) codes.push_back(d.code);
    EXPECT_THAT(codes, Contains("table-too-wide"));
    EXPECT_EQ(sink.errors(), 0U);
}

TEST_F(Tables, ARowThatNoPageHoldsIsCutBetweenItsLines) {
    std::string words;
    for (int i = 0; i < 12; ++i) words += dutch_text + " ";
    const Composed body = composed("## a\n\n| b | c |\n| - | - |\n| d | " + words + " |\n| e | f |\n");
    const auto pieces = rows(body);
    ASSERT_GT(pieces.size(), 20U);
    const Length room = design.page.text_height() - body.flow().repeats.at(0).height;
    EXPECT_EQ(pieces[2].break_cost, design.pages.orphan_cost);
    for (std::size_t i = 3; i + 2 < pieces.size() - 1; ++i) EXPECT_EQ(pieces[i].break_cost, 0);
    std::string set;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        EXPECT_LE(pieces[i].height, room);
        for (const GlyphRun& run : all_of<GlyphRun>(pieces[i].content.items)) {
            EXPECT_GT(run.origin.y, Length{});
            EXPECT_LT(run.origin.y, pieces[i].height);
        }
    }
    Length slices;
    for (std::size_t i = 1; i + 1 < pieces.size(); ++i) slices += pieces[i].height;
    EXPECT_GT(slices, room);
}

TEST_F(Tables, ARowThatFitsIsTornOnlyAtAPrice) {
    design.pages.torn_row_cost = 77;
    const Composed body =
        composed("## a\n\n| b | c |\n| - | - |\n| d | " + dutch_text + dutch_text + dutch_text + " |\n");
    const auto pieces = rows(body);
    ASSERT_GT(pieces.size(), 6U);
    EXPECT_EQ(pieces[4].break_cost, 77);
    for (const Piece& piece : pieces) EXPECT_EQ(piece.torn_row.has_value(), &piece != &pieces.front());
}

TEST_F(Tables, ATornRowHasHeadAndNameAgain) {
    std::string words;
    for (int i = 0; i < 12; ++i) words += dutch_text + " ";
    const Composed body = composed("## a\n\n| b | c |\n| - | - |\n| naam | " + words + " |\n");
    const auto pieces = rows(body);
    const auto& repeats = body.flow().repeats;
    ASSERT_TRUE(pieces.at(1).repeat && pieces.at(2).repeat);
    EXPECT_EQ(words_of(repeats.at(*pieces[1].repeat).content.items, body.document), "b (vervolg)bc");
    EXPECT_EQ(words_of(repeats.at(*pieces[2].repeat).content.items, body.document), "b (vervolg)bcnaam");
    EXPECT_EQ(pieces.back().repeat, pieces[2].repeat);
}

TEST_F(Tables, LinesOfATornRowStayInStep) {
    std::string words;
    for (int i = 0; i < 6; ++i) words += dutch_text + " ";
    const Composed body =
        composed("## a\n\n| a | b | c |\n| - | - | - |\n| d | " + words + "|" + words + " |\n");
    const auto pieces = rows(body);
    // A slice has a line of each column, and no line of it is higher than the slice.
    for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
        EXPECT_GE(all_of<GlyphRun>(pieces[i].content.items).size(), 2U) << i;
        EXPECT_LE(pieces[i].height, design.table.cell->leading + design.table.cell_padding_y) << i;
    }
}

TEST_F(Tables, ALinkInARowThatIsCutStaysOnItsWords) {
    std::string words;
    for (int i = 0; i < 12; ++i) words += dutch_text + " ";
    const Composed body =
        composed("## a\n\n| b | c |\n| - | - |\n| [site](https://x.example/) | " + words + " |\n");
    const Piece first = rows(body)[1];
    ASSERT_THAT(first.content.links, SizeIs(1));
    const GlyphRun site = all_of<GlyphRun>(first.content.items).at(0);
    EXPECT_LT(first.content.links[0].box.top(), site.origin.y);
    EXPECT_GT(first.content.links[0].box.bottom(), site.origin.y);
}

}  // namespace
}  // namespace brochure::layout
