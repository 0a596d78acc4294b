// break_pages against an exhaustive search, on random small galleys: every set of page ends, every figure
// that might move, every line that might be given or taken. The rules are written down here a second time,
// without looking at how break_pages follows them:
//   A page holds a run of pieces in order; before them the figure that waited, if one did.
//   One movable piece of the run, not its first, may wait for the next page or stand below all others; no
//   later movable piece is on the page then, and no later part begins on it. A forced piece stands first on
//   its page, and a figure that waits for that page gets one of its own before it. A page is not higher than
//   the room, but for one that holds a single piece. Behind a figure that waited something follows on its
//   page, unless there is nothing, a forced page, or no room. The space above every piece but those that open
//   the page or its text, and every run of pieces that is whole on the page, may be so many lines more, or
//   fewer, as it says; a page does not do both. A recto pays for the difference in depth to the verso before
//   it, and for what its foot tears overleaf, the last page for the number of pages. Pages that cost
//   `in_need` are made only where there is no way without. Halves of spread tables stand in no run: each
//   comes to a page's top in its turn, a first half to a verso, a second to the page after it. Text from
//   behind the halves fills the page of a half up to the next figure; a page that is reached before a first
//   half's turn, or a recto that it comes to, is filled with such text as well and pays for it, but not with
//   text of another part, nor where the half is bound to its place. In need a first half may stand on a
//   recto. Pieces of one column set that are on a page share its columns. Of all ways to share them out that
//   take only free breaks, the lowest is taken, unless one with dearer breaks below `in_need` is more than a
//   line lower, or alone low enough; where neither is low enough, one with any break that is not forbidden. A
//   column takes what it can. The page pays for the breaks, and for the empty part of columns that go on
//   overleaf. In need facing pages do not count, and pages made so are as few as can be: each weighs ten
//   times more.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <random>
#include <tuple>
#include <utility>

#include "page/breaking/page_breaker.hpp"
#include "page/breaking/page_costs.hpp"
#include "page/breaking/page_plan.hpp"

namespace brochure::page {
namespace {

constexpr Length pt(double points) { return Length::points(points); }

// Pieces, and what their runs can give; the breaker only sees a view of that.
struct Galley {
    std::vector<BreakPiece> pieces;
    std::vector<std::vector<layout::Variant>> variants;  // parallel

    [[nodiscard]] std::vector<BreakPiece> seen() const {
        std::vector<BreakPiece> list = pieces;
        for (std::size_t i = 0; i < list.size(); ++i) list[i].variants = variants[i];
        return list;
    }
};
using Figure = std::optional<std::size_t>;

bool half_at(const std::vector<BreakPiece>& galley, std::size_t piece) {
    return piece < galley.size() && galley[piece].half != layout::Half::none;
}

// The first piece behind a half and those that follow it.
std::size_t behind(const std::vector<BreakPiece>& galley, std::size_t half) {
    do ++half;
    while (half_at(galley, half) && !galley[half].force_page && !galley[half].bound);
    return half;
}

// What one page holds.
struct Held {
    std::size_t first = 0, end = 0;
    Figure waited, waits, at_foot;
    bool parted = false;  // a first half on a recto
    auto operator<=>(const Held&) const = default;

    // A half whose turn has not come waits on.
    [[nodiscard]] Figure on_top() const { return waited != waits ? waited : std::nullopt; }

