#include "page/breaking/fill.hpp"

#include <algorithm>

namespace brochure::page {

Length notes_of(const BreakPiece& piece, std::size_t opens) {
    Length notes = piece.notes;
    for (const BreakPiece::NoteAgain& again : piece.notes_again) {
        if (again.above < opens) notes += again.height;
    }
    return notes;
}

Length Fill::put(std::size_t index, bool flows, std::size_t opens) {
    const BreakPiece& piece = pieces_[index];
    if (columns_ && columns_->takes(index)) {
        share_columns(index, opens);
        return columns_top_;
    }
    close_columns();
    if (!empty_) y_ += std::max(piece.space_before, owed_);
    owed_ = flows ? Length{} : piece.space_after;
    if (flowed_) offer_space(index);
    if (flows && !flowed_ && piece.repeat > Length{}) {
        repeat_top_ = y_;
        y_ += piece.repeat;
        repeats_ = true;
    }
    if (piece.on_grid) y_ = base::round_up_to(y_, room_.grid);
    const Length top = y_;
    if (flows && !empty_ && piece.prefer_page) {
        ++parts_within_;
        part_top_ = top;
    }
    if (!piece.variants.empty() && (!flows || piece.run_first >= opens)) offer(index, false, piece.variants);
    if (piece.column_set) {
        columns_.emplace(pieces_, room_, index, !empty_);
        columns_top_ = top;
        share_columns(index, opens);
    } else {
        y_ += piece.height;
        notes_ += notes_of(piece, opens);
    }
    empty_ = false;
    flowed_ = flowed_ || flows;
    return top;
}

void Fill::share_columns(std::size_t index, std::size_t opens) {
    notes_ += notes_of(pieces_[index], opens);
    columns_->add(index, room_.height - notes() - columns_top_);
    y_ = columns_top_ + columns_->height();
}

void Fill::close_columns() {
    if (!columns_) return;
    column_breaks_ += columns_->cost();
    column_slack_ = columns_->slack();
    columns_.reset();
}

bool Fill::fits() const {
    for (int lines = 0; lines >= -give_.most(); --lines) {
        if (give_.price(lines) < Give::none && used() + room_.grid * lines <= room_.height) return true;
    }
    return false;
}

void Fill::offer(std::size_t piece, bool space, std::span<const layout::Variant> variants) {
    give_.add(variants);
    if (list_ != nullptr) list_->push_back({piece, space, {variants.begin(), variants.end()}});
}

void Fill::offer_space(std::size_t index) {
    const BreakPiece& piece = pieces_[index];
    if (piece.space_less == 0 && piece.space_more == 0) return;
    std::array<layout::Variant, 2 * Give::bound> variants;
    std::size_t count = 0;
    for (int lines = 1; lines <= std::min(piece.space_less, give_.most()); ++lines)
        variants[count++] = {-lines, lines * lines * room_.fit.space_cost};
    for (int lines = 1; lines <= std::min(piece.space_more, give_.most()); ++lines)
        variants[count++] = {lines, lines * lines * room_.fit.space_cost};
    offer(index, true, std::span{variants}.first(count));
}

}  // namespace brochure::page
