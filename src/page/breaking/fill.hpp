// Fill: lays pieces down a page one after the other, and keeps what they can give or take. Internal to this
// folder. All heights are as set by themselves: whole lines of the grid, given or taken anywhere, move what
// is below by as much, since nothing but the grid ties a piece to its place.
#pragma once

#include <optional>
#include <vector>

#include "page/breaking/balance.hpp"
#include "page/breaking/give.hpp"

namespace brochure::page {

// Height of the footnotes that a piece brings to a page whose text begins with the piece `opens`.
Length notes_of(const BreakPiece& piece, std::size_t opens);

class Fill {
  public:
    Fill(std::span<const BreakPiece> pieces, const PageRoom& room)
        : pieces_(pieces), room_(room), give_(room.fit.most_lines) {}

    // The top of a piece if it is put down next; of one in columns side by side, their top. `flows`: it
    // stands in the order of the text; `opens`: the first piece of the page's text, where runs of pieces must
    // start to be adjusted.
    Length put(std::size_t index, bool flows, std::size_t opens);

    [[nodiscard]] Length bottom() const { return y_; }
    [[nodiscard]] Length notes() const { return notes_ > Length{} ? notes_ + room_.notes_above : Length{}; }
    [[nodiscard]] Length used() const { return y_ + notes(); }
    // Whether it fits, if need be with lines taken.
    [[nodiscard]] bool fits() const;
    // Whether it might fit if lines were taken, now or with pieces to come.
    [[nodiscard]] bool may_fit() const { return used() - room_.grid * give_.most() <= room_.height; }
    [[nodiscard]] const Give& give() const { return give_; }
    [[nodiscard]] bool repeats() const { return repeats_; }
    [[nodiscard]] Length repeat_top() const { return repeat_top_; }
    [[nodiscard]] std::size_t parts_within() const { return parts_within_; }
    // Room of the last part that starts below the top.
    [[nodiscard]] std::optional<Length> low_part() const {
        return parts_within_ == 0 ? std::nullopt : std::optional{y_ - part_top_};
    }

    // The columns side by side that the last piece is in; null: it is in none.
    [[nodiscard]] const Balance* columns() const { return columns_ ? &*columns_ : nullptr; }
    [[nodiscard]] std::int64_t column_breaks() const {
        return column_breaks_ + (columns_ ? columns_->cost() : 0);
    }

    [[nodiscard]] Length column_slack() const { return columns_ ? columns_->slack() : column_slack_; }

    // What can be adjusted is listed there, from now on.
    void list_in(std::vector<Adjustable>* list) { list_ = list; }

  private:
    void close_columns();
    void share_columns(std::size_t index, std::size_t opens);
    void offer(std::size_t piece, bool space, std::span<const layout::Variant> variants);
    void offer_space(std::size_t piece);

    std::span<const BreakPiece> pieces_;
    const PageRoom& room_;
    Give give_;
    std::vector<Adjustable>* list_ = nullptr;
    Length y_, notes_, repeat_top_, owed_, part_top_;
    std::optional<Balance> columns_;
    Length columns_top_;
    std::int64_t column_breaks_ = 0;  // of the columns above
    Length column_slack_;             // of the last of them
    std::size_t parts_within_ = 0;
    bool empty_ = true, flowed_ = false, repeats_ = false;
};

}  // namespace brochure::page
