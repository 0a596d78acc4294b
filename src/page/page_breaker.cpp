#include "page/page_breaker.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <map>
#include <utility>

#include "layout/galley.hpp"

namespace brochure::page {

namespace {

constexpr std::int64_t unreachable = std::numeric_limits<std::int64_t>::max() / 4;

// A part's last page may be this empty for nothing; what is emptier costs as a hole would.
constexpr double free_emptiness = 0.33;
// The brochure's last text page, or a part's, that holds less than this looks forgotten.
constexpr double nearly_empty = 0.8;
constexpr int nearly_empty_factor = 12;

// Lays pieces down a page one after the other.
class Fill {
  public:
    Fill(std::span<const BreakPiece> pieces, const PageRoom& room) : pieces_(pieces), room_(room) {}

    // The top of a piece if it is put down next.
    Length put(std::size_t index, bool flows) {
        const BreakPiece& piece = pieces_[index];
        if (!empty_) y_ += std::max(piece.space_before, owed_);
        owed_ = flows ? Length{} : piece.space_after;
        if (flows && !flowed_ && piece.repeat > Length{}) {
            repeat_top_ = y_;
            y_ += piece.repeat;
            repeats_ = true;
        }
        if (piece.on_grid) y_ = base::round_up_to(y_, room_.grid);
        const Length top = y_;
        y_ += piece.height;
        notes_ += piece.notes;
        empty_ = false;
        flowed_ = flowed_ || flows;
        return top;
    }

    [[nodiscard]] Length bottom() const { return y_; }
    [[nodiscard]] Length notes() const { return notes_ > Length{} ? notes_ + room_.notes_above : Length{}; }
    [[nodiscard]] Length used() const { return y_ + notes(); }
    [[nodiscard]] bool fits() const { return used() <= room_.height; }
    [[nodiscard]] bool repeats() const { return repeats_; }
    [[nodiscard]] Length repeat_top() const { return repeat_top_; }

  private:
    std::span<const BreakPiece> pieces_;
    const PageRoom& room_;
    Length y_, notes_, repeat_top_, owed_;
    bool empty_ = true, flowed_ = false, repeats_ = false;
};

std::int64_t squared_tenths(double share) {
    const double tenths = std::max(0.0, share) * 10;
    return static_cast<std::int64_t>(tenths * tenths + 0.5);
}

class PageBreaker {
  public:
    PageBreaker(std::span<const BreakPiece> pieces, const PageRoom& room) : pieces_(pieces), room_(room) {}

    std::vector<PageChoice> run() {
        states_.emplace(Key{0, none}, State{0, {}, {}, false});
        // Keys are reached in order of their first piece, so the map is also the agenda.
        for (auto at = states_.begin(); at != states_.end(); ++at) {
            if (at->first.first == pieces_.size() && at->first.carried == none) break;
            expand(at->first, at->second.total);
        }
        return trace();
    }

  private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    struct Key {
        std::size_t first;
        std::size_t
            carried;  // a figure waiting, or none; figures sort before none, so that they are done first
        auto operator<=>(const Key&) const = default;
    };
    struct State {
        std::int64_t total = unreachable;
        Key from{};
        PageChoice page;
        bool reached = false;
    };

    void expand(const Key& key, std::int64_t total) {
        fill_page(key, total, none);
        for (std::size_t figure = key.first; figure < pieces_.size(); ++figure) {
            if (figure > key.first && pieces_[figure].force_page) break;
            if (!pieces_[figure].movable) continue;
            // A figure that has come to a page's top waits no longer.
            if (figure == key.first) continue;
            if (!fill_page(key, total, figure)) break;
        }
    }

    // Tries every end of a page that starts at `key` and postpones `postponed`. False: that figure is out of
    // reach.
    bool fill_page(const Key& key, std::int64_t total, std::size_t postponed) {
        Fill fill(pieces_, room_);
        if (key.carried != none) fill.put(key.carried, false);
        if (key.first == pieces_.size() || (key.carried != none && !fill.fits())) {
            relax(key, total, key.first, none, fill);  // the figure alone
            if (key.first == pieces_.size()) return false;
        }
        if (key.carried != none && postponed == none && fill.fits() && pieces_[key.first].force_page) {
            relax(key, total, key.first, none, fill);
            return true;
        }
        if (key.carried != none && pieces_[key.first].force_page) return false;
        bool placed = false;
        for (std::size_t i = key.first; i < pieces_.size(); ++i) {
            if (i > key.first && pieces_[i].force_page) break;
            if (i != postponed) {
                // A figure never overtakes one that waits.
                if (postponed != none && i > postponed && pieces_[i].movable) break;
                fill.put(i, true);
                if (!fill.fits()) {
                    const bool alone = !placed && key.carried == none && postponed == none;
                    if (alone) relax(key, total, i + 1, postponed, fill);
                    if (postponed != none && i < postponed) return false;
                    break;
                }
                placed = true;
            }
            if (postponed != none && i < postponed) continue;
            relax(key, total, i + 1, postponed, fill);
        }
        return true;
    }

