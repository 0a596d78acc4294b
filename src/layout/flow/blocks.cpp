#include "layout/flow/blocks.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "layout/flow/figure_places.hpp"
#include "layout/flow/keeps.hpp"
#include "layout/flow/table_place.hpp"
#include "layout/flow/text.hpp"

namespace brochure::layout {

namespace {

void compose_rule(Flow& flow, const style::RuleBlock& rule, const Frame& frame) {
    Piece piece;
    piece.kind = PieceKind::rule;
    piece.on_grid = false;
    const StrokedLine line{
        {frame.left, Length{}}, {frame.left + frame.width, Length{}}, rule.width, rule.colour};
    piece.content.items.push_back({line, Artifact::layout});
    flow.galley.push(std::move(piece), frame);
}

// The first and the last item of a list do not stand alone, unless they are long.
void compose_list(Flow& flow, const style::Group& list, const Frame& frame) {
    constexpr std::size_t long_item = 3;  // lines
    GalleyBuilder& galley = flow.galley;
    const std::vector<style::Block>& items = list.blocks;
    const int cost = flow.input.design.pages.list_end_cost;
    const std::size_t list_first = galley.count();
    std::size_t before = list_first;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::size_t first = galley.count();
        compose_block(flow, items[i], frame);
        const std::span<Piece> own = galley.pieces_from(first);
        const bool lone_first = i == 1 && first - before < long_item;
        const bool lone_last = i > 0 && i + 1 == items.size() && own.size() < long_item;
        if (!own.empty() && (lone_first || lone_last)) own.front().break_cost += cost;
        before = first;
    }
    keep_list(galley.pieces_from(list_first), items.size(), list.steps, flow.input.design);
}

void compose_group(Flow& flow, const style::Group& group, const Frame& frame) {
    GalleyBuilder& galley = flow.galley;
    Frame inner = frame.narrowed(group.indent + flow.input.hang(group.hang), Length{});
    if (group.decoration) {
        const style::Decoration& form = *group.decoration;
        const DecorationId id = galley.add({form, inner.left, inner.width, frame.right_to_left});
        inner = inner.narrowed(form.padding_start + form.bar_width, form.padding_end);
        inner.decorations.push_back(id);
    }
    const Frame whole = inner;
    if (group.beside) inner = inner.narrowed(group.beside->width + group.beside->gap, Length{});
    const std::size_t first = galley.count();
    if (group.list) {
        compose_list(flow, group, inner);
    } else {
        compose_blocks(flow, group.blocks, inner);
    }
    if (group.beside) stand_beside(flow, *group.beside, first, whole);
    if (group.decoration) {
        galley.leave_ground(*group.decoration);
        for (std::size_t i = 1; i < galley.pieces_from(first).size(); ++i)
            galley.pieces_from(first)[i].goes_on = true;
    }
    if (group.keep_together) {
        keep_group(galley.pieces_from(first), flow.input.design);
        if (group.decoration) let_go_of_heading(galley.pieces_from(0), first, flow.input.design);
    }
}

}  // namespace

void compose_blocks(Flow& flow, std::span<const style::Block> list, const Frame& frame) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto rest = list.subspan(i);
        if (const std::size_t count = row_at(flow.input, rest, frame); count > 1) {
            compose_figure_row(flow, rest.first(count), frame);
            i += count - 1;
        } else if (rest.size() > 1 && runs_beside(rest[1]) && goes_beside(flow.input, rest[0], frame)) {
            compose_figure_beside(flow, rest[0], frame);
        } else if (goes_to_margin(flow, rest[0], frame)) {
            compose_margin_figure(flow, rest[0]);
        } else {
            compose_block(flow, rest[0], frame);
        }
    }
}

void compose_block(Flow& flow, const style::Block& block, const Frame& outer) {
    Frame frame = outer;
    frame.off_grid = frame.off_grid || block.off_grid;
    flow.galley.enter(block, frame);
    struct Visitor {
        Flow& flow;
        const style::Block& block;
        const Frame& frame;
        void operator()(const style::TextBlock& text) const { compose_text(flow, text, block, frame); }
        void operator()(const style::Group& group) const { compose_group(flow, group, frame); }
        void operator()(const style::FigureBlock& figure) const {
            compose_figure(flow, figure, block, frame);
        }
        void operator()(const style::TableBlock& table) const {
            compose_table_block(flow, table, block, frame);
        }
        void operator()(const style::RuleBlock& rule) const { compose_rule(flow, rule, frame); }
    };
    const std::size_t before = flow.galley.count();
    std::visit(Visitor{flow, block, frame}, block.content);
    if (flow.galley.count() > before) flow.galley.leave(block, frame);
}

}  // namespace brochure::layout
