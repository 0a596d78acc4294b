#include "layout/flow/text.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "layout/lines/stack.hpp"

namespace brochure::layout {

namespace {

bool is_multiple(Length value, Length step) { return step > Length{} && value.units() % step.units() == 0; }

// How many lines of the grid a line of this leading takes.
int grid_lines(Length leading, Length grid) { return static_cast<int>(leading.units() / grid.units()); }

// Where a text stands beside its marker.
Frame beside_marker(const ComposeInput& input, const style::TextBlock& text, const Frame& frame) {
    return frame.narrowed(input.hang(text.hang), Length{});
}

// Nothing where the text has none.
Content marker_of(const ComposeInput& input, const style::TextBlock& text, const Frame& frame,
                  Length baseline) {
    if (!text.marker) return {};
    const ParagraphToSet source = input.paragraph(*text.marker);
    // A marker is never broken: it is set in an endless line and measured.
    SetParagraph set = set_paragraph(source, Length::max(), design::Align::start);
    SetLine line = std::move(set.lines.front());
    // A right-to-left line is set from the right edge of the endless line.
    const Length set_left = frame.right_to_left ? Length::max() - line.width : Length{};
    Content marker = std::move(line.content);
    marker.move_by({frame.left_of(Length{}, line.width) - set_left, baseline});
    // Read as a word of its own, before what it marks.
    if (!marker.items.empty()) std::get<GlyphRun>(marker.items.back().content).space_follows = true;
    return marker;
}

// In more or fewer lines than it has by itself.
std::vector<Variant> paragraph_variants(const ComposeInput& input, const ParagraphToSet& source,
                                        Length measure, const SetParagraph& set) {
    const design::Copyfitting& fit = input.design.copyfitting;
    const design::TextStyle& style = *source.styled.style;
    const int height = grid_lines(style.leading, input.design.page.baseline);
    std::vector<Variant> variants;
    // Only what stands on one page as a whole can be set otherwise; all settings of a very long paragraph
    // would take the square of its length.
    if (static_cast<int>(set.lines.size()) * height > input.design.page.lines + fit.most_lines)
        return variants;
    for (const auto& count : other_line_counts(source, measure, source.styled.align(), set, fit)) {
        const int more = static_cast<int>(count.lines) - static_cast<int>(set.lines.size());
        // A setting that costs less demerits than the paragraph's own is only found where that is a last
        // resort.
        const std::int64_t worse =
            std::max<std::int64_t>(0, count.demerits - set.demerits) / fit.demerits_per_cost;
        const std::int64_t price = std::abs(more) * fit.paragraph_cost + worse;
        if (price < input.design.pages.in_need) variants.push_back({more * height, static_cast<int>(price)});
    }
    return variants;
}

// Large or odd type: one piece whose height is a whole number of grid lines and whose last baseline is on the
// grid.
void heading_as_piece(Flow& flow, SetParagraph set, const style::TextBlock& text, const style::Block& block,
                      const Frame& frame) {
    const ComposeInput& input = flow.input;
    const design::PageGeometry& page = input.design.page;
    const Length leading = input.document.paragraphs[text.paragraph].style->leading;
    const auto count = static_cast<std::int64_t>(set.lines.size());
    const Frame inner = beside_marker(input, text, frame);
    Piece piece;
    piece.kind = PieceKind::heading;
    piece.heading_level = block.heading_level;
    piece.place = block.place;
    piece.height = base::round_up_to(leading * count, page.baseline);
    Length y = piece.height - page.baseline + page.first_baseline - leading * (count - 1);
    piece.content = marker_of(input, text, frame, y);
    for (SetLine& line : set.lines) {
        piece.content.append(placed(std::move(line), text.paragraph, {inner.left, y}));
        y += leading;
    }
    flow.galley.push(std::move(piece), frame);
}

// Whether a line that starts here goes on with a sentence, where sentences have lines of their own.
bool goes_on(const style::StyledParagraph& paragraph, std::uint32_t line_start) {
    const auto& starts = paragraph.sentence_starts;
    return paragraph.style->sentences == design::Sentences::own_line &&
           !std::binary_search(starts.begin(), starts.end(), line_start);
}

// The explanations of terms that this line mentions, level with it.
void add_side_notes(const ComposeInput& input, Piece& piece, const style::StyledParagraph& paragraph,
                    const SetLine& line, Length baseline, bool last) {
    const design::MarginColumn& margin = input.design.margin_column;
    for (std::size_t i = 0; i < paragraph.side_notes.size(); ++i) {
        const std::uint32_t at = paragraph.side_notes_at[i];
        if (at < line.range.begin || (at >= line.range.end && !last)) continue;
        const style::ParagraphId note = paragraph.side_notes[i];
        const style::StyledParagraph& words = input.document.paragraphs[note];
        Stack stack = stack_paragraph(input, note, margin.width);
        Aside aside;
        aside.top = baseline - stack.first_baseline;
        aside.height = stack.height;
        aside.content = std::move(stack.content);
        aside.term = words.runs.front().range.of(words.text);
        aside.place = piece.place;
        piece.add_aside(std::move(aside));
    }
}

// What a page break before a line that goes on with a paragraph costs.
void price_line(Piece& piece, std::size_t i, std::size_t count, const design::PageBreaking& costs) {
    if (i == 1) piece.break_cost += costs.orphan_cost;
    if (i + 1 == count) piece.break_cost += costs.widow_cost;
    piece.faults.orphan = i == 1;
    piece.faults.widow = i + 1 == count;
}

void lines_as_pieces(Flow& flow, SetParagraph set, const style::TextBlock& text, const style::Block& block,
                     const Frame& frame) {
    const ComposeInput& input = flow.input;
    const design::PageGeometry& page = input.design.page;
    const design::PageBreaking& costs = input.design.pages;
    const ParagraphToSet source = input.paragraph(text.paragraph);
    const Length leading = source.styled.style->leading;
    const bool on_grid = is_multiple(leading, page.baseline) && !frame.off_grid;
    const Length baseline =
        on_grid ? leading - page.baseline + page.first_baseline : centred_baseline(source.shaped, leading);
    const Frame inner = beside_marker(input, text, frame);
    const std::size_t count = set.lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        Piece piece;
        piece.kind = block.display ? PieceKind::heading : PieceKind::line;
        piece.place = block.place;
        piece.height = leading;
        piece.on_grid = on_grid;
        piece.goes_on = i > 0;
        if (i == 0) {
            piece.heading_level = block.heading_level;
            piece.content = marker_of(input, text, frame, baseline);
        } else {
            price_line(piece, i, count, costs);
            // Where sentences have their own lines, one that goes on overleaf is as bad as a widow.
            if (goes_on(source.styled, set.lines[i].range.begin)) piece.break_cost += costs.widow_cost;
            // A heading is never torn.
            if (block.display) piece.break_cost = forbidden_break;
            piece.faults.stranded = block.display;
        }
        piece.ends_in_hyphen = set.lines[i].hyphenated;
        add_side_notes(input, piece, source.styled, set.lines[i], baseline, i + 1 == count);
        piece.content.append(placed(std::move(set.lines[i]), text.paragraph, {inner.left, baseline}));
        flow.galley.push(std::move(piece), frame);
    }
}

}  // namespace

