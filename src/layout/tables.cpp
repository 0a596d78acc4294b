// Tables as columns: rows as pieces, torn between lines only where a page cannot hold them or would be left
// all but empty, and a head that is set again on each page.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "diag/codes.hpp"
#include "layout/composer.hpp"
#include "layout/table_rows.hpp"
#include "layout/table_widths.hpp"

namespace brochure::layout {

namespace {

// Columns are mirrored with the page: what the master's table sets at the left begins at the right in a
// translation that is read from there.
spec::Align alignment(document::CellAlign align, spec::Align fallback) {
    switch (align) {
        case document::CellAlign::left:
            return spec::Align::start;
        case document::CellAlign::right:
            return spec::Align::end;
        case document::CellAlign::centre:
            return spec::Align::centre;
        case document::CellAlign::none:
            return fallback;
    }
    return fallback;
}

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
        set_repeated_head();
        add_row(table_.head, style_.head_ground, true);
        bool even = false;
        for (const auto& cells : table_.rows) {
            even = !even;
            add_row(cells, even ? style_.even_row_ground : std::nullopt, false);
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] RowContent content(const std::vector<style::Cell>& cells) const {
        RowContent row;
        Length start;
        for (std::size_t column = 0; column < cells.size() && column < widths_.size(); ++column) {
            const Length left = frame_.left_of(start, widths_[column]) + style_.cell_padding_x;
            const Length measure = widths_[column] - style_.cell_padding_x * 2;
            Length y = style_.cell_padding_y;
            for (const style::ParagraphId id : cells[column].paragraphs) {
                const spec::Align own = input_.document.paragraphs[id].align();
                const spec::Align align = alignment(cells[column].align, own);
                y += set_in_row(input_, row, id, {{left, y}, measure, align});
            }
            row.height = std::max(row.height, y + style_.cell_padding_y);
            start += widths_[column];
        }
        return row;
    }

    [[nodiscard]] RowLook look(Length height, std::optional<Colour> ground, bool head) const {
        return {{{frame_.left, Length{}}, {frame_.width, height}},
                ground,
                !head,
                style_.rule_width,
                style_.rule_colour};
    }

    // The head stays with its first row, and no row is left alone at a foot or a top.
    void add_row(const std::vector<style::Cell>& cells, std::optional<Colour> ground, bool head) {
        RowContent row = content(cells);
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
        pieces.front().on_grid = head;
        pieces.front().break_cost = cost_before(rows_);
        pieces.front().faults.lone_row = alone(rows_);
        ++rows_;
        std::move(pieces.begin(), pieces.end(), std::back_inserter(out_.pieces));
    }

    // A page that ends before it leaves a row alone: the first, or this one, which is the last.
    [[nodiscard]] bool alone(std::size_t row) const {
        const std::size_t count = table_.rows.size() + 1;
        return count > 3 && (row == 2 || row + 1 == count);
    }

    [[nodiscard]] int cost_before(std::size_t row) const {
        if (row == 1) return forbidden_break;
        return alone(row) ? input_.layout.pages.lone_row_cost : 0;
    }

    [[nodiscard]] Length room_below_head() const {
        const Length page = input_.layout.page.text_height();
        return repeated_head_ ? page - out_.repeats[*repeated_head_].height : page;
    }

    // A head that takes more than a third of a page is not set again: its rows need the room.
    void set_repeated_head() {
        RowContent head = content(table_.repeated_head);
        const RowLook own = look(head.height, style_.head_ground, true);
        Repeat repeat;
        Length above;
        if (table_.continued) {
            Stack line = stack_paragraph(input_, *table_.continued, frame_.width,
                                         input_.document.paragraphs[*table_.continued].align());
            move_all(line.items, {frame_.left, Length{}});
            append(repeat.items, std::move(line.items));
            above = line.height + style_.cell_padding_y;
        }
        repeat.height = above + head.height;
        if (repeat.height > input_.layout.page.text_height() / 3) return;
        Piece piece = whole_row(std::move(head), own, place_);
        move_all(piece.items, {Length{}, above});
        append(repeat.items, std::move(piece.items));
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
        move_all(piece.items, {Length{}, repeat.height});
        append(repeat.items, std::move(piece.items));
        repeat.height += piece.height;
        return repeat;
    }

