#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <utility>

#include "diag/codes.hpp"
#include "layout/composer.hpp"
#include "layout/give_way.hpp"

namespace brochure::layout {

Frame Frame::narrowed(Length start, Length end) const {
    Frame inner = *this;
    inner.left += right_to_left ? end : start;
    inner.width -= start + end;
    return inner;
}

Length Frame::left_of(Length start, Length own_width) const {
    return right_to_left ? left + width - start - own_width : left + start;
}

void Piece::add_aside(Aside aside) {
    std::vector<std::size_t>& notes = aside.content.footnotes;
    content.footnotes.insert(content.footnotes.end(), notes.begin(), notes.end());
    notes.clear();
    asides.push_back(std::move(aside));
}

Length height_of(const Galley& galley) {
    Length sum;
    for (std::size_t i = 0; i < galley.pieces.size(); ++i) {
        if (i > 0) sum += galley.pieces[i].space_before;
        sum += galley.pieces[i].height;
    }
    return sum;
}

Length FixedGalley::slack() const { return box.size.height - height_of(galley); }

Length FixedGalley::top() const {
    if (at_bottom) return box.top() + slack();
    return centred ? box.top() + slack() / 2 : box.top();
}

Length centred_baseline(const text::ShapedParagraph& shaped, Length leading) {
    return (leading - shaped.own_ascent - shaped.own_descent) / 2 + shaped.own_ascent;
}

Length ComposeInput::hang(style::HangId id) const {
    if (!id.valid()) return {};
    if (hangs.size() <= id.index()) hangs.resize(document.hangs.size());
    std::optional<Length>& known = hangs[id.index()];
    if (known) return *known;
    const style::Hang& list = document.hangs[id];
    Length hang = list.least;
    for (const style::ParagraphId marker : list.markers)
        hang = std::max(hang, natural_width(shaped.paragraphs[marker]) + list.gap);
    known = hang;
    return hang;
}

void report_overfull(const ComposeInput& input, style::ParagraphId id, const SetParagraph& set) {
    const style::StyledParagraph& paragraph = input.document.paragraphs[id];
    auto place_of = [&](const SetLine& line) {
        Place place;
        for (const document::SourceMark& mark : paragraph.source) {
            if (mark.offset <= line.range.begin) place = mark.place;
        }
        return place;
    };
    constexpr std::string_view remedy =
        "Use a shorter word, or mark where it may be parted with a soft hyphen (U+00AD).";
    if (set.words_cut) {
        input.sink.warning(diag::code::word_cut, place_of(set.lines.front()),
                           fmt::format("A word of “{}…” is wider than its line and was parted anywhere.",
                                       set.lines.front().range.of(paragraph.text)),
                           std::string{remedy});
    }
    for (const SetLine& line : set.lines) {
        if (line.overfull <= Length::points(0.01)) continue;
        input.sink.error(diag::code::line_overfull, place_of(line),
                         fmt::format("“{}” is {:.1f} mm too wide for its line.",
                                     line.range.of(paragraph.text), line.overfull.to_millimetres()),
                         std::string{remedy});
    }
}

Content placed(SetLine line, style::ParagraphId id, Point at) {
    Content content = std::move(line.content);
    content.lines.push_back({id, line.range, line.width, line.word_space, line.stretched, line.hyphenated});
    content.move_by(at);
    return content;
}

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

// What text beside a figure may be: paragraphs and plain lists.
bool runs_beside(const style::Block& block) {
    const auto* group = std::get_if<style::Group>(&block.content);
    if (group != nullptr) return !group->decoration && !group->beside;
    return std::holds_alternative<style::TextBlock>(block.content) && !block.display;
}

bool is_multiple(Length value, Length step) { return step > Length{} && value.units() % step.units() == 0; }

// How many lines of the grid a line of this leading takes.
int grid_lines(Length leading, Length grid) { return static_cast<int>(leading.units() / grid.units()); }

}  // namespace

