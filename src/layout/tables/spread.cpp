#include "layout/tables/spread.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include "layout/tables/columns.hpp"

namespace brochure::layout {

namespace {

using Cells = std::vector<style::Cell>;

// A half as a table of its own, which repeats its own head.
style::TableBlock half_of(const style::TableBlock& table, std::size_t from, std::size_t end, bool second) {
    auto cells_of = [&](const Cells& row, const style::Cell& again) {
        Cells cells;
        if (second) cells.push_back(again);
        for (std::size_t column = from; column < end; ++column) cells.push_back(row[column]);
        return cells;
    };
    style::TableBlock half;
    half.style = table.style;
    half.head = cells_of(table.head, table.repeated_head.front());
    half.repeated_head = cells_of(table.repeated_head, table.repeated_head.front());
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        half.rows.push_back(cells_of(table.rows[row], table.spread->labels[row]));
    return half;
}

// One way of sharing the columns out.
struct Division {
    std::array<style::TableBlock, 2> halves;
    std::array<TableWidths, 2> widths;
    Length height;          // of all rows, each as high as its higher half, without their padding
    Length missing;         // by how much words are too wide for the halves
    std::size_t apart = 0;  // columns that one half has more than the other

    [[nodiscard]] auto rank() const { return std::tuple{missing, height, apart}; }
};

std::vector<Length> row_heights(const TableShape& shape, const TableWidths& widths) {
    std::vector<Length> rows(shape.rows);
    for (std::size_t row = 0; row < shape.rows; ++row) {
        for (std::size_t column = 0; column < shape.columns; ++column)
            rows[row] = std::max(rows[row], shape.height(row, column, widths.columns[column]));
    }
    return rows;
}

Length level_height(const std::vector<Length>& first, const std::vector<Length>& second) {
    Length sum;
    for (std::size_t row = 0; row < first.size(); ++row) sum += std::max(first[row], second[row]);
    return sum;
}

// A half whose rows are as high as those beside them in any case: what it need not save there its columns
// give to others.
TableShape beside(TableShape half, std::vector<Length> other_rows) {
    half.height = [own = std::move(half.height), rows = std::move(other_rows)](
                      std::size_t row, std::size_t column, Length width) {
        return std::max(own(row, column, width), rows[row]);
    };
    return half;
}

// Each half by itself first, then in turn each as its rows beside the other's make the whole lowest.
Division divided(const ComposeInput& input, const style::TableBlock& table, std::size_t first_columns,
                 Length width) {
    constexpr int rounds = 2;
    const std::size_t columns = table.head.size();
    Division out;
    out.halves = {half_of(table, 0, first_columns, false), half_of(table, first_columns, columns, true)};
    const std::array shapes{shape_of(input, out.halves[0]), shape_of(input, out.halves[1])};
    std::array<std::vector<Length>, 2> rows;
    for (const std::size_t half : {0U, 1U}) {
        out.widths[half] = lowest_table(shapes[half], width, width_step);
        out.missing += out.widths[half].missing;
        rows[half] = row_heights(shapes[half], out.widths[half]);
    }
    out.height = level_height(rows[0], rows[1]);
    for (int round = 0; round < rounds; ++round) {
        for (const std::size_t half : {1U, 0U}) {
            const std::vector<Length>& other = rows[1 - half];
            TableWidths widths = lowest_table(beside(shapes[half], other), width, width_step);
            std::vector<Length> own = row_heights(shapes[half], widths);
            const Length height = level_height(own, other);
            if (height >= out.height) continue;
            out.height = height;
            out.widths[half] = std::move(widths);
            rows[half] = std::move(own);
        }
    }
    const std::size_t second_columns = columns - first_columns + 1;
    out.apart = std::max(first_columns, second_columns) - std::min(first_columns, second_columns);
    return out;
}

Division lowest_division(const ComposeInput& input, const style::TableBlock& table, Length width) {
    Division best = divided(input, table, 2, width);
    for (std::size_t columns = 3; columns < table.head.size(); ++columns) {
        Division other = divided(input, table, columns, width);
        if (other.rank() < best.rank()) best = std::move(other);
    }
    return best;
}

// A table that stands well on half a page is read more easily there, and so is one that gains no height.
bool is_worth_while(const ComposeInput& input, const style::TableBlock& table, Length width,
                    const Division& division) {
    const TableShape shape = shape_of(input, table);
    const TableWidths grid = lowest_table(shape, width, width_step);
    if (grid.missing > Length{}) return true;
    const Length padding = table.style->cell_padding_y * 2 * static_cast<std::int64_t>(shape.rows);
    const bool high = grid.height + padding > input.design.page.text_height() / 2;
    return (high || cramped(shape, grid, *table.style)) && division.height < grid.height;
}

class SpreadComposer {
  public:
    SpreadComposer(const TableSite& site, const style::TableBlock& table, Division division, Length lead)
        : site_(site),
          input_(site.input),
          table_(table),
          style_(*table.style),
          division_(std::move(division)),
          lead_(lead) {}

    // Nothing where a page cannot hold a row.
    std::optional<ComposedTable> compose() {
        set_rows();
        const auto pairs = cut_in_pairs();
        if (!pairs) return std::nullopt;
        ComposedTable out;
        std::size_t row = 0;
        for (const std::size_t end : *pairs) {
            for (const std::size_t half : {0U, 1U}) out.pieces.push_back(half_piece(half, row, end));
            row = end;
        }
        return out;
    }

  private:
    struct Row {
        std::array<RowContent, 2> halves;
        Length height;
        std::array<Length, 2> notes;  // of those mentioned in it
    };

