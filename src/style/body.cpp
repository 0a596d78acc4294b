// The body: the author's blocks in order, one part per heading of level 2.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "diag/codes.hpp"
#include "style/context.hpp"
#include "style/house_words.hpp"
#include "style/isolates.hpp"
#include "style/own_number.hpp"
#include "style/paragraph_builder.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

namespace {

constexpr std::array heading_roles{Role::h1, Role::h2, Role::h3, Role::h4, Role::h5, Role::h6};

// Styles blocks one after the other under one structure node.
class BlockStyler {
  public:
    BlockStyler(Context& context, NodeId parent, const design::TextStyle& text, int depth)
        : context_(context), parent_(parent), text_(text), depth_(depth) {}

    std::vector<Block> style(const std::vector<document::Block>& blocks) {
        for (const document::Block& block : blocks) {
            std::visit([&](const auto& content) { add(content, block.place); }, block.content);
            tell_footnotes();
        }
        introduce_lists(blocks);
        follow_headings(blocks);
        return std::move(out_);
    }

  private:
    void push(Block block, const Place& place) {
        block.place = place;
        out_.push_back(std::move(block));
    }

    void add(const document::Paragraph& paragraph, const Place& place) {
        const NodeId node = context_.out.structure.add_node(parent_, Role::p, place);
        const ParagraphId id = ParagraphBuilder(context_, text_, node).add(paragraph.text).finish();
        explain_terms(context_, id);
        push(text_block(id, context_.design.paragraph), place);
    }

