// Tables: rows as pieces that are never torn while they fit on a page, and a head that is set again on each
// page.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "diag/codes.hpp"
#include "layout/composer.hpp"
#include "layout/table_widths.hpp"

namespace brochure::layout {

namespace {

spec::Align alignment(document::CellAlign align, spec::Align fallback, bool right_to_left) {
    switch (align) {
        case document::CellAlign::left:
            return right_to_left ? spec::Align::end : spec::Align::start;
        case document::CellAlign::right:
            return right_to_left ? spec::Align::start : spec::Align::end;
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
                  const Place& place)
        : input_(input), table_(table), style_(*table.style), frame_(frame), place_(place) {
        widths_ = column_widths(input, table, frame.width, place);
    }

    ComposedTable compose() {
        ComposedTable out;
        out.pieces.push_back(row(table_.head, style_.head_ground, true));
        bool even = false;
        for (const auto& cells : table_.rows) {
            even = !even;
            const std::optional<Colour> ground = even ? style_.even_row_ground : std::nullopt;
            add_row(out.pieces, cells, ground);
        }
        price_breaks(out.pieces);
        out.repeat = repeated_head();
        return out;
    }

  private:
    [[nodiscard]] Length cell_measure(std::size_t column) const {
        return widths_[column] - style_.cell_padding_x * 2;
    }

    [[nodiscard]] std::vector<Stack> stacks(const style::Cell& cell, std::size_t column) const {
        std::vector<Stack> out;
        for (const style::ParagraphId id : cell.paragraphs) {
            const style::StyledParagraph& paragraph = input_.document.paragraphs[id];
            out.push_back(
                stack_paragraph(input_, id, cell_measure(column),
                                alignment(cell.align, paragraph.style->align, frame_.right_to_left)));
        }
        return out;
    }

    // One row: its ground, its cells in reading order, a hairline below.
    [[nodiscard]] Piece row(const std::vector<style::Cell>& cells, std::optional<Colour> ground,
                            bool head) const {
        Piece piece;
        piece.kind = PieceKind::row;
        piece.on_grid = head;  // a table starts on the grid; its rows follow their own leading
        piece.place = place_;
        std::vector<Item> contents;
        Length start, height;
        for (std::size_t column = 0; column < cells.size() && column < widths_.size(); ++column) {
            const Length left = frame_.left_of(start, widths_[column]) + style_.cell_padding_x;
            Length y = style_.cell_padding_y;
            for (Stack& stack : stacks(cells[column], column)) {
                move_all(stack.items, {left, y});
                move_all(stack.links, {left, y});
                append(contents, std::move(stack.items));
                std::move(stack.links.begin(), stack.links.end(), std::back_inserter(piece.links));
                piece.footnotes.insert(piece.footnotes.end(), stack.footnotes.begin(), stack.footnotes.end());
                piece.lines.insert(piece.lines.end(), stack.lines.begin(), stack.lines.end());
                y += stack.height;
            }
            height = std::max(height, y + style_.cell_padding_y);
            start += widths_[column];
        }
        piece.height = height;
        const Rect box{{frame_.left, Length{}}, {frame_.width, height}};
        if (ground) piece.items.push_back({FilledRect{box, *ground}, Artifact::background});
        append(piece.items, std::move(contents));
        if (!head) {
            piece.items.push_back(
                {StrokedLine{
                     {box.left(), height}, {box.right(), height}, style_.rule_width, style_.rule_colour},
                 Artifact::layout});
        }
        return piece;
    }

    // A row that no page can hold is cut between lines; every other row is one piece.
    void add_row(std::vector<Piece>& pieces, const std::vector<style::Cell>& cells,
                 std::optional<Colour> ground) const {
        Piece whole = row(cells, ground, false);
        const Length room = input_.layout.page.text_height() - repeated_head().height;
        if (whole.height <= room) {
            pieces.push_back(std::move(whole));
            return;
        }
        for (Piece& slice : cut_row(std::move(whole), room)) pieces.push_back(std::move(slice));
    }

    // Cuts at heights between the lines of all cells; every item goes to the slice that its baseline falls
    // into.
    [[nodiscard]] std::vector<Piece> cut_row(Piece whole, Length room) const {
        std::vector<Length> baselines;
        for (const Item& item : whole.items) {
            if (const auto* run = std::get_if<GlyphRun>(&item.content)) baselines.push_back(run->origin.y);
        }
        std::sort(baselines.begin(), baselines.end());
        std::vector<Piece> slices;
        const Length slack = style_.cell->leading;
        Length top;
        while (top < whole.height) {
            Length bottom = whole.height;
            if (whole.height - top > room) {
                bottom = top + slack;
                for (const Length baseline : baselines) {
                    const Length below = baseline + slack / 3;
                    if (below > top && below - top <= room) bottom = std::max(bottom, below);
                }
            }
            slices.push_back(slice_of(whole, top, bottom));
            top = bottom;
        }
        slices.front().footnotes = std::move(whole.footnotes);
        slices.front().lines = std::move(whole.lines);
        return slices;
    }

    static Piece slice_of(const Piece& whole, Length top, Length bottom) {
        Piece slice;
        slice.kind = PieceKind::row;
        slice.on_grid = false;
        slice.place = whole.place;
        slice.height = bottom - top;
        for (const Item& item : whole.items) {
            if (const auto* ground = std::get_if<FilledRect>(&item.content)) {
                FilledRect part = *ground;
                part.box = {{ground->box.left(), Length{}}, {ground->box.size.width, slice.height}};
                slice.items.push_back({part, item.belongs});
            } else if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
                if (run->origin.y < top || run->origin.y >= bottom) continue;
                GlyphRun moved = *run;
                moved.origin.y -= top;
                slice.items.push_back({std::move(moved), item.belongs});
            } else if (const auto* line = std::get_if<StrokedLine>(&item.content)) {
                if (line->from.y > bottom) continue;
                StrokedLine moved = *line;
                moved.from.y -= top;
                moved.to.y -= top;
                slice.items.push_back({moved, item.belongs});
            }
        }
        for (LinkArea link : whole.links) {
            const Length middle = (link.box.top() + link.box.bottom()) / 2;
            if (middle < top || middle >= bottom) continue;
            link.box = link.box.moved({Length{}, -top});
            slice.links.push_back(std::move(link));
        }
        return slice;
    }