    Row set(const Cells& first, const Cells& second, const std::array<std::vector<Length>, 2>& widths) const {
        Row row;
        row.halves[0] = row_in_columns(input_, style_, site_.frame, widths[0], first);
        row.halves[1] = row_in_columns(input_, style_, site_.frame, widths[1], second);
        row.height = std::max(row.halves[0].height, row.halves[1].height);
        for (const std::size_t half : {0U, 1U}) {
            for (const CellLine& line : row.halves[half].lines) {
                for (const std::size_t note : line.content.footnotes)
                    row.notes[half] += input_.note_heights[note];
            }
        }
        return row;
    }

    void set_rows() {
        std::array<std::vector<Length>, 2> widths;
        for (const std::size_t half : {0U, 1U})
            widths[half] = width_checked(input_, std::move(division_.widths[half]), site_.place);
        const auto& [first, second] = division_.halves;
        head_ = set(first.head, second.head, widths);
        for (std::size_t row = 0; row < first.rows.size(); ++row)
            rows_.push_back(set(first.rows[row], second.rows[row], widths));
        set_head_again(set(first.repeated_head, second.repeated_head, widths));
    }

    // The line that says so is read once, on the page that is read first, and above the other its height
    // stays empty.
    void set_head_again(Row head) {
        Stack above = continued_line(site_, table_);
        for (const std::size_t half : {0U, 1U}) {
            RowContent content = std::move(head.halves[half]);
            content.height = head.height;
            again_[half] = set_again(site_, std::move(content), {style_.head_ground}, std::move(above));
            above.content = {};
        }
    }

    // Rows [from, end) with their head, and the notes of the half that has more.
    [[nodiscard]] bool fit(std::size_t from, std::size_t end) const {
        Length height = from == 0 ? lead_ + head_.height : again_height();
        std::array<Length, 2> notes = from == 0 ? head_.notes : std::array<Length, 2>{};
        for (std::size_t row = from; row < end; ++row) {
            height += rows_[row].height;
            for (const std::size_t half : {0U, 1U}) notes[half] += rows_[row].notes[half];
        }
        const Length most = std::max(notes[0], notes[1]);
        const Length foot = most > Length{} ? most + input_.design.footnote.space_above : Length{};
        const design::PageGeometry& page = input_.design.page;
        return base::round_up_to(height, page.baseline) + foot <= page.text_height();
    }

    [[nodiscard]] Length again_height() const { return again_[0] ? again_[0]->height : Length{}; }

    // Behind the last row of each pair; each takes what it can, but the last pair is not a row alone.
    [[nodiscard]] std::optional<std::vector<std::size_t>> cut_in_pairs() const {
        std::vector<std::size_t> ends;
        for (std::size_t from = 0; from < rows_.size(); from = ends.back()) {
            std::size_t end = from;
            while (end < rows_.size() && fit(from, end + 1)) ++end;
            if (end == from) return std::nullopt;
            ends.push_back(end);
        }
        if (ends.size() < 2) return ends;
        std::size_t& cut = ends[ends.size() - 2];
        const std::size_t from = ends.size() > 2 ? ends[ends.size() - 3] : 0;
        if (rows_.size() - cut == 1 && cut - from > 2 && fit(cut - 1, rows_.size())) --cut;
        return ends;
    }

    [[nodiscard]] bool is_artifact(style::ParagraphId id) const {
        const auto& runs = input_.document.paragraphs[id].runs;
        return std::ranges::all_of(runs, [](const style::StyledRun& run) {
            return std::holds_alternative<std::monostate>(run.leaf);
        });
    }

    void add(Piece& piece, Row& row, std::size_t half, const RowLook& look) const {
        RowContent content = std::move(row.halves[half]);
        content.height = row.height;
        Piece own = whole_row(site_, std::move(content), look);
        std::erase_if(own.content.lines, [&](const LineReport& line) { return is_artifact(line.paragraph); });
        piece.add_below(std::move(own));
    }

    Piece half_piece(std::size_t half, std::size_t from, std::size_t end) {
        Piece piece;
        piece.kind = PieceKind::row;
        piece.place = site_.place;
        piece.movable = true;
        piece.half = half == 0 ? Half::verso : Half::recto;
        if (from == 0) {
            add(piece, head_, half, {style_.head_ground});
        } else if (again_[half]) {
            piece.content = again_[half]->content;
            piece.height = again_[half]->height;
        }
        for (std::size_t row = from; row < end; ++row)
            add(piece, rows_[row], half,
                {row % 2 == 0 ? style_.even_row_ground : std::nullopt, rule_of(style_)});
        piece.height = base::round_up_to(piece.height, input_.design.page.baseline);
        return piece;
    }

    const TableSite& site_;
    const ComposeInput& input_;
    const style::TableBlock& table_;
    const design::TableStyle& style_;
    Division division_;
    Length lead_;  // stands above the first pair
    Row head_;
    std::vector<Row> rows_;
    std::array<std::optional<Repeat>, 2> again_;
};

}  // namespace

std::optional<ComposedTable> compose_spread(const TableSite& site, const style::TableBlock& table,
                                            Length lead) {
    const bool stands_free = !site.frame.off_grid && site.frame.decorations.empty();
    const design::PageGeometry& page = site.input.design.page;
    if (!stands_free || site.frame.width < page.measure()) return std::nullopt;
    Division division = lowest_division(site.input, table, site.frame.width);
    if (!is_worth_while(site.input, table, site.frame.width, division)) return std::nullopt;
    Trial trial(site.input);
    const TableSite own{trial.input, site.frame, site.place};
    auto out = SpreadComposer(own, table, std::move(division), lead).compose();
    // What was found on the way is of no interest where the table is set in another way.
    if (out) site.input.sink.take(std::move(trial.findings));
    return out;
}

}  // namespace brochure::layout