    void add(const document::Heading& heading, const Place& place) {
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 2, 6));
        const design::HeadingStyle& style = context_.design.headings[level - 2];
        const NodeId node = context_.out.structure.add_node(parent_, heading_roles[level - 1], place);
        ParagraphBuilder words(context_, *style.text, node);
        const auto number = context_.heading_numbers.find(heading.id);
        if (number != context_.heading_numbers.end()) words.add_words(number->second + " ", place);
        Block block = text_block(words.add(heading.text).finish(), style.space);
        block.keep_with_next = true;
        block.keep_lines = style.keep_lines;
        block.display = true;
        block.heading_level = static_cast<int>(level);
        block.whole_measure = true;
        block.across_columns = heading.level == 2;
        block.destinations.push_back(heading.id);
        context_.out.outline.push_back({heading.level - 1, numbered_title(context_, heading), heading.id});
        push(std::move(block), place);
    }

    void add(const document::List& list, const Place& place) {
        const design::ListStyle& style = context_.design.list;
        const NodeId node = context_.out.structure.add_node(parent_, Role::list, place);
        const std::size_t marker_index =
            std::min<std::size_t>(static_cast<std::size_t>(depth_), style.markers.size() - 1);
        context_.out.structure[node].numbering = numbering_of(list);
        const HangId hang = context_.open_hang(style.hang, *style.marker);
        Group group;
        group.list = true;
        group.steps = list.ordered;
        int number = list.start;
        for (const document::ListItem& item : list.items) {
            std::string marker = style.markers[marker_index];
            if (list.ordered) {
                marker =
                    filled(context_.document.language.list_number, {{"number", context_.number(number++)}});
            } else if (item.ticked) {
                marker.clear();
            }
            Block block = list_item(item, marker, node, hang, place);
            if (!group.blocks.empty())
                block.space_before = list.tight ? style.between : context_.design.paragraph.after;
            if (list.tight) set_solid(block);
            group.blocks.push_back(std::move(block));
        }
        Block block;
        // A list inside a list is part of its item: no space parts them.
        if (depth_ == 0) {
            block.space_before = style.space.before;
            block.space_after = style.space.after;
        }
        block.content = std::move(group);
        push(std::move(block), place);
    }

    static ListNumbering numbering_of(const document::List& list) {
        if (list.ordered) return ListNumbering::decimal;
        const bool boxes = std::ranges::any_of(
            list.items, [](const document::ListItem& item) { return item.ticked.has_value(); });
        return boxes ? ListNumbering::square : ListNumbering::disc;
    }

    // What stands before an item: a bullet or number, a box to tick, or both. The box is a character, so that
    // it is copied as one; what it means is said in words.
    ParagraphId marker_of(const document::ListItem& item, const std::string& marker, NodeId label,
                          const Place& place) {
        ParagraphBuilder words(context_, *context_.design.list.marker, label);
        if (!marker.empty()) words.add_words(marker, place);
        if (item.ticked) {
            constexpr std::string_view empty_box = "\u2610", ticked_box = "\u2611";
            if (!marker.empty()) words.add_words("\u00a0", place);
            words.add_words(*item.ticked ? ticked_box : empty_box, place);
            const auto& labels = context_.document.language.labels;
            const auto meaning = labels.find(*item.ticked ? "box_ticked" : "box");
            if (meaning != labels.end() && !meaning->second.empty()) {
                context_.out.structure[label].alternative_text =
                    marker.empty() ? meaning->second : marker + " " + meaning->second;
            }
        }
        return words.finish();
    }

    Block list_item(const document::ListItem& item, const std::string& marker, NodeId list, HangId hang,
                    const Place& place) {
        const design::ListStyle& style = context_.design.list;
        StructureTree& tree = context_.out.structure;
        const Place at = item.blocks.empty() ? place : item.blocks.front().place;
        const NodeId node = tree.add_node(list, Role::list_item, at);
        const NodeId label = tree.add_node(node, Role::label);
        const NodeId body = tree.add_node(node, Role::list_body);
        const ParagraphId marker_paragraph = marker_of(item, marker, label, at);
        context_.out.hangs[hang].markers.push_back(marker_paragraph);
        std::vector<Block> blocks =
            BlockStyler(context_, body, depth_ == 0 && &text_ == context_.design.body ? *style.text : text_,
                        depth_ + 1)
                .style(item.blocks);
        Group group;
        if (blocks.empty() || !std::holds_alternative<TextBlock>(blocks.front().content)) {
            // The item opens with something else than words: its marker stands on a line of its own.
            Block alone = text_block(ParagraphBuilder(context_, text_, body).finish(), {});
            std::get<TextBlock>(alone.content).marker = marker_paragraph;
            std::get<TextBlock>(alone.content).hang = hang;
            group.blocks.push_back(std::move(alone));
        } else {
            auto& first = std::get<TextBlock>(blocks.front().content);
            first.marker = marker_paragraph;
            first.hang = hang;
            blocks.front().space_before = Length{};
            // What a nested list belongs to does not stand alone at a page's foot.
            blocks.front().keep_with_next =
                blocks.size() > 1 && std::holds_alternative<Group>(blocks[1].content);
        }
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            Block& block = blocks[i];
            const bool holds_marker = i == 0 && group.blocks.empty();
            if (!holds_marker) block = indented(std::move(block), hang);
            group.blocks.push_back(std::move(block));
        }
        if (!group.blocks.empty()) group.blocks.back().space_after = Length{};
        Block whole;
        whole.place = at;
        whole.content = std::move(group);
        return whole;
    }

    // In a tight list no space parts what stands inside an item.
    static void set_solid(Block& item) {
        for (Block& block : std::get<Group>(item.content).blocks) {
            block.space_before = block.space_after = Length{};
        }
    }

    static Block indented(Block block, HangId by) {
        Block outer;
        outer.space_before = std::exchange(block.space_before, Length{});
        outer.space_after = std::exchange(block.space_after, Length{});
        outer.place = block.place;
        Group group;
        group.hang = by;
        group.blocks.push_back(std::move(block));
        outer.content = std::move(group);
        return outer;
    }

    void add(const document::CallOut& call_out, const Place& place) {
        const auto found = context_.design.call_outs.find(call_out.kind);
        const design::CallOutStyle& style =
            found == context_.design.call_outs.end() ? context_.design.quote : found->second;
        const NodeId node = context_.out.structure.add_node(parent_, Role::div, place);
        Group group = decorated(style);
        group.keep_together = true;
        const NodeId title = context_.out.structure.add_node(node, Role::p);
        ParagraphBuilder words(context_, *style.title, title);
        if (!style.marker.empty()) words.add_words(style.marker + " ", place);
        // The label is spoken and seen, so that nothing is said by colour alone.
        if (call_out.title.empty()) {
            words.add_words(context_.label(call_out.kind), place);
        } else {
            words.add(call_out.title);
        }
        Block heading = text_block(words.finish(), {});
        heading.keep_with_next = true;
        heading.display = true;
        group.blocks.push_back(std::move(heading));
        std::vector<Block> blocks = BlockStyler(context_, node, *style.text, 0).style(call_out.blocks);
        if (!blocks.empty()) blocks.front().space_before = Length{};
        std::move(blocks.begin(), blocks.end(), std::back_inserter(group.blocks));
        if (style.phone != nullptr && !names_own_number(call_out, context_.document))
            group.blocks.push_back(phone_line(*style.phone, *style.text, node, place));
        group.blocks.back().space_after = Length{};
        group.blocks = beside_pictogram(context_, std::move(group.blocks), call_out.kind,
                                        style.bar_width + style.padding_start);
        Block block;
        block.whole_measure = true;
        block.space_before = style.space.before;
        block.space_after = style.space.after;
        block.content = std::move(group);
        push(std::move(block), place);
    }

    static Group decorated(const design::CallOutStyle& style) {
        Group group;
        group.decoration =
            Decoration{style.ground,      style.bar,         style.bar_width,     style.padding_start,
                       style.padding_end, style.padding_top, style.padding_bottom};
        return group;
    }

    // "Bel 012 345 67 89, dag en nacht": whom to ring stands inside the warning itself.
    Block phone_line(const design::TextStyle& number, const design::TextStyle& text, NodeId parent,
                     const Place& place) {
        const document::House& house = context_.document.house;
        const NodeId node = context_.out.structure.add_node(parent, Role::p);
        ParagraphBuilder words(context_, text, node);
        words.add_words(context_.label("call") + " ", place, number);
        add_telephone(words, context_, house.emergency_phone, place, number);
        const std::string hours = context_.word("emergency_hours");
        if (!hours.empty()) words.add_words(context_.punctuation().comma + hours, place);
        return text_block(words.finish(), {context_.design.paragraph.after, Length{}});
    }

    void add(const document::Quote& quote, const Place& place) {
        const design::CallOutStyle& style = context_.design.quote;
        const NodeId node = context_.out.structure.add_node(parent_, Role::block_quote, place);
        Group group = decorated(style);
        group.blocks = BlockStyler(context_, node, *style.text, 0).style(quote.blocks);
        Block block;
        block.space_before = style.space.before;
        block.space_after = style.space.after;
        block.content = std::move(group);
        push(std::move(block), place);
    }

    void add(const document::Figure& figure, const Place& place) {
        const design::FigureStyle& style = context_.design.figure;
        const document::Image& image = context_.document.images[figure.image];
        const auto picture = context_.pictures.find(image.id);
        if (picture == context_.pictures.end()) return;  // unreadable, and reported when it was read
        StructureTree& tree = context_.out.structure;
        const NodeId node = tree.add_node(parent_, Role::figure, place);
        tree[node].alternative_text = figure.alternative.utf8;
        FigureBlock block;
        block.picture = context_.place_picture(image.id);
        block.leaf = tree.add_leaf(node);
        block.caption_gap = style.caption_gap;
        block.ground = style.ground;
        block.padding = style.padding;
        block.max_height = style.max_height;
        block.placement = style.placement;
        if (image.placement && has_room_for(*image.placement)) {
            block.placement = *image.placement;
            block.alone = true;
        }
        block.labels = drawing_labels(image, *picture->second, *block.leaf);
        // A picture that is shown twice is two figures; references to it lead to the first.
        const bool shown_before = std::ranges::find(context_.figures, figure.image) != context_.figures.end();
        context_.figures.push_back(figure.image);
        const auto number = static_cast<int>(context_.figures.size());
        if (!figure.caption.empty() || style.numbered) {
            const NodeId caption = tree.add_node(parent_, Role::caption, place);
            ParagraphBuilder words(context_, *style.caption, caption);
            if (style.numbered) {
                const std::string label =
                    filled(context_.label("figure"), {{"number", context_.number(number)}});
                words.add_words(label + (figure.caption.empty() ? "" : " "), place, *style.caption_label);
            }
            block.caption = words.add(figure.caption).finish();
        }
        Block whole;
        whole.whole_measure = true;
        whole.space_before = style.space.before;
        whole.space_after = style.space.after;
        if (!shown_before) whole.destinations.push_back("figure:" + image.id);
        whole.content = std::move(block);
        push(std::move(whole), place);
    }

    // Whether the layout has figures there at all: a column in the margin, or text wide enough to be
    // narrowed.
    [[nodiscard]] bool has_room_for(design::FigurePlacement placement) const {
        const design::Design& design = context_.design;
        if (placement == design::FigurePlacement::margin) return design.margin_column.width > Length{};
        if (placement != design::FigurePlacement::beside) return true;
        return design.figure.beside_width > Length{} && !design.pictogram.shown;
    }

    // Words in a drawing are the language file's where it has them; they are read as part of the figure.
    std::vector<DrawingLabelText> drawing_labels(const document::Image& image,
                                                 const picture::Picture& picture, LeafId leaf) {
        std::vector<DrawingLabelText> labels;
        const auto* drawing = std::get_if<picture::Drawing>(&picture);
        if (drawing == nullptr) return labels;
        const auto own = context_.document.labels.find(image.id);
        for (const picture::DrawingLabel& label : drawing->labels) {
            StyledParagraph paragraph;
            document::Text words;
            if (own != context_.document.labels.end() && own->second.contains(label.key)) {
                words = own->second.at(label.key);
            } else {
                words.utf8 = label.words;
                words.source.push_back({0, {image.shown_file, label.line, 1}});
            }
            paragraph.text = words.utf8;
            paragraph.source = words.source;
            paragraph.style = context_.design.figure.drawing_label;
            paragraph.language = context_.document.language.tag;
            paragraph.right_to_left = context_.document.language.right_to_left;
            paragraph.isolates = isolates_of(paragraph.text, {}, context_.document.language);
            StyledRun run;
            run.range = {0, static_cast<std::uint32_t>(paragraph.text.size())};
            run.style = look_of(*paragraph.style);
            run.style.colour = label.colour;
            if (label.bold) run.style.face.weight = 700;
            run.language = paragraph.language;
            run.leaf = leaf;
            paragraph.runs.push_back(std::move(run));
            labels.push_back({context_.out.paragraphs.push_back(std::move(paragraph)), label.x, label.y,
                              label.size, label.anchor});
        }
        return labels;
    }

    void add(const document::Table& table, const Place& place) {
        Block block = with_notes(style_table(context_, table, parent_, place));
        block.whole_measure = true;
        push(std::move(block), place);
    }

    void add(const document::TableCall& call, const Place& place) {
        auto made = style_treatments(context_, call, parent_, place);
        if (!made) return;
        Block block = with_notes(*std::move(made));
        block.whole_measure = true;
        push(std::move(block), place);
    }

    // The notes that a table mentions stand below its last row, where the layout wants them there.
    Block with_notes(Block table) {
        if (context_.design.table.notes != design::TableNotes::below || context_.footnotes_waiting.empty())
            return table;
        // Below which of two halves would they be looked for?
        if (std::get<TableBlock>(table.content).spread) return table;
        leave_foot_empty(context_, std::get<TableBlock>(table.content));
        Block whole;
        whole.space_before = std::exchange(table.space_before, Length{});
        whole.space_after = std::exchange(table.space_after, context_.design.footnote.space_above / 2);
        table.place = context_.document.footnotes[context_.footnotes_waiting.front()].place;
        table.keep_with_next = true;
        Group group;
        group.blocks.push_back(std::move(table));
        for (const std::size_t index : std::exchange(context_.footnotes_waiting, {})) {
            group.blocks.push_back(note_block(index));
            group.blocks.back().off_grid = true;
        }
        whole.content = std::move(group);
        return whole;
    }

    // Notes are read right after the block that mentions them first, wherever on the page they stand.
    void tell_footnotes() {
        for (const std::size_t index : std::exchange(context_.footnotes_waiting, {})) {
            if (context_.out.footnotes.size() <= index) context_.out.footnotes.resize(index + 1);
            Footnote& footnote = context_.out.footnotes[index];
            if (!footnote.blocks.empty()) continue;
            footnote.id = context_.document.footnotes[index].id;
            footnote.blocks.push_back(note_block(index));
        }
    }

    // The note, or once it has been told the same words again, which are not read again.
    Block note_block(std::size_t index) {
        const design::FootnoteStyle& style = context_.design.footnote;
        const document::Footnote& note = context_.document.footnotes[index];
        const bool again = !context_.footnotes_told.insert(index).second;
        const int counted = context_.footnote_numbers.at(index);
        std::optional<NodeId> label, body;
        if (!again) {
            StructureTree& tree = context_.out.structure;
            const NodeId node = tree.add_node(parent_, Role::note, note.place);
            tree[node].id = footnote_destination(counted);
            label = tree.add_node(node, Role::label);
            body = tree.add_node(node, Role::p);
        }
        if (!context_.footnotes_hang.valid())
            context_.footnotes_hang = context_.open_hang(style.hang, *style.mark);
        TextBlock text;
        text.paragraph = ParagraphBuilder(context_, *style.text, body).add(note.text).finish();
        text.marker = ParagraphBuilder(context_, *style.mark, label)
                          .add_words(context_.number(counted), note.place)
                          .finish();
        text.hang = context_.footnotes_hang;
        context_.out.hangs[text.hang].markers.push_back(*text.marker);
        Block block;
        block.place = note.place;
        if (!again) block.destinations.push_back(footnote_destination(counted));
        block.content = text;
        return block;
    }

    // A paragraph stays with what it announces by a colon, and where it can with the table after it; a list
    // follows closely.
    void introduce_lists(const std::vector<document::Block>& blocks) {
        for (std::size_t i = 0; i + 1 < blocks.size() && i + 1 < out_.size() && out_.size() == blocks.size();
             ++i) {
            const auto* paragraph = std::get_if<document::Paragraph>(&blocks[i].content);
            if (paragraph == nullptr) continue;
            const auto& next = blocks[i + 1].content;
            const bool table = std::holds_alternative<document::Table>(next) ||
                               std::holds_alternative<document::TableCall>(next);
            const bool colon = unicode::ends_in_colon(paragraph->text.utf8);
            out_[i].announces_table = table && !colon;
            if (!colon) continue;
            out_[i].keep_with_next = true;
            if (!std::holds_alternative<document::List>(next)) continue;
            out_[i].space_after = Length{};
            out_[i + 1].space_before = Length{};
        }
    }

    // What a heading opens stands below it as a paragraph does, lest the heading seem to end what is above
    // it. A ground or a picture keeps its distance from the words above it.
    void follow_headings(const std::vector<document::Block>& blocks) {
        for (std::size_t i = 0; i + 1 < blocks.size() && out_.size() == blocks.size(); ++i) {
            if (!std::holds_alternative<document::Heading>(blocks[i].content)) continue;
            const auto& next = blocks[i + 1].content;
            const bool list = std::holds_alternative<document::List>(next);
            const bool table = std::holds_alternative<document::Table>(next) ||
                               std::holds_alternative<document::TableCall>(next);
            const bool quote = std::holds_alternative<document::Quote>(next) && !context_.design.quote.ground;
            if (list || table || quote) out_[i + 1].space_before = context_.design.paragraph.before;
        }
    }

    Context& context_;
    NodeId parent_;
    const design::TextStyle& text_;
    int depth_;
    std::vector<Block> out_;
};

}  // namespace

