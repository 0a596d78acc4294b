// Tables: the author's own, and those built from the treatments as the layout asks.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/nearest.hpp"
#include "diag/codes.hpp"
#include "style/context.hpp"
#include "style/paragraph_builder.hpp"

namespace brochure::style {

namespace {

// Makes the rows of one table under its structure node.
class TableStyler {
  public:
    TableStyler(Context& context, NodeId parent, const Place& place, std::string name, design::TableForm form)
        : context_(context), style_(context.design.table) {
        StructureTree& tree = context_.out.structure;
        table_node_ = tree.add_node(parent, Role::table, place);
        block_.style = &style_;
        block_.name = std::move(name);
        block_.form = form;
    }

    // A table whose head is empty has none, for the eye and for a listener.
    void open_head(bool headless) {
        block_.headless = headless;
        StructureTree& tree = context_.out.structure;
        if (!headless)
            head_node_ = tree.add_node(tree.add_node(table_node_, Role::table_head), Role::table_row);
        body_node_ = tree.add_node(table_node_, Role::table_body);
    }

    void head_cell(const document::Text& words, document::CellAlign align) {
        if (block_.headless) {
            block_.head.emplace_back();
            block_.repeated_head.emplace_back();
            return;
        }
        const NodeId node = cell_under(head_node_, words.empty() ? Scope::none : Scope::column);
        Cell cell;
        cell.align = align;
        if (!words.empty())
            cell.paragraphs.push_back(ParagraphBuilder(context_, *style_.head, node).add(words).finish());
        block_.head.push_back(std::move(cell));
        Cell repeated;
        repeated.align = align;
        if (!words.empty()) {
            repeated.paragraphs.push_back(
                ParagraphBuilder(context_, *style_.head, std::nullopt).add(words).finish());
        }
        block_.repeated_head.push_back(std::move(repeated));
    }

    void open_row(const Place& place) {
        row_node_ = context_.out.structure.add_node(body_node_, Role::table_row, place);
        block_.rows.emplace_back();
    }

    // The node of the next cell of the open row; the first column names its row, unless it is empty there.
    NodeId cell_node(bool empty = false) {
        const bool first = block_.rows.back().empty();
        return cell_under(row_node_, first && !empty ? Scope::row : Scope::none);
    }
    void close_cell(Cell cell) { block_.rows.back().push_back(std::move(cell)); }
    [[nodiscard]] const design::TextStyle& cell_text() const {
        return block_.rows.back().empty() ? *style_.first_column : *style_.cell;
    }

    Block finish(const std::string& continued_title) {
        if (style_.continued != nullptr && !block_.headless) {
            const std::string words = filled(context_.label("continued"), {{"title", continued_title}});
            block_.continued = ParagraphBuilder(context_, *style_.continued, std::nullopt)
                                   .add_words(words, context_.document.place)
                                   .finish();
        }
        const bool cards =
            block_.form == design::TableForm::cards || block_.form == design::TableForm::automatic;
        // A table of one column is a list already, and one without rows has no cards.
        if (cards && block_.head.size() > 1 && !block_.rows.empty()) block_.cards = as_cards();
        // Two columns have nothing to share out: the first stands on both pages.
        const bool spread = block_.form == design::TableForm::spread;
        if (spread && !block_.headless && block_.head.size() > 2 && !block_.rows.empty())
            block_.spread = as_spread();
        Block block;
        block.space_before = style_.space.before;
        block.space_after = style_.space.after;
        block.content = std::move(block_);
        return block;
    }

  private:
    // What names nothing is no head.
    NodeId cell_under(NodeId row, Scope scope) {
        StructureTree& tree = context_.out.structure;
        const NodeId node = tree.add_node(row, scope == Scope::none ? Role::data_cell : Role::header_cell);
        tree[node].scope = scope;
        return node;
    }

    TableCards as_cards() {
        const design::CardStyle& card = context_.design.card;
        TableCards cards;
        cards.style = &card;
        for (std::size_t column = 0; column < block_.head.size(); ++column) {
            const design::TextStyle& label = column == 0 ? *card.title_label : *card.label;
            cards.labels.push_back(restyled(block_.head[column], label, label));
            cards.again.push_back(restyled(block_.repeated_head[column], label, label));
        }
        for (const std::vector<Cell>& row : block_.rows) {
            std::vector<Cell> cells;
            for (std::size_t column = 0; column < row.size(); ++column) {
                cells.push_back(column == 0 ? restyled(row[column], *card.title, *card.page_line)
                                            : restyled(row[column], *card.text, *card.text));
            }
            cards.continued.push_back(row_continued(row.front(), *card.title));
            cards.rows.push_back(std::move(cells));
        }
        return cards;
    }

