// The cheapest way through the pages that the search has tried, and for explaining what came next to it.
#include <functional>
#include <utility>

#include "page/breaking/page_search.hpp"

namespace brochure::page::fit {

// The cheapest end, with what its number of pages costs.
std::uint32_t PageSearch::best_end() const {
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

PageChoice PageSearch::described(const State& before, const Edge& edge) const {
    PageChoice page = begun(edge.node, edge.end, edge.move);
    page.lines = edge.lines;
    Fill fill(pieces_, room_);
    std::vector<Adjustable> things;
    fill.list_in(&things);
    if (const auto top = page.at_top()) fill.put(*top, false, page.first);
    for (std::size_t i = page.first; i < page.end; ++i) {
        if (i != edge.move.figure && !is_half(pieces_[i])) fill.put(i, true, page.first);
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
    page.column_breaks = fill.column_breaks();
    page.column_slack = fill.column_slack();
    if (edge.depth != any_depth) page.depth = edge.depth;
    page.costs = page_costs(pieces_, room_, page);
    page.costs[CostKind::facing] = beside(before, edge);
    if (is_recto(before.pages)) page.costs[CostKind::overleaf] = overleaf_cost(pieces_, page);
    return page;
}

std::vector<PageChoice> PageSearch::trace(std::uint32_t last) {
    std::vector<std::uint32_t> states{last};
    while (states_[states.back()].from != no_state) states.push_back(states_[states.back()].from);
    std::ranges::reverse(states);
    std::vector<PageChoice> pages;
    for (std::size_t i = 1; i < states.size(); ++i)
        pages.push_back(described(states_[states[i - 1]], edges_[states_[states[i]].edge]));
    if (room_.explain) find_runners_up(pages, states);
    return pages;
}

// What is left to pay behind a page, with what each page costs.
std::int64_t PageSearch::rest_after(const State& state, const Edge& edge,
                                    const std::vector<std::int64_t>& rest) const {
    const State after{.pages = state.pages + 1, .verso = depth_after(state, edge)};
    const auto next = state_like(nodes_[edge.target], after);
    return next ? rest[*next] : unreachable;
}

// Backwards, the least that is left to pay at every state; with it the best of all ways that take another
// page.
void PageSearch::find_runners_up(std::vector<PageChoice>& pages, const std::vector<std::uint32_t>& chosen) {
    std::vector<std::int64_t> rest(states_.size(), unreachable);
    const auto least_from = [&](const State& state, auto&& allowed) {
        std::pair<std::int64_t, const Edge*> best{unreachable, nullptr};
        for (const std::uint32_t index : nodes_[state.node].edges) {
            const Edge& edge = edges_[index];
            const auto cost = cost_behind(state, edge);
            if (!allowed(edge) || !cost) continue;
            const std::int64_t after = rest_after(state, edge, rest);
            if (after == unreachable) continue;
            const std::int64_t total = *cost + page_cost_ + after;
            if (total < best.first) best = {total, &edge};
        }
        return best;
    };
    for (std::size_t first = pieces_.size() + 1; first-- > 0;) {
        std::vector<std::uint32_t> order = at_[first];
        std::ranges::sort(order, std::greater{}, [&](auto node) {
            return nodes_[node].carried == none || carries_half(node) ? nodes_[node].carried : 0;
        });
        for (const std::uint32_t node : order) {
            const bool is_end = first == pieces_.size() && nodes_[node].carried == none;
            for (const std::uint32_t state : nodes_[node].states) {
                rest[state] = is_end ? room_.goal.cost(states_[state].pages, room_.costs) -
                                           page_cost_ * states_[state].pages
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

}  // namespace brochure::page::fit