Stack stack_paragraph(const ComposeInput& input, style::ParagraphId id, Length width, design::Align align) {
    const ParagraphSource source = input.source(id);
    const Length leading = source.styled.style->leading;
    SetParagraph set = set_paragraph(source, width, align);
    Stack stack;
    stack.height = leading * static_cast<std::int64_t>(set.lines.size());
    stack.first_baseline = centred_baseline(source.shaped, leading);
    report_overfull(input, id, set);
    Length y = stack.first_baseline;
    for (SetLine& line : set.lines) {
        stack.content.append(placed(std::move(line), id, {Length{}, y}));
        y += leading;
    }
    return stack;
}

Galley Composer::compose(const std::vector<style::Block>& list) {
    blocks(list, outer_);
    end_side();
    return std::move(galley_);
}

Galley Composer::compose_anew(const style::Block& entry, int more_lines) {
    more_lines_ = more_lines;
    block(entry, outer_);
    return std::move(galley_);
}

void Composer::blocks(std::span<const style::Block> list, const Frame& frame) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (const std::size_t count = row_at(list, i, frame); count > 1) {
            figure_row(list, i, count, frame);
            i += count - 1;
        } else if (i + 1 < list.size() && runs_beside(list[i + 1]) && goes_beside(list[i], frame)) {
            start_side(list[i], frame);
        } else if (goes_to_margin(list[i], frame)) {
            margin_figure(list[i]);
        } else {
            block(list[i], frame);
        }
    }
}

// What a block asks of the piece that comes next.
void Composer::take_in(const style::Block& entry, const Frame& frame) {
    if (!runs_beside(entry)) end_side();
    // A heading keeps its whole distance from the ground above it.
    const Length ground = entry.display ? ground_below_ : Length{};
    const Length between = between_grounds(entry);
    pending_space_ = std::max(pending_space_, entry.space_before + ground) + between;
    reach_ += between;
    force_page_ |= entry.break_before == style::BreakBefore::force_page;
    joins_ |= entry.break_before == style::BreakBefore::join_page;
    prefer_page_ |= joins_ || entry.break_before == style::BreakBefore::prefer_page;
    if (!entry.destinations.empty() || entry.running_head || entry.tab) {
        pending_marks_.push_back({entry.destinations, entry.running_head, entry.tab});
    }
    const bool stands_out = entry.display || stands_apart(entry);
    flexible_space_ |= stands_out && !below_heading_ && frame.decorations.empty();
    yielding_space_ |= yields_space(entry) && !below_heading_;
}

// The space between two call-outs counts from ground to ground: what reaches out of them comes to it.
Length Composer::between_grounds(const style::Block& entry) const {
    const auto* group = std::get_if<style::Group>(&entry.content);
    if (group == nullptr || !group->decoration || ground_below_ <= Length{}) return {};
    return ground_below_ + group->decoration->padding_top;
}

void Composer::block(const style::Block& entry, const Frame& outer) {
    Frame frame = outer;
    frame.off_grid = frame.off_grid || entry.off_grid;
    take_in(entry, frame);
    struct Visitor {
        Composer& composer;
        const style::Block& block;
        const Frame& frame;
        void operator()(const style::TextBlock& content) const { composer.text(content, block, frame); }
        void operator()(const style::Group& content) const { composer.group(content, frame); }
        void operator()(const style::FigureBlock& content) const { composer.figure(content, block, frame); }
        void operator()(const style::TableBlock& content) const { composer.table(content, block, frame); }
        void operator()(const style::RuleBlock& content) const { composer.rule(content, frame); }
    };
    const std::size_t before = galley_.pieces.size();
    std::visit(Visitor{*this, entry, frame}, entry.content);
    if (galley_.pieces.size() == before) return;
    pending_space_ = std::max(pending_space_, entry.space_after);
    flexible_space_ |= stands_apart(entry) && frame.decorations.empty();
    below_heading_ = entry.display;
    if (entry.keep_with_next) held_ = std::max(entry.keep_lines, 1);
    announced_ = entry.announces_table;
}