    // A row's name is enough on the facing page: its further words stand on the first.
    TableSpread as_spread() {
        TableSpread spread;
        for (const std::vector<Cell>& row : block_.rows) {
            Cell label;
            label.align = row.front().align;
            if (!row.front().paragraphs.empty())
                label.paragraphs.push_back(as_artifact(row.front().paragraphs.front()));
            spread.labels.push_back(std::move(label));
        }
        return spread;
    }

    // The same words once more, read by nobody and leading nowhere.
    ParagraphId as_artifact(ParagraphId id) {
        StyledParagraph again = context_.out.paragraphs[id];
        for (StyledRun& run : again.runs) {
            run.leaf = std::monostate{};
            run.link = std::nullopt;
        }
        again.links.clear();
        again.footnotes.clear();
        again.footnotes_at.clear();
        again.side_notes.clear();
        again.side_notes_at.clear();
        return context_.out.paragraphs.push_back(std::move(again));
    }

    // "Radiotherapy (continued)", above what is left of a row that a page's end has torn.
    std::optional<ParagraphId> row_continued(const Cell& first, const design::TextStyle& style) {
        if (first.paragraphs.empty()) return std::nullopt;
        const std::string title = context_.out.paragraphs[first.paragraphs.front()].text;
        return ParagraphBuilder(context_, style, std::nullopt)
            .add_words(filled(context_.label("continued"), {{"title", title}}), context_.document.place)
            .finish();
    }

    // The same words, leaves and links in other styles; columns have gone, and with them their alignment.
    Cell restyled(const Cell& cell, const design::TextStyle& first, const design::TextStyle& later) {
        Cell again;
        for (const ParagraphId id : cell.paragraphs) {
            StyledParagraph paragraph = context_.out.paragraphs[id];
            restyle(paragraph, again.paragraphs.empty() ? first : later);
            again.paragraphs.push_back(context_.out.paragraphs.push_back(std::move(paragraph)));
        }
        return again;
    }

    // A bold word stays bold, an italic one italic, a raised mark raised.
    static void restyle(StyledParagraph& paragraph, const design::TextStyle& style) {
        const CharacterStyle from = look_of(*paragraph.style), to = look_of(style);
        paragraph.style = &style;
        for (StyledRun& run : paragraph.runs) {
            const bool stronger = run.style.face.weight > from.face.weight;
            const int weight = run.style.face.weight;
            const bool slanted = run.style.face.italic != from.face.italic;
            run.style.face = to.face;
            run.style.face.italic = to.face.italic != slanted;
            if (stronger) run.style.face.weight = std::max(weight, to.face.weight);
            if (run.style.size == from.size) run.style.size = to.size;
            if (run.style.colour == from.colour) run.style.colour = to.colour;
        }
    }