    [[nodiscard]] std::vector<std::size_t> pieces(const std::vector<BreakPiece>& galley) const {
        std::vector<std::size_t> list;
        if (on_top()) list.push_back(*waited);
        for (std::size_t i = first; i < end; ++i) {
            if (waits != i && at_foot != i && !half_at(galley, i)) list.push_back(i);
        }
        if (at_foot) list.push_back(*at_foot);
        return list;
    }
};

struct Measured {
    std::int64_t column_breaks = 0;
    Length column_slack;  // of the last columns
    Length bottom, notes;
    std::size_t parts_within = 0;
    std::optional<Length> low_part;
    [[nodiscard]] Length height() const { return bottom + notes; }
};

// One way to share pieces out over columns.
struct Sharing {
    std::vector<std::size_t> starts;  // of the later columns
    Length height, slack;
    std::int64_t dearest = 0, cost = 0;
};

Length grid_line_below(Length y, Length grid) {
    Length line;
    while (line < y) line += grid;
    return line;
}

Sharing shared(const std::vector<BreakPiece>& galley, const std::vector<std::size_t>& order,
               std::vector<std::size_t> starts, const PageRoom& room, bool below) {
    Sharing sharing;
    sharing.starts = std::move(starts);
    std::vector<Length> heights(static_cast<std::size_t>(galley[order.front()].columns));
    std::size_t column = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const BreakPiece& piece = galley[order[i]];
        const bool starts_column = column < sharing.starts.size() && sharing.starts[column] == i;
        if (starts_column) {
            ++column;
            sharing.dearest = std::max<std::int64_t>(sharing.dearest, piece.break_cost);
            sharing.cost +=
                piece.break_cost + (galley[order[i - 1]].ends_in_hyphen ? room.costs.hyphen_cost : 0);
        }
        Length& y = heights[column];
        if (starts_column && below) y = grid_line_below(piece.ground_above, room.grid);
        if (!starts_column && i > 0) y += piece.space_before;
        if (piece.on_grid) y = grid_line_below(y, room.grid);
        y += piece.height;
    }
    sharing.height = *std::ranges::max_element(heights);
    for (const Length height : heights) sharing.slack += sharing.height - height;
    sharing.slack = sharing.slack / galley[order.front()].columns;
    return sharing;
}

std::vector<Sharing> all_sharings(const std::vector<BreakPiece>& galley,
                                  const std::vector<std::size_t>& order, const PageRoom& room, bool below) {
    std::vector<std::vector<std::size_t>> ways{{}};
    for (int column = 1; column < galley[order.front()].columns; ++column) {
        const auto shorter = ways;
        for (const auto& starts : shorter) {
            for (std::size_t i = starts.empty() ? 1 : starts.back() + 1; i < order.size(); ++i) {
                ways.push_back(starts);
                ways.back().push_back(i);
            }
        }
    }
    std::vector<Sharing> sharings;
    for (auto& starts : ways) sharings.push_back(shared(galley, order, starts, room, below));
    return sharings;
}

// One after the other on a page: also where only a figure was between them that stands elsewhere.
bool share_columns(const std::vector<BreakPiece>& galley, std::size_t a, std::size_t b) {
    if (!galley[a].column_set || !galley[b].column_set) return false;
    if (galley[a].column_set == galley[b].column_set) return true;
    if (b != a + 2 || galley[a].columns != galley[b].columns || galley[b].prefer_page) return false;
    return galley[a + 1].movable && galley[a + 1].half == layout::Half::none;
}

Sharing best_sharing(const std::vector<BreakPiece>& galley, const std::vector<std::size_t>& order,
                     const PageRoom& room, bool below, Length height) {
    const std::vector<Sharing> all = all_sharings(galley, order, room, below);
    auto lowest = [&](std::int64_t dearest) {
        Length least = Length::max();
        for (const Sharing& sharing : all) {
            if (sharing.dearest <= dearest) least = std::min(least, sharing.height);
        }
        return least;
    };
    // What a column takes more, the later ones start later.
    auto fullest = [&](std::int64_t dearest) {
        std::optional<Sharing> best;
        auto later = [&](const Sharing& a, const Sharing& b) {
            for (std::size_t i = 0;; ++i) {
                const std::size_t from_a = i < a.starts.size() ? a.starts[i] : order.size();
                const std::size_t from_b = i < b.starts.size() ? b.starts[i] : order.size();
                if (from_a != from_b || from_a == order.size()) return from_a > from_b;
            }
        };
        for (const Sharing& sharing : all) {
            if (sharing.dearest > dearest || sharing.height > lowest(dearest)) continue;
            if (!best || later(sharing, *best)) best = sharing;
        }
        return *best;
    };
    const std::int64_t allowed = room.costs.in_need - 1;
    constexpr std::int64_t any = layout::forbidden_break - 1;
    const bool free_will_do = lowest(0) <= lowest(allowed) + room.grid;
    if (free_will_do && lowest(0) <= height) return fullest(0);
    if (lowest(allowed) <= height) return fullest(allowed);
    if (lowest(any) <= height) return fullest(any);
    return fullest(free_will_do ? 0 : allowed);
}

// Pieces set one below the other.
Measured measured(const std::vector<BreakPiece>& galley, const Held& held, const PageRoom& room) {
    const std::vector<std::size_t> pieces = held.pieces(galley);
    Measured out;
    Length y, notes;
    std::optional<Length> part_top;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const BreakPiece& piece = galley[pieces[i]];
        if (i > 0) {
            const bool below_figure = held.on_top() && i == 1;
            y += below_figure ? std::max(piece.space_before, galley[pieces[0]].space_after)
                              : piece.space_before;
        }
        const bool opens_the_text = i == (held.on_top() ? 1U : 0U);
        if (opens_the_text) y += piece.repeat;
        if (piece.on_grid) y = grid_line_below(y, room.grid);
        if (i > 0 && piece.prefer_page) {
            ++out.parts_within;
            part_top = y;
        }
        notes += piece.notes;
        if (!piece.column_set) {
            y += piece.height;
            continue;
        }
        const bool below = i > 0;
        std::vector<std::size_t> order{pieces[i]};
        for (; i + 1 < pieces.size() && share_columns(galley, pieces[i], pieces[i + 1]); ++i) {
            notes += galley[pieces[i + 1]].notes;
            order.push_back(pieces[i + 1]);
        }
        const Length with_rule = notes > Length{} ? notes + room.notes_above : Length{};
        const Sharing sharing = best_sharing(galley, order, room, below, room.height - with_rule - y);
        y += sharing.height;
        out.column_breaks += sharing.cost;
        out.column_slack = sharing.slack;
    }
    out.bottom = y;
    if (part_top) out.low_part = y - *part_top;
    if (notes > Length{}) out.notes = notes + room.notes_above;
    return out;
}