    void relax(const Key& key, std::int64_t total, std::size_t end, std::size_t postponed, const Fill& fill) {
        PageChoice page;
        page.first = key.first;
        page.end = end;
        if (key.carried != none) page.carried = key.carried;
        if (postponed != none) page.postponed = postponed;
        page.filled = fill.used();
        page.overfull = std::max(Length{}, fill.used() - room_.height);
        page.cost = page_cost(pieces_, room_, page);
        State& state = states_[Key{end, postponed}];
        const std::int64_t sum = total + page.cost + room_.per_page;
        if (state.reached && state.total <= sum) return;
        state = {sum, key, page, true};
    }

    std::vector<PageChoice> trace() const {
        std::vector<PageChoice> pages;
        if (pieces_.empty()) return pages;
        Key at{pieces_.size(), none};
        const Key start{0, none};
        while (at != start) {
            const auto found = states_.find(at);
            assert(found != states_.end() && found->second.reached);
            pages.push_back(found->second.page);
            at = found->second.from;
        }
        std::reverse(pages.begin(), pages.end());
        return pages;
    }

    std::span<const BreakPiece> pieces_;
    const PageRoom& room_;
    std::map<Key, State> states_;
};

}  // namespace

std::int64_t page_cost(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page) {
    const spec::PageBreaking& costs = room.costs;
    std::int64_t cost = 0;
    const double empty = 1 - page.filled / room.height;
    const bool ends_all = page.end == pieces.size();
    const bool ends_part = ends_all || pieces[page.end].force_page || pieces[page.end].prefer_page;
    if (page.overfull > Length{}) cost += layout::forbidden_break;
    if (ends_part && !page.postponed) {
        cost += costs.underfull_cost * squared_tenths(empty - free_emptiness);
        if (empty > nearly_empty) cost += costs.underfull_cost * nearly_empty_factor;
    } else {
        cost += costs.underfull_cost * squared_tenths(empty);
    }
    if (!ends_all && !pieces[page.end].force_page) {
        int break_cost = pieces[page.end].break_cost;
        // A heading held to a figure that waits is held to the text after it.
        if (page.postponed && *page.postponed + 1 == page.end) {
            break_cost = std::max(break_cost, pieces[*page.postponed].break_cost);
        }
        cost += break_cost;
        std::size_t last = page.end - 1;
        if (page.postponed == last && last > page.first) --last;
        if (page.end > page.first && pieces[last].ends_in_hyphen) cost += costs.hyphen_cost;
    }
    if (page.postponed) cost += costs.figure_moved_cost;
    for (std::size_t i = page.first + (page.carried ? 0 : 1); i < page.end; ++i) {
        if (!pieces[i].prefer_page) continue;
        cost += costs.run_on_cost;
        // A part that starts low on a used page needs room to be seen.
        Length below;
        for (std::size_t k = i; k < page.end; ++k) {
            below += (k > i ? pieces[k].space_before : Length{}) + pieces[k].height;
        }
        if (below < room.grid * costs.run_on_least_lines && !ends_part) cost += costs.run_on_cost * 10;
    }
    return cost;
}

std::vector<PageChoice> break_pages(std::span<const BreakPiece> pieces, const PageRoom& room) {
    return PageBreaker(pieces, room).run();
}

PagePlan plan_page(std::span<const BreakPiece> pieces, const PageRoom& room, const PageChoice& page) {
    PagePlan plan;
    Fill fill(pieces, room);
    auto put = [&](std::size_t index, bool flows) {
        plan.pieces.push_back(index);
        plan.tops.push_back(fill.put(index, flows));
    };
    if (page.carried) put(*page.carried, false);
    for (std::size_t i = page.first; i < page.end; ++i) {
        if (page.postponed != i) put(i, true);
    }
    plan.bottom = fill.bottom();
    plan.notes = fill.notes();
    plan.repeats = fill.repeats();
    plan.repeat_top = fill.repeat_top();
    return plan;
}

}  // namespace brochure::page
