#include "layout/flow/galley_builder.hpp"

#include <algorithm>
#include <iterator>

namespace brochure::layout {

namespace {

// What has its own space around it: it may be a line more or less without being missed.
bool stands_apart(const style::Block& block) {
    const auto* group = std::get_if<style::Group>(&block.content);
    return std::holds_alternative<style::FigureBlock>(block.content) ||
           std::holds_alternative<style::TableBlock>(block.content) ||
           (group != nullptr && group->decoration);
}

// Some of its space may be taken, but none given, which would be seen among its like.
bool yields_space(const style::Block& block) {
    const auto* group = std::get_if<style::Group>(&block.content);
    return group != nullptr && group->yields_space;
}

}  // namespace

bool runs_beside(const style::Block& block) {
    const auto* group = std::get_if<style::Group>(&block.content);
    if (group != nullptr) return !group->decoration && !group->beside;
    return std::holds_alternative<style::TextBlock>(block.content) && !block.display;
}

void GalleyBuilder::enter(const style::Block& block, const Frame& frame) {
    if (!runs_beside(block)) end_side();
    // A heading keeps its whole distance from the ground above it.
    const Length ground = block.display ? asked_.ground_below : Length{};
    const Length between = between_grounds(block);
    asked_.space = std::max(asked_.space, block.space_before + ground) + between;
    asked_.reach += between;
    asked_.force_page |= block.break_before == style::BreakBefore::force_page;
    asked_.joins |= block.break_before == style::BreakBefore::join_page;
    asked_.prefer_page |= asked_.joins || block.break_before == style::BreakBefore::prefer_page;
    if (!block.destinations.empty() || block.running_head || block.tab)
        asked_.landmarks.push_back({block.destinations, block.running_head, block.tab});
    const bool stands_out = block.display || stands_apart(block);
    asked_.flexible_space |= stands_out && !asked_.below_heading && frame.decorations.empty();
    asked_.yielding_space |= yields_space(block) && !asked_.below_heading;
}

// The space between two call-outs counts from ground to ground: what reaches out of them comes to it.
Length GalleyBuilder::between_grounds(const style::Block& block) const {
    const auto* group = std::get_if<style::Group>(&block.content);
    if (group == nullptr || !group->decoration || asked_.ground_below <= Length{}) return {};
    return asked_.ground_below + group->decoration->padding_top;
}

void GalleyBuilder::leave(const style::Block& block, const Frame& frame) {
    ask_space(block.space_after, stands_apart(block) && frame.decorations.empty());
    asked_.below_heading = block.display;
    if (block.keep_with_next) held_ = std::max(block.keep_lines, 1);
    asked_.announced = block.announces_table;
}

void GalleyBuilder::leave_ground(const style::Decoration& form) { asked_.ground_below = form.padding_bottom; }

void GalleyBuilder::ask_space(Length space, bool flexible) {
    asked_.space = std::max(asked_.space, space);
    asked_.flexible_space |= flexible;
}

void GalleyBuilder::push(Piece piece, const Frame& frame) {
    Asked asked = std::exchange(asked_, {});
    piece.space_before = asked.space;
    piece.reach = asked.reach;
    piece.force_page = asked.force_page;
    piece.prefer_page = asked.prefer_page;
    piece.joins = asked.joins;
    piece.landmarks = std::move(asked.landmarks);
    piece.decorations = frame.decorations;
    piece.on_grid = piece.on_grid && !frame.off_grid;
    const bool in_lines = !frame.off_grid && !frame.in_column;  // what stands between grid lines gives none
    piece.flexible_space = asked.flexible_space && in_lines;
    piece.yielding_space = asked.yielding_space && in_lines;
    // Small print keeps level in columns side by side by whole lines of its own.
    if (frame.in_column && !piece.on_grid && piece.kind == PieceKind::line)
        piece.space_before = base::round_up_to(piece.space_before, piece.height);
    keep_held(piece);
    if (asked.announced) piece.break_cost += input_.design.pages.announced_table_cost;
    if (side_) anchor_side(piece);
    galley_.pieces.push_back(std::move(piece));
}

void GalleyBuilder::keep_held(Piece& piece) {
    if (held_ == 0) return;
    // Lines are counted; a figure or a row is enough by itself.
    held_ = piece.kind == PieceKind::line ? held_ - 1 : 0;
    piece.break_cost = forbidden_break;
    piece.faults.stranded = true;
}

void GalleyBuilder::offer(Flex::Kind kind, std::size_t first, std::vector<Variant> variants,
                          const style::Block& block, const Frame& frame) {
    if (variants.empty() || frame.in_column) return;  // a line of one column is not one of the page
    galley_.flexes.push_back({kind, first, count(), std::move(variants), &block, frame});
}

void GalleyBuilder::settle(std::size_t first, std::size_t end) {
    std::erase_if(galley_.flexes, [&](const Flex& flex) { return flex.end > first && flex.first < end; });
}

DecorationId GalleyBuilder::add(const PlacedDecoration& decoration) {
    return galley_.decorations.push_back(decoration);
}

std::size_t GalleyBuilder::add(std::vector<Repeat> repeats) {
    const std::size_t first = galley_.repeats.size();
    std::ranges::move(repeats, std::back_inserter(galley_.repeats));
    return first;
}

void GalleyBuilder::share_columns(std::size_t first, const ColumnSet& columns) {
    for (Piece& piece : pieces_from(first)) piece.column_set = galley_.column_sets.size();
    galley_.column_sets.push_back(columns);
}

void GalleyBuilder::begin_side(Content figure, Length height, const Frame& frame) {
    side_ = Side{std::move(figure), height, height, frame, std::nullopt};
}

// Puts the figure into the first piece beside it, and holds the others to that one.
void GalleyBuilder::anchor_side(Piece& piece) {
    if (!side_->first) {
        side_->first = count();
        piece.content.prepend(std::exchange(side_->figure, {}));
        side_->rest -= piece.height;
    } else {
        piece.break_cost = forbidden_break;
        side_->rest -= piece.space_before + piece.height;
    }
    if (side_->rest <= Length{}) side_.reset();
}

void GalleyBuilder::end_side() {
    if (side_ && !side_->first) {
        Piece alone;  // no text came
        alone.kind = PieceKind::figure;
        alone.height = side_->height;
        const Frame frame = side_->frame;
        push(std::move(alone), frame);
    }
    if (!side_) return;
    const Side side = *std::exchange(side_, std::nullopt);
    galley_.pieces.back().height += base::round_up_to(side.rest, input_.design.page.baseline);
}

Notch GalleyBuilder::notch(Length leading) const {
    if (!side_) return {};
    const design::FigureStyle& style = input_.design.figure;
    const Length rest = side_->first ? side_->rest - asked_.space : side_->rest;
    if (rest <= Length{}) return {};
    return {static_cast<std::size_t>((rest.units() + leading.units() - 1) / leading.units()),
            style.beside_width + style.gap};
}

// The first of the last pieces that are held together and to what comes next; behind the last: there is none.
std::size_t GalleyBuilder::held_from() const {
    std::size_t first = count();
    if (held_ == 0 || first == 0) return first;
    for (--first; first > 0 && galley_.pieces[first].faults.stranded; --first) {
    }
    return first;
}

std::optional<Piece> GalleyBuilder::held() const {
    const std::size_t first = held_from();
    if (first == count()) return std::nullopt;
    const Length grid = input_.design.page.baseline;
    Piece held = galley_.pieces[first];
    bool plain = true;
    for (std::size_t i = first + 1; i < count(); ++i) {
        const Piece& piece = galley_.pieces[i];
        held.height += piece.space_before;
        if (piece.on_grid) held.height = base::round_up_to(held.height, grid);
        plain &= !piece.column_set && piece.decorations.empty();
        held.add_below(piece);
    }
    held.height = base::round_up_to(held.height + asked_.space, grid);
    plain &= !held.column_set && held.decorations.empty() && held.asides.empty() && !held.repeat;
    return plain ? std::optional{std::move(held)} : std::nullopt;
}

void GalleyBuilder::take_back(const Piece& held) {
    const std::size_t from = held_from();
    settle(from, count());
    galley_.pieces.erase(galley_.pieces.begin() + static_cast<std::ptrdiff_t>(from), galley_.pieces.end());
    held_ = 0;
    asked_.space = held.space_before;
    asked_.force_page = held.force_page;
    asked_.prefer_page = held.prefer_page;
    asked_.flexible_space = held.flexible_space;
    asked_.landmarks.insert(asked_.landmarks.begin(), held.landmarks.begin(), held.landmarks.end());
}

Galley GalleyBuilder::take() {
    end_side();
    return std::move(galley_);
}

}  // namespace brochure::layout
