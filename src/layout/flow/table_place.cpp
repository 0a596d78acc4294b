#include "layout/flow/table_place.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/tables/table.hpp"

namespace brochure::layout {

namespace {

// What is held right above a table's halves; none: it would take too much of their page.
std::optional<Piece> lead_of_halves(const Flow& flow) {
    std::optional<Piece> lead = flow.galley.held();
    if (lead && lead->height > flow.input.design.page.text_height() / 3) lead.reset();
    return lead;
}

// The lead leaves the column for the top of the first half; above the second its height stays empty.
void stand_below(Piece lead, Piece& first, Piece& second) {
    second.content.move_by({Length{}, lead.height});
    second.height += lead.height;
    const Half half = first.half;
    lead.add_below(std::move(first));
    first = std::move(lead);
    first.kind = PieceKind::row;
    first.movable = first.bound = first.on_grid = true;
    first.half = half;
}

}  // namespace

void compose_table_block(Flow& flow, const style::TableBlock& table, const style::Block& block,
                         const Frame& frame) {
    GalleyBuilder& galley = flow.galley;
    std::optional<Piece> lead = table.spread ? lead_of_halves(flow) : std::nullopt;
    ComposedTable composed =
        compose_table({flow.input, frame, block.place}, table, lead ? lead->height : Length{});
    if (lead && composed.pieces.front().half != Half::none) {
        galley.take_back(*lead);
        stand_below(*std::move(lead), composed.pieces[0], composed.pieces[1]);
    }
    const std::size_t repeats = galley.add(std::move(composed.repeats));
    for (Piece& piece : composed.pieces) {
        piece.goes_on = &piece != composed.pieces.data();
        if (piece.repeat) *piece.repeat += repeats;
        galley.ask_space(piece.space_before, piece.flexible_space && frame.decorations.empty());
        if (piece.half != Half::none) piece.space_after = block.space_after;
        const int own_cost = piece.break_cost;
        galley.push(std::move(piece), frame);
        Piece& pushed = galley.pieces_from(galley.count() - 1).front();
        pushed.break_cost = std::max(pushed.break_cost, own_cost);
        pushed.faults.stranded |= own_cost >= forbidden_break;
    }
}

}  // namespace brochure::layout
