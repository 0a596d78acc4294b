// Dynamic programming over where a page starts and which figure waits for it (a Node), and for each over the
// number of pages before, or its remainder where no number is wanted, and the depth of the verso beside it (a
// State). Nodes are reached in order of their first piece, so each is expanded once: every page that may
// start there is made, and offered to the node where it ends. The first run knows only pages below `in_need`;
// where that finds no way, a second knows all, and leaves facing pages out of account, since then there is
// worse to mend.
#include "page/breaking/page_search.hpp"

#include <utility>

namespace brochure::page::fit {

namespace {

// In need, first of all as few pages as can be cost that much: this times `in_need` is added for each when
// choosing, more than a number of pages that misses its multiple costs.
constexpr std::int64_t need_weight = 10;

}  // namespace

std::vector<PageChoice> PageSearch::run() {
    if (pieces_.empty()) return {};
    const std::uint32_t start = node_at(0, none);
    take({.total = 0, .node = start});
    for (std::size_t first = 0; first <= pieces_.size(); ++first) {
        for (const std::uint32_t node : agenda(first)) expand(node);
        for (auto node = half_after(first, none); node; node = half_after(first, nodes_[*node].carried))
            expand(*node);
        // Pages of figures alone lead to the node of this piece with none waiting, which comes last.
        for (const std::uint32_t node : at_[first]) {
            if (nodes_[node].carried == none && first < pieces_.size()) expand(node);
        }
    }
    const std::uint32_t last = best_end();
    return last == no_state ? std::vector<PageChoice>{} : trace(last);
}

std::uint32_t PageSearch::node_at(std::size_t first, std::size_t carried) {
    // A half that is first by the order of the text is carried to its page like one that waited.
    if (carried == none && first < pieces_.size() && is_half(pieces_[first]))
        return node_at(behind_halves(pieces_, first), first);
    for (const std::uint32_t node : at_[first]) {
        if (nodes_[node].carried == carried) return node;
    }
    nodes_.push_back({.first = first, .carried = carried, .states = {}, .edges = {}});
    at_[first].push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
    return at_[first].back();
}

// The nodes of a piece for which a figure waits.
std::vector<std::uint32_t> PageSearch::agenda(std::size_t first) const {
    std::vector<std::uint32_t> waiting;
    for (const std::uint32_t node : at_[first]) {
        if (nodes_[node].carried != none && !carries_half(node)) waiting.push_back(node);
    }
    return waiting;
}

// The node of a piece for which the next half after `half` waits, `none`: the first. A half alone on its page
// leads to the node of the same piece with the half after it.
std::optional<std::uint32_t> PageSearch::half_after(std::size_t first, std::size_t half) const {
    std::optional<std::uint32_t> next;
    if (!has_halves_) return next;
    for (const std::uint32_t node : at_[first]) {
        if (!carries_half(node) || (half != none && nodes_[node].carried <= half)) continue;
        if (!next || nodes_[node].carried < nodes_[*next].carried) next = node;
    }
    return next;
}

// What comes behind a node costs all its states the same, but for the number of pages and the page beside: a
// state that is dearer than another by more than that can make up for is of no use. Where a table waits for a
// facing pair, or something is dear to tear overleaf, that holds among those whose next page is on the same
// side.
void PageSearch::drop_hopeless(Node& node) const {
    if (!sides_differ_) {
        drop_dear(node, Side::any);
    } else {
        drop_dear(node, Side::verso);
        drop_dear(node, Side::recto);
    }
    drop_dearer_alike(node);
}

void PageSearch::drop_dear(Node& node, Side next) const {
    const PageGoal& goal = room_.goal;
    if (period_ == 0) return;
    std::int64_t least = unreachable;
    for (const std::uint32_t index : node.states) {
        const State& state = states_[index];
        if (may_stand(next, state.pages)) least = std::min(least, paid(state));
    }
    if (least == unreachable) return;
    std::int64_t regain = room_.costs.facing_most;
    if (goal.counts) {
        const auto most_missing = static_cast<std::int64_t>(goal.multiple) - 1;
        regain += most_missing * (room_.costs.notes_page_cost + page_cost_);
    }
    std::erase_if(node.states, [&](std::uint32_t state) {
        return may_stand(next, states_[state].pages) && paid(states_[state]) > least + regain;
    });
}

// Where their numbers of pages come to the same, only the page beside is left to make up for. An explanation
// wants them all: it tells what each would have led to.
void PageSearch::drop_dearer_alike(Node& node) const {
    if (room_.explain) return;
    std::vector<std::int64_t> least;
    for (const std::uint32_t index : node.states) {
        const std::size_t alike = remainder(node, states_[index].pages);
        if (alike >= least.size()) least.resize(alike + 1, unreachable);
        least[alike] = std::min(least[alike], paid(states_[index]));
    }
    std::erase_if(node.states, [&](std::uint32_t index) {
        const State& state = states_[index];
        return paid(state) > least[remainder(node, state.pages)] + room_.costs.facing_most;
    });
}

void PageSearch::expand(std::uint32_t node) {
    drop_hopeless(nodes_[node]);
    const std::size_t first = nodes_[node].first;
    const std::size_t carried = nodes_[node].carried;
    if (carried != none && next_half(pieces_, carried)) {
        expand_halves(node);
        return;
    }
    fill_page(node, {});
    // A figure that has come to a page's top waits no longer; a half there may still wait behind one.
    const bool opens_with_half = first < pieces_.size() && is_half(pieces_[first]);
    for (std::size_t figure = opens_with_half ? first : first + 1; figure < pieces_.size(); ++figure) {
        if (pieces_[figure].force_page) break;
        if (!pieces_[figure].movable) continue;
        if (pieces_[figure].bound) break;
        const bool reached = fill_page(node, {figure, false});
        if (is_half(pieces_[figure])) break;
        fill_page(node, {figure, true});
        if (!reached) break;
    }
}

// The pages that a half other than the last of its chain may come to.
void PageSearch::expand_halves(std::uint32_t node) {
    const std::size_t half = nodes_[node].carried;
    const std::size_t next = *next_half(pieces_, half);
    if (pieces_[half].half == layout::Half::recto) {
        fill_beside_halves(node, {.figure = next});
        return;
    }
    fill_beside_halves(node, {.figure = next, .side = Side::verso});
    if (!pieces_[half].bound) fill_beside_halves(node, {.figure = half, .side = Side::recto});
    if (in_need_) fill_beside_halves(node, {.figure = next, .side = Side::recto});
}

// The pages of a half that stands at the top, or waits, and of text up to the next figure.
void PageSearch::fill_beside_halves(std::uint32_t node, Move move) {
    const std::size_t first = nodes_[node].first;
    const bool waits = move.figure == nodes_[node].carried;
    Fill fill(pieces_, room_);
    if (!waits) {
        fill.put(nodes_[node].carried, false, first);
        offer(node, first, move, fill);
        if (!fill.fits()) return;
    }
    for (std::size_t i = first; i < pieces_.size(); ++i) {
        const bool part = waits && pieces_[i].prefer_page;
        if (part || pieces_[i].force_page || pieces_[i].movable) return;
        fill.put(i, true, first);
        const bool alone = waits && i == first && !fill.fits();
        if (alone || fill.may_fit()) offer(node, i + 1, move, fill);
        if (alone || !fill.may_fit()) return;
    }
}

// Makes every page that starts at a node and moves a figure so. False: that figure is out of reach.
bool PageSearch::fill_page(std::uint32_t at, Move move) {
    const std::size_t first = nodes_[at].first;
    const std::size_t carried = nodes_[at].carried;
    Fill fill(pieces_, room_);
    if (carried != none) fill.put(carried, false, first);
    // A half may always stand alone, and what waited does before a page of halves; a figure that has room for
    // text below it does not.
    const bool at_end = first == pieces_.size();
    const bool at_half = carried != none && !at_end && is_half(pieces_[first]);
    const bool no_text = at_end || (carried != none && (!fill.fits() || pieces_[first].force_page));
    if ((no_text || at_half || carries_half(at)) && move.figure == none) offer(at, first, {}, fill);
    if (no_text) return false;
    for (std::size_t i = first; i < pieces_.size(); ++i) {
        if (i > first && pieces_[i].force_page) break;
        if (is_half(pieces_[i])) {
            // Passed only by a page that leaves it to later ones.
            if (i != move.figure) break;
            i = behind_halves(pieces_, i) - 1;
            continue;
        }
        if (i != move.figure) {
            if (move.figure != none && i > move.figure && !may_come_before(pieces_, i)) break;
            fill.put(i, true, first);
            const bool alone = i == first && carried == none;
            if (alone && !fill.fits()) {
                if (move.figure == none) offer(at, i + 1, move, fill);
                return false;
            }
            if (!fill.may_fit()) return move.figure == none || i > move.figure;
        }
        if (move.figure != none && i < move.figure) continue;
        if (move.to_foot) {
            offer_at_foot(at, i + 1, move, fill);
        } else {
            offer(at, i + 1, move, fill);
        }
    }
    return true;
}

void PageSearch::offer_at_foot(std::uint32_t node, std::size_t end, Move move, Fill fill) {
    fill.put(move.figure, true, nodes_[node].first);
    offer(node, end, move, fill);
}

// In the first run most pages are put aside before they are reckoned.
bool PageSearch::hopeless(const PageChoice& page, const Fill& fill) const {
    if (in_need_ || page.end == pieces_.size() || is_half_alone(pieces_, page)) return false;
    const BreakPiece& next = pieces_[page.end];
    if (next.force_page) return false;
    const bool goes_on = !ends_part(pieces_, page) && !only_figure_left(pieces_, page);
    if (next.break_cost >= room_.costs.in_need) return true;
    const Length most = fill.used() + room_.grid * fill.give().most();
    return goes_on && room_.costs.short_page_cost >= room_.costs.in_need &&
           most / room_.height < room_.costs.least_filled;
}

PageChoice PageSearch::begun(std::uint32_t node, std::size_t end, Move move) const {
    PageChoice page;
    page.first = nodes_[node].first;
    page.end = end;
    if (nodes_[node].carried != none) page.carried = nodes_[node].carried;
    if (move.postponed() != none) page.postponed = move.postponed();
    if (move.at_foot() != none) page.at_foot = move.at_foot();
    const auto top = page.at_top();
    page.parted = top && pieces_[*top].half == layout::Half::verso && move.side == Side::recto;
    return page;
}

void PageSearch::offer(std::uint32_t node, std::size_t end, Move move, const Fill& fill) {
    PageChoice page = begun(node, end, move);
    if (hopeless(page, fill)) return;
    page.parts_within = fill.parts_within();
    page.low_part = fill.low_part();
    page.column_breaks = fill.column_breaks();
    page.column_slack = fill.column_slack();
    const std::size_t count = end - page.first + (page.at_top() ? 1 : 0);
    const bool moves = move.figure != none && move.figure >= page.first;
    const bool one_alone = !moves && count == 1 && !fill.fits();
    const int most = one_alone ? 0 : fill.give().most();
    std::uint32_t target = 0;
    bool has_target = false;
    for (int lines = -most; lines <= most; ++lines) {
        const int price = fill.give().price(lines);
        page.filled = fill.used() + room_.grid * lines;
        page.overfull = std::max(Length{}, page.filled - room_.height);
        if (price >= Give::none || (page.overfull > Length{} && !one_alone)) continue;
        page.adjusting = price;
        const std::int64_t own = page_costs(pieces_, room_, page).total();
        const std::int64_t cost = weighed(own);
        if (cost == unreachable) continue;
        const std::int64_t on_recto = weighed(own + overleaf_cost(pieces_, page));
        if (!std::exchange(has_target, true)) target = node_at(end, move.postponed());
        const auto depth = depth_of(pieces_, room_, page, fill.bottom() + room_.grid * lines, fill.notes());
        relax({.node = node,
               .target = target,
               .end = end,
               .move = move,
               .lines = lines,
               .depth = depth.value_or(any_depth),
               .cost = cost,
               .overleaf = on_recto == unreachable ? unreachable : on_recto - cost,
               .overfull = one_alone});
    }
}

// Pages of the first run are below `in_need`; in the second those above it weigh more.
std::int64_t PageSearch::weighed(std::int64_t cost) const {
    if (cost < room_.costs.in_need) return cost;
    return in_need_ ? cost + need_weight * room_.costs.in_need : unreachable;
}

std::optional<std::int64_t> PageSearch::cost_behind(const State& state, const Edge& edge) const {
    if (!may_stand(edge.move.side, state.pages)) return std::nullopt;
    const std::int64_t overleaf = is_recto(state.pages) ? edge.overleaf : 0;
    if (overleaf == unreachable) return std::nullopt;
    return edge.cost + overleaf + beside(state, edge);
}

std::int64_t PageSearch::beside(const State& state, const Edge& edge) const {
    if (in_need_ || !is_recto(state.pages) || state.verso == any_depth || edge.depth == any_depth) return 0;
    return facing_cost(room_, state.verso, edge.depth);
}

int PageSearch::depth_after(const State& state, const Edge& edge) const {
    return in_need_ || is_recto(state.pages) ? any_depth : edge.depth;
}

// Behind one page there are no more different states than remainders.
void PageSearch::find_behind(const Edge& edge) {
    behind_.clear();
    const Node& node = nodes_[edge.node];
    for (const std::uint32_t from : node.states) {
        const State& before = states_[from];
        const auto cost = cost_behind(before, edge);
        if (!cost) continue;
        const State after{.total = before.total + *cost,
                          .from = from,
                          .edge = static_cast<std::uint32_t>(edges_.size()),
                          .node = edge.target,
                          .pages = before.pages + 1,
                          .verso = depth_after(before, edge)};
        const std::size_t alike = remainder(node, before.pages);
        if (alike >= behind_.size()) behind_.resize(alike + 1);
        State& known = behind_[alike];
        if (known.total == unreachable || paid(after) < paid(known)) known = after;
    }
}

std::optional<std::uint32_t> PageSearch::state_like(const Node& node, const State& state) const {
    const auto same = std::ranges::find_if(node.states, [&](std::uint32_t other) {
        return states_[other].verso == state.verso &&
               remainder(node, states_[other].pages) == remainder(node, state.pages);
    });
    return same == node.states.end() ? std::nullopt : std::optional{*same};
}

// Whether a state is of use to its node.
bool PageSearch::take(const State& fresh) {
    Node& node = nodes_[fresh.node];
    if (const auto known = state_like(node, fresh)) {
        if (paid(fresh) >= paid(states_[*known])) return false;
        states_[*known] = fresh;
        return true;
    }
    node.fewest = std::min(node.fewest, fresh.pages);
    node.states.push_back(static_cast<std::uint32_t>(states_.size()));
    states_.push_back(fresh);
    return true;
}

void PageSearch::relax(const Edge& edge) {
    find_behind(edge);
    bool used = false;
    for (const State& after : behind_) {
        if (after.total != unreachable && take(after)) used = true;
    }
    if (!used && !room_.explain) return;
    if (room_.explain) nodes_[edge.node].edges.push_back(static_cast<std::uint32_t>(edges_.size()));
    edges_.push_back(edge);
}

}  // namespace brochure::page::fit