using Prices = std::map<int, std::int64_t>;  // by lines

// Every choice of variants, one thing after the other.
void choose(const std::vector<std::vector<layout::Variant>>& things, std::size_t next, int lines,
            std::int64_t price, int sign, int most, Prices& prices) {
    if (std::abs(lines) > most) return;
    if (next == things.size()) {
        const auto [entry, fresh] = prices.emplace(lines, price);
        if (!fresh) entry->second = std::min(entry->second, price);
        return;
    }
    choose(things, next + 1, lines, price, sign, most, prices);
    for (const layout::Variant& variant : things[next]) {
        if (variant.lines * sign > 0)
            choose(things, next + 1, lines + variant.lines, price + variant.price, sign, most, prices);
    }
}

Prices prices_of(const std::vector<BreakPiece>& galley, const Held& held, const PageRoom& room) {
    const std::vector<std::size_t> pieces = held.pieces(galley);
    std::vector<std::vector<layout::Variant>> things;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const BreakPiece& piece = galley[pieces[i]];
        if (i > (held.on_top() ? 1U : 0U)) {
            std::vector<layout::Variant> spaces;
            for (int lines = 1; lines <= piece.space_less; ++lines)
                spaces.push_back({-lines, lines * lines * room.fit.space_cost});
            for (int lines = 1; lines <= piece.space_more; ++lines)
                spaces.push_back({lines, lines * lines * room.fit.space_cost});
            things.push_back(spaces);
        }
        const bool whole = piece.run_first >= held.first || (held.on_top() && i == 0);
        if (whole) things.emplace_back(piece.variants.begin(), piece.variants.end());
    }
    Prices prices;
    for (const int sign : {-1, 1}) choose(things, 0, 0, 0, sign, room.fit.most_lines, prices);
    return prices;
}

class Exhaustive {
  public:
    Exhaustive(const std::vector<BreakPiece>& galley, const PageRoom& room, bool in_need)
        : galley_(galley), room_(room), in_need_(in_need) {}

