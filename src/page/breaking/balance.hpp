// Balance: pieces shared out over columns side by side, so that the columns end level. Internal to this
// folder. In: pieces of one column set, or of two that only a figure parted which now stands elsewhere, in
// order, more of them one after the other. Out: the least height at which they fit, where each stands, and
// what the breaks between columns cost. A break is dear like one between pages: first of all only free ones
// are taken; dearer ones where those leave the columns more than a line higher; ones that are made in need
// alone where the room is too low without. Columns at the end may stay empty.
#pragma once

#include <vector>

#include "page/breaking/break_data.hpp"

namespace brochure::page {

class Balance {
  public:
    // `below`: something stands above the columns on their page, so grounds must not reach over their tops.
    Balance(std::span<const BreakPiece> pieces, const PageRoom& room, std::size_t first, bool below)
        : pieces_(pieces), room_(room), first_(first), below_(below) {}

    // Whether a piece stands in these columns if it is put down next.
    [[nodiscard]] bool takes(std::size_t next) const;

    // Takes in one more piece, with so much room for all on the page.
    void add(std::size_t next, Length height);

    [[nodiscard]] Length height() const { return height_; }
    // Of the breaks between columns.
    [[nodiscard]] std::int64_t cost() const;

    // How far the columns end above the height, on an average.
    [[nodiscard]] Length slack() const;

    struct Place {
        int column = 0;
        Length top;  // below the columns' top
    };
    // Of every piece.
    [[nodiscard]] std::vector<Place> places() const;

  private:
    // One column, filled up to a height; and how high it would be with the least that might be added. Pieces
    // are counted as they come in the columns.
    struct Filled {
        std::size_t end = 0;
        Length with_more = Length::max();
    };
    [[nodiscard]] Filled fill(std::size_t from, std::int64_t dearest, Length height) const;
    [[nodiscard]] Length least_height(std::int64_t dearest, Length at_least) const;
    [[nodiscard]] std::vector<std::size_t> starts() const;
    [[nodiscard]] Length bottom_below(Length y, std::size_t i, std::size_t column_first) const;
    [[nodiscard]] const BreakPiece& piece(std::size_t i) const { return pieces_[order_[i]]; }
    [[nodiscard]] int columns() const { return pieces_[first_].columns; }

    std::span<const BreakPiece> pieces_;
    const PageRoom& room_;
    std::size_t first_;
    std::vector<std::size_t> order_;
    bool below_;
    Length free_, allowed_, torn_;  // least heights so far: with more pieces they only grow
    Length height_;
    std::int64_t dearest_ = 0;  // break between columns that is taken
};

}  // namespace brochure::page
