// Dynamic programming over where a page starts and which figure waits for it (a Node), and for each over the
// number of pages before and the depth of the verso beside it (a State). Nodes are reached in order of their
// first piece, so each is expanded once: every page that may start there is made, and offered to the node
// where it ends. The first run knows only pages below `in_need`; where that finds no way, a second knows all,
// and leaves facing pages out of account, since then there is worse to mend.
#include "page/page_breaker.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "page/fill.hpp"

namespace brochure::page {

namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
constexpr std::uint32_t no_state = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::max() / 4;
constexpr int any_depth = -1;

// Where a figure of the page goes.
struct Move {
    std::size_t figure = none;
    bool to_foot = false;

    [[nodiscard]] std::size_t postponed() const { return to_foot ? none : figure; }
    [[nodiscard]] std::size_t at_foot() const { return to_foot ? figure : none; }
};

// A page that starts at a node.
struct Edge {
    std::uint32_t node = 0, target = 0;
    std::size_t end = 0;
    Move move;
    int lines = 0;
    int depth = any_depth;
    std::int64_t cost = 0;
    bool overfull = false;
};

struct State {
    std::int64_t total = unreachable;
    std::uint32_t from = no_state;
    std::uint32_t edge = 0;
    std::uint32_t node = 0;
    std::uint32_t pages = 0;
    int verso = any_depth;  // of the page before, if that is a verso
};

struct Node {
    std::size_t first = 0;
    std::size_t carried = none;  // a figure that waits
    std::vector<std::uint32_t> states;
    std::vector<std::uint32_t> edges;  // only kept for explaining
};

// In need, first of all as few pages as can be cost that much: this times `in_need` is added for each when
// choosing, more than a number of pages that misses its multiple costs.
constexpr std::int64_t need_weight = 10;

class PageBreaker {
  public:
    PageBreaker(std::span<const BreakPiece> pieces, const PageRoom& room, bool in_need)
        : pieces_(pieces), room_(room), in_need_(in_need), at_(pieces.size() + 1) {}

    // Nothing where there is no way.
    std::vector<PageChoice> run();

  private:
    void expand(std::uint32_t node);
    void drop_hopeless(Node& node) const;
    bool fill_page(std::uint32_t node, Move move);
    void offer(std::uint32_t node, std::size_t end, Move move, const Fill& fill);
    void offer_at_foot(std::uint32_t node, std::size_t end, Move move, Fill fill);
    void relax(const Edge& edge);
    [[nodiscard]] bool hopeless(const PageChoice& page, const Fill& fill) const;
    std::uint32_t node_at(std::size_t first, std::size_t carried);
    [[nodiscard]] std::vector<std::uint32_t> agenda(std::size_t first) const;
    [[nodiscard]] bool is_recto(std::uint32_t pages) const { return (room_.goal.before + pages) % 2 == 0; }
    [[nodiscard]] std::int64_t beside(const State& state, const Edge& edge) const;
    [[nodiscard]] int depth_after(const State& state, const Edge& edge) const;
    [[nodiscard]] std::uint32_t best_end() const;
    [[nodiscard]] std::vector<PageChoice> trace(std::uint32_t last);
    [[nodiscard]] PageChoice described(const State& before, const Edge& edge) const;
    void find_runners_up(std::vector<PageChoice>& pages, const std::vector<std::uint32_t>& states);
    [[nodiscard]] std::int64_t rest_after(const State& state, const Edge& edge,
                                          const std::vector<std::int64_t>& rest) const;

