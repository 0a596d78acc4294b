#include "page/breaking/balance.hpp"

#include <algorithm>

#include "page/breaking/spread.hpp"

namespace brochure::page {

bool Balance::takes(std::size_t next) const {
    const BreakPiece& own = pieces_[next];
    const std::size_t last = order_.back();
    if (!own.column_set) return false;
    if (own.column_set == pieces_[last].column_set) return true;
    // Columns that began anew below a figure go on where it was: else the eye would read on down the first
    // one into text that comes later.
    return next == last + 2 && pieces_[last + 1].movable && !is_half(pieces_[last + 1]) &&
           own.columns == columns() && !own.prefer_page;
}

void Balance::add(std::size_t next, Length height) {
    order_.push_back(next);
    free_ = least_height(0, free_);
    allowed_ = least_height(std::int64_t{room_.costs.in_need} - 1, allowed_);
    dearest_ = room_.costs.in_need - 1;
    height_ = allowed_;
    if (free_ <= allowed_ + room_.grid && (free_ <= height || allowed_ > height)) {
        dearest_ = 0;
        height_ = free_;
    }
    if (height_ <= height) return;
    torn_ = least_height(layout::forbidden_break - 1, torn_);
    if (torn_ > height) return;
    dearest_ = layout::forbidden_break - 1;
    height_ = torn_;
}

// Where the bottom is when a piece is set at y, or at a column's top.
Length Balance::bottom_below(Length y, std::size_t i, std::size_t column_first) const {
    const BreakPiece& own = piece(i);
    if (i > column_first) {
        y += own.space_before;
    } else if (below_ && column_first > 0) {
        y = base::round_up_to(own.ground_above, room_.grid);
    }
    if (own.on_grid) y = base::round_up_to(y, room_.grid);
    return y + own.height;
}

Balance::Filled Balance::fill(std::size_t from, std::int64_t dearest, Length height) const {
    Filled filled{from};
    Length y;
    for (std::size_t i = from; i < order_.size(); ++i) {
        y = bottom_below(y, i, from);
        if (i + 1 < order_.size() && piece(i + 1).break_cost > dearest) continue;
        if (y > height) {
            filled.with_more = y;
            break;
        }
        filled.end = i + 1;
    }
    return filled;
}

// Filling every column as far as it goes leaves the least for the next, so the first height at which all
// pieces are taken is the least. From one try to the next it grows by what makes the least difference.
Length Balance::least_height(std::int64_t dearest, Length at_least) const {
    Length height = at_least;
    for (;;) {
        Length next = Length::max();
        std::size_t at = 0;
        for (int column = 0; column < columns() && at < order_.size(); ++column) {
            const Filled filled = fill(at, dearest, height);
            next = std::min(next, filled.with_more);
            if (filled.end == at) break;
            at = filled.end;
        }
        if (at == order_.size()) return height;
        height = next;
    }
}

std::vector<std::size_t> Balance::starts() const {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < order_.size();) {
        if (at > 0) starts.push_back(at);
        at = fill(at, dearest_, height_).end;
    }
    return starts;
}

std::int64_t Balance::cost() const {
    std::int64_t sum = 0;
    for (const std::size_t start : starts()) {
        sum += piece(start).break_cost;
        if (piece(start - 1).ends_in_hyphen) sum += room_.costs.hyphen_cost;
    }
    return sum;
}

Length Balance::slack() const {
    Length empty;
    int left = columns();
    for (std::size_t at = 0; at < order_.size(); --left) {
        const std::size_t next = fill(at, dearest_, height_).end;
        Length y;
        for (std::size_t i = at; i < next; ++i) y = bottom_below(y, i, at);
        empty += height_ - y;
        at = next;
    }
    return (empty + height_ * left) / columns();
}

std::vector<Balance::Place> Balance::places() const {
    std::vector<Place> places;
    const std::vector<std::size_t> later = starts();
    int column = 0;
    std::size_t column_first = 0;
    Length y;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        if (std::binary_search(later.begin(), later.end(), i)) {
            ++column;
            column_first = i;
            y = Length{};
        }
        y = bottom_below(y, i, column_first);
        places.push_back({column, y - piece(i).height});
    }
    return places;
}

}  // namespace brochure::page
