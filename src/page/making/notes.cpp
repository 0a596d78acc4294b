#include "page/making/notes.hpp"

#include <algorithm>
#include <utility>

namespace brochure::page {

Notes::Notes(std::vector<layout::Galley> notes, const design::Design& design, bool right_to_left)
    : notes_(std::move(notes)), design_(design), right_to_left_(right_to_left) {
    for (const layout::Galley& note : notes_) heights_.push_back(layout::height_of(note));
}

std::optional<std::size_t> Notes::longest(const std::vector<std::size_t>& notes) const {
    const auto found =
        std::ranges::max_element(notes, {}, [this](std::size_t note) { return heights_[note]; });
    return found == notes.end() ? std::nullopt : std::optional{*found};
}

void Notes::place(PageMaker& maker, const std::vector<std::size_t>& notes, Length height) {
    if (notes.empty()) return;
    const design::FootnoteStyle& style = design_.footnote;
    const Length left = maker.left();
    Length y = design_.page.top + design_.page.text_height() - height + style.space_above;
    const Length rule_y = y - style.space_above / 2;
    const Length rule_left = right_to_left_ ? left + design_.page.measure() - style.rule_length : left;
    const StrokedLine rule{
        {rule_left, rule_y}, {rule_left + style.rule_length, rule_y}, style.rule_width, style.rule_colour};
    maker.page().items.push_back({rule, Artifact::layout});
    for (const std::size_t note : notes) {
        // What a listener has been told already, on an earlier page, is not read again.
        const bool again = !told_.insert(note).second;
        for (const layout::Piece& piece : notes_[note].pieces) {
            layout::Content own = piece.content;
            if (again) {
                own.be_unread();
            } else {
                maker.mark(piece, {left, y});
            }
            maker.place(std::move(own), {left, y});
            y += piece.height;
        }
    }
}

}  // namespace brochure::page