void Composer::push(Piece piece, const Frame& frame) {
    piece.space_before = std::exchange(pending_space_, Length{});
    piece.reach = std::exchange(reach_, Length{});
    ground_below_ = Length{};
    piece.force_page = std::exchange(force_page_, false);
    piece.prefer_page = std::exchange(prefer_page_, false);
    piece.joins = std::exchange(joins_, false);
    piece.marks = std::exchange(pending_marks_, {});
    piece.decorations = frame.decorations;
    piece.on_grid = piece.on_grid && !frame.off_grid;
    const bool in_lines = !frame.off_grid && !frame.in_column;  // what stands between grid lines gives none
    piece.flexible_space = std::exchange(flexible_space_, false) && in_lines;
    piece.yielding_space = std::exchange(yielding_space_, false) && in_lines;
    below_heading_ = false;
    // Small print keeps level in columns side by side by whole lines of its own.
    if (frame.in_column && !piece.on_grid && piece.kind == PieceKind::line)
        piece.space_before = base::round_up_to(piece.space_before, piece.height);
    if (held_ > 0) {
        // Lines are counted; a figure or a row is enough by itself.
        held_ = piece.kind == PieceKind::line ? held_ - 1 : 0;
        piece.break_cost = forbidden_break;
        piece.faults.stranded = true;
    }
    if (std::exchange(announced_, false)) piece.break_cost += input_.design.pages.announced_table_cost;
    if (side_) anchor_side(piece);
    galley_.pieces.push_back(std::move(piece));
}

void Composer::offer(Flex::Kind kind, std::size_t first, std::vector<Variant> variants,
                     const style::Block& block, const Frame& frame) {
    if (variants.empty() || frame.in_column) return;  // a line of one column is not one of the page
    galley_.flexes.push_back({kind, first, galley_.pieces.size(), std::move(variants), &block, frame});
}

void Composer::group(const style::Group& group, const Frame& frame) {
    Frame inner = frame.narrowed(group.indent + input_.hang(group.hang), Length{});
    if (group.decoration) {
        const style::Decoration& form = *group.decoration;
        const DecorationId id =
            galley_.decorations.push_back({form, inner.left, inner.width, frame.right_to_left});
        inner = inner.narrowed(form.padding_start + form.bar_width, form.padding_end);
        inner.decorations.push_back(id);
    }
    const Frame whole = inner;
    if (group.beside) inner = inner.narrowed(group.beside->width + group.beside->gap, Length{});
    const std::size_t first = galley_.pieces.size();
    if (group.list) {
        list_items(group, inner);
    } else {
        blocks(group.blocks, inner);
    }
    if (group.beside) stand_beside(*group.beside, first, whole);
    if (group.decoration) {
        ground_below_ = group.decoration->padding_bottom;
        for (std::size_t i = first + 1; i < galley_.pieces.size(); ++i) galley_.pieces[i].goes_on = true;
    }
    if (group.keep_together) keep_group(first, group.decoration.has_value());
}

// The first and the last item of a list do not stand alone, unless they are long.
void Composer::list_items(const style::Group& list, const Frame& frame) {
    constexpr std::size_t long_item = 3;  // lines
    const std::vector<style::Block>& items = list.blocks;
    const int cost = input_.design.pages.list_end_cost;
    const std::size_t list_first = galley_.pieces.size();
    std::size_t before = list_first;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::size_t first = galley_.pieces.size();
        block(items[i], frame);
        const std::size_t lines = galley_.pieces.size() - first;
        const bool lone_first = i == 1 && first - before < long_item;
        const bool lone_last = i > 0 && i + 1 == items.size() && lines < long_item;
        if (lines > 0 && (lone_first || lone_last)) galley_.pieces[first].break_cost += cost;
        before = first;
    }
    keep_list(list_first, items.size(), list.steps);
}