std::vector<Block> style_blocks(Context& context, const std::vector<document::Block>& blocks, NodeId parent,
                                const design::TextStyle& text, int depth) {
    return BlockStyler(context, parent, text, depth).style(blocks);
}

void style_body(Context& context) {
    const auto& blocks = context.document.body;
    std::size_t step = 0;
    bool first_of_body = true;
    for (std::size_t at = 0; at < blocks.size();) {
        std::size_t end = at + 1;
        auto starts_part = [&](const document::Block& block) {
            const auto* heading = std::get_if<document::Heading>(&block.content);
            return heading != nullptr && heading->level == 2;
        };
        while (end < blocks.size() && !starts_part(blocks[end])) ++end;
        const std::vector<document::Block> own(blocks.begin() + static_cast<std::ptrdiff_t>(at),
                                               blocks.begin() + static_cast<std::ptrdiff_t>(end));
        Part part;
        part.kind = design::PartKind::body;
        const NodeId node =
            context.out.structure.add_node(context.out.structure.root(), Role::sect, own.front().place);
        part.flow = style_blocks(context, own, node, *context.design.body, 0);
        const bool run_on = context.design.part_start == design::PartHeadingStart::run_on;
        if (!part.flow.empty()) {
            Block& first = part.flow.front();
            first.break_before =
                run_on && !first_of_body ? BreakBefore::prefer_page : BreakBefore::force_page;
            first_of_body = false;
            if (starts_part(own.front())) {
                first.running_head =
                    numbered_title(context, std::get<document::Heading>(own.front().content));
                first.tab = step++;
            } else {
                // What comes before the first heading speaks of the whole brochure.
                first.running_head = context.document.title.utf8;
            }
        }
        part.flow = with_pull_outs(context, std::move(part.flow));
        part.flow = beside_pictograms(context, std::move(part.flow));
        context.out.parts.push_back(std::move(part));
        at = end;
    }
}

}  // namespace brochure::style
