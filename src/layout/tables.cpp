// Tables as columns: rows as pieces, torn between lines only where a page cannot hold them or would be left
// all but empty, and a head that is set again on each page.
#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/composer.hpp"
#include "layout/table_columns.hpp"
#include "layout/table_rows.hpp"
#include "layout/table_widths.hpp"

namespace brochure::layout {

namespace {

class TableComposer {
  public:
    TableComposer(const ComposeInput& input, const style::TableBlock& table, const Frame& frame,
                  const Place& place, std::vector<Length> widths)
        : input_(input),
          table_(table),
          style_(*table.style),
          frame_(frame),
          place_(place),
          widths_(std::move(widths)) {}

    ComposedTable compose() {
        if (!table_.headless) {
            set_repeated_head();
            add_row(table_.head, style_.head_ground, true);
        }
        bool even = false;
        for (const auto& cells : table_.rows) {
            even = !even;
            add_row(cells, even ? style_.even_row_ground : std::nullopt, false);
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] RowLook look(Length height, std::optional<Colour> ground, bool head) const {
        return {{{frame_.left, Length{}}, {frame_.width, height}},
                ground,
                !head,
                style_.rule_width,
                style_.rule_colour};
    }

    // The head stays with its first row, and no row is left alone at a foot or a top.
    void add_row(const std::vector<style::Cell>& cells, std::optional<Colour> ground, bool head) {
        RowContent row = row_in_columns(input_, style_, frame_, widths_, cells);
        const RowLook own = look(row.height, ground, head);
        std::vector<Piece> pieces;
        const Length room = room_below_head();
        if (may_be_torn(row.height, room)) {
            pieces = row_slices(input_, std::move(row), own, room, rows_, place_);
            repeat_in_row(pieces, cells, ground, head);
        } else {
            pieces.push_back(whole_row(std::move(row), own, place_));
            if (!head) pieces.front().repeat = repeated_head_;
        }
        // A table starts on the grid; its rows follow their own leading.
        pieces.front().on_grid = out_.pieces.empty();
        pieces.front().break_cost = cost_before(rows_);
        pieces.front().faults.lone_row = alone(rows_);
        ++rows_;
        std::move(pieces.begin(), pieces.end(), std::back_inserter(out_.pieces));
    }

    // A page that ends before it leaves a row alone: the first, or this one, which is the last.
    [[nodiscard]] bool alone(std::size_t row) const {
        const std::size_t head = heads();
        const std::size_t count = table_.rows.size() + head;
        return table_.rows.size() > 2 && (row == head + 1 || row + 1 == count);
    }

    // Rows of the head.
    [[nodiscard]] std::size_t heads() const { return table_.headless ? 0 : 1; }

    [[nodiscard]] int cost_before(std::size_t row) const {
        if (row == 1 && heads() == 1) return forbidden_break;
        return alone(row) ? input_.design.pages.lone_row_cost : 0;
    }

    [[nodiscard]] Length room_below_head() const {
        const Length page = input_.design.page.text_height();
        return repeated_head_ ? page - out_.repeats[*repeated_head_].height : page;
    }

    // A head that takes more than a third of a page is not set again: its rows need the room.
    void set_repeated_head() {
        RowContent head = row_in_columns(input_, style_, frame_, widths_, table_.repeated_head);
        const RowLook own = look(head.height, style_.head_ground, true);
        Repeat repeat;
        Length above;
        if (table_.continued) {
            Stack line = stack_paragraph(input_, *table_.continued, frame_.width,
                                         input_.document.paragraphs[*table_.continued].align());
            line.content.move_by({frame_.left, Length{}});
            repeat.content.append(std::move(line.content));
            above = line.height + style_.cell_padding_y;
        }
        repeat.height = above + head.height;
        if (repeat.height > input_.design.page.text_height() / 3) return;
        Piece piece = whole_row(std::move(head), own, place_);
        piece.content.move_by({Length{}, above});
        repeat.content.append(std::move(piece.content));
        repeat.content.be_unread();
        repeated_head_ = out_.repeats.size();
        out_.repeats.push_back(std::move(repeat));
    }

    // Above what is left of a torn row stands the head, and under it the row's name once more.
    void repeat_in_row(std::vector<Piece>& slices, const std::vector<style::Cell>& cells,
                       std::optional<Colour> ground, bool head) {
        if (head) return;
        slices.front().repeat = repeated_head_;
        std::optional<std::size_t> repeat = repeated_head_;
        if (auto name = row_name(cells, ground)) {
            repeat = out_.repeats.size();
            out_.repeats.push_back(*std::move(name));
        }
        for (std::size_t i = 1; i < slices.size(); ++i) slices[i].repeat = repeat;
    }

    // None where the first cell is empty, or so long that it is no name.
    [[nodiscard]] std::optional<Repeat> row_name(const std::vector<style::Cell>& cells,
                                                 std::optional<Colour> ground) const {
        constexpr std::size_t most_lines = 3;
        if (cells.empty() || cells.front().paragraphs.empty()) return std::nullopt;
        const style::ParagraphId id = cells.front().paragraphs.front();
        RowContent name;
        const Length measure = frame_.width - style_.cell_padding_x * 2;
        const CellBox box{{frame_.left + style_.cell_padding_x, style_.cell_padding_y},
                          measure,
                          input_.document.paragraphs[id].align()};
        name.height = style_.cell_padding_y + set_in_row(input_, name, id, box);
        if (name.lines.size() > most_lines) return std::nullopt;
        RowLook own = look(name.height, ground, false);
        own.rule = false;
        Repeat repeat;
        if (repeated_head_) repeat = out_.repeats[*repeated_head_];
        Piece piece = whole_row(std::move(name), own, place_);
        piece.content.move_by({Length{}, repeat.height});
        repeat.content.append(std::move(piece.content));
        repeat.content.be_unread();
        repeat.height += piece.height;
        return repeat;
    }

    const ComposeInput& input_;
    const style::TableBlock& table_;
    const design::TableStyle& style_;
    const Frame& frame_;
    const Place& place_;
    std::vector<Length> widths_;
    ComposedTable out_;
    std::optional<std::size_t> repeated_head_;
    std::size_t rows_ = 0;  // so many are set, the head among them
};

}  // namespace

std::vector<Length> column_widths(const ComposeInput& input, const style::TableBlock& table, Length width,
                                  const Place& place) {
    return width_checked(input, lowest_table(shape_of(input, table), width, width_step), place);
}

ComposedTable compose_table(const ComposeInput& input, const style::TableBlock& table, const Frame& frame,
                            const Place& place, Length lead) {
    if (table.cards && table.form == design::TableForm::cards) {
        return compose_cards(input, table, frame, place);
    }
    if (table.spread) {
        if (auto halves = compose_spread(input, table, frame, place, lead)) return *std::move(halves);
    }
    const TableShape shape = shape_of(input, table);
    TableWidths widths = lowest_table(shape, frame.width, width_step);
    if (table.cards && cramped(shape, widths, *table.style)) {
        // The lowest table is not always the one to read: where all columns can be wide enough, they are.
        widths = lowest_table(uncramped(shape, *table.style), frame.width, width_step);
        if (widths.missing > Length{}) return compose_cards(input, table, frame, place);
    }
    return TableComposer(input, table, frame, place, width_checked(input, std::move(widths), place))
        .compose();
}

}  // namespace brochure::layout