    // The head stays with its first row; a row is not left alone at a foot or a top.
    void price_breaks(std::vector<Piece>& pieces) const {
        const std::size_t count = pieces.size();
        for (std::size_t i = 1; i < count; ++i) {
            if (i == 1) {
                pieces[i].break_cost = forbidden_break;
            } else if ((i == 2 || i + 1 == count) && count > 3) {
                pieces[i].break_cost = input_.layout.pages.lone_row_cost;
                pieces[i].faults.lone_row = true;
            }
        }
    }

    [[nodiscard]] Repeat repeated_head() const {
        Piece head = row(table_.repeated_head, style_.head_ground, true);
        Repeat repeat;
        Length above;
        if (table_.continued) {
            Stack line = stack_paragraph(input_, *table_.continued, frame_.width,
                                         input_.document.paragraphs[*table_.continued].style->align);
            move_all(line.items, {frame_.left, Length{}});
            append(repeat.items, std::move(line.items));
            above = line.height + style_.cell_padding_y;
        }
        move_all(head.items, {Length{}, above});
        append(repeat.items, std::move(head.items));
        repeat.height = above + head.height;
        return repeat;
    }

    const ComposeInput& input_;
    const style::TableBlock& table_;
    const spec::TableStyle& style_;
    const Frame& frame_;
    const Place& place_;
    std::vector<Length> widths_;
};

}  // namespace

std::vector<Length> column_widths(const ComposeInput& input, const style::TableBlock& table, Length width,
                                  const Place& place) {
    const Length padding = table.style->cell_padding_x * 2;
    const std::size_t columns = table.head.size();
    TableShape shape;
    shape.columns = columns;
    shape.rows = table.rows.size() + 1;
    shape.least.assign(columns, padding);
    shape.natural.assign(columns, padding);
    auto cell_at = [&](std::size_t row, std::size_t column) -> const style::Cell& {
        return row == 0 ? table.head[column] : table.rows[row - 1][column];
    };
    for (std::size_t row = 0; row < shape.rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            for (const style::ParagraphId id : cell_at(row, column).paragraphs) {
                const text::ShapedParagraph& shaped = input.shaped.paragraphs[id];
                shape.least[column] = std::max(shape.least[column], widest_piece(shaped) + padding);
                shape.natural[column] = std::max(shape.natural[column], natural_width(shaped) + padding);
            }
        }
    }
    shape.height = [&](std::size_t row, std::size_t column, Length column_width) {
        Length height;
        for (const style::ParagraphId id : cell_at(row, column).paragraphs) {
            const auto lines = fewest_lines(input.shaped.paragraphs[id], column_width - padding);
            height += input.document.paragraphs[id].style->leading * static_cast<std::int64_t>(lines);
        }
        return height;
    };
    const TableWidths widths = lowest_table(shape, width, Length::points(2));
    if (widths.missing > Length{}) {
        input.sink.warning(
            diag::code::table_too_wide, place,
            fmt::format(
                "The longest words of the table's columns are together {:.1f} mm wider than the page's "
                "measure.",
                widths.missing.to_millimetres()),
            "Use shorter words in the table's heads and cells, fewer columns, or smaller type.");
    }
    return widths.columns;
}

ComposedTable compose_table(const ComposeInput& input, const style::TableBlock& table, const Frame& frame,
                            const Place& place) {
    return TableComposer(input, table, frame, place).compose();
}

}  // namespace brochure::layout
