#include "layout/tables/rows.hpp"

#include <algorithm>
#include <utility>

namespace brochure::layout {

namespace {

void add_line(Piece& piece, CellLine line, Length up) {
    line.content.move_by({Length{}, -up});
    piece.content.append(std::move(line.content));
}

Piece bare_piece(const TableSite& site, const RowLook& look, Length height) {
    Piece piece;
    piece.kind = PieceKind::row;
    piece.on_grid = false;
    piece.place = site.place;
    piece.height = height;
    if (look.ground) {
        const Rect box{{site.frame.left, Length{}}, {site.frame.width, height}};
        piece.content.items.push_back({FilledRect{box, *look.ground}, Artifact::background});
    }
    return piece;
}

void add_rule(Piece& piece, const TableSite& site, const RowLook& look) {
    if (!look.rule) return;
    // Wholly inside: the next row's ground would cover what reaches out.
    const Length y = piece.height - look.rule->width / 2;
    const Length left = site.frame.left, right = site.frame.left + site.frame.width;
    piece.content.items.push_back(
        {StrokedLine{{left, y}, {right, y}, look.rule->width, look.rule->colour}, Artifact::layout});
}

// Heights between lines at which no line is cut; the row's own ends are not among them.
std::vector<Length> clean_cuts(const RowContent& row) {
    std::vector<Length> cuts;
    for (const CellLine& line : row.lines) cuts.push_back(line.bottom);
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    if (!cuts.empty()) cuts.pop_back();
    cuts.erase(std::remove_if(cuts.begin(), cuts.end(),
                              [&](Length cut) {
                                  return std::any_of(row.lines.begin(), row.lines.end(),
                                                     [&](const CellLine& line) {
                                                         return line.top < cut && cut < line.bottom;
                                                     });
                              }),
               cuts.end());
    return cuts;
}

// Below each line of the cell that reaches lowest, whatever that does to lines beside it.
std::vector<Length> cuts_of_highest(const RowContent& row) {
    std::vector<Length> cuts;
    Length lowest;
    for (auto line = row.lines.begin(); line != row.lines.end();) {
        // A cell ends where the next line stands higher.
        std::vector<Length> own{line->bottom};
        for (++line; line != row.lines.end() && line->top >= own.back(); ++line) own.push_back(line->bottom);
        if (own.back() <= lowest) continue;
        lowest = own.back();
        cuts = std::move(own);
    }
    if (!cuts.empty()) cuts.pop_back();
    return cuts;
}

Length highest_slice(const std::vector<Length>& cuts, Length height) {
    Length highest, from;
    for (const Length cut : cuts) {
        highest = std::max(highest, cut - from);
        from = cut;
    }
    return std::max(highest, height - from);
}

}  // namespace

Length set_in_row(const ComposeInput& input, RowContent& row, style::ParagraphId id, const CellBox& box) {
    const ParagraphToSet source = input.paragraph(id);
    const Length leading = source.styled.style->leading;
    SetParagraph set = set_paragraph(source, box.width, box.align);
    report_overfull(input, id, set);
    const Length baseline = centred_baseline(source.shaped, leading);
    Length y = box.at.y;
    for (SetLine& from : set.lines) {
        CellLine line;
        line.top = y;
        line.bottom = y + leading;
        line.baseline = y + baseline;
        line.content = placed(std::move(from), id, {box.at.x, line.baseline});
        row.lines.push_back(std::move(line));
        y += leading;
    }
    return y - box.at.y;
}

Piece whole_row(const TableSite& site, RowContent row, const RowLook& look) {
    Piece piece = bare_piece(site, look, row.height);
    for (CellLine& line : row.lines) add_line(piece, std::move(line), Length{});
    add_rule(piece, site, look);
    return piece;
}

std::vector<Piece> row_slices(const TableSite& site, RowContent row, const RowLook& look, Length room,
                              std::size_t number) {
    const design::PageBreaking& costs = site.input.design.pages;
    std::vector<Length> cuts = clean_cuts(row);
    if (highest_slice(cuts, row.height) > room / 4) cuts = cuts_of_highest(row);
    cuts.push_back(row.height);
    std::vector<Piece> slices;
    Length top;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        Piece slice = bare_piece(site, look, cuts[i] - top);
        slice.torn_row = number;
        if (i > 0) {
            slice.break_cost = row.height > room ? 0 : costs.torn_row_cost;
            if (i == 1) slice.break_cost += costs.orphan_cost;
            if (i + 1 == cuts.size()) slice.break_cost += costs.widow_cost;
            slice.faults.orphan = i == 1;
            slice.faults.widow = i + 1 == cuts.size();
        }
        const bool last = i + 1 == cuts.size();
        for (CellLine& line : row.lines) {
            if (line.baseline > top && (line.baseline <= cuts[i] || last)) add_line(slice, line, top);
        }
        top = cuts[i];
        slices.push_back(std::move(slice));
    }
    add_rule(slices.back(), site, look);
    return slices;
}

bool may_be_torn(Length height, Length room) { return height > room / 3; }

std::optional<Repeat> set_again(const TableSite& site, RowContent row, const RowLook& look, Stack above) {
    Repeat repeat;
    repeat.height = above.height + row.height;
    if (repeat.height > site.input.design.page.text_height() / 3) return std::nullopt;
    repeat.content = std::move(above.content);
    Piece piece = whole_row(site, std::move(row), look);
    piece.content.move_by({Length{}, above.height});
    repeat.content.append(std::move(piece.content));
    repeat.content.be_unread();
    return repeat;
}

Stack continued_line(const TableSite& site, const style::TableBlock& table) {
    if (!table.continued) return {};
    Stack line = stack_paragraph(site.input, *table.continued, site.frame.width);
    line.content.move_by({site.frame.left, Length{}});
    line.height += table.style->cell_padding_y;
    return line;
}

}  // namespace brochure::layout