    std::span<const BreakPiece> pieces_;
    const PageRoom& room_;
    bool in_need_;
    std::vector<std::vector<std::uint32_t>> at_;  // nodes by first piece
    std::vector<Node> nodes_;
    std::vector<State> states_;
    std::vector<Edge> edges_;
};

std::vector<PageChoice> PageBreaker::run() {
    if (pieces_.empty()) return {};
    const std::uint32_t start = node_at(0, none);
    states_.push_back({.total = 0, .node = start});
    nodes_[start].states.push_back(0);
    for (std::size_t first = 0; first <= pieces_.size(); ++first) {
        for (const std::uint32_t node : agenda(first)) expand(node);
        // Pages of figures alone lead to the node of this piece with none waiting, which comes last.
        for (const std::uint32_t node : at_[first]) {
            if (nodes_[node].carried == none && first < pieces_.size()) expand(node);
        }
    }
    const std::uint32_t last = best_end();
    return last == no_state ? std::vector<PageChoice>{} : trace(last);
}

std::uint32_t PageBreaker::node_at(std::size_t first, std::size_t carried) {
    for (const std::uint32_t node : at_[first]) {
        if (nodes_[node].carried == carried) return node;
    }
    nodes_.push_back({.first = first, .carried = carried, .states = {}, .edges = {}});
    at_[first].push_back(static_cast<std::uint32_t>(nodes_.size() - 1));
    return at_[first].back();
}

// The nodes of a piece for which a figure waits.
std::vector<std::uint32_t> PageBreaker::agenda(std::size_t first) const {
    std::vector<std::uint32_t> waiting;
    for (const std::uint32_t node : at_[first]) {
        if (nodes_[node].carried != none) waiting.push_back(node);
    }
    return waiting;
}

// What comes behind a node costs all its states the same, but for the number of pages and the page beside: a
// state that is dearer than another by more than that can make up for is of no use.
void PageBreaker::drop_hopeless(Node& node) const {
    const PageGoal& goal = room_.goal;
    if (node.states.empty() || (goal.counts && goal.pages > 0)) return;
    const auto by_total = [&](std::uint32_t a, std::uint32_t b) {
        return states_[a].total < states_[b].total;
    };
    const auto by_pages = [&](std::uint32_t a, std::uint32_t b) {
        return states_[a].pages < states_[b].pages;
    };
    const auto [fewest, most] = std::ranges::minmax_element(node.states, by_pages);
    const auto multiple = static_cast<std::int64_t>(goal.multiple);
    std::int64_t regain = room_.costs.facing_most;
    if (goal.counts) {
        const std::int64_t apart = states_[*most].pages - states_[*fewest].pages;
        regain += (multiple - 1) * room_.costs.notes_page_cost + (apart + multiple) * room_.costs.page_cost;
    }
    const std::int64_t bound = states_[*std::ranges::min_element(node.states, by_total)].total + regain;
    std::erase_if(node.states, [&](std::uint32_t state) { return states_[state].total > bound; });
}

void PageBreaker::expand(std::uint32_t node) {
    drop_hopeless(nodes_[node]);
    fill_page(node, {});
    const std::size_t first = nodes_[node].first;
    // A figure that has come to a page's top waits no longer.
    for (std::size_t figure = first + 1; figure < pieces_.size(); ++figure) {
        if (pieces_[figure].force_page) break;
        if (!pieces_[figure].movable) continue;
        const bool reached = fill_page(node, {figure, false});
        fill_page(node, {figure, true});
        if (!reached) break;
    }
}

// Makes every page that starts at a node and moves a figure so. False: that figure is out of reach.
bool PageBreaker::fill_page(std::uint32_t at, Move move) {
    const std::size_t first = nodes_[at].first;
    const std::size_t carried = nodes_[at].carried;
    Fill fill(pieces_, room_);
    if (carried != none) fill.put(carried, false, first);
    if (first == pieces_.size() || (carried != none && (!fill.fits() || pieces_[first].force_page))) {
        // The figure alone.
        if (move.figure == none) offer(at, first, {}, fill);
        return false;
    }
    for (std::size_t i = first; i < pieces_.size(); ++i) {
        if (i > first && pieces_[i].force_page) break;
        if (i != move.figure) {
            // A figure never overtakes another.
            if (move.figure != none && i > move.figure && pieces_[i].movable) break;
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

void PageBreaker::offer_at_foot(std::uint32_t node, std::size_t end, Move move, Fill fill) {
    fill.put(move.figure, true, nodes_[node].first);
    offer(node, end, move, fill);
}

// In the first run most pages are put aside before they are reckoned.
bool PageBreaker::hopeless(const PageChoice& page, const Fill& fill) const {
    if (in_need_ || page.end == pieces_.size()) return false;
    const BreakPiece& next = pieces_[page.end];
    if (next.force_page) return false;
    const bool goes_on = page.postponed || !next.prefer_page;
    if (next.break_cost >= room_.costs.in_need) return true;
    const Length most = fill.used() + room_.grid * fill.give().most();
    return goes_on && room_.costs.short_page_cost >= room_.costs.in_need &&
           most / room_.height < room_.costs.least_filled;
}

void PageBreaker::offer(std::uint32_t node, std::size_t end, Move move, const Fill& fill) {
    PageChoice page;
    page.first = nodes_[node].first;
    page.end = end;
    if (nodes_[node].carried != none) page.carried = nodes_[node].carried;
    if (move.postponed() != none) page.postponed = move.postponed();
    if (move.at_foot() != none) page.at_foot = move.at_foot();
    if (hopeless(page, fill)) return;
    page.parts_within = fill.parts_within();
    page.low_part = fill.low_part();
    const std::size_t count = end - page.first + (page.carried ? 1 : 0);
    const bool one_alone = move.figure == none && count == 1 && !fill.fits();
    const int most = one_alone ? 0 : fill.give().most();
    std::uint32_t target = 0;
    bool has_target = false;
    for (int lines = -most; lines <= most; ++lines) {
        const int price = fill.give().price(lines);
        page.filled = fill.used() + room_.grid * lines;
        page.overfull = std::max(Length{}, page.filled - room_.height);
        if (price >= Give::none || (page.overfull > Length{} && !one_alone)) continue;
        page.adjusting = price;
        std::int64_t cost = page_costs(pieces_, room_, page).total();
        if (cost >= room_.costs.in_need) {
            if (!in_need_) continue;
            cost += need_weight * room_.costs.in_need;
        }
        if (!std::exchange(has_target, true)) target = node_at(end, move.postponed());
        const auto depth = depth_of(pieces_, room_, page, fill.bottom() + room_.grid * lines, fill.notes());
        relax({.node = node,
               .target = target,
               .end = end,
               .move = move,
               .lines = lines,
               .depth = depth.value_or(any_depth),
               .cost = cost,
               .overfull = one_alone});
    }
}

std::int64_t PageBreaker::beside(const State& state, const Edge& edge) const {
    if (in_need_ || !is_recto(state.pages) || state.verso == any_depth || edge.depth == any_depth) return 0;
    return facing_cost(room_, state.verso, edge.depth);
}

int PageBreaker::depth_after(const State& state, const Edge& edge) const {
    return in_need_ || is_recto(state.pages) ? any_depth : edge.depth;
}

void PageBreaker::relax(const Edge& edge) {
    const auto index = static_cast<std::uint32_t>(edges_.size());
    bool used = false;
    // Indices, since states are added on the way; never to the node they start from.
    for (const std::uint32_t from : nodes_[edge.node].states) {
        const State& before = states_[from];
        const State after{.total = before.total + edge.cost + beside(before, edge),
                          .from = from,
                          .edge = index,
                          .node = edge.target,
                          .pages = before.pages + 1,
                          .verso = depth_after(before, edge)};
        std::vector<std::uint32_t>& known = nodes_[edge.target].states;
        const auto same = std::ranges::find_if(known, [&](std::uint32_t state) {
            return states_[state].pages == after.pages && states_[state].verso == after.verso;
        });
        if (same == known.end()) {
            known.push_back(static_cast<std::uint32_t>(states_.size()));
            states_.push_back(after);
            used = true;
        } else if (after.total < states_[*same].total) {
            states_[*same] = after;
            used = true;
        }
    }
    if (!used && !room_.explain) return;
    edges_.push_back(edge);
    if (room_.explain) nodes_[edge.node].edges.push_back(index);
}

// The cheapest end, with what its number of pages costs.
std::uint32_t PageBreaker::best_end() const {
    std::uint32_t best = no_state;
    std::int64_t least = unreachable;
    for (const std::uint32_t node : at_[pieces_.size()]) {
        if (nodes_[node].carried != none) continue;
        for (const std::uint32_t state : nodes_[node].states) {
            const std::int64_t total =
                states_[state].total + room_.goal.cost(states_[state].pages, room_.costs);
            if (total >= least) continue;
            least = total;
            best = state;
        }
    }
    return best;
}

PageChoice PageBreaker::described(const State& before, const Edge& edge) const {
    const Node& node = nodes_[edge.node];
    PageChoice page;
    page.first = node.first;
    page.end = edge.end;
    if (node.carried != none) page.carried = node.carried;
    if (edge.move.postponed() != none) page.postponed = edge.move.postponed();
    if (edge.move.at_foot() != none) page.at_foot = edge.move.at_foot();
    page.lines = edge.lines;
    Fill fill(pieces_, room_);
    std::vector<Adjustable> things;
    fill.list_in(&things);
    if (page.carried) fill.put(*page.carried, false, page.first);
    for (std::size_t i = page.first; i < page.end; ++i) {
        if (i != edge.move.figure) fill.put(i, true, page.first);
    }
    if (page.at_foot) fill.put(*page.at_foot, true, page.first);
    const std::vector<int> chosen = cheapest(things, edge.lines, room_.fit.most_lines);
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (chosen[i] != 0) page.adjustments.push_back({things[i].piece, things[i].space, chosen[i]});
    }
    page.filled = fill.used() + room_.grid * edge.lines;
    page.overfull = std::max(Length{}, page.filled - room_.height);
    page.parts_within = fill.parts_within();
    page.low_part = fill.low_part();
    page.adjusting = fill.give().price(edge.lines);
    if (edge.depth != any_depth) page.depth = edge.depth;
    page.costs = page_costs(pieces_, room_, page);
    page.costs[CostKind::facing] = beside(before, edge);
    return page;
}

std::vector<PageChoice> PageBreaker::trace(std::uint32_t last) {
    std::vector<std::uint32_t> states{last};
    while (states_[states.back()].from != no_state) states.push_back(states_[states.back()].from);
    std::ranges::reverse(states);
    std::vector<PageChoice> pages;
    for (std::size_t i = 1; i < states.size(); ++i)
        pages.push_back(described(states_[states[i - 1]], edges_[states_[states[i]].edge]));
    if (room_.explain) find_runners_up(pages, states);
    return pages;
}

// What is left to pay behind a page.
std::int64_t PageBreaker::rest_after(const State& state, const Edge& edge,
                                     const std::vector<std::int64_t>& rest) const {
    const int verso = depth_after(state, edge);
    for (const std::uint32_t next : nodes_[edge.target].states) {
        if (states_[next].pages == state.pages + 1 && states_[next].verso == verso) return rest[next];
    }
    return unreachable;
}

// Backwards, the least that is left to pay at every state; with it the best of all ways that take another
// page.
void PageBreaker::find_runners_up(std::vector<PageChoice>& pages, const std::vector<std::uint32_t>& chosen) {
    std::vector<std::int64_t> rest(states_.size(), unreachable);
    const auto least_from = [&](const State& state, auto&& allowed) {
        std::pair<std::int64_t, const Edge*> best{unreachable, nullptr};
        for (const std::uint32_t index : nodes_[state.node].edges) {
            const Edge& edge = edges_[index];
            if (!allowed(edge)) continue;
            const std::int64_t after = rest_after(state, edge, rest);
            if (after == unreachable) continue;
            const std::int64_t total = edge.cost + beside(state, edge) + after;
            if (total < best.first) best = {total, &edge};
        }
        return best;
    };
    for (std::size_t first = pieces_.size() + 1; first-- > 0;) {
        std::vector<std::uint32_t> order = at_[first];
        std::ranges::stable_partition(order, [&](auto node) { return nodes_[node].carried == none; });
        for (const std::uint32_t node : order) {
            const bool is_end = first == pieces_.size() && nodes_[node].carried == none;
            for (const std::uint32_t state : nodes_[node].states) {
                rest[state] = is_end ? room_.goal.cost(states_[state].pages, room_.costs)
                                     : least_from(states_[state], [](const Edge&) { return true; }).first;
            }
        }
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const State& state = states_[chosen[i]];
        const PageChoice& own = pages[i];
        const auto [total, edge] = least_from(state, [&](const Edge& other) {
            return other.end != own.end || other.move.postponed() != own.postponed.value_or(none) ||
                   other.move.at_foot() != own.at_foot.value_or(none);
        });
        if (edge == nullptr) continue;
        PageChoice::RunnerUp next{.end = edge->end, .dearer = total - rest[chosen[i]]};
        if (edge->move.postponed() != none) next.postponed = edge->move.postponed();
        if (edge->move.at_foot() != none) next.at_foot = edge->move.at_foot();
        pages[i].runner_up = next;
    }
}

}  // namespace

std::vector<PageChoice> break_pages(std::span<const BreakPiece> pieces, const PageRoom& room) {
    if (pieces.empty()) return {};
    std::vector<PageChoice> pages = PageBreaker(pieces, room, false).run();
    if (pages.empty()) pages = PageBreaker(pieces, room, true).run();
    assert(!pages.empty());
    return pages;
}

}  // namespace brochure::page
