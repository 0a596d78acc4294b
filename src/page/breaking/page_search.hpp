// The search behind break_pages: its nodes, states and edges, shared by the search itself (page_search.cpp)
// and by what is read from it (page_trace.cpp). Internal to this folder.
#pragma once

#include <algorithm>
#include <limits>
#include <numeric>

#include "page/breaking/fill.hpp"
#include "page/breaking/page_costs.hpp"
#include "page/breaking/spread.hpp"

namespace brochure::page::fit {

inline constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
inline constexpr std::uint32_t no_state = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::max() / 4;
inline constexpr int any_depth = -1;

enum class Side : std::uint8_t { any, verso, recto };

// Where a figure of the page goes, or one that was carried to it; and on which side the page must be for
// that.
struct Move {
    std::size_t figure = none;
    bool to_foot = false;
    Side side = Side::any;

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
    std::int64_t overleaf = 0;  // besides, on a recto; `unreachable`: not there
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
    std::size_t carried = none;       // a figure that waits
    std::uint32_t fewest = no_state;  // pages before it, of all states
    std::vector<std::uint32_t> states;
    std::vector<std::uint32_t> edges;  // only kept for explaining
};

class PageSearch {
  public:
    PageSearch(std::span<const BreakPiece> pieces, const PageRoom& room, bool in_need)
        : pieces_(pieces),
          room_(room),
          in_need_(in_need),
          sides_differ_(std::ranges::any_of(
              pieces, [](const BreakPiece& piece) { return is_half(piece) || piece.overleaf_cost > 0; })),
          has_halves_(std::ranges::any_of(pieces, is_half)),
          period_(period_of(room.goal)),
          page_cost_(room.goal.counts && room.goal.pages == 0 ? room.costs.page_cost : 0),
          at_(pieces.size() + 1) {}

    // Nothing where there is no way.
    std::vector<PageChoice> run();

  private:
    void expand(std::uint32_t node);
    void expand_halves(std::uint32_t node);
    void drop_hopeless(Node& node) const;
    void drop_dear(Node& node, Side next) const;
    void drop_dearer_alike(Node& node) const;
    bool fill_page(std::uint32_t node, Move move);
    void fill_beside_halves(std::uint32_t node, Move move);
    void offer(std::uint32_t node, std::size_t end, Move move, const Fill& fill);
    void offer_at_foot(std::uint32_t node, std::size_t end, Move move, Fill fill);
    void relax(const Edge& edge);
    void find_behind(const Edge& edge);
    bool take(const State& fresh);
    [[nodiscard]] bool hopeless(const PageChoice& page, const Fill& fill) const;
    std::uint32_t node_at(std::size_t first, std::size_t carried);
    [[nodiscard]] PageChoice begun(std::uint32_t node, std::size_t end, Move move) const;
    [[nodiscard]] std::vector<std::uint32_t> agenda(std::size_t first) const;
    [[nodiscard]] std::optional<std::uint32_t> half_after(std::size_t first, std::size_t half) const;
    [[nodiscard]] bool carries_half(std::uint32_t node) const {
        return nodes_[node].carried != none && is_half(pieces_[nodes_[node].carried]);
    }
    // After so many pages what comes behind costs the same again, but for the cost of each page: sides of
    // leaves alternate, and of a number of pages only the remainder counts. 0: never, since a number is
    // wanted.
    static std::uint32_t period_of(const PageGoal& goal) {
        if (!goal.counts) return 2;
        return goal.pages > 0
                   ? 0
                   : static_cast<std::uint32_t>(std::lcm(2U, std::max<std::size_t>(1, goal.multiple)));
    }
    // By this states of a node are told apart, besides by the page beside the next.
    [[nodiscard]] std::uint32_t remainder(const Node& node, std::uint32_t pages) const {
        return period_ == 0 ? pages - node.fewest : pages % period_;
    }
    // What states with other numbers of pages are compared by.
    [[nodiscard]] std::int64_t paid(const State& state) const {
        return state.total + page_cost_ * state.pages;
    }
    [[nodiscard]] std::optional<std::uint32_t> state_like(const Node& node, const State& state) const;
    [[nodiscard]] bool may_stand(Side side, std::uint32_t pages) const {
        return side == Side::any || (side == Side::recto) == is_recto(pages);
    }
    [[nodiscard]] bool is_recto(std::uint32_t pages) const { return (room_.goal.before + pages) % 2 == 0; }
    [[nodiscard]] std::int64_t weighed(std::int64_t cost) const;
    // What a page costs behind a state, its side and the page beside it included; nothing where it cannot
    // be there.
    [[nodiscard]] std::optional<std::int64_t> cost_behind(const State& state, const Edge& edge) const;
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
    bool sides_differ_;  // what comes behind a page may cost more on one side of a leaf than on the other
    bool has_halves_;
    std::uint32_t period_;
    std::int64_t page_cost_;                      // of every page, where their number is chosen
    std::vector<std::vector<std::uint32_t>> at_;  // nodes by first piece
    std::vector<Node> nodes_;
    std::vector<State> states_;
    std::vector<Edge> edges_;
    std::vector<State> behind_;  // a page, the cheapest by remainder
};

}  // namespace brochure::page::fit