void compose_text(Flow& flow, const style::TextBlock& text, const style::Block& block, const Frame& frame) {
    const ComposeInput& input = flow.input;
    const ParagraphToSet source = input.paragraph(text.paragraph);
    const Frame inner = beside_marker(input, text, frame);
    const design::TextStyle& style = *source.styled.style;
    const Notch beside = flow.galley.notch(style.leading);
    SetParagraph set = set_paragraph(source, inner.width, source.styled.align(), beside);
    report_overfull(input, text.paragraph, set);
    const bool on_grid = is_multiple(style.leading, input.design.page.baseline) && !frame.off_grid;
    if (block.display && !on_grid && !frame.off_grid) {
        heading_as_piece(flow, std::move(set), text, block, frame);
        return;
    }
    std::vector<Variant> variants;
    if (on_grid && !block.display && beside.lines == 0) {
        if (flow.more_lines != 0) {
            const int more = flow.more_lines / grid_lines(style.leading, input.design.page.baseline);
            const auto count = static_cast<std::size_t>(static_cast<int>(set.lines.size()) + more);
            set =
                set_paragraph_in(count, source, inner.width, source.styled.align(), input.design.copyfitting);
        } else {
            variants = paragraph_variants(input, source, inner.width, set);
        }
    }
    const std::size_t first = flow.galley.count();
    lines_as_pieces(flow, std::move(set), text, block, frame);
    flow.galley.offer(Flex::Kind::paragraph, first, std::move(variants), block, frame);
}

}  // namespace brochure::layout