    // The least cost of all pages from `first` on, with a figure waiting or none, so many pages before and
    // the depth of the verso beside it; nothing where there is no way.
    std::optional<std::int64_t> least(std::size_t first, Figure waiting, std::size_t made,
                                      std::optional<int> verso) {
        if (!waiting && half_at(galley_, first)) return least(behind(galley_, first), first, made, verso);
        if (first == galley_.size() && !waiting) return room_.goal.cost(made, room_.costs);
        std::optional<std::int64_t> best;
        auto consider = [&](const Held& held) {
            if (const auto sum = with_page(held, made, verso); sum && (!best || *sum < *best)) best = sum;
        };
        const bool recto = (room_.goal.before + made) % 2 == 0;
        const bool in_turn =
            waiting && half_at(galley_, *waiting) && behind(galley_, *waiting) > *waiting + 1;
        for (std::size_t end = first; in_turn && end <= galley_.size(); ++end) {
            if (end > first && galley_[end - 1].movable) break;
            const std::size_t next = *waiting + 1;
            const bool early = recto && galley_[*waiting].half == layout::Half::verso;
            if (early && !galley_[*waiting].bound && !part_within(first, end))
                consider({first, end, waiting, waiting, {}});
            if (!early || in_need_) consider({first, end, waiting, next, {}, early});
        }
        if (in_turn) return best;
        for (std::size_t end = first; end <= galley_.size(); ++end) {
            if (const Figure half = half_within(first, end)) {
                const std::size_t text = behind(galley_, *half);
                if (end > text && may_move(*half, end) && !galley_[*half].bound)
                    consider({first, end, waiting, half, {}});
                continue;
            }
            consider({first, end, waiting, {}, {}});
            for (std::size_t figure = first + 1; figure < end; ++figure) {
                if (!may_move(figure, end)) continue;
                consider({first, end, waiting, figure, {}});
                consider({first, end, waiting, {}, figure});
            }
        }
        return best;
    }

    std::size_t tried = 0;

  private:
    struct Made {
        std::int64_t cost = 0, overleaf = 0;
        std::optional<int> depth;
    };

    [[nodiscard]] bool may_move(std::size_t figure, std::size_t end) const {
        if (!galley_[figure].movable) return false;
        const std::size_t next = half_at(galley_, figure) ? behind(galley_, figure) : figure + 1;
        for (std::size_t i = next; i < end; ++i) {
            if (galley_[i].movable) return false;
        }
        return !part_within(next, end);
    }