    Context& context_;
    const design::TableStyle& style_;
    NodeId table_node_, head_node_, body_node_, row_node_;
    TableBlock block_;
};

// A label of the program as an author's text, so that both are set by one road.
document::Text as_text(const std::string& words, const Place& place) {
    document::Text text;
    text.utf8 = words;
    text.source.push_back({0, place});
    return text;
}

// Of the row's first cell with words; the table's, where all are empty.
Place row_place(const std::vector<document::Text>& row, const Place& table) {
    const auto words = std::ranges::find_if(row, [](const document::Text& cell) { return !cell.empty(); });
    return words == row.end() ? table : words->place_of(0);
}

}  // namespace

Block style_table(Context& context, const document::Table& table, NodeId parent, const Place& place) {
    TableStyler styler(context, parent, place, fmt::format("line {}", place.line), context.design.table.form);
    styler.open_head(std::ranges::all_of(table.head, &document::Text::empty));
    for (std::size_t column = 0; column < table.head.size(); ++column) {
        styler.head_cell(table.head[column], table.columns[column]);
    }
    for (const auto& row : table.rows) {
        styler.open_row(row_place(row, place));
        for (std::size_t column = 0; column < row.size(); ++column) {
            const design::TextStyle& text = styler.cell_text();
            const NodeId node = styler.cell_node(row[column].empty());
            Cell cell;
            cell.align = column < table.columns.size() ? table.columns[column] : document::CellAlign::none;
            if (!row[column].empty())
                cell.paragraphs.push_back(ParagraphBuilder(context, text, node).add(row[column]).finish());
            styler.close_cell(std::move(cell));
        }
    }
    return styler.finish(table.head.empty() ? std::string{} : table.head.front().utf8);
}

void report_unseen_fields(const Context& context) {
    // A table that could not be made, or whose call could not be read, is reported already.
    if (context.sink.has_errors() || !context.document.sound) return;
    for (const document::Treatment& treatment : context.document.treatments) {
        for (const auto& [field, words] : treatment.fields) {
            if (words.empty() || context.shown_fields.contains({treatment.id, field})) continue;
            context.sink.warning(
                diag::code::field_unseen, words.place_of(0),
                fmt::format("No table shows the {} of the treatment '{}' in the layout '{}'.", field,
                            treatment.id, context.design.name),
                "Call a table that has it, such as {{side-effects}}, on a line of its own in the text.");
        }
    }
}

void leave_foot_empty(Context& context, const TableBlock& table) {
    auto clear = [&context](const std::vector<Cell>& row) {
        for (const Cell& cell : row) {
            for (const ParagraphId id : cell.paragraphs) {
                context.out.paragraphs[id].footnotes.clear();
                context.out.paragraphs[id].footnotes_at.clear();
            }
        }
    };
    clear(table.head);
    for (const auto& row : table.rows) clear(row);
    if (!table.cards) return;
    clear(table.cards->labels);
    for (const auto& row : table.cards->rows) clear(row);
}

std::optional<Block> style_treatments(Context& context, const document::TableCall& call, NodeId parent,
                                      const Place& place) {
    const auto found = context.design.treatment_tables.find(call.name);
    if (found == context.design.treatment_tables.end()) {
        std::vector<std::string> known;
        for (const auto& [name, table] : context.design.treatment_tables) known.push_back(name);
        const auto nearest = base::nearest_name(call.name, known);
        context.sink.error(diag::code::table_unknown, place,
                           fmt::format("The layout '{}' has no table '{}'.", context.design.name, call.name),
                           nearest ? fmt::format("Did you mean {{{{{}}}}}?", *nearest)
                                   : "Write the name of a table that the layout defines under [tables].");
        return std::nullopt;
    }
    const design::TreatmentTable& table = found->second;
    const auto& headings = context.document.language.columns;
    TableStyler styler(context, parent, place, call.name, table.form.value_or(context.design.table.form));
    styler.open_head(false);
    for (const design::TreatmentColumn& column : table.columns) {
        const auto heading = headings.find(column.heading);
        if (heading == headings.end()) {
            context.sink.error(
                diag::code::key_missing, context.document.language.place,
                fmt::format(
                    "The language file has no column heading '{}', which the layout's table '{}' needs.",
                    column.heading, call.name),
                fmt::format("Add {} = \"…\" under [columns].", column.heading));
            return std::nullopt;
        }
        styler.head_cell(as_text(heading->second, context.document.language.place),
                         document::CellAlign::none);
    }
    for (const document::Treatment& treatment : context.document.treatments) {
        if (!table.only_with.empty() && !treatment.fields.contains(table.only_with)) continue;
        styler.open_row(treatment.place);
        for (const design::TreatmentColumn& column : table.columns) {
            const design::TextStyle& text = styler.cell_text();
            const NodeId node = styler.cell_node();
            Cell cell;
            const bool names_row =
                std::find(column.fields.begin(), column.fields.end(), "name") != column.fields.end();
            const bool page_line =
                names_row && !treatment.section.empty() && context.design.table.page_line != nullptr;
            // Two paragraphs in a cell are two to a listener as well.
            StructureTree& tree = context.out.structure;
            ParagraphBuilder words(context, text, page_line ? tree.add_node(node, Role::p) : node);
            bool any = false;
            for (const std::string& field : column.fields) {
                const document::Text* value = nullptr;
                if (field == "name") {
                    value = &treatment.name;
                } else if (const auto own = treatment.fields.find(field); own != treatment.fields.end()) {
                    value = &own->second;
                }
                if (value == nullptr || value->empty()) continue;
                context.shown_fields.emplace(treatment.id, field);
                if (any) words.add_words(context.punctuation().semicolon, treatment.place);
                words.add(*value);
                any = true;
            }
            if (any) cell.paragraphs.push_back(words.finish());
            if (page_line) {
                const std::string page =
                    filled(context.label("page"), {{"page", context.page_of(treatment.section)}});
                cell.paragraphs.push_back(
                    ParagraphBuilder(context, *context.design.table.page_line, tree.add_node(node, Role::p))
                        .add_link(page, treatment.place, *context.design.table.page_line,
                                  {{},
                                   {},
                                   treatment.section,
                                   treatment.name.utf8 + context.punctuation().comma + page})
                        .finish());
            }
            styler.close_cell(std::move(cell));
        }
    }
    return styler.finish(headings.at(table.columns.front().heading));
}

}  // namespace brochure::style