    const ComposeInput& input_;
    const style::TableBlock& table_;
    const spec::TableStyle& style_;
    const Frame& frame_;
    const Place& place_;
    std::vector<Length> widths_;
    ComposedTable out_;
    std::optional<std::size_t> repeated_head_;
    std::size_t rows_ = 0;  // so many are set, the head among them
};

bool is_set_solid(const text::ShapedParagraph& shaped) {
    return std::any_of(shaped.fragments.begin(), shaped.fragments.end(),
                       [](const text::Fragment& part) { return part.joint_stretch > Length{}; });
}

// What the column widths are chosen by.
TableShape shape_of(const ComposeInput& input, const style::TableBlock& table) {
    const Length padding = table.style->cell_padding_x * 2;
    const std::size_t columns = table.head.size();
    TableShape shape;
    shape.columns = columns;
    shape.rows = table.rows.size() + 1;
    shape.least.assign(columns, padding);
    shape.natural.assign(columns, padding);
    auto cell_at = [&table](std::size_t row, std::size_t column) -> const style::Cell& {
        return row == 0 ? table.head[column] : table.rows[row - 1][column];
    };
    for (std::size_t row = 0; row < shape.rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            for (const style::ParagraphId id : cell_at(row, column).paragraphs) {
                const text::ShapedParagraph& shaped = input.shaped.paragraphs[id];
                const Length natural = natural_width(shaped);
                // A Chinese line may end after any character, but a column of one is no column.
                const Length readable =
                    is_set_solid(shaped) ? std::min(natural, table.style->cards_below) : Length{};
                const Length least = std::max(widest_piece(shaped), readable);
                shape.least[column] = std::max(shape.least[column], least + padding);
                shape.natural[column] = std::max(shape.natural[column], natural + padding);
            }
        }
    }
    shape.height = [&input, cell_at, padding](std::size_t row, std::size_t column, Length column_width) {
        Length height;
        for (const style::ParagraphId id : cell_at(row, column).paragraphs) {
            const auto lines = fewest_lines(input.shaped.paragraphs[id], column_width - padding);
            height += input.document.paragraphs[id].style->leading * static_cast<std::int64_t>(lines);
        }
        return height;
    };
    return shape;
}

// Words would be broken, or text would wrap in less room than the layout calls readable.
bool cramped(const TableShape& shape, const TableWidths& widths, const spec::TableStyle& style) {
    if (widths.missing > Length{}) return true;
    const Length least = style.cards_below + style.cell_padding_x * 2;
    for (std::size_t column = 0; column < shape.columns; ++column) {
        const Length width = widths.columns[column];
        if (width < least && width < shape.natural[column]) return true;
    }
    return false;
}

constexpr Length width_step = Length::points(2);

std::vector<Length> checked(const ComposeInput& input, TableWidths widths, const Place& place) {
    if (widths.missing > Length{}) {
        input.sink.warning(
            diag::code::table_too_wide, place,
            fmt::format(
                "The longest words of the table's columns are together {:.1f} mm wider than the page's "
                "measure.",
                widths.missing.to_millimetres()),
            "Use shorter words in the table's heads and cells, fewer columns, or smaller type.");
    }
    return std::move(widths.columns);
}

}  // namespace

std::vector<Length> column_widths(const ComposeInput& input, const style::TableBlock& table, Length width,
                                  const Place& place) {
    return checked(input, lowest_table(shape_of(input, table), width, width_step), place);
}

ComposedTable compose_table(const ComposeInput& input, const style::TableBlock& table, const Frame& frame,
                            const Place& place) {
    if (table.cards && table.form == spec::TableForm::cards) {
        return compose_cards(input, table, frame, place);
    }
    const TableShape shape = shape_of(input, table);
    TableWidths widths = lowest_table(shape, frame.width, width_step);
    if (table.cards && cramped(shape, widths, *table.style)) {
        return compose_cards(input, table, frame, place);
    }
    return TableComposer(input, table, frame, place, checked(input, std::move(widths), place)).compose();
}

}  // namespace brochure::layout