Content Composer::marker(const style::TextBlock& text, const Frame& frame, Length baseline) const {
    if (!text.marker) return {};
    const ParagraphSource source = input_.source(*text.marker);
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

void Composer::text(const style::TextBlock& text, const style::Block& block, const Frame& frame) {
    const ParagraphSource source = input_.source(text.paragraph);
    const Frame inner = beside_marker(text, frame);
    const design::TextStyle& style = *source.styled.style;
    const Notch beside = notch(style.leading);
    SetParagraph set = set_paragraph(source, inner.width, source.styled.align(), beside);
    report_overfull(input_, text.paragraph, set);
    const bool on_grid = is_multiple(style.leading, input_.design.page.baseline) && !frame.off_grid;
    if (block.display && !on_grid && !frame.off_grid) {
        heading_as_piece(std::move(set), text, block, frame);
        return;
    }
    std::vector<Variant> variants;
    if (on_grid && !block.display && beside.lines == 0) {
        if (more_lines_ != 0) {
            const int more = more_lines_ / grid_lines(style.leading, input_.design.page.baseline);
            const auto count = static_cast<std::size_t>(static_cast<int>(set.lines.size()) + more);
            set = set_paragraph_in(count, source, inner.width, source.styled.align(),
                                   input_.design.copyfitting);
        } else {
            variants = paragraph_variants(source, inner.width, set);
        }
    }
    const std::size_t first = galley_.pieces.size();
    lines_as_pieces(std::move(set), text, block, frame);
    offer(Flex::Kind::paragraph, first, std::move(variants), block, frame);
}

std::vector<Variant> Composer::paragraph_variants(const ParagraphSource& source, Length measure,
                                                  const SetParagraph& set) const {
    const design::Copyfitting& fit = input_.design.copyfitting;
    const design::TextStyle& style = *source.styled.style;
    const int height = grid_lines(style.leading, input_.design.page.baseline);
    std::vector<Variant> variants;
    // Only what stands on one page as a whole can be set otherwise; all settings of a very long paragraph
    // would take the square of its length.
    if (static_cast<int>(set.lines.size()) * height > input_.design.page.lines + fit.most_lines)
        return variants;
    for (const auto& count : other_line_counts(source, measure, source.styled.align(), set, fit)) {
        const int more = static_cast<int>(count.lines) - static_cast<int>(set.lines.size());
        // A setting that costs less demerits than the paragraph's own is only found where that is a last
        // resort.
        const std::int64_t worse =
            std::max<std::int64_t>(0, count.demerits - set.demerits) / fit.demerits_per_cost;
        const std::int64_t price = std::abs(more) * fit.paragraph_cost + worse;
        if (price < input_.design.pages.in_need) variants.push_back({more * height, static_cast<int>(price)});
    }
    return variants;
}

// Large or odd type: one piece whose height is a whole number of grid lines and whose last baseline is on the
// grid.
void Composer::heading_as_piece(SetParagraph set, const style::TextBlock& text, const style::Block& block,
                                const Frame& frame) {
    const design::PageGeometry& page = input_.design.page;
    const Length leading = input_.document.paragraphs[text.paragraph].style->leading;
    const auto count = static_cast<std::int64_t>(set.lines.size());
    const Frame inner = beside_marker(text, frame);
    Piece piece;
    piece.kind = PieceKind::heading;
    piece.heading_level = block.heading_level;
    piece.place = block.place;
    piece.height = base::round_up_to(leading * count, page.baseline);
    Length y = piece.height - page.baseline + page.first_baseline - leading * (count - 1);
    piece.content = marker(text, frame, y);
    for (SetLine& line : set.lines) {
        piece.content.append(placed(std::move(line), text.paragraph, {inner.left, y}));
        y += leading;
    }
    push(std::move(piece), frame);
}

namespace {

// Whether a line that starts here goes on with a sentence, where sentences have lines of their own.
bool goes_on(const style::StyledParagraph& paragraph, std::uint32_t line_start) {
    const auto& starts = paragraph.sentence_starts;
    return paragraph.style->sentences == design::Sentences::own_line &&
           !std::binary_search(starts.begin(), starts.end(), line_start);
}

}  // namespace

// The explanations of terms that this line mentions, level with it.
void Composer::add_side_notes(Piece& piece, const style::StyledParagraph& paragraph, const SetLine& line,
                              Length baseline, bool last) const {
    const design::MarginColumn& margin = input_.design.margin_column;
    for (std::size_t i = 0; i < paragraph.side_notes.size(); ++i) {
        const std::uint32_t at = paragraph.side_notes_at[i];
        if (at < line.range.begin || (at >= line.range.end && !last)) continue;
        const style::ParagraphId note = paragraph.side_notes[i];
        const style::StyledParagraph& words = input_.document.paragraphs[note];
        Stack stack = stack_paragraph(input_, note, margin.width, words.align());
        Aside aside;
        aside.top = baseline - stack.first_baseline;
        aside.height = stack.height;
        aside.content = std::move(stack.content);
        aside.term = words.runs.front().range.of(words.text);
        aside.place = piece.place;
        piece.add_aside(std::move(aside));
    }
}

void Composer::lines_as_pieces(SetParagraph set, const style::TextBlock& text, const style::Block& block,
                               const Frame& frame) {
    const design::PageGeometry& page = input_.design.page;
    const design::PageBreaking& costs = input_.design.pages;
    const ParagraphSource source = input_.source(text.paragraph);
    const Length leading = source.styled.style->leading;
    const bool on_grid = is_multiple(leading, page.baseline) && !frame.off_grid;
    const Length baseline =
        on_grid ? leading - page.baseline + page.first_baseline : centred_baseline(source.shaped, leading);
    const Frame inner = beside_marker(text, frame);
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
            piece.content = marker(text, frame, baseline);
        } else {
            if (i == 1) piece.break_cost += costs.orphan_cost;
            if (i + 1 == count) piece.break_cost += costs.widow_cost;
            piece.faults.orphan = i == 1;
            piece.faults.widow = i + 1 == count;
            // Where sentences have their own lines, one that goes on overleaf is as bad as a widow.
            if (goes_on(source.styled, set.lines[i].range.begin)) piece.break_cost += costs.widow_cost;
            // A heading is never torn.
            if (block.display) piece.break_cost = forbidden_break;
            piece.faults.stranded = block.display;
        }
        piece.ends_in_hyphen = set.lines[i].hyphenated;
        add_side_notes(piece, source.styled, set.lines[i], baseline, i + 1 == count);
        piece.content.append(placed(std::move(set.lines[i]), text.paragraph, {inner.left, baseline}));
        push(std::move(piece), frame);
    }
}

