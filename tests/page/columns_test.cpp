// Columns side by side on the page: level at their ends, on one grid, read one after the other.
#include <optional>

#include "page/breaking/balance.hpp"
#include "paginating.hpp"

namespace brochure::page {
namespace {

class BalanceTest : public testing::Test {
  protected:
    BalanceTest() {
        room.height = pt(100);
        room.grid = pt(10);
    }

    void add(double height, int break_cost = 0, double space_before = 0) {
        BreakPiece piece;
        piece.height = pt(height);
        piece.break_cost = break_cost;
        piece.space_before = pt(space_before);
        piece.on_grid = true;
        piece.column_set = 0;
        piece.columns = 2;
        pieces.push_back(piece);
    }

    Balance balanced(Length height, bool below = false) {
        Balance balance(pieces, room, 0, below);
        for (std::size_t i = 0; i < pieces.size(); ++i) balance.add(i, height);
        return balance;
    }

    // In which column every piece stands.
    static std::vector<int> columns(const Balance& balance) {
        std::vector<int> list;
        for (const Balance::Place& place : balance.places()) list.push_back(place.column);
        return list;
    }
    using Columns = std::vector<int>;

    std::vector<BreakPiece> pieces;
    PageRoom room;
};

TEST_F(BalanceTest, ColumnsAreAsLowAsCanBe) {
    for (int i = 0; i < 5; ++i) add(10);
    const Balance balance = balanced(pt(100));
    EXPECT_EQ(balance.height(), pt(30));
    EXPECT_EQ(columns(balance), (Columns{0, 0, 0, 1, 1}));
}

TEST_F(BalanceTest, ColumnsGoOnWhereAFigureWasThatStandsElsewhere) {
    for (int i = 0; i < 5; ++i) add(10);
    pieces[2].column_set.reset();
    pieces[2].movable = true;
    pieces[3].column_set = pieces[4].column_set = 1;
    Balance balance(pieces, room, 0, false);
    for (const std::size_t text : {0U, 1U, 3U, 4U}) {
        EXPECT_TRUE(text == 0 || balance.takes(text)) << text;
        balance.add(text, pt(100));
    }
    EXPECT_EQ(balance.height(), pt(20));
    EXPECT_EQ(columns(balance), (Columns{0, 0, 1, 1}));
}

TEST_F(BalanceTest, ColumnsEndAboveAFigureAndAtTheBeginningOfAPart) {
    for (int i = 0; i < 3; ++i) add(10);
    pieces[1].column_set.reset();
    pieces[1].movable = true;
    pieces[2].column_set = 1;
    Balance balance(pieces, room, 0, false);
    balance.add(0, pt(100));
    EXPECT_FALSE(balance.takes(1));
    EXPECT_TRUE(balance.takes(2));
    pieces[2].prefer_page = true;
    EXPECT_FALSE(balance.takes(2));
}

TEST_F(BalanceTest, SpaceAboveAColumnsFirstPieceIsLost) {
    for (int i = 0; i < 4; ++i) add(10, 0, 20);
    const Balance balance = balanced(pt(100));
    EXPECT_EQ(balance.height(), pt(40));
    EXPECT_EQ(balance.places().at(2).top, Length{});
}

TEST_F(BalanceTest, DearBreakIsLeftForOneALineHigher) {
    add(10);
    add(10);
    add(10, 500);
    add(10);
    const Balance balance = balanced(pt(100));
    EXPECT_EQ(balance.height(), pt(30));
    EXPECT_EQ(columns(balance), (Columns{0, 0, 0, 1}));
    EXPECT_EQ(balance.cost(), 0);
}

TEST_F(BalanceTest, DearBreakIsTakenWhereColumnsWouldBeMuchHigher) {
    add(10);
    for (int i = 0; i < 5; ++i) add(10, 500);
    const Balance balance = balanced(pt(100));
    EXPECT_EQ(balance.height(), pt(30));
    EXPECT_EQ(balance.cost(), 500);
}

TEST_F(BalanceTest, WhatMustNotBeTornStaysInOneColumn) {
    add(10);
    for (int i = 0; i < 5; ++i) add(10, room.costs.in_need);
    const Balance balance = balanced(pt(100));
    EXPECT_EQ(columns(balance), (Columns{0, 0, 0, 0, 0, 0}));
}

TEST_F(BalanceTest, WhatMustNotBeTornIsTornWhereTheRoomIsTooLow) {
    add(10);
    for (int i = 0; i < 5; ++i) add(10, room.costs.in_need);
    const Balance balance = balanced(pt(40));
    EXPECT_EQ(balance.height(), pt(30));
    EXPECT_EQ(balance.cost(), room.costs.in_need);
}

TEST_F(BalanceTest, SlackIsSharedOutOverTheColumns) {
    add(10);
    add(10);
    add(10);
    EXPECT_EQ(balanced(pt(100)).slack(), pt(5));
}

TEST_F(BalanceTest, GroundAtAColumnsTopKeepsClearOfWhatIsAbove) {
    add(10);
    add(10);
    pieces.back().ground_above = pt(4);
    EXPECT_EQ(balanced(pt(100), false).places().at(1).top, Length{});
    EXPECT_EQ(balanced(pt(100), true).places().at(1).top, pt(10));
}

class ColumnPages : public PageTest {
  protected:
    ColumnPages() {
        design.columns.parts = {design::PartKind::body};
        design.columns.gap = Length::millimetres(8);
    }
};

TEST_F(ColumnPages, TextGoesOnInTheSecondColumnLevelWithTheFirst) {
    const Pagination out = body("## a\n\n" + numbered_lines(1, 10));
    const Page& page = out.document.pages.front();
    const PageLine first = line_with(out.document, page, "r1");
    const PageLine sixth = line_with(out.document, page, "r6");
    const Length width = (design.page.measure() - design.columns.gap) / 2;
    EXPECT_EQ(sixth.baseline, first.baseline);
    EXPECT_EQ(sixth.left, first.left + width + design.columns.gap);
}

TEST_F(ColumnPages, RightToLeftTextGoesOnToTheLeft) {
    right_to_left = true;
    const Pagination out = body("## a\n\n" + numbered_lines(1, 10));
    const Page& page = out.document.pages.front();
    const PageLine first = line_with(out.document, page, "r1");
    const PageLine sixth = line_with(out.document, page, "r6");
    EXPECT_EQ(sixth.baseline, first.baseline);
    EXPECT_LT(sixth.right, first.left);
}

TEST_F(ColumnPages, WhatFollowsStandsBelowTheHigherColumn) {
    const Pagination out = body("## a\n\n" + numbered_lines(1, 6) + "### b\n\n| c |\n| --- |\n| d |\n");
    const Page& page = out.document.pages.front();
    EXPECT_EQ(line_with(out.document, page, "r4").baseline, line_with(out.document, page, "r1").baseline);
    EXPECT_GT(line_with(out.document, page, "b").baseline, line_with(out.document, page, "r3").baseline);
}

TEST_F(ColumnPages, FullPageFillsBothColumns) {
    const Pagination out = body("## a\n\n" + numbered_lines(1, 80));
    EXPECT_GE(out.document.pages.size(), 2U);
    EXPECT_GE(out.reports.front().filled, 0.93);
}

TEST_F(ColumnPages, GroundOfACallOutEndsWithItsColumn) {
    std::string call_out = "> [!NOTE]\n";
    for (int i = 1; i <= 40; ++i) call_out += fmt::format("> r{}\n>\n", i);
    const Pagination out =
        body("## a\n\n" + numbered_lines(41, 42) + call_out + "\n" + numbered_lines(43, 44));
    const Length width = (design.page.measure() - design.columns.gap) / 2;
    std::size_t grounds = 0;
    for (const Page& page : out.document.pages) {
        for (const FilledRect& rect : all_of<FilledRect>(page)) {
            if (rect.box.size.height < design.page.baseline * 3) continue;
            ++grounds;
            EXPECT_LE(rect.box.size.width, width + Length::points(1));
        }
    }
    EXPECT_GE(grounds, 2U);
}

}  // namespace
}  // namespace brochure::page
