#include "layout/tables/grid.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/tables/columns.hpp"
#include "layout/tables/rows.hpp"

namespace brochure::layout {

namespace {

class GridComposer {
  public:
    GridComposer(const TableSite& site, const style::TableBlock& table, std::vector<Length> widths)
        : site_(site), table_(table), style_(*table.style), widths_(std::move(widths)) {}

    ComposedTable compose() {
        if (!table_.headless) {
            set_repeated_head();
            add_row(table_.head, {style_.head_ground}, true);
        }
        bool even = false;
        for (const auto& cells : table_.rows) {
            even = !even;
            add_row(cells, {even ? style_.even_row_ground : std::nullopt, rule_of(style_)}, false);
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] RowContent row_of(const std::vector<style::Cell>& cells) const {
        return row_in_columns(site_.input, style_, site_.frame, widths_, cells);
    }

    // The head stays with its first row, and no row is left alone at a foot or a top.
    void add_row(const std::vector<style::Cell>& cells, const RowLook& look, bool head) {
        RowContent row = row_of(cells);
        std::vector<Piece> pieces;
        const Length room = room_below_head();
        if (may_be_torn(row.height, room)) {
            pieces = row_slices(site_, std::move(row), look, room, rows_);
            if (!head) repeat_in_row(pieces, cells, look.ground);
        } else {
            pieces.push_back(whole_row(site_, std::move(row), look));
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
        return alone(row) ? site_.input.design.pages.lone_row_cost : 0;
    }

    [[nodiscard]] Length room_below_head() const {
        const Length page = site_.input.design.page.text_height();
        return repeated_head_ ? page - out_.repeats[*repeated_head_].height : page;
    }

    void set_repeated_head() {
        auto repeat = set_again(site_, row_of(table_.repeated_head), {style_.head_ground},
                                continued_line(site_, table_));
        if (!repeat) return;
        repeated_head_ = out_.repeats.size();
        out_.repeats.push_back(*std::move(repeat));
    }

    // Above what is left of a torn row stands the head, and under it the row's name once more.
    void repeat_in_row(std::vector<Piece>& slices, const std::vector<style::Cell>& cells,
                       std::optional<Colour> ground) {
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
        const Frame& frame = site_.frame;
        const CellBox box{{frame.left + style_.cell_padding_x, style_.cell_padding_y},
                          frame.width - style_.cell_padding_x * 2,
                          site_.input.document.paragraphs[id].align()};
        name.height = style_.cell_padding_y + set_in_row(site_.input, name, id, box);
        if (name.lines.size() > most_lines) return std::nullopt;
        Repeat repeat;
        if (repeated_head_) repeat = out_.repeats[*repeated_head_];
        Piece piece = whole_row(site_, std::move(name), {ground});
        piece.content.move_by({Length{}, repeat.height});
        repeat.content.append(std::move(piece.content));
        repeat.content.be_unread();
        repeat.height += piece.height;
        return repeat;
    }

    const TableSite& site_;
    const style::TableBlock& table_;
    const design::TableStyle& style_;
    std::vector<Length> widths_;
    ComposedTable out_;
    std::optional<std::size_t> repeated_head_;
    std::size_t rows_ = 0;  // so many are set, the head among them
};

}  // namespace

ComposedTable compose_grid(const TableSite& site, const style::TableBlock& table,
                           std::vector<Length> widths) {
    return GridComposer(site, table, std::move(widths)).compose();
}

}  // namespace brochure::layout
