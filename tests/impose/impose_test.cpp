// Where pages and marks stand on their sheets.
#include "impose/impose.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/golden.hpp"

namespace brochure::impose {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Length mm(double millimetres) { return Length::millimetres(millimetres); }
constexpr Size a5{mm(148), mm(210)};
constexpr Size a3{mm(420), mm(297)};

constexpr Length fold_of(const Options& options) { return options.sheet.width / 2; }

std::vector<Side> sides_of(const std::vector<Sheet>& sheets) {
    std::vector<Side> sides;
    for (const Sheet& sheet : sheets) {
        sides.push_back(sheet.front);
        if (sheet.back) sides.push_back(*sheet.back);
    }
    return sides;
}

std::vector<Options> every_printer() {
    std::vector<Options> all;
    for (const Binding binding : {Binding::left, Binding::right}) {
        for (const DuplexFlip flip : {DuplexFlip::short_edge, DuplexFlip::long_edge}) {
            Options options;
            options.binding = binding;
            options.flip = flip;
            options.bleed = mm(3);
            all.push_back(options);
        }
    }
    return all;
}

Rect trim_on_side(const PlacedPage& placed) { return on_side(placed, Rect{{}, a5}); }

// "8 1", "- 3": the pages of a side from left to right, counted from 1; in brackets with the head down.
std::string numbers(const Side& side) {
    std::string out;
    for (const PlacedPage& placed : side.pages) {
        const std::string number = placed.page ? std::to_string(*placed.page + 1) : "-";
        out += (out.empty() ? "" : " ") + (placed.turned ? "(" + number + ")" : number);
    }
    return out;
}

std::vector<std::string> numbers(const std::vector<Sheet>& sheets) {
    std::vector<std::string> out;
    for (const Side& side : sides_of(sheets)) out.push_back(numbers(side));
    return out;
}

TEST(Booklet, EightPages) {
    EXPECT_THAT(numbers(impose_booklet(8, a5)), ElementsAre("8 1", "2 7", "6 3", "4 5"));
}

TEST(Booklet, BoundOnTheRightItIsMirrored) {
    EXPECT_THAT(numbers(impose_booklet(8, a5, {.binding = Binding::right})),
                ElementsAre("1 8", "7 2", "3 6", "5 4"));
}

TEST(Booklet, ALongEdgeFlipTurnsTheBackAlone) {
    EXPECT_THAT(numbers(impose_booklet(8, a5, {.flip = DuplexFlip::long_edge})),
                ElementsAre("8 1", "(7) (2)", "6 3", "(5) (4)"));
}

TEST(Booklet, FivePagesKeepTheLastOutside) {
    EXPECT_THAT(numbers(impose_booklet(5, a5)), ElementsAre("5 1", "2 -", "- 3", "4 -"));
}

TEST(Booklet, OnePageIsACover) { EXPECT_THAT(numbers(impose_booklet(1, a5)), ElementsAre("- 1", "- -")); }

TEST(Booklet, NoPagesNoSheets) { EXPECT_THAT(impose_booklet(0, a5), IsEmpty()); }

TEST(Creep, MovesEachSheetByItsPlaceTimesThePaper) {
    for (Options options : every_printer()) {
        options.paper_thickness = mm(0.13);
        const auto sheets = impose_booklet(64, a5, options);
        for (std::size_t k = 0; k < sheets.size(); ++k) {
            const double creep = 0.13 * static_cast<double>(k);
            for (const Side& side : {sheets[k].front, sheets[k].back.value()}) {
                const Rect left = trim_on_side(side.pages[0]), right = trim_on_side(side.pages[1]);
                EXPECT_NEAR(left.left().to_millimetres(), 148.5 - 148 + creep, 0.05);
                EXPECT_NEAR(right.left().to_millimetres(), 148.5 - creep, 0.05);
                EXPECT_NEAR(side.pages[0].creep.to_millimetres(), creep, 0.05);
            }
        }
    }
}

TEST(Creep, IsTheSameOnBothHalves) {
    for (const Options& options : every_printer()) {
        const Length fold = fold_of(options);
        for (const Side& side : sides_of(impose_booklet(64, a5, options))) {
            const Rect left = trim_on_side(side.pages[0]), right = trim_on_side(side.pages[1]);
            EXPECT_EQ(left.right() - fold, fold - right.left());
            EXPECT_EQ(left.top(), right.top());
        }
    }
}

TEST(Creep, NoneWithoutThickness) {
    for (const Side& side : sides_of(impose_booklet(64, a5, {.paper_thickness = Length{}}))) {
        EXPECT_EQ(side.pages[0].corner, (Point{mm(0.5), Length{}}));
        EXPECT_EQ(side.pages[1].corner, (Point{mm(148.5), Length{}}));
    }
}

TEST(Clip, StaysInItsHalfAndOnTheSheet) {
    for (const Options& options : every_printer()) {
        const Length fold = fold_of(options);
        for (const Side& side : sides_of(impose_booklet(64, a5, options))) {
            const Rect &left = side.pages[0].clip, &right = side.pages[1].clip;
            EXPECT_GE(left.left(), Length{});
            EXPECT_EQ(left.right(), fold);
            EXPECT_EQ(right.left(), fold);
            EXPECT_LE(right.right(), options.sheet.width);
            for (const Rect& clip : {left, right}) {
                EXPECT_GE(clip.top(), Length{});
                EXPECT_LE(clip.bottom(), options.sheet.height);
            }
        }
    }
}

TEST(Clip, ShowsTheBleedOutsideAndNotAtTheFold) {
    const Side side = impose_booklet(4, a5, {.sheet = a3, .bleed = mm(3)}).front().front;
    EXPECT_EQ(side.pages[0].clip, Rect::from_edges(mm(59), mm(40.5), mm(210), mm(256.5)));
    EXPECT_EQ(side.pages[1].clip, Rect::from_edges(mm(210), mm(40.5), mm(361), mm(256.5)));
}

TEST(Clip, WithoutBleedIsTheTrim) {
    const Side side = impose_booklet(4, a5, {.sheet = a3}).front().front;
    for (const PlacedPage& placed : side.pages) EXPECT_EQ(placed.clip, trim_on_side(placed));
}

TEST(Placement, TrimsStayOnASheetThatIsLargeEnough) {
    for (const Options& options : every_printer()) {
        ASSERT_EQ(missing_room(a5, options.sheet), Size{});
        for (const Side& side : sides_of(impose_booklet(64, a5, options))) {
            for (const PlacedPage& placed : side.pages) {
                const Rect box = trim_on_side(placed);
                EXPECT_GE(box.left(), Length{});
                EXPECT_LE(box.right(), options.sheet.width);
                EXPECT_GE(box.top(), Length{});
                EXPECT_LE(box.bottom(), options.sheet.height);
            }
        }
    }
}

TEST(Placement, APageTooLargeForItsHalfIsToldAndClipped) {
    const Size b5{mm(176), mm(250)};
    EXPECT_EQ(missing_room(b5, Options{}.sheet), (Size{mm(176) * 2 - mm(297), mm(40)}));
    const Side side = impose_booklet(4, b5).front().front;
    EXPECT_EQ(side.pages[1].clip, Rect::from_edges(mm(148.5), {}, mm(297), mm(210)));
}

TEST(Placement, ATurnedPageRunsFromItsCornerTheOtherWay) {
    const Sheet sheet = impose_booklet(4, a5, {.flip = DuplexFlip::long_edge}).front();
    const PlacedPage& third = sheet.back.value().pages[0];
    ASSERT_EQ(third.page, 2U);
    EXPECT_EQ(third.corner, (Point{mm(148.5), mm(210)}));
    EXPECT_EQ(on_side(third, Point{mm(10), mm(20)}), (Point{mm(148.5) - mm(10), mm(210) - mm(20)}));
    EXPECT_EQ(on_side(third, Rect{{}, a5}).right(), mm(148.5));
}

TEST(Unprintable, ReachesInFromTheOuterEdges) {
    // The trim stands 0.5 mm from the sheet's edge: of 5 mm the printer leaves out, 4.5 mm lie on the page.
    const Side side = impose_booklet(4, a5).front().front;
    const Rect left{{mm(4), mm(8)}, {mm(130), mm(190)}};
    EXPECT_NEAR(cut_off(side.pages[0], left).to_millimetres(), 0.5, 0.001);
    EXPECT_EQ(cut_off(side.pages[1], left), Length{});
    const Rect low{{mm(10), mm(10)}, {mm(100), mm(197)}};
    EXPECT_NEAR(cut_off(side.pages[0], low).to_millimetres(), 2, 0.001);
}

TEST(Unprintable, IsTheSameForATurnedPage) {
    const auto as_is = impose_booklet(8, a5), turned = impose_booklet(8, a5, {.flip = DuplexFlip::long_edge});
    for (std::size_t k = 0; k < as_is.size(); ++k) {
        for (const std::size_t i : {0U, 1U}) {
            const PlacedPage& a = as_is[k].back.value().pages[i];
            const PlacedPage& b = turned[k].back.value().pages[1 - i];
            EXPECT_EQ(a.page, b.page);
            EXPECT_EQ(a.printable, b.printable);
        }
    }
}

TEST(Unprintable, CountsWhatCreepPushesOverTheFold) {
    const Side side = impose_booklet(64, a5).back().front;
    ASSERT_EQ(numbers(side), "34 31");
    const Rect to_the_spine{{Length{}, mm(20)}, {mm(100), mm(100)}};
    EXPECT_NEAR(cut_off(side.pages[1], to_the_spine).to_millimetres(), 1.5, 0.001);
}

TEST(Unprintable, NothingOnALargeSheet) {
    const Side side = impose_booklet(4, a5, {.sheet = a3}).front().front;
    for (const PlacedPage& placed : side.pages) EXPECT_EQ(cut_off(placed, Rect{{}, a5}), Length{});
}

TEST(Marks, NoneUnlessAskedFor) {
    for (const Side& side : sides_of(impose_booklet(8, a5, {.sheet = a3})))
        EXPECT_THAT(side.marks, IsEmpty());
}

TEST(Marks, NoneWhereTheTrimFillsTheSheet) {
    for (const Side& side : sides_of(impose_booklet(8, a5, {.cut_marks = true, .fold_marks = true}))) {
        EXPECT_THAT(side.marks, IsEmpty());
    }
}

TEST(Marks, StandOutsideTrimAndBleedOnTheSheet) {
    const Options options{.sheet = a3, .bleed = mm(3), .cut_marks = true, .fold_marks = true};
    for (const Side& side : sides_of(impose_booklet(16, a5, options))) {
        const Rect left = trim_on_side(side.pages[0]), right = trim_on_side(side.pages[1]);
        const Rect bled = left.united(right).inflated(mm(3));
        EXPECT_EQ(side.marks.size(), 10U);
        for (const Mark& mark : side.marks) {
            const auto beside = [&](Point p) {
                return p.x <= bled.left() || p.x >= bled.right() || p.y <= bled.top() || p.y >= bled.bottom();
            };
            EXPECT_TRUE(beside(mark.from) && beside(mark.to));
            for (const Point& p : {mark.from, mark.to}) {
                EXPECT_TRUE(p.x >= Length{} && p.x <= a3.width && p.y >= Length{} && p.y <= a3.height);
            }
            if (mark.kind == Mark::Kind::fold) {
                EXPECT_EQ(mark.from.x, mm(210));
                EXPECT_EQ(mark.to.x, mm(210));
            }
        }
    }
}

TEST(Marks, CutWhereTheCreepHasMovedTheForeEdge) {
    const Options options{.sheet = a3, .paper_thickness = mm(1), .cut_marks = true};
    const Side inner = impose_booklet(12, a5, options).back().front;
    EXPECT_EQ(inner.marks.front().from.x, mm(210) - mm(148) + mm(1) * 2);
}

TEST(TwoUp, TheFirstPageStandsAlone) {
    const auto sheets = impose_two_up(6, a5);
    EXPECT_THAT(numbers(sheets), ElementsAre("1", "2 3", "4 5", "6"));
    EXPECT_EQ(sheets[0].front.pages[0].corner.x, mm(148.5));
    EXPECT_EQ(sheets[3].front.pages[0].corner.x, mm(0.5));
    for (const Sheet& sheet : sheets) EXPECT_FALSE(sheet.back);
}

TEST(TwoUp, AnOddLastPageEndsASpread) {
    EXPECT_THAT(numbers(impose_two_up(5, a5)), ElementsAre("1", "2 3", "4 5"));
    EXPECT_THAT(numbers(impose_two_up(1, a5)), ElementsAre("1"));
    EXPECT_THAT(impose_two_up(0, a5), IsEmpty());
}

TEST(TwoUp, BoundOnTheRightItIsMirrored) {
    const auto sheets = impose_two_up(6, a5, {.binding = Binding::right, .flip = DuplexFlip::long_edge});
    EXPECT_THAT(numbers(sheets), ElementsAre("1", "3 2", "5 4", "6"));
    EXPECT_EQ(sheets[0].front.pages[0].corner.x, mm(0.5));
    EXPECT_EQ(sheets[3].front.pages[0].corner.x, mm(148.5));
}

TEST(TwoUp, HasNoCreep) {
    for (const Sheet& sheet : impose_two_up(64, a5)) {
        for (const PlacedPage& placed : sheet.front.pages) EXPECT_EQ(placed.creep, Length{});
    }
}

TEST(TwoUp, CutMarksGoRoundWhatIsThere) {
    const auto sheets = impose_two_up(3, a5, {.sheet = a3, .cut_marks = true, .fold_marks = true});
    EXPECT_EQ(sheets[0].front.marks.front().from.x, mm(210));
    EXPECT_EQ(sheets[1].front.marks.front().from.x, mm(62));
    EXPECT_EQ(sheets[1].front.marks.size(), 8U);
}

std::string text_of(const Rect& r) {
    return fmt::format("{:.2f} {:.2f} to {:.2f} {:.2f}", r.left().to_millimetres(), r.top().to_millimetres(),
                       r.right().to_millimetres(), r.bottom().to_millimetres());
}

std::string dump(const Side& side) {
    std::string out;
    for (const PlacedPage& placed : side.pages) {
        out += fmt::format("  page {}{}: trim {}, clip {}, creep {:.2f}, printable {}\n",
                           placed.page ? std::to_string(*placed.page + 1) : "-",
                           placed.turned ? " head down" : "", text_of(trim_on_side(placed)),
                           text_of(placed.clip), placed.creep.to_millimetres(), text_of(placed.printable));
    }
    for (const Mark& mark : side.marks) {
        out += fmt::format("  {} {}\n", mark.kind == Mark::Kind::cut ? "cut" : "fold",
                           text_of(Rect::from_edges(mark.from.x, mark.from.y, mark.to.x, mark.to.y)));
    }
    return out;
}

TEST(Golden, EightPagesOnALargerSheet) {
    const Options options{.sheet = {mm(320), mm(225)},
                          .flip = DuplexFlip::long_edge,
                          .bleed = mm(3),
                          .cut_marks = true,
                          .fold_marks = true};
    std::string found = "8 pages of 148 x 210 mm on 320 x 225 mm, long edge; all in mm\n";
    const auto sheets = impose_booklet(8, a5, options);
    for (std::size_t k = 0; k < sheets.size(); ++k) {
        found += fmt::format("sheet {} front\n{}", k, dump(sheets[k].front));
        found += fmt::format("sheet {} back\n{}", k, dump(sheets[k].back.value()));
    }
    EXPECT_TRUE(test::matches_golden(BROCHURE_TEST_DATA "/impose/data/eight.txt", found));
}

}  // namespace
}  // namespace brochure::impose
