#include "linebreak/candidates.hpp"

#include <algorithm>
#include <utility>

namespace brochure::linebreak {

namespace {

template <class T>
const T* as(const Item& item) {
    return std::get_if<T>(&item);
}

bool is_discardable(const Item& item) { return !as<Box>(item) && !as<Discretionary>(item); }

bool is_forced(const Item& item) {
    const auto* penalty = as<Penalty>(item);
    return penalty && penalty->cost <= forced;
}

// For each item the first item at or after it that is not discarded after a break: TeX 837, and forced
// breaks, so that two of them make an empty line.
std::vector<std::uint32_t> find_next_kept(std::span<const Item> items) {
    std::vector<std::uint32_t> next(items.size() + 1, static_cast<std::uint32_t>(items.size()));
    for (std::size_t i = items.size(); i-- > 0;) {
        const bool kept = !is_discardable(items[i]) || is_forced(items[i]);
        next[i] = kept ? static_cast<std::uint32_t>(i) : next[i + 1];
    }
    return next;
}

class Finder {
  public:
    Finder(std::span<const Item> items, Mode mode)
        : items_(items), stretches_(mode == Mode::justified), next_kept_(find_next_kept(items)) {
        found_.reserve(items.size() / 2 + 2);
    }

    std::vector<Candidate> find() && {
        found_.push_back(paragraph_start());
        for (std::size_t i = 0; i < items_.size(); ++i) {
            settle_starts(i);
            std::visit([&](const auto& item) { pass(item, i); }, items_[i]);
        }
        settle_starts(items_.size());
        const bool ends_by_force = found_.size() > 1 && found_.back().forced;
        if (!ends_by_force || found_.back().next_first < items_.size())
            add(items_.size(), {.penalty = forced}, last_hang_);
        find_tightest();
        return std::move(found_);
    }

  private:
    struct Break {
        Length pre{}, post{};  // added to the width of this line and of the next
        Length hang_end{};
        int penalty = 0;
        bool flagged = false;
    };

    void pass(const Box& box, std::size_t i) {
        total_.width += box.width;
        if (stretches_) {
            total_.stretch += box.stretch;
            total_.box_stretch += box.stretch;
            total_.shrink += box.shrink;
        }
        last_hang_ = box.hang_end;
        hang_item_ = i;
    }
    void pass(const Glue& glue, std::size_t i) {
        if (i > 0 && !is_discardable(items_[i - 1])) add(i, {}, last_hang_);
        total_.width += glue.width;
        if (glue.stretch_order > 0) {
            total_.infinite[std::min<std::size_t>(glue.stretch_order, 3) - 1] += glue.stretch;
        } else if (stretches_) {
            total_.stretch += glue.stretch;
        }
        if (stretches_) total_.shrink += glue.shrink;
        last_hang_ = {};
    }
    void pass(const Kern& kern, std::size_t i) {
        if (i + 1 < items_.size() && as<Glue>(items_[i + 1])) add(i, {}, last_hang_);
        total_.width += kern.width;
        last_hang_ = {};
    }
    void pass(const Penalty& penalty, std::size_t i) {
        if (penalty.cost >= forbidden) return;
        const Length box_hang = penalty.width == Length{} ? last_hang_ : Length{};
        add(i, {penalty.width, {}, penalty.hang_end, penalty.cost, penalty.flagged}, box_hang);
        if (penalty.cost <= forced) last_hang_ = {};
    }
    void pass(const Discretionary& disc, std::size_t i) {
        if (disc.penalty < forbidden) {
            const Length box_hang = disc.pre == Length{} ? last_hang_ : Length{};
            add(i, {disc.pre, disc.post, disc.hang_end, disc.penalty, disc.flagged}, box_hang);
        }
        total_.width += disc.replace;
        if (disc.replace != Length{}) last_hang_ = {};
    }

    void add(std::size_t i, Break taken, Length box_hang) {
        Candidate candidate;
        candidate.item = static_cast<std::uint32_t>(i);
        candidate.penalty = std::max(taken.penalty, forced);
        candidate.forced = taken.penalty <= forced;
        candidate.flagged = taken.flagged && !candidate.forced;
        const std::size_t after =
            i < items_.size() && (candidate.forced || !is_discardable(items_[i])) ? i + 1 : i;
        candidate.next_first = taken.post != Length{} ? static_cast<std::uint32_t>(after) : next_kept_[after];
        const bool nothing_left = candidate.next_first >= items_.size() ||
                                  (taken.post == Length{} && is_forced(items_[candidate.next_first]));
        if (nothing_left && taken.post == Length{} && !candidate.forced) return;
        candidate.at_end = total_;
        candidate.at_end.width += taken.pre;
        candidate.at_start.width = -taken.post;
        const bool box_hangs = box_hang != Length{};
        candidate.hang_item = static_cast<std::uint32_t>(box_hangs ? hang_item_ : i);
        candidate.hang_end = taken.hang_end + box_hang;
        if (taken.post == Length{}) candidate.hang_start = hang_start_of(candidate.next_first);
        found_.push_back(candidate);
    }

    [[nodiscard]] Candidate paragraph_start() const {
        Candidate start;
        start.forced = true;
        start.hang_start = hang_start_of(0);
        return start;
    }

    [[nodiscard]] Length hang_start_of(std::size_t first) const {
        const Box* box = first < items_.size() ? as<Box>(items_[first]) : nullptr;
        return box ? box->hang_start : Length{};
    }

    // Completes the candidates whose next line starts at item `i`.
    void settle_starts(std::size_t i) {
        for (; unsettled_ < found_.size() && found_[unsettled_].next_first == i; ++unsettled_) {
            const Length less_post = found_[unsettled_].at_start.width;
            found_[unsettled_].at_start = total_;
            found_[unsettled_].at_start.width += less_post;
        }
    }

    void find_tightest() {
        Length tightest = Length::max();
        for (std::size_t c = found_.size(); c-- > 1;) {
            Candidate& candidate = found_[c];
            if (candidate.forced) tightest = Length::max();
            tightest =
                std::min(tightest, candidate.at_end.width - candidate.at_end.shrink - candidate.hang_end);
            candidate.tightest_later = tightest;
        }
    }

    std::span<const Item> items_;
    bool stretches_;
    std::vector<std::uint32_t> next_kept_;
    std::vector<Candidate> found_;
    std::size_t unsettled_ = 0;
    Sums total_;
    Length last_hang_{};
    std::size_t hang_item_ = 0;
};

}  // namespace

std::vector<Candidate> find_candidates(std::span<const Item> items, Mode mode) {
    return Finder{items, mode}.find();
}

}  // namespace brochure::linebreak