void Composer::rule(const style::RuleBlock& rule, const Frame& frame) {
    Piece piece;
    piece.kind = PieceKind::rule;
    piece.on_grid = false;
    const StrokedLine line{
        {frame.left, Length{}}, {frame.left + frame.width, Length{}}, rule.width, rule.colour};
    piece.content.items.push_back({line, Artifact::layout});
    push(std::move(piece), frame);
}

void Composer::table(const style::TableBlock& table, const style::Block& block, const Frame& frame) {
    std::optional<Piece> lead = table.spread ? lead_of_halves() : std::nullopt;
    ComposedTable composed = compose_table(input_, table, frame, block.place, lead ? lead->height : Length{});
    if (lead && composed.pieces.front().half != Half::none)
        stand_below(*std::move(lead), composed.pieces[0], composed.pieces[1]);
    const std::size_t repeats = galley_.repeats.size();
    std::move(composed.repeats.begin(), composed.repeats.end(), std::back_inserter(galley_.repeats));
    for (Piece& piece : composed.pieces) {
        piece.goes_on = &piece != composed.pieces.data();
        if (piece.repeat) *piece.repeat += repeats;
        pending_space_ = std::max(pending_space_, piece.space_before);
        flexible_space_ |= piece.flexible_space && frame.decorations.empty();
        if (piece.half != Half::none) piece.space_after = block.space_after;
        const int own_cost = piece.break_cost;
        push(std::move(piece), frame);
        galley_.pieces.back().break_cost = std::max(galley_.pieces.back().break_cost, own_cost);
        galley_.pieces.back().faults.stranded |= own_cost >= forbidden_break;
    }
}

