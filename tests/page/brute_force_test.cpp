// break_pages against an exhaustive search, on random small galleys: every set of page ends, every figure
// that might wait. The rules are written down here a second time, without looking at how break_pages follows
// them:
//   A page holds a run of pieces in order; before them the figure that waited, if one did.
//   One movable piece of the run, not its first, may wait for the next page; no later movable piece is on the
//   page then. A forced piece stands first on its page, and a figure that waits for that page gets one of its
//   own before it. A page is not higher than the room, but for one that holds a single piece and lets none
//   wait. Behind a figure that waited something follows on its page, unless there is nothing, a forced page,
//   or no room.
#include <gtest/gtest.h>

#include <optional>
#include <random>

#include "page/page_breaker.hpp"

namespace brochure::page {
namespace {

constexpr Length pt(double points) { return Length::points(points); }

using Galley = std::vector<BreakPiece>;
using Figure = std::optional<std::size_t>;

// The height of pieces set one below the other, notes included; `waited`: the first of them is a figure that
// waited.
Length height(const Galley& galley, const std::vector<std::size_t>& pieces, bool waited,
              const PageRoom& room) {
    Length y, notes;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const BreakPiece& piece = galley[pieces[i]];
        if (i > 0) {
            const bool below_figure = waited && i == 1;
            y += below_figure ? std::max(piece.space_before, galley[pieces[0]].space_after)
                              : piece.space_before;
        }
        const bool opens_the_text = i == (waited ? 1U : 0U);
        if (opens_the_text) y += piece.repeat;
        if (piece.on_grid) {
            Length grid_line;
            while (grid_line < y) grid_line += room.grid;
            y = grid_line;
        }
        y += piece.height;
        notes += piece.notes;
    }
    return notes > Length{} ? y + notes + room.notes_above : y;
}

class Exhaustive {
  public:
    Exhaustive(const Galley& galley, const PageRoom& room) : galley_(galley), room_(room) {}

    // The least cost of all pages from `first` on, with a figure waiting or none; nothing where there is no
    // way.
    std::optional<std::int64_t> least(std::size_t first, Figure waiting) {
        if (first == galley_.size() && !waiting) return 0;
        std::optional<std::int64_t> best;
        for (std::size_t end = first; end <= galley_.size(); ++end) {
            try_page(first, end, waiting, std::nullopt, best);
            for (std::size_t figure = first + 1; figure < end; ++figure) {
                if (may_wait(figure, end)) try_page(first, end, waiting, figure, best);
            }
        }
        return best;
    }

    std::size_t tried = 0;

  private:
    [[nodiscard]] bool may_wait(std::size_t figure, std::size_t end) const {
        if (!galley_[figure].movable) return false;
        for (std::size_t i = figure + 1; i < end; ++i) {
            if (galley_[i].movable) return false;
        }
        return true;
    }

    void try_page(std::size_t first, std::size_t end, Figure waited, Figure waits,
                  std::optional<std::int64_t>& best) {
        for (std::size_t i = first; i < end; ++i) {
            const bool opens_page = i == first && !waited;
            if (galley_[i].force_page && !opens_page) return;
        }
        std::vector<std::size_t> pieces;
        if (waited) pieces.push_back(*waited);
        for (std::size_t i = first; i < end; ++i) {
            if (waits != i) pieces.push_back(i);
        }
        if (pieces.empty()) return;
        const Length filled = height(galley_, pieces, waited.has_value(), room_);
        if (filled > room_.height && (pieces.size() > 1 || waits)) return;
        if (waited && end == first) {
            const bool nothing_can_follow =
                first == galley_.size() || galley_[first].force_page || filled > room_.height;
            if (!nothing_can_follow) return;
        }
        PageChoice page;
        page.first = first;
        page.end = end;
        page.carried = waited;
        page.postponed = waits;
        page.filled = filled;
        page.overfull = std::max(Length{}, filled - room_.height);
        ++tried;
        const auto rest = least(end, waits);
        if (!rest) return;
        const std::int64_t sum = page_cost(galley_, room_, page) + room_.per_page + *rest;
        if (!best || sum < *best) best = sum;
    }

