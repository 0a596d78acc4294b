#include "layout/tables/cards.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/lines/text_widths.hpp"
#include "layout/tables/rows.hpp"

namespace brochure::layout {

namespace {

class CardComposer {
  public:
    CardComposer(const TableSite& site, const style::TableCards& cards)
        : site_(site),
          input_(site.input),
          cards_(cards),
          style_(*cards.style),
          said_(cards.labels.size(), false) {}

    ComposedTable compose() {
        for (std::size_t row = 0; row < cards_.rows.size(); ++row) card(row);
        return std::move(out_);
    }

  private:
    [[nodiscard]] Length left() const { return site_.frame.left + style_.padding_x; }
    [[nodiscard]] Length measure() const { return site_.frame.width - style_.padding_x * 2; }

    [[nodiscard]] design::Align align(style::ParagraphId id) const {
        return input_.document.paragraphs[id].align();
    }

    Length set(RowContent& row, style::ParagraphId id, Length y) const {
        return set_in_row(input_, row, id, {{left(), y}, measure(), align(id)});
    }
    Length set(RowContent& row, const style::Cell& cell, Length y) const {
        Length height;
        for (const style::ParagraphId id : cell.paragraphs) height += set(row, id, y + height);
        return height;
    }

    // A column's words: the head's own the first time, then again as what only repeats.
    const style::Cell& label(std::size_t column) {
        const bool said = said_[column];
        said_[column] = true;
        return said ? cards_.again[column] : cards_.labels[column];
    }

    // A field that is empty is left out; a label whose column is empty in every row still stands on the last
    // card.
    [[nodiscard]] bool shown(std::size_t row, std::size_t column) const {
        if (!cards_.rows[row][column].paragraphs.empty()) return true;
        return row + 1 == cards_.rows.size() && !said_[column] && !cards_.labels[column].paragraphs.empty();
    }

    [[nodiscard]] RowLook title_look() const { return {style_.title_ground}; }
    [[nodiscard]] RowLook field_look() const { return {style_.ground, rule_of(style_)}; }

    RowContent title(std::size_t row) {
        RowContent content;
        Length y = style_.padding_y;
        y += set(content, label(0), y);
        const std::vector<style::ParagraphId>& words = cards_.rows[row].front().paragraphs;
        for (std::size_t i = 0; i < words.size(); ++i) {
            // A page number stands at the end of the title's line where both have room.
            if (i == 0 && words.size() == 2 && beside(words[0], words[1])) {
                y += set_beside(content, words[0], words[1], y);
                break;
            }
            y += set(content, words[i], y);
        }
        content.height = y + style_.padding_y;
        return content;
    }

    [[nodiscard]] bool beside(style::ParagraphId title, style::ParagraphId page) const {
        const Length gap = input_.document.paragraphs[title].style->size * 2;
        return natural_width(input_.shaped.paragraphs[title]) + gap +
                   natural_width(input_.shaped.paragraphs[page]) <=
               measure();
    }

    Length set_beside(RowContent& content, style::ParagraphId title, style::ParagraphId page,
                      Length y) const {
        const Length height = set(content, title, y);
        const Length baseline = content.lines.back().baseline;
        const Length leading = input_.document.paragraphs[page].style->leading;
        const Length own = centred_baseline(input_.shaped.paragraphs[page], leading);
        set_in_row(input_, content, page, {{left(), baseline - own}, measure(), design::Align::end});
        return height;
    }

    [[nodiscard]] RowContent field(const style::Cell& label, const style::Cell& words) const {
        RowContent content;
        Length y = style_.padding_y;
        y += set(content, label, y);
        y += set(content, words, y);
        content.height = y + style_.padding_y;
        return content;
    }

    void card(std::size_t row) {
        RowContent head = title(row);
        std::vector<RowContent> fields;
        Length height = head.height;
        for (std::size_t column = 1; column < cards_.rows[row].size(); ++column) {
            if (!shown(row, column)) continue;
            fields.push_back(field(label(column), cards_.rows[row][column]));
            height += fields.back().height;
        }
        const Length page = input_.design.page.text_height();
        std::vector<Piece> opening = in_pieces(std::move(head), title_look(), page);
        // Only the first starts on the grid: all stand equally far apart.
        opening.front().on_grid = row == 0;
        if (row > 0) opening.front().space_before = style_.between;
        opening.front().flexible_space = row > 0;
        std::move(opening.begin(), opening.end(), std::back_inserter(out_.pieces));
        // Between its fields a card is torn if no page can hold it.
        put_fields(std::move(fields), height > page ? 0 : input_.design.pages.torn_card_cost,
                   set_title_again(row));
    }

    void put_fields(std::vector<RowContent> fields, int cost, std::optional<std::size_t> repeat) {
        const Length page = input_.design.page.text_height();
        const Length room = repeat ? page - out_.repeats[*repeat].height : page;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            std::vector<Piece> pieces = in_pieces(std::move(fields[i]), field_look(), room);
            // A label stays with the first line below it, and a title never stands alone.
            if (pieces.size() > 1) pieces[1].break_cost = forbidden_break;
            pieces.front().break_cost = i == 0 ? forbidden_break : cost;
            for (Piece& piece : pieces) {
                piece.repeat = repeat;
                out_.pieces.push_back(std::move(piece));
            }
        }
    }

    std::vector<Piece> in_pieces(RowContent content, const RowLook& look, Length room) {
        if (may_be_torn(content.height, room)) {
            return row_slices(site_, std::move(content), look, room, slices_++);
        }
        std::vector<Piece> pieces;
        pieces.push_back(whole_row(site_, std::move(content), look));
        return pieces;
    }

    // The title with "(continued)", for the page on which a torn card goes on.
    std::optional<std::size_t> set_title_again(std::size_t row) {
        if (!cards_.continued[row]) return std::nullopt;
        RowContent content;
        content.height = style_.padding_y * 2 + set(content, *cards_.continued[row], style_.padding_y);
        auto repeat = set_again(site_, std::move(content), title_look());
        if (!repeat) return std::nullopt;
        out_.repeats.push_back(*std::move(repeat));
        return out_.repeats.size() - 1;
    }

    const TableSite& site_;
    const ComposeInput& input_;
    const style::TableCards& cards_;
    const design::CardStyle& style_;
    std::vector<bool> said_;  // by column: its label has been set
    std::size_t slices_ = 0;
    ComposedTable out_;
};

}  // namespace

ComposedTable compose_cards(const TableSite& site, const style::TableBlock& table) {
    return CardComposer(site, *table.cards).compose();
}

}  // namespace brochure::layout