std::vector<Piece> recompose(const style::StyledDocument& document, const text::ShapedDocument& shaped,
                             const design::Design& design, const font::Library& fonts, const Galley& galley,
                             const Flex& flex, int lines) {
    Sink unused;  // what there is to say was said of the natural setting
    const ComposeInput input{document, shaped, design, fonts, unused};
    std::vector<Piece> pieces = Composer(input, flex.frame).compose_anew(*flex.block, lines).pieces;
    const Piece& first = galley.pieces[flex.first];
    assert(!pieces.empty());
    pieces.front().space_before = first.space_before;
    pieces.front().marks = first.marks;
    return pieces;
}

namespace {

// Boxes are measured from the left; in a right-to-left brochure the pages are mirrored.
Rect turned(Rect box, const style::StyledDocument& document, const design::Design& design) {
    if (document.right_to_left) box.origin.x = design.page.trim.width - box.right();
    return box;
}

std::vector<GlyphRun> words_in(const std::vector<FixedGalley>& boxes) {
    std::vector<GlyphRun> words;
    for (const FixedGalley& fixed : boxes) {
        each_placed(fixed, [&](const Piece& piece, Point at) {
            std::vector<Item> items = piece.content.items;
            move_all(items, at);
            for (Item& item : items) {
                if (auto* run = std::get_if<GlyphRun>(&item.content)) words.push_back(std::move(*run));
            }
        });
    }
    return words;
}

std::vector<Item> fixed_picture(const ComposeInput& input, const style::FixedPicture& picture,
                                const std::vector<FixedGalley>& boxes) {
    std::variant<style::LeafId, Artifact> belongs = Artifact::background;
    if (picture.leaf) belongs = *picture.leaf;
    std::vector<Item> items = picture_items(
        input, picture.picture, turned(picture.box, input.document, input.design), belongs, picture.labels);
    if (!picture.gives_way) return items;
    const Length way = way_given(*input.document.pictures[picture.picture].picture,
                                 std::get<PlacedPicture>(items.front().content).box, words_in(boxes),
                                 picture.gives_way->gap, input.fonts);
    if (way <= Length{}) return items;
    move_all(items, {Length{}, way});
    if (const auto& foot = picture.gives_way->foot)
        items.push_back({FilledRect{foot->box, foot->colour}, Artifact::background});
    return items;
}

}  // namespace

Galleys compose(const style::StyledDocument& document, const text::ShapedDocument& shaped,
                const design::Design& design, const font::Library& fonts, Sink& sink) {
    const ComposeInput input{document, shaped, design, fonts, sink};
    Frame column;
    column.width = design.page.measure();
    column.right_to_left = document.right_to_left;
    Galleys out;
    for (std::size_t i = 0; i < document.parts.size(); ++i) {
        const style::Part& part = document.parts[i];
        PartGalley galley;
        galley.part = i;
        Composer composer{input, column};
        galley.flow = part.columns ? composer.compose_in_columns(part.flow, *part.columns)
                                   : composer.compose(part.flow);
        for (const style::FixedFlow& fixed : part.fixed) {
            Frame box = column;
            box.width = fixed.box.size.width;
            box.off_grid = true;
            galley.fixed.push_back({turned(fixed.box, document, design), fixed.at_bottom, fixed.centred,
                                    Composer(input, box).compose(fixed.blocks)});
        }
        for (const style::FixedPicture& picture : part.pictures) {
            append(galley.pictures, fixed_picture(input, picture, galley.fixed));
        }
        out.parts.push_back(std::move(galley));
    }
    Frame note = column;
    note.off_grid = true;
    for (const style::Footnote& footnote : document.footnotes) {
        out.footnotes.push_back(Composer(input, note).compose(footnote.blocks));
    }
    return out;
}

}  // namespace brochure::layout