    const Galley& galley_;
    const PageRoom& room_;
};

Galley random_galley(std::mt19937& random, int most_pieces) {
    auto number = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    auto one_in = [&](int n) { return number(1, n) == 1; };
    Galley galley;
    const int pieces = number(1, most_pieces);
    for (int i = 0; i < pieces; ++i) {
        BreakPiece piece;
        piece.movable = one_in(5);
        piece.height = pt(piece.movable ? number(20, 90) : number(5, 40));
        if (one_in(25)) piece.height = pt(number(101, 130));
        piece.space_before = pt(number(0, 2) * 7);
        if (piece.movable) piece.space_after = pt(number(0, 2) * 9);
        piece.on_grid = one_in(2);
        constexpr int costs[] = {0, 0, 0, 150, 1500, 5000, 10000, 1'000'000};
        piece.break_cost = costs[number(0, 7)];
        piece.force_page = !piece.movable && one_in(10);
        piece.prefer_page = !piece.movable && !piece.force_page && one_in(10);
        piece.ends_in_hyphen = one_in(6);
        if (one_in(8)) piece.notes = pt(number(1, 3) * 8);
        if (!piece.movable && one_in(6)) piece.repeat = pt(number(5, 25));
        galley.push_back(piece);
    }
    return galley;
}

// Every piece once, forced pages kept, what does not fit alone.
void check_choice(const Galley& galley, const PageRoom& room, const std::vector<PageChoice>& pages) {
    std::vector<int> placed(galley.size(), 0);
    std::size_t next = 0;
    Figure waiting;
    for (const PageChoice& page : pages) {
        EXPECT_EQ(page.first, next);
        EXPECT_EQ(page.carried, waiting);
        next = page.end;
        waiting = page.postponed;
        const PagePlan plan = plan_page(galley, room, page);
        EXPECT_FALSE(plan.pieces.empty());
        for (const std::size_t piece : plan.pieces) ++placed[piece];
        for (std::size_t i = page.first; i < page.end; ++i) {
            EXPECT_TRUE(!galley[i].force_page || (i == page.first && !page.carried));
        }
        for (std::size_t i = 1; i < plan.tops.size(); ++i) {
            EXPECT_GE(plan.tops[i], plan.tops[i - 1] + galley[plan.pieces[i - 1]].height);
        }
        const Length own = height(galley, plan.pieces, page.carried.has_value(), room);
        EXPECT_EQ(plan.bottom + plan.notes, own);
        EXPECT_EQ(page.filled, own);
        EXPECT_EQ(page.overfull, std::max(Length{}, own - room.height));
        EXPECT_TRUE(page.overfull == Length{} || plan.pieces.size() == 1);
        EXPECT_EQ(page.cost, page_cost(galley, room, page));
    }
    EXPECT_EQ(next, galley.size());
    EXPECT_EQ(waiting, std::nullopt);
    for (const int times : placed) EXPECT_EQ(times, 1);
}

class BruteForce : public testing::TestWithParam<std::int64_t> {};

TEST_P(BruteForce, NoOtherChoiceIsCheaper) {
    PageRoom room;
    room.height = pt(100);
    room.grid = pt(10);
    room.notes_above = pt(6);
    room.costs.run_on_least_lines = 3;
    room.per_page = GetParam();
    std::mt19937 random{static_cast<unsigned>(17 + GetParam())};
    std::size_t waited = 0, too_high = 0, tried = 0;
    for (int i = 0; i < 500 && !HasFailure(); ++i) {
        SCOPED_TRACE("galley " + std::to_string(i));
        const Galley galley = random_galley(random, 14);
        const auto pages = break_pages(galley, room);
        check_choice(galley, room, pages);
        std::int64_t total = 0;
        for (const PageChoice& page : pages) {
            total += page.cost + room.per_page;
            if (page.postponed) ++waited;
            if (page.overfull > Length{}) ++too_high;
        }
        Exhaustive search(galley, room);
        EXPECT_EQ(search.least(0, std::nullopt), total);
        tried += search.tried;
    }
    // The galleys were not too easy.
    EXPECT_GT(waited, 20U);
    EXPECT_GT(too_high, 20U);
    EXPECT_GT(tried, 100'000U);
}

INSTANTIATE_TEST_SUITE_P(PricesOfAPage, BruteForce, testing::Values(0, 800, -800));

TEST(LongGalleys, LoseNoPiece) {
    PageRoom room;
    room.height = pt(100);
    room.grid = pt(10);
    room.notes_above = pt(6);
    std::mt19937 random{3};
    for (int i = 0; i < 200 && !testing::Test::HasFailure(); ++i) {
        const Galley galley = random_galley(random, 300);
        check_choice(galley, room, break_pages(galley, room));
    }
}

}  // namespace
}  // namespace brochure::page
