#include "page/breaking/page_costs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "page/breaking/spread.hpp"

namespace brochure::page {

namespace {

// Times `in_need`: rows that cannot be read across are worse than a page left empty.
constexpr int parted_weight = 4;

std::int64_t cost_of_emptiness(int cost, double share) {
    const double tenths = std::max(0.0, share) * 10;
    return static_cast<std::int64_t>(cost * tenths * tenths + 0.5);
}

// Of the page's last break, after what really stands above it.
std::int64_t cost_of_foot(std::span<const BreakPiece> pieces, const PageChoice& page) {
    int cost = pieces[page.end].break_cost;
    // A heading held to a figure that went elsewhere is held to the text after it.
    const auto moved = page.moved();
    if (moved && *moved + 1 == page.end) cost = std::max(cost, pieces[*moved].break_cost);
    return cost;
}

bool ends_in_hyphen(std::span<const BreakPiece> pieces, const PageChoice& page) {
    if (page.end == page.first) return false;
    std::size_t last = page.end - 1;
    const auto moved = page.moved();
    if (moved == last && last > page.first) --last;
    return pieces[last].ends_in_hyphen;
}

// Of a figure that waits, or stands at the foot, for what comes before it that belongs behind it; and of what
// it parts. Halves of spread tables have rules of their own.
std::int64_t cost_of_place(std::span<const BreakPiece> pieces, const PageChoice& page,
                           const design::PageBreaking& costs) {
    const auto figure = page.moved();
    if (!figure || is_half(pieces[*figure])) return 0;
    std::int64_t passed = pieces[page.end - 1].passing - pieces[*figure].passing;
    if (pieces[*figure].section_end < page.end) passed += costs.figure_section_cost;
    return passed + (page.postponed && page.end < pieces.size() ? pieces[page.end].figure_between : 0);
}

// Whether something goes on behind the page that may be dear to tear.
bool tears(std::span<const BreakPiece> pieces, const PageChoice& page) {
    return page.end < pieces.size() && !pieces[page.end].force_page && !is_half_alone(pieces, page);
}

bool starts_part(std::span<const BreakPiece> pieces, std::size_t next) {
    return next == pieces.size() || pieces[next].force_page || pieces[next].prefer_page || pieces[next].bound;
}

}  // namespace

std::int64_t PageCosts::total() const {
    return std::accumulate(by_kind.begin(), by_kind.end(), std::int64_t{0});
}

Length PageChoice::filled_evenly(std::span<const BreakPiece> pieces) const {
    const bool goes_on = end > first && end < pieces.size() && pieces[end].column_set &&
                         pieces[end].column_set == pieces[end - 1].column_set;
    return goes_on ? filled - column_slack : filled;
}

bool ends_part(std::span<const BreakPiece> pieces, const PageChoice& page) {
    if (page.postponed && !is_half(pieces[*page.postponed])) return false;
    if (starts_part(pieces, page.end)) return true;
    return is_half(pieces[page.end]) && starts_part(pieces, behind_halves(pieces, page.end));
}

bool only_figure_left(std::span<const BreakPiece> pieces, const PageChoice& page) {
    if (page.postponed) return !is_half(pieces[*page.postponed]) && starts_part(pieces, page.end);
    return page.end < pieces.size() && pieces[page.end].movable && !is_half(pieces[page.end]) &&
           starts_part(pieces, page.end + 1);
}

PageCosts page_costs(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page) {
    const design::PageBreaking& costs = room.costs;
    PageCosts out;
    const double filled = page.filled_evenly(pieces) / room.height;
    const bool last_of_part = ends_part(pieces, page);
    if (page.overfull > Length{}) out[CostKind::overfull] = layout::forbidden_break;
    if (last_of_part) {
        out[CostKind::empty] = cost_of_emptiness(costs.underfull_cost, 1 - filled - costs.last_page_free);
        const bool joins = page.end < pieces.size() && pieces[page.end].joins;
        if (filled < costs.last_page_least)
            out[CostKind::empty] += joins ? costs.short_page_cost : costs.last_page_cost;
    } else {
        out[CostKind::empty] = cost_of_emptiness(costs.underfull_cost, 1 - filled);
        if (filled < costs.least_filled)
            out[CostKind::empty] +=
                only_figure_left(pieces, page) ? costs.left_figure_cost : costs.short_page_cost;
    }
    if (tears(pieces, page)) {
        out[CostKind::foot] = cost_of_foot(pieces, page);
        if (ends_in_hyphen(pieces, page)) out[CostKind::hyphen] = costs.hyphen_cost;
    }
    if (page.postponed && !goes_on_in_turn(pieces, page)) out[CostKind::figure] += costs.figure_moved_cost;
    if (page.parted) out[CostKind::figure] += std::int64_t{parted_weight} * costs.in_need;
    if (page.at_foot) out[CostKind::figure] += costs.figure_foot_cost;
    out[CostKind::figure] += cost_of_place(pieces, page, costs);
    out[CostKind::run_on] = costs.run_on_cost * static_cast<std::int64_t>(page.parts_within);
    // A part that starts low on a used page needs room to be seen.
    if (page.low_part && *page.low_part < room.grid * costs.run_on_least_lines && !last_of_part)
        out[CostKind::run_on] += costs.run_on_low_cost;
    out[CostKind::adjusted] = page.adjusting;
    out[CostKind::column] = page.column_breaks;
    return out;
}

// By whole lines of the grid to the foot, unless that left a hole in the page. Then it stays under the text.
Length sunk(const PageRoom& room, Length free) {
    constexpr std::int64_t most = 1;  // line
    const std::int64_t lines = std::max(Length{}, free).units() / room.grid.units();
    return lines > most ? Length{} : room.grid * lines;
}

std::optional<int> depth_of(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page,
                            Length bottom, Length notes) {
    if (ends_part(pieces, page)) return std::nullopt;
    if (notes > Length{}) {
        bottom = room.height;
    } else if (page.at_foot) {
        bottom += sunk(room, room.height - bottom);
    }
    return static_cast<int>(base::round_up_to(bottom, room.grid).units() / room.grid.units());
}

std::int64_t overleaf_cost(std::span<const BreakPiece> pieces, const PageChoice& page) {
    return tears(pieces, page) ? pieces[page.end].overleaf_cost : 0;
}

std::int64_t facing_cost(const PageRoom& room, std::optional<int> verso, std::optional<int> recto) {
    if (!verso || !recto) return 0;
    const std::int64_t apart = *verso - *recto;
    return std::min<std::int64_t>(room.costs.facing_cost * apart * apart, room.costs.facing_most);
}

std::int64_t PageGoal::missing(std::size_t made) const {
    const auto total = static_cast<std::int64_t>(before + made + closing);
    if (pages > 0) return static_cast<std::int64_t>(pages) - total;
    const auto step = static_cast<std::int64_t>(std::max<std::size_t>(1, multiple));
    return (step - total % step) % step;
}

std::int64_t PageGoal::cost(std::size_t made, const design::PageBreaking& costs) const {
    if (!counts) return 0;
    const std::int64_t left = missing(made);
    // A page too many is worse than any number of pages too few: it does not fit the sheets.
    if (left < 0) return -left * 10 * std::int64_t{costs.notes_page_cost};
    // Without pages for notes every page that is missing is one too few.
    if (!fills) return left * costs.notes_page_cost + static_cast<std::int64_t>(made) * costs.page_cost;
    return std::max<std::int64_t>(0, left - 1) * costs.notes_page_cost +
           (static_cast<std::int64_t>(made) + left) * costs.page_cost;
}

}  // namespace brochure::page