    [[nodiscard]] Figure half_within(std::size_t first, std::size_t end) const {
        for (std::size_t i = first; i < end; ++i) {
            if (half_at(galley_, i)) return i;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool part_within(std::size_t first, std::size_t end) const {
        for (std::size_t i = first; i < end; ++i) {
            if (galley_[i].prefer_page) return true;
        }
        return false;
    }

    std::optional<std::int64_t> with_page(const Held& held, std::size_t made, std::optional<int> verso) {
        const bool recto = (room_.goal.before + made) % 2 == 0;
        std::optional<std::int64_t> best;
        for (const Made& page : pages(held)) {
            ++tried;
            const auto rest = least(held.end, held.waits, made + 1, recto ? std::nullopt : page.depth);
            if (!rest) continue;
            const std::int64_t beside = recto && !in_need_ ? facing_cost(room_, verso, page.depth) : 0;
            const std::int64_t own = page.cost + (recto ? page.overleaf : 0);
            const bool needy = own >= room_.costs.in_need;
            if (needy && !in_need_) continue;
            const std::int64_t sum = own + (needy ? 10 * room_.costs.in_need : 0) + beside + *rest;
            if (!best || sum < *best) best = sum;
        }
        return best;
    }

    const std::vector<Made>& pages(const Held& held) {
        const auto known = pages_.find(held);
        return known != pages_.end() ? known->second : pages_.emplace(held, make(held)).first->second;
    }

    std::vector<Made> make(const Held& held) {
        for (std::size_t i = held.first; i < held.end; ++i) {
            const bool opens_page = i == held.first && !held.waited;
            if (galley_[i].force_page && !opens_page) return {};
        }
        const std::size_t count = held.pieces(galley_).size();
        if (count == 0) return {};
        const Measured own = measured(galley_, held, room_);
        const Prices prices = prices_of(galley_, held, room_);
        auto fits = [&](int lines) { return own.height() + room_.grid * lines <= room_.height; };
        const bool fits_somehow =
            std::ranges::any_of(prices, [&](const auto& entry) { return fits(entry.first); });
        if (held.waited && held.end == held.first) {
            const bool nothing_can_follow = held.first == galley_.size() || galley_[held.first].force_page ||
                                            !fits_somehow || half_at(galley_, *held.waited) ||
                                            half_at(galley_, held.first);
            if (!nothing_can_follow) return {};
        }
        std::vector<Made> made;
        if (!fits_somehow) {
            if (count == 1 && (!held.waits || *held.waits < held.first)) add(held, own, 0, 0, made);
            return made;
        }
        // Nothing joins a piece that is higher than the room by itself.
        const Held opening{held.first, held.first + 1, {}, {}, {}};
        if (!held.on_top() && count > 1 && !fits_alone(opening)) return {};
        for (const auto& [lines, price] : prices) {
            if (fits(lines)) add(held, own, lines, price, made);
        }
        return made;
    }

    [[nodiscard]] bool fits_alone(const Held& held) const {
        const Length height = measured(galley_, held, room_).height();
        return std::ranges::any_of(prices_of(galley_, held, room_), [&](const auto& entry) {
            return height + room_.grid * entry.first <= room_.height;
        });
    }

    void add(const Held& held, const Measured& own, int lines, std::int64_t price,
             std::vector<Made>& made) const {
        PageChoice page;
        page.first = held.first;
        page.end = held.end;
        page.carried = held.waited;
        page.postponed = held.waits;
        page.at_foot = held.at_foot;
        page.parted = held.parted;
        page.filled = own.height() + room_.grid * lines;
        page.overfull = std::max(Length{}, page.filled - room_.height);
        page.parts_within = own.parts_within;
        page.low_part = own.low_part;
        page.adjusting = price;
        page.column_breaks = own.column_breaks;
        page.column_slack = own.column_slack;
        const std::int64_t cost = page_costs(galley_, room_, page).total();
        made.push_back({cost, overleaf_cost(galley_, page),
                        depth_of(galley_, room_, page, own.bottom + room_.grid * lines, own.notes)});
    }

    const std::vector<BreakPiece>& galley_;
    const PageRoom& room_;
    bool in_need_;
    std::map<Held, std::vector<Made>> pages_;
};

void add_spread(Galley& galley, std::mt19937& random) {
    auto number = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    const int halves = 2 * number(1, 2);
    for (int i = 0; i < halves; ++i) {
        BreakPiece half;
        half.half = i % 2 == 0 ? layout::Half::verso : layout::Half::recto;
        half.movable = true;
        half.height = i % 2 == 0 ? pt(number(10, 80)) : galley.pieces.back().height;
        half.space_after = pt(number(0, 2) * 9);
        half.on_grid = true;
        constexpr int costs[] = {0, 150, 1'000'000};
        if (i == 0) half.break_cost = costs[number(0, 2)];
        if (i == 0) half.force_page = number(1, 10) == 1;
        if (i == 0) half.bound = number(1, 4) == 1;
        if (number(1, 8) == 1) half.notes = pt(number(1, 3) * 8);
        half.run_first = galley.pieces.size();
        galley.pieces.push_back(half);
        galley.variants.emplace_back();
    }
}

Galley random_galley(std::mt19937& random, int most_pieces, bool spreads = false) {
    auto number = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    auto one_in = [&](int n) { return number(1, n) == 1; };
    Galley galley;
    const int pieces = number(1, most_pieces);
    for (int i = 0; i < pieces; ++i) {
        if (spreads && one_in(8)) add_spread(galley, random);
        BreakPiece piece;
        piece.movable = one_in(5);
        piece.height = pt(piece.movable ? number(20, 90) : number(5, 40));
        if (one_in(25)) piece.height = pt(number(101, 130));
        piece.space_before = pt(number(0, 2) * 7);
        if (piece.movable) piece.space_after = pt(number(0, 2) * 9);
        piece.on_grid = one_in(2);
        constexpr int costs[] = {0, 0, 0, 150, 1500, 5000, 10000, 1'000'000};
        piece.break_cost = costs[number(0, 7)];
        constexpr int overleaf[] = {0, 0, 0, 0, 800, 12000};
        piece.overleaf_cost = overleaf[number(0, 5)];
        piece.force_page = !piece.movable && one_in(10);
        piece.prefer_page = !piece.movable && !piece.force_page && one_in(10);
        piece.joins = piece.prefer_page && i % 2 == 0;
        piece.ends_in_hyphen = one_in(6);
        if (one_in(8)) piece.notes = pt(number(1, 3) * 8);
        if (!piece.movable && one_in(6)) piece.repeat = pt(number(5, 25));
        if (one_in(3)) piece.space_more = number(0, 2);
        if (one_in(3)) piece.space_less = number(0, 2);
        piece.run_first = galley.pieces.size();
        galley.pieces.push_back(piece);
        galley.variants.emplace_back();
    }
    // Some runs of pieces without figures can be set otherwise.
    for (std::size_t first = 0; first < galley.pieces.size();) {
        std::size_t end = first + 1;
        const auto most = static_cast<std::size_t>(number(1, 3));
        while (!galley.pieces[first].movable && end < galley.pieces.size() && !galley.pieces[end].movable &&
               end - first < most)
            ++end;
        if (!half_at(galley.pieces, first) && one_in(2)) {
            galley.pieces[end - 1].run_first = first;
            if (one_in(2)) galley.variants[end - 1].push_back({-number(1, 2), number(10, 300)});
            if (one_in(2)) galley.variants[end - 1].push_back({number(1, 2), number(10, 300)});
        }
        first = end;
    }
    return galley;
}

// Runs of pieces that have nothing to give share columns.
void put_in_columns(Galley& galley, std::mt19937& random) {
    auto number = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    std::size_t sets = 0;
    for (std::size_t first = 0; first < galley.pieces.size();) {
        const auto count = static_cast<std::size_t>(number(1, 7));
        const int columns = number(2, 3);
        const bool shares = number(1, 3) > 1;
        std::size_t end = first;
        for (; end < galley.pieces.size() && end - first < count && !galley.pieces[end].movable; ++end) {
            if (!shares) continue;
            BreakPiece& piece = galley.pieces[end];
            piece.column_set = sets;
            piece.columns = columns;
            piece.ground_above = pt(number(0, 3) == 0 ? 4 : 0);
            piece.repeat = Length{};
            piece.space_more = piece.space_less = 0;
            piece.run_first = end;
            galley.variants[end].clear();
            if (end > first) piece.force_page = piece.prefer_page = false;
        }
        ++sets;
        first = std::max(end, first + 1);
    }
}

// Every piece once, forced pages kept, what does not fit alone, lines given and taken as said.
void check_choice(const std::vector<BreakPiece>& galley, const PageRoom& room,
                  const std::vector<PageChoice>& pages, bool in_need) {
    std::vector<int> placed(galley.size(), 0);
    std::size_t next = 0;
    Figure waiting;
    std::optional<int> verso;
    for (std::size_t n = 0; n < pages.size(); ++n) {
        const PageChoice& page = pages[n];
        if (!waiting && half_at(galley, next)) waiting = std::exchange(next, behind(galley, next));
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
        for (std::size_t i = 1; page.lines >= 0 && i < plan.tops.size(); ++i) {
            if (plan.columns[i] > plan.columns[i - 1]) continue;
            EXPECT_GE(plan.tops[i], plan.tops[i - 1] + galley[plan.pieces[i - 1]].height);
        }
        const Held held{page.first, page.end, page.carried, page.postponed, page.at_foot, page.parted};
        const Length own = measured(galley, held, room).height() + room.grid * page.lines;
        EXPECT_EQ(plan.bottom + plan.notes, own);
        EXPECT_EQ(page.filled, own);
        EXPECT_EQ(page.overfull, std::max(Length{}, own - room.height));
        EXPECT_TRUE(page.overfull == Length{} || plan.pieces.size() == 1);
        int lines = 0;
        for (const Adjustment& adjustment : page.adjustments) lines += adjustment.lines;
        EXPECT_EQ(lines, page.lines);
        PageCosts costs = page_costs(galley, room, page);
        const bool recto = (room.goal.before + n) % 2 == 0;
        if (page.at_top() && half_at(galley, *page.at_top())) {
            const bool first_half = galley[*page.at_top()].half == layout::Half::verso;
            EXPECT_EQ(page.parted, first_half && recto);
            if (!in_need) {
                EXPECT_EQ(recto, !first_half);
            }
        }
        if (recto && !in_need) costs[CostKind::facing] = facing_cost(room, verso, page.depth);
        if (recto) costs[CostKind::overleaf] = overleaf_cost(galley, page);
        EXPECT_EQ(page.costs.by_kind, costs.by_kind);
        verso = recto ? std::nullopt : page.depth;
    }
    EXPECT_EQ(next, galley.size());
    EXPECT_EQ(waiting, std::nullopt);
    for (const int times : placed) EXPECT_EQ(times, 1);
}

PageRoom small_room() {
    PageRoom room;
    room.height = pt(100);
    room.grid = pt(10);
    room.notes_above = pt(6);
    room.costs.run_on_least_lines = 3;
    room.costs.least_filled = 0.5;
    room.fit.most_lines = 3;
    return room;
}

// With so many pages before, and their number counted but for the first.
PageRoom room_behind(unsigned pages) {
    PageRoom room = small_room();
    room.explain = pages == 1;
    room.goal.counts = pages > 0;
    room.goal.multiple = 3;
    room.goal.before = pages;
    room.costs.notes_page_cost = 700;
    return room;
}

struct Tried {
    std::size_t pages = 0, moved = 0, too_high = 0, adjusted = 0, in_need = 0, halves = 0, parted = 0;
    std::size_t column_breaks = 0, columns_go_on = 0;
};

// Breaks random galleys both ways.
enum class With { nothing, spreads, columns, both };

Tried try_galleys(const PageRoom& room, std::mt19937& random, int most_pieces, With with) {
    Tried tried;
    for (int i = 0; i < 300 && !testing::Test::HasFailure(); ++i) {
        SCOPED_TRACE("galley " + std::to_string(i));
        Galley galley = random_galley(random, most_pieces, with == With::spreads || with == With::both);
        if (with == With::columns || with == With::both) put_in_columns(galley, random);
        const std::vector<BreakPiece> seen = galley.seen();
        const auto pages = break_pages(seen, room);
        std::int64_t total = room.goal.cost(pages.size(), room.costs);
        for (const PageChoice& page : pages) {
            total += page.cost();
            if (page.costs.total() - page.costs[CostKind::facing] >= room.costs.in_need)
                total += 10 * room.costs.in_need;
            if (page.postponed || page.at_foot) ++tried.moved;
            if (page.overfull > Length{}) ++tried.too_high;
            if (page.lines != 0) ++tried.adjusted;
            if (page.at_top() && half_at(seen, *page.at_top())) ++tried.halves;
            if (page.parted) ++tried.parted;
            if (page.column_breaks > 0) ++tried.column_breaks;
            if (page.filled_evenly(seen) != page.filled) ++tried.columns_go_on;
            if (page.runner_up) {
                EXPECT_GE(page.runner_up->dearer, 0);
            }
        }
        Exhaustive search(seen, room, false);
        auto least = search.least(0, std::nullopt, 0, std::nullopt);
        tried.pages += search.tried;
        const bool needy = !least;
        if (needy) {
            ++tried.in_need;
            Exhaustive wider(seen, room, true);
            least = wider.least(0, std::nullopt, 0, std::nullopt);
            tried.pages += wider.tried;
        }
        EXPECT_EQ(least, total);
        check_choice(seen, room, pages, needy);
    }
    return tried;
}

class BruteForce : public testing::TestWithParam<unsigned> {};

TEST_P(BruteForce, NoOtherChoiceIsCheaper) {
    PageRoom room = room_behind(GetParam());
    std::mt19937 random{17 + GetParam()};
    const Tried tried = try_galleys(room, random, 11, With::nothing);
    // The galleys were not too easy.
    EXPECT_GT(tried.moved, 20U);
    EXPECT_GT(tried.too_high, 5U);
    EXPECT_GT(tried.adjusted, 50U);
    EXPECT_GT(tried.in_need, 50U);
    EXPECT_LT(tried.in_need, 250U);
    EXPECT_GT(tried.pages, 20'000U);
}

TEST_P(BruteForce, NoOtherChoiceIsCheaperForSpreadTables) {
    PageRoom room = room_behind(GetParam());
    // Rather short pages than no way, so that the first run is put to the test as well.
    if (GetParam() < 5) room.costs.short_page_cost = 900;
    std::mt19937 random{71 + GetParam()};
    const Tried tried = try_galleys(room, random, 9, With::spreads);
    EXPECT_GT(tried.halves, 300U);
    EXPECT_GT(tried.parted, 5U);
    EXPECT_GT(tried.in_need, 50U);
    EXPECT_LT(tried.in_need, 280U);
}

TEST_P(BruteForce, NoOtherChoiceIsCheaperForSpreadTablesAmongColumns) {
    PageRoom room = small_room();
    room.goal.before = GetParam();
    if (GetParam() < 5) room.costs.short_page_cost = 900;
    std::mt19937 random{311 + GetParam()};
    const Tried tried = try_galleys(room, random, 10, With::both);
    EXPECT_GT(tried.halves, 300U);
    EXPECT_GT(tried.column_breaks, 50U);
}

TEST_P(BruteForce, NoOtherChoiceIsCheaperForColumns) {
    PageRoom room = room_behind(GetParam());
    if (GetParam() < 5) room.costs.short_page_cost = 900;
    std::mt19937 random{5 + GetParam()};
    const Tried tried = try_galleys(room, random, 12, With::columns);
    EXPECT_GT(tried.column_breaks, 100U);
    EXPECT_GT(tried.columns_go_on, 20U);
    EXPECT_GT(tried.in_need, 20U);
    EXPECT_LT(tried.in_need, 280U);
}

INSTANTIATE_TEST_SUITE_P(PagesBefore, BruteForce, testing::Values(0U, 1U, 2U, 5U));

// Ways whose numbers of pages leave the same remainder are weighed against each other: small multiples and
// cheap pages, so that many do.
class BruteForceMultiples : public testing::TestWithParam<std::tuple<std::size_t, bool>> {};

TEST_P(BruteForceMultiples, NoOtherNumberOfPagesIsCheaper) {
    const auto [multiple, fills] = GetParam();
    PageRoom room = small_room();
    room.goal.counts = true;
    room.goal.multiple = multiple;
    room.goal.fills = fills;
    room.goal.before = 3;
    room.goal.closing = 2;
    room.costs.notes_page_cost = 400;
    room.costs.page_cost = 90;
    room.costs.short_page_cost = 300;
    room.costs.last_page_cost = 200;
    room.costs.underfull_cost = 2;
    std::mt19937 random{static_cast<unsigned>(911 + multiple)};
    const Tried tried = try_galleys(room, random, 12, With::nothing);
    EXPECT_GT(tried.moved, 20U);
    EXPECT_GT(tried.adjusted, 50U);
    EXPECT_LT(tried.in_need, 250U);
    const Tried columns = try_galleys(room, random, 11, With::columns);
    EXPECT_GT(columns.column_breaks, 50U);
}

INSTANTIATE_TEST_SUITE_P(Multiples, BruteForceMultiples,
                         testing::Combine(testing::Values<std::size_t>(1, 2, 4), testing::Bool()));

TEST(LongGalleys, LoseNoPiece) {
    PageRoom room = small_room();
    room.costs.in_need = 0;  // all pages are
    std::mt19937 random{3};
    for (int i = 0; i < 20 && !testing::Test::HasFailure(); ++i) {
        const Galley galley = random_galley(random, 300, i % 2 == 1);
        const std::vector<BreakPiece> seen = galley.seen();
        check_choice(seen, room, break_pages(seen, room), true);
    }
}

}  // namespace
}  // namespace brochure::page
