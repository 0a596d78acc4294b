#include "layout/flow/figure_places.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "layout/figures/figure.hpp"
#include "layout/figures/picture_items.hpp"

namespace brochure::layout {

namespace {

constexpr Length least_edge = Length::millimetres(5);  // white at the page's edge

bool stands_free(const Frame& frame) {
    return !frame.off_grid && frame.decorations.empty() && !frame.in_column;
}

Piece figure_piece(const ComposeInput& input, const style::Block& block, bool may_move) {
    Piece piece;
    piece.kind = PieceKind::figure;
    piece.place = block.place;
    piece.space_after = block.space_after;
    piece.movable = input.design.figure.may_move && may_move;
    return piece;
}

// A picture from edge to edge, its caption in the column.
void compose_full_figure(Flow& flow, const style::FigureBlock& figure, const style::Block& block,
                         const Frame& frame) {
    const ComposeInput& input = flow.input;
    const design::PageGeometry& page = input.design.page;
    const Length page_width = page.trim.width + page.bleed * 2;
    // On a ground the picture keeps off the edge; without one it reaches over it.
    const Length edge = figure.ground ? page.bleed + std::max(figure.padding, least_edge) : Length{};
    const Length padding = figure.ground ? figure.padding : Length{};
    const Length inner = page_width - edge * 2;
    const Length height =
        std::min(inner.scaled(1 / aspect_of(input, figure)), figure.max_height) + padding * 2;
    Aside aside;
    aside.where = Aside::Where::page;
    aside.height = height;
    if (figure.ground)
        aside.content.items.push_back(
            {FilledRect{{{}, {page_width, height}}, *figure.ground}, Artifact::background});
    const Rect box{{edge, padding}, {inner, height - padding * 2}};
    append(aside.content.items, picture_items(input, figure.picture, box, read_as(figure), figure.labels));
    Piece piece = figure_piece(input, block, true);
    Length bottom = height;
    if (std::optional<Stack> caption = set_caption(input, figure, frame.width)) {
        bottom += figure.caption_gap + caption->height;
        piece.content = placed(*std::move(caption), {frame.left, height + figure.caption_gap});
    }
    piece.add_aside(std::move(aside));
    piece.height = base::round_up_to(bottom, page.baseline);
    flow.galley.push(std::move(piece), frame);
}

}  // namespace

void compose_figure(Flow& flow, const style::FigureBlock& figure, const style::Block& block,
                    const Frame& frame) {
    const bool free = stands_free(frame);
    if (figure.placement == design::FigurePlacement::full && free) {
        compose_full_figure(flow, figure, block, frame);
        return;
    }
    const ComposeInput& input = flow.input;
    const Length grid = input.design.page.baseline;
    SetFigure set = set_figure(input, figure, frame.width);
    std::vector<Variant> variants;
    if (flow.more_lines != 0) {
        set.picture = base::round_up_to(set.height(), grid) + grid * flow.more_lines - set.around;
    } else if (free) {
        variants = figure_variants(input, set);
    }
    Piece piece = figure_piece(input, block, free);
    piece.height = frame.off_grid ? set.height() : base::round_up_to(set.height(), grid);
    piece.content = placed(input, std::move(set), {frame.left, Length{}});
    const std::size_t first = flow.galley.count();
    flow.galley.push(std::move(piece), frame);
    flow.galley.offer(Flex::Kind::figure, first, std::move(variants), block, frame);
}

std::size_t row_at(const ComposeInput& input, std::span<const style::Block> blocks, const Frame& frame) {
    if (!input.design.figure.rows || frame.off_grid) return 0;
    std::size_t count = 0;
    const auto joins = [](const style::FigureBlock* figure) { return figure != nullptr && !figure->alone; };
    while (count < blocks.size() && joins(figure_of(blocks[count]))) ++count;
    for (; count > 1; --count) {
        if (row_height(input, blocks.first(count), frame.width) > Length{}) return count;
    }
    return 0;
}

void compose_figure_row(Flow& flow, std::span<const style::Block> figures, const Frame& frame) {
    const ComposeInput& input = flow.input;
    const Length height = row_height(input, figures, frame.width);
    const Length gap = input.design.figure.gap;
    const Length grid = input.design.page.baseline;
    const auto width_of = [&](const style::FigureBlock& figure) {
        return height.scaled(aspect_of(input, figure)) + figure.padding * 2;
    };
    Length used = gap * static_cast<std::int64_t>(figures.size() - 1);
    for (const style::Block& block : figures) used += width_of(*figure_of(block));
    Piece row = figure_piece(input, figures.front(), stands_free(frame));
    row.space_after = figures.back().space_after;
    Length start = (frame.width - used) / 2;
    for (const style::Block& block : figures) {
        flow.galley.enter(block, frame);
        const Length width = width_of(*figure_of(block));
        SetFigure set = set_figure(input, *figure_of(block), width);
        set.picture = height;
        const Length bottom = set.height();
        row.height = std::max(row.height, frame.off_grid ? bottom : base::round_up_to(bottom, grid));
        row.content.append(placed(input, std::move(set), {frame.left_of(start, width), Length{}}));
        start += width + gap;
    }
    flow.galley.push(std::move(row), frame);
    flow.galley.ask_space(figures.back().space_after, false);
}

bool goes_beside(const ComposeInput& input, const style::Block& block, const Frame& frame) {
    constexpr double upright = 1.15;  // width to height, at most
    const design::FigureStyle& style = input.design.figure;
    const style::FigureBlock* figure = figure_of(block);
    if (figure == nullptr || figure->placement != design::FigurePlacement::beside || !stands_free(frame))
        return false;
    if (frame.width < input.design.page.measure() || style.beside_width <= Length{}) return false;
    const Length inner = style.beside_width - figure->padding * 2;
    const double aspect = aspect_of(input, *figure);
    return aspect <= upright && inner.scaled(1 / aspect) <= figure->max_height &&
           bears_words(input, *figure, style.beside_width);
}

// Whole lines of the grid high with the space below.
void compose_figure_beside(Flow& flow, const style::Block& block, const Frame& frame) {
    const ComposeInput& input = flow.input;
    flow.galley.enter(block, frame);
    const Length width = input.design.figure.beside_width;
    const Length grid = input.design.page.baseline;
    SetFigure set = set_figure(input, *figure_of(block), width);
    const Length height = base::round_up_to(set.height() + grid / 2, grid);
    const Point at{frame.left_of(frame.width - width, width), (height - set.height()) / 2};
    flow.galley.begin_side(placed(input, std::move(set), at), height, frame);
}

bool goes_to_margin(const Flow& flow, const style::Block& block, const Frame& frame) {
    const style::FigureBlock* figure = figure_of(block);
    const Length width = flow.input.design.margin_column.width;
    const std::vector<Piece>& pieces = flow.galley.pieces();
    if (figure == nullptr || figure->placement != design::FigurePlacement::margin) return false;
    if (width <= Length{} || pieces.empty() || !stands_free(frame)) return false;
    // It stands beside the words before it, not beside a heading or another figure.
    return pieces.back().kind == PieceKind::line && bears_words(flow.input, *figure, width);
}

void compose_margin_figure(Flow& flow, const style::Block& block) {
    SetFigure set = set_figure(flow.input, *figure_of(block), flow.input.design.margin_column.width);
    Aside aside;
    aside.height = set.height();
    aside.content = placed(flow.input, std::move(set), {});
    aside.place = block.place;
    // The piece it stands with is set in no other way.
    const std::size_t last = flow.galley.count() - 1;
    flow.galley.settle(last, last + 1);
    Piece& piece = flow.galley.pieces_from(last).front();
    piece.add_aside(std::move(aside));
    piece.landmarks.push_back({block.destinations, block.running_head, block.tab});
}

void stand_beside(Flow& flow, const style::SideFigure& side, std::size_t first, const Frame& frame) {
    const ComposeInput& input = flow.input;
    SetFigure set = set_figure(input, side.figure, side.width);
    const Length height = set.height();
    if (first == flow.galley.count()) flow.galley.push(Piece{}, frame);
    const std::span<Piece> pieces = flow.galley.pieces_from(first);
    Length covered = pieces.front().height;
    std::size_t count = 1;
    for (; count < pieces.size() && covered < height; ++count) {
        pieces[count].break_cost = forbidden_break;
        covered += pieces[count].space_before + pieces[count].height;
    }
    if (covered < height) {
        const Length missing = height - covered;
        const Length grid = input.design.page.baseline;
        pieces.back().height += frame.off_grid ? missing : base::round_up_to(missing, grid);
    }
    flow.galley.settle(first, first + count);
    pieces.front().content.prepend(
        placed(input, std::move(set), {frame.left_of(Length{}, side.width), Length{}}));
}

}  // namespace brochure::layout
