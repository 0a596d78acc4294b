#include "layout/tables/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diag/codes.hpp"
#include "layout/lines/text_widths.hpp"

namespace brochure::layout {

namespace {

// Columns are mirrored with the page: what the master's table sets at the left begins at the right in a
// translation that is read from there.
design::Align alignment(document::CellAlign align, design::Align fallback) {
    switch (align) {
        case document::CellAlign::left:
            return design::Align::start;
        case document::CellAlign::right:
            return design::Align::end;
        case document::CellAlign::centre:
            return design::Align::centre;
        case document::CellAlign::none:
            return fallback;
    }
    return fallback;
}

// A column is wide enough where its cells have the layout's least width, or all the width they ask for. Its
// head may wrap: that breaks between words.
Length wide_enough(const TableShape& shape, std::size_t column, const design::TableStyle& style) {
    return std::min(style.cards_below + style.cell_padding_x * 2, shape.cells[column]);
}

bool is_set_solid(const text::ShapedParagraph& shaped) {
    return std::any_of(shaped.fragments.begin(), shaped.fragments.end(),
                       [](const text::Fragment& part) { return part.joint_stretch > Length{}; });
}

}  // namespace

TableShape shape_of(const ComposeInput& input, const style::TableBlock& table) {
    const Length padding = table.style->cell_padding_x * 2;
    const std::size_t columns = table.head.size();
    TableShape shape;
    shape.columns = columns;
    shape.rows = table.rows.size() + 1;
    shape.least.assign(columns, padding);
    shape.natural.assign(columns, padding);
    shape.cells.assign(columns, padding);
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
                if (row > 0) shape.cells[column] = std::max(shape.cells[column], natural + padding);
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

bool cramped(const TableShape& shape, const TableWidths& widths, const design::TableStyle& style) {
    if (widths.missing > Length{}) return true;
    for (std::size_t column = 0; column < shape.columns; ++column) {
        if (widths.columns[column] < wide_enough(shape, column, style)) return true;
    }
    return false;
}

TableShape uncramped(TableShape shape, const design::TableStyle& style) {
    for (std::size_t column = 0; column < shape.columns; ++column) {
        shape.least[column] = std::max(shape.least[column], wide_enough(shape, column, style));
        shape.natural[column] = std::max(shape.natural[column], shape.least[column]);
    }
    return shape;
}

std::vector<Length> width_checked(const ComposeInput& input, TableWidths widths, const Place& place) {
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

RowContent row_in_columns(const ComposeInput& input, const design::TableStyle& style, const Frame& frame,
                          const std::vector<Length>& widths, const std::vector<style::Cell>& cells) {
    RowContent row;
    Length start;
    for (std::size_t column = 0; column < cells.size() && column < widths.size(); ++column) {
        const Length left = frame.left_of(start, widths[column]) + style.cell_padding_x;
        const Length measure = widths[column] - style.cell_padding_x * 2;
        Length y = style.cell_padding_y;
        for (const style::ParagraphId id : cells[column].paragraphs) {
            const design::Align own = input.document.paragraphs[id].align();
            const design::Align align = alignment(cells[column].align, own);
            y += set_in_row(input, row, id, {{left, y}, measure, align});
        }
        row.height = std::max(row.height, y + style.cell_padding_y);
        start += widths[column];
    }
    return row;
}

}  // namespace brochure::layout
