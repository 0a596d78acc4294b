// Page breaking by small galleys: pages of ten lines, each 10 pt high.
#include "page/breaking/page_breaker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "page/breaking/page_plan.hpp"

namespace brochure::page {
namespace {

using layout::forbidden_break;
using ::testing::ElementsAre;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr Length pt(double points) { return Length::points(points); }

PageRoom ten_lines() {
    PageRoom room;
    room.height = pt(100);
    room.grid = pt(10);
    room.notes_above = pt(10);
    room.costs.least_filled = 0.7;
    return room;
}

BreakPiece line() {
    BreakPiece piece;
    piece.height = pt(10);
    piece.on_grid = true;
    return piece;
}

BreakPiece figure(double height) {
    BreakPiece piece;
    piece.height = pt(height);
    piece.on_grid = false;
    piece.movable = true;
    return piece;
}

// A paragraph of so many lines, priced as the layout stage prices it.
void paragraph(std::vector<BreakPiece>& galley, std::size_t lines) {
    const design::PageBreaking costs;
    for (std::size_t i = 0; i < lines; ++i) {
        galley.push_back(line());
        if (i == 1) galley.back().break_cost += costs.orphan_cost;
        if (i > 0 && i + 1 == lines) galley.back().break_cost += costs.widow_cost;
    }
}

std::vector<BreakPiece> lines(std::size_t count) { return std::vector<BreakPiece>(count, line()); }

// "0-9", "10-14 but 12", "12 15-17": the pieces of each page, a carried figure first.
std::vector<std::string> drawn(const std::vector<PageChoice>& pages) {
    std::vector<std::string> list;
    for (const PageChoice& page : pages) {
        std::string out;
        if (page.at_top()) out += std::to_string(*page.at_top());
        if (page.at_top() && page.end > page.first) out += " ";
        if (page.end > page.first) out += std::to_string(page.first) + "-" + std::to_string(page.end - 1);
        if (page.postponed) out += " but " + std::to_string(*page.postponed);
        list.push_back(out);
    }
    return list;
}

std::vector<std::string> pages_of(const std::vector<BreakPiece>& galley, const PageRoom& room = ten_lines()) {
    return drawn(break_pages(galley, room));
}

TEST(BreakPages, NothingMakesNoPage) { EXPECT_THAT(break_pages({}, ten_lines()), SizeIs(0)); }

TEST(BreakPages, APageHoldsWhatFits) {
    EXPECT_THAT(pages_of(lines(10)), ElementsAre("0-9"));
    EXPECT_THAT(pages_of(lines(20)), ElementsAre("0-9", "10-19"));
}

TEST(BreakPages, AForcedPageStartsWithItsPiece) {
    auto galley = lines(6);
    galley[2].force_page = true;
    EXPECT_THAT(pages_of(galley), ElementsAre("0-1", "2-5"));
}

TEST(BreakPages, AWidowIsAvoided) {
    std::vector<BreakPiece> galley;
    paragraph(galley, 4);
    paragraph(galley, 7);  // its last line would stand alone on the second page
    paragraph(galley, 8);
    const auto pages = break_pages(galley, ten_lines());
    ASSERT_THAT(pages, SizeIs(2));
    EXPECT_NE(pages[1].first, 10U);
}

TEST(BreakPages, AnOrphanIsAvoided) {
    std::vector<BreakPiece> galley;
    paragraph(galley, 9);
    paragraph(galley, 10);  // its first line would stand alone on the first page
    EXPECT_THAT(pages_of(galley), ElementsAre("0-8", "9-18"));
}

TEST(BreakPages, AHeadingGoesWithTheLinesThatFollow) {
    std::vector<BreakPiece> galley;
    paragraph(galley, 8);
    BreakPiece heading = line();
    galley.push_back(heading);
    paragraph(galley, 6);
    galley[9].break_cost = forbidden_break;  // held to its heading
    EXPECT_THAT(pages_of(galley), ElementsAre("0-7", "8-14"));
}

TEST(BreakPages, ABrokenWordDoesNotEndAPageIfThatIsCheap) {
    auto galley = lines(19);
    galley[9].ends_in_hyphen = true;
    EXPECT_THAT(pages_of(galley), ElementsAre("0-8", "9-18"));
}

TEST(BreakPages, ATornGroupIsDearerThanAShortPage) {
    auto galley = lines(18);
    const design::PageBreaking costs;
    for (std::size_t i = 9; i < 14; ++i) galley[i].break_cost = costs.group_break_cost;
    const auto pages = pages_of(galley);
    EXPECT_THAT(pages, ElementsAre("0-7", "8-17"));
}

TEST(BreakPages, SpaceAtAPagesTopIsDropped) {
    auto galley = lines(20);
    galley[10].space_before = pt(30);
    const auto pages = break_pages(galley, ten_lines());
    EXPECT_THAT(drawn(pages), ElementsAre("0-9", "10-19"));
    EXPECT_EQ(plan_page(galley, ten_lines(), pages[1]).tops.front(), Length{});
}

TEST(BreakPages, WhatIsOnTheGridMovesDownToIt) {
    std::vector<BreakPiece> galley{line(), line(), line()};
    galley[1].on_grid = false;
    galley[1].height = pt(13);
    EXPECT_THAT(plan_page(galley, ten_lines(), break_pages(galley, ten_lines())[0]).tops,
                ElementsAre(pt(0), pt(10), pt(30)));
}

TEST(BreakPages, FootnotesReserveTheirRoomAndTheSpaceAboveThem) {
    auto galley = lines(17);
    galley[3].notes = pt(20);
    const auto pages = break_pages(galley, ten_lines());
    EXPECT_THAT(drawn(pages), ElementsAre("0-6", "7-16"));  // seven lines, space, two lines of notes
    EXPECT_EQ(plan_page(galley, ten_lines(), pages[0]).notes, pt(30));
}

TEST(BreakPages, TheSpaceAboveFootnotesIsNeededOnce) {
    auto galley = lines(15);
    galley[3].notes = pt(20);
    galley[4].notes = pt(20);
    EXPECT_THAT(pages_of(galley), ElementsAre("0-4", "5-14"));
}

TEST(BreakPages, AMentionThatDoesNotFitWithItsNoteGoesToTheNextPage) {
    auto galley = lines(15);
    galley[9].notes = pt(30);
    const auto pages = break_pages(galley, ten_lines());
    EXPECT_THAT(drawn(pages), ElementsAre("0-8", "9-14"));
    EXPECT_EQ(plan_page(galley, ten_lines(), pages[0]).notes, Length{});
    EXPECT_EQ(plan_page(galley, ten_lines(), pages[1]).notes, pt(40));
}

TEST(BreakPages, ARepeatedHeadTakesRoomOnLaterPagesAlone) {
    std::vector<BreakPiece> galley = lines(18);
    for (std::size_t i = 1; i < 18; ++i) galley[i].repeat = pt(20);
    const auto pages = break_pages(galley, ten_lines());
    ASSERT_THAT(drawn(pages), ElementsAre("0-9", "10-17"));
    const PagePlan first = plan_page(galley, ten_lines(), pages[0]);
    const PagePlan second = plan_page(galley, ten_lines(), pages[1]);
    EXPECT_FALSE(first.repeats);
    EXPECT_TRUE(second.repeats);
    EXPECT_EQ(second.repeat_top, Length{});
    EXPECT_EQ(second.tops.front(), pt(20));
}

TEST(BreakPages, ATableThatDoesNotOpenThePageRepeatsNoHead) {
    std::vector<BreakPiece> galley = lines(4);
    galley[2].repeat = pt(20);
    EXPECT_FALSE(plan_page(galley, ten_lines(), break_pages(galley, ten_lines())[0]).repeats);
}

TEST(BreakPages, APieceTooHighForAPageStandsAloneAndSaysByHowMuch) {
    auto galley = lines(5);
    galley[2].height = pt(130);
    const auto pages = break_pages(galley, ten_lines());
    EXPECT_THAT(drawn(pages), ElementsAre("0-1", "2-2", "3-4"));
    EXPECT_EQ(pages[1].overfull, pt(30));
    EXPECT_EQ(pages[0].overfull, Length{});
    EXPECT_EQ(pages[2].overfull, Length{});
}

TEST(BreakPages, AFigureThatDoesNotFitWaitsAndTextFillsItsPlace) {
    auto galley = lines(15);
    galley[5] = figure(60);
    EXPECT_THAT(pages_of(galley), ElementsAre("0-10 but 5", "5 11-14"));
}

TEST(BreakPages, AFigureStaysWhereItFits) {
    auto galley = lines(18);
    galley[2] = figure(30);
    EXPECT_THAT(pages_of(galley), ElementsAre("0-7", "8-17"));
}

TEST(BreakPages, AFigureThatWaitedHasItsSpaceBelow) {
    auto galley = lines(14);
    galley[5] = figure(60);
    galley[5].space_after = pt(10);
    const auto pages = break_pages(galley, ten_lines());
    ASSERT_THAT(drawn(pages), ElementsAre("0-10 but 5", "5 11-13"));
    const PagePlan plan = plan_page(galley, ten_lines(), pages[1]);
    EXPECT_THAT(plan.pieces, ElementsAre(5U, 11U, 12U, 13U));
    EXPECT_THAT(plan.tops, ElementsAre(pt(0), pt(70), pt(80), pt(90)));
}

TEST(BreakPages, TheLargerOfTheSpacesAroundAFigureThatWaitedCounts) {
    auto galley = lines(20);
    galley[5] = figure(60);
    galley[5].space_after = pt(10);
    galley[11].space_before = pt(20);
    PageChoice page;
    page.first = 11;
    page.end = 13;
    page.carried = 5;
    EXPECT_THAT(plan_page(galley, ten_lines(), page).tops, ElementsAre(pt(0), pt(80), pt(90)));
}

TEST(BreakPages, AFigurePaysForWhatItIsPutBehind) {
    auto galley = lines(15);
    galley[5] = figure(60);
    for (std::size_t i = 8; i < galley.size(); ++i) galley[i].passing = 300;
    const auto pages = break_pages(galley, ten_lines());
    ASSERT_THAT(drawn(pages), ElementsAre("0-10 but 5", "5 11-14"));
    EXPECT_EQ(pages[0].costs[CostKind::figure], ten_lines().costs.figure_moved_cost + 300);
}

TEST(BreakPages, AFigureThatWaitedPaysForWhatItParts) {
    auto galley = lines(15);
    galley[5] = figure(60);
    galley[11].figure_between = 70;
    const auto pages = break_pages(galley, ten_lines());
    ASSERT_THAT(drawn(pages), ElementsAre("0-10 but 5", "5 11-14"));
    EXPECT_EQ(pages[0].costs[CostKind::figure], ten_lines().costs.figure_moved_cost + 70);
}

TEST(BreakPages, AFigureIsNotPutBehindWhatIsAsDearAsNeed) {
    auto galley = lines(18);
    galley[5] = figure(60);
    for (std::size_t i = 9; i < galley.size(); ++i) galley[i].passing = ten_lines().costs.in_need;
    auto room = ten_lines();
    room.costs.least_filled = 0.5;
    for (const PageChoice& page : break_pages(galley, room)) {
        EXPECT_FALSE(page.postponed && page.end > 9);
        EXPECT_FALSE(page.at_foot && page.end > 9);
    }
}

TEST(BreakPages, AFigureIsNeverBehindTheBeginningOfAnotherPart) {
    for (const double height : {30.0, 50.0, 60.0}) {
        for (const std::size_t part : {6U, 7U, 8U}) {
            auto galley = lines(24);
            galley[5] = figure(height);
            galley[part].prefer_page = true;
            for (const PageChoice& page : break_pages(galley, ten_lines())) {
                EXPECT_FALSE(page.postponed == 5U && page.end > part) << height;
                EXPECT_FALSE(page.at_foot == 5U && page.end > part) << height;
            }
        }
    }
}

TEST(BreakPages, APageThatEndsShortSinceOnlyTheFigureOfItsPartIsLeftCostsLessThanAnother) {
    auto galley = lines(17);
    galley[6] = figure(60);
    galley[7].prefer_page = true;
    const auto pages = break_pages(galley, ten_lines());
    ASSERT_THAT(drawn(pages), ElementsAre("0-5", "6-6", "7-16"));
    EXPECT_EQ(pages[0].costs[CostKind::empty], 150 * 4 * 4 + ten_lines().costs.left_figure_cost);
    EXPECT_LT(ten_lines().costs.left_figure_cost, ten_lines().costs.short_page_cost);
}

TEST(BreakPages, AFigurePaysMoreBehindTheEndOfItsSection) {
    auto galley = lines(15);
    galley[5] = figure(60);
    galley[5].section_end = 8;
    PageRoom room = ten_lines();
    room.costs.figure_section_cost = 300;
    const auto pages = break_pages(galley, room);
    ASSERT_THAT(drawn(pages), ElementsAre("0-10 but 5", "5 11-14"));
    EXPECT_EQ(pages[0].costs[CostKind::figure], room.costs.figure_moved_cost + 300);
    room.costs.figure_section_cost = 5000;
    EXPECT_EQ(break_pages(galley, room)[0].end, 8U) << "rather a page that is less full";
}

// Seven lines, then six that belong together: on the first page or the second, which is on the other side.
std::vector<BreakPiece> torn_at_the_tenth_line(int facing, int overleaf) {
    auto galley = lines(18);
    for (std::size_t i = 8; i < 13; ++i) {
        galley[i].break_cost = facing;
        galley[i].overleaf_cost = overleaf;
    }
    return galley;
}

TEST(BreakPages, WhatIsDearToTearOverleafIsTornBetweenFacingPages) {
    const auto galley = torn_at_the_tenth_line(10, 5000);
    EXPECT_EQ(pages_of(galley).front(), "0-6") << "the first page is a recto: the leaf is turned behind it";
    PageRoom verso_first = ten_lines();
    verso_first.goal.before = 1;
    const auto pages = break_pages(galley, verso_first);
    EXPECT_THAT(drawn(pages), ElementsAre("0-9", "10-17"));
    EXPECT_EQ(pages[0].costs[CostKind::overleaf], 0);
}

TEST(BreakPages, WhatIsTornOverleafInNeedSaysWhatItCost) {
    PageRoom room = ten_lines();
    auto galley = lines(20);
    for (BreakPiece& piece : galley) piece.overleaf_cost = room.costs.in_need;
    const auto pages = break_pages(galley, room);
    ASSERT_THAT(drawn(pages), ElementsAre("0-9", "10-19"));
    EXPECT_EQ(pages[0].costs[CostKind::overleaf], room.costs.in_need);
    EXPECT_GE(pages[0].cost(), room.costs.in_need);
}

TEST(BreakPages, AFigureAtTheFootLeavesNoHoleAboveIt) {
    const auto galley = [] {
        auto pieces = lines(7);
        pieces[3] = figure(20);
        return pieces;
    }();
    PageChoice page;
    page.end = 7;
    page.at_foot = 3;
    auto room = ten_lines();
    room.height = pt(90);
    EXPECT_EQ(plan_page(galley, room, page).tops.back(), pt(70));
    room.height = pt(100);
    EXPECT_EQ(plan_page(galley, room, page).tops.back(), pt(60));
}

TEST(BreakPages, AFigureNeverOvertakesAnother) {
    auto galley = lines(24);
    galley[5] = figure(60);
    galley[7] = figure(20);
    const auto pages = break_pages(galley, ten_lines());
    std::vector<std::size_t> order;
    for (const PageChoice& page : pages) {
        for (const std::size_t piece : plan_page(galley, ten_lines(), page).pieces) {
            if (galley[piece].movable) order.push_back(piece);
        }
    }
    EXPECT_THAT(order, ElementsAre(5U, 7U));
}

TEST(BreakPages, AFigureDoesNotWaitBeyondItsPart) {
    auto galley = lines(14);
    galley[6] = figure(60);
    galley[9].force_page = true;
    const auto pages = break_pages(galley, ten_lines());
    for (const PageChoice& page : pages) {
        const bool holds_part = page.first <= 9 && page.end > 9;
        EXPECT_FALSE(holds_part && page.carried);
    }
    EXPECT_EQ(pages.back().first, 9U);
}

TEST(BreakPages, APartRunsOnWhereAPageWouldBeLeftEmpty) {
    auto galley = lines(19);
    galley[2].prefer_page = true;
    galley[2].space_before = pt(10);
    PageRoom room = ten_lines();
    room.costs.run_on_least_lines = 3;
    EXPECT_THAT(pages_of(galley, room), ElementsAre("0-8", "9-18"));
}

TEST(BreakPages, APartThatJoinsDoesNotLeaveNextToNothingOnThePageBefore) {
    auto galley = lines(6);
    galley[1].prefer_page = galley[2].prefer_page = true;
    PageRoom room = ten_lines();
    room.costs.run_on_cost = 9000;  // rather each by itself
    room.costs.last_page_least = 0.35;
    EXPECT_THAT(pages_of(galley, room), ElementsAre("0-0", "1-1", "2-5"));
    galley[1].joins = galley[2].joins = true;
    EXPECT_THAT(pages_of(galley, room), ElementsAre("0-5"));
}

TEST(BreakPages, APartStartsAPageWhereItWouldHaveNoRoomToBeSeen) {
    auto galley = lines(18);
    galley[8].prefer_page = true;
    galley[8].space_before = pt(10);
    PageRoom room = ten_lines();
    room.costs.run_on_least_lines = 3;
    EXPECT_THAT(pages_of(galley, room), ElementsAre("0-7", "8-17"));
}

// Twenty-nine lines, each of which may end a page.
TEST(BreakPages, AWantedNumberOfPagesIsReached) {
    PageRoom room = ten_lines();
    room.costs.least_filled = 0.3;
    room.goal = {.before = 1, .closing = 1, .multiple = 1, .pages = 5, .counts = true};
    EXPECT_THAT(break_pages(lines(29), room), SizeIs(3));
    room.goal.pages = 7;
    EXPECT_THAT(break_pages(lines(29), room), SizeIs(4)) << "and one page for notes";
    room.goal.pages = 4;
    EXPECT_THAT(break_pages(lines(29), room), SizeIs(3)) << "which is the least there is";
}

TEST(BreakPages, AWantedNumberOfPagesIsReachedWithoutPagesForNotes) {
    PageRoom room = ten_lines();
    room.costs.least_filled = 0.3;
    room.goal = {.before = 1, .closing = 1, .multiple = 1, .pages = 6, .counts = true, .fills = false};
    EXPECT_THAT(break_pages(lines(29), room), SizeIs(4));
    room.goal.pages = 5;
    EXPECT_THAT(break_pages(lines(29), room), SizeIs(3));
}

TEST(BreakPages, AMultipleIsReachedWithOnePageForNotes) {
    PageRoom room = ten_lines();
    room.costs.least_filled = 0.3;
    room.goal = {.before = 1, .closing = 1, .multiple = 4, .counts = true};
    for (const std::size_t count : {9U, 19U, 29U, 39U, 49U}) {
        const auto pages = break_pages(lines(count), room);
        EXPECT_LE(room.goal.missing(pages.size()), 1) << count << " lines";
    }
}

// A paragraph of five lines that can be four; the heading after it must not stand last.
TEST(BreakPages, AParagraphIsSetTighterForWhatFollows) {
    auto galley = lines(11);
    const std::vector<layout::Variant> variants{{-1, 100}};
    galley[6].variants = variants;
    galley[6].run_first = 2;
    const auto pages = break_pages(galley, ten_lines());
    ASSERT_THAT(pages, SizeIs(1));
    EXPECT_EQ(pages[0].lines, -1);
    ASSERT_THAT(pages[0].adjustments, SizeIs(1));
    EXPECT_EQ(pages[0].adjustments[0].piece, 6U);
    EXPECT_EQ(pages[0].filled, pt(100));
    // What is below moves up.
    const PagePlan plan = plan_page(galley, ten_lines(), pages[0]);
    EXPECT_EQ(plan.tops[6], pt(60));
    EXPECT_EQ(plan.tops[7], pt(60));
}

TEST(BreakPages, ATornParagraphKeepsItsOwnSetting) {
    auto galley = lines(21);
    const std::vector<layout::Variant> variants{{-1, 1}};
    galley[11].variants = variants;
    galley[11].run_first = 8;
    for (const PageChoice& page : break_pages(galley, ten_lines())) {
        for (const Adjustment& adjustment : page.adjustments)
            EXPECT_TRUE(page.first <= 8 && page.end > 11) << adjustment.piece;
    }
}

TEST(BreakPages, FacingPagesEndAlike) {
    PageRoom room = ten_lines();
    room.goal.before = 1;  // the first page is a verso
    room.costs.underfull_cost = 0;
    room.fit.space_cost = 30;
    auto galley = lines(29);  // nine lines on the verso, ten on the recto
    for (BreakPiece& piece : galley) piece.break_cost = layout::forbidden_break;
    galley[9].break_cost = galley[19].break_cost = 0;
    galley[4].space_more = 1;
    room.costs.facing_cost = 0;
    EXPECT_EQ(break_pages(galley, room)[0].lines, 0);
    room.costs.facing_cost = 100;
    EXPECT_EQ(break_pages(galley, room)[0].lines, 1);
}

TEST(BreakPages, TheRunnerUpIsAnotherEndAndDearer) {
    PageRoom room = ten_lines();
    room.explain = true;
    const auto pages = break_pages(lines(28), room);
    ASSERT_TRUE(pages[0].runner_up);
    EXPECT_EQ(pages[0].end, 10U);
    EXPECT_EQ(pages[0].runner_up->end, 9U);
    EXPECT_GT(pages[0].runner_up->dearer, 0);
}

// ---- Tables over a facing pair

// So many pairs of halves.
void spread(std::vector<BreakPiece>& galley, double height, int pairs = 1) {
    for (int i = 0; i < 2 * pairs; ++i) {
        galley.push_back(figure(height));
        galley.back().half = i % 2 == 0 ? layout::Half::verso : layout::Half::recto;
    }
}

void add(std::vector<BreakPiece>& galley, std::vector<BreakPiece> more) {
    galley.insert(galley.end(), more.begin(), more.end());
}

PageRoom first_page_is_verso() {
    PageRoom room = ten_lines();
    room.goal.before = 1;
    return room;
}

TEST(SpreadTables, StandOnVersoAndRectoWithTextBelow) {
    auto galley = lines(10);
    spread(galley, 50);
    add(galley, lines(20));
    EXPECT_THAT(pages_of(galley), ElementsAre("0-9", "10 12-16 but 11", "11 17-21", "22-31"));
}

TEST(SpreadTables, WaitAPageForAVersoThatLaterTextFills) {
    auto galley = lines(20);
    spread(galley, 50);
    add(galley, lines(20));
    EXPECT_THAT(pages_of(galley), ElementsAre("0-9", "10-19", "22-31 but 20", "20 32-36 but 21", "21 37-41"));
}

TEST(SpreadTables, ArePassedByTextThatFillsThePageBefore) {
    auto galley = lines(15);
    spread(galley, 50);
    add(galley, lines(15));
    const auto pages = break_pages(galley, first_page_is_verso());
    EXPECT_THAT(drawn(pages), ElementsAre("0-9", "10-21 but 15", "15 22-26 but 16", "16 27-31"));
    const PagePlan plan = plan_page(galley, first_page_is_verso(), pages[1]);
    EXPECT_THAT(plan.pieces, ElementsAre(10, 11, 12, 13, 14, 17, 18, 19, 20, 21));
    EXPECT_EQ(pages[1].costs[CostKind::figure], ten_lines().costs.figure_moved_cost);
    EXPECT_EQ(pages[2].costs[CostKind::figure], 0);
}

TEST(SpreadTables, AreNotPassedByAnotherPart) {
    auto galley = lines(15);
    spread(galley, 50);
    add(galley, lines(25));
    galley[20].prefer_page = true;
    const auto pages = break_pages(galley, first_page_is_verso());
    EXPECT_THAT(drawn(pages).at(1), "10-19 but 15");
    EXPECT_THAT(drawn(pages).at(2), StartsWith("15"));
    EXPECT_LT(pages[1].cost(), ten_lines().costs.in_need);
}

TEST(SpreadTables, BoundToTheirPlaceAreNotPassed) {
    auto galley = lines(15);
    spread(galley, 50);
    galley[15].bound = true;
    add(galley, lines(15));
    const auto pages = break_pages(galley, first_page_is_verso());
    EXPECT_EQ(pages.at(1).end, 15U);
    EXPECT_THAT(drawn(pages).at(2), StartsWith("15 17-"));
    for (const PageChoice& page : pages) EXPECT_LT(page.cost(), ten_lines().costs.in_need);
    // Where the next page would be a recto, the text before takes a page more.
    galley.erase(galley.begin(), galley.begin() + 5);
    const auto later = break_pages(galley, first_page_is_verso());
    EXPECT_EQ(later.at(1).end, 10U);
    EXPECT_THAT(drawn(later).at(2), StartsWith("10 12-"));
}

TEST(SpreadTables, FollowEachOtherPairByPair) {
    auto galley = lines(10);
    spread(galley, 100, 2);
    add(galley, lines(10));
    EXPECT_THAT(pages_of(galley), ElementsAre("0-9", "10 but 11", "11 but 12", "12 but 13", "13", "14-23"));
}

TEST(SpreadTables, AreNotPassedByAFigure) {
    auto galley = lines(10);
    spread(galley, 50);
    galley.push_back(figure(40));
    add(galley, lines(11));
    // The figure has room below the first half, and stands below the second.
    EXPECT_THAT(pages_of(galley), ElementsAre("0-9", "10 but 11", "11 12-13", "14-23"));
}

TEST(SpreadTables, ThatEndAPartLeaveTheRestOfTheirPages) {
    auto galley = lines(10);
    spread(galley, 70);
    add(galley, lines(10));
    galley[12].force_page = true;
    const auto pages = break_pages(galley, ten_lines());
    EXPECT_THAT(drawn(pages), ElementsAre("0-9", "10 but 11", "11", "12-21"));
    for (const PageChoice& page : pages) EXPECT_LT(page.cost(), ten_lines().costs.in_need);
    EXPECT_EQ(pages[1].depth, std::nullopt);
}

TEST(SpreadTables, StandOverleafOnlyWhereNothingElseIsPossible) {
    auto galley = lines(10);
    for (BreakPiece& piece : galley) piece.break_cost = forbidden_break;
    spread(galley, 70);
    add(galley, lines(10));
    galley[12].force_page = true;
    const auto pages = break_pages(galley, first_page_is_verso());
    EXPECT_THAT(drawn(pages), ElementsAre("0-9", "10 but 11", "11", "12-21"));
    EXPECT_TRUE(pages[1].parted);
    EXPECT_GE(pages[1].cost(), ten_lines().costs.in_need);
    // A line that may be alone makes a page more: that is better.
    galley[5].break_cost = 0;
    const auto parted = break_pages(galley, first_page_is_verso());
    EXPECT_THAT(drawn(parted), ElementsAre("0-4", "5-9", "10 but 11", "11", "12-21"));
    for (const PageChoice& page : parted) EXPECT_FALSE(page.parted);
}

}  // namespace
}  // namespace brochure::page
