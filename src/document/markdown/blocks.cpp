#include "document/markdown/blocks.hpp"

#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include "base/ascii.hpp"
#include "base/nearest.hpp"
#include "diag/codes.hpp"
#include "document/markdown/eaten_signs.hpp"
#include "document/markdown/html_tags.hpp"
#include "document/markdown/line_checks.hpp"
#include "document/markdown/neighbours.hpp"
#include "document/markdown/run_together.hpp"
#include "document/model/picture_name.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

// "Wat kunt u merken?" becomes "wat-kunt-u-merken".
std::string slug_of(std::string_view text) {
    std::string slug;
    for (const char c : base::ascii_lower(text)) {
        const bool letter =
            (static_cast<unsigned char>(c) & 0x80U) != 0 || std::isalnum(static_cast<unsigned char>(c));
        if (letter) {
            slug += c;
        } else if (!slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    while (slug.ends_with('-')) slug.pop_back();
    return slug.empty() ? "section" : slug;
}

// The name in "{{name}}"; empty for anything else.
std::string_view table_call_name(std::string_view text) {
    if (!text.starts_with("{{") || !text.ends_with("}}")) return {};
    text = text.substr(2, text.size() - 4);
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return is_id(text) ? text : std::string_view{};
}

// "{width=50%}" behind a picture, as other dialects have it.
bool are_attributes(cmark_node* node) {
    if (kind_of(node) != NodeKind::text || cmark_node_next(node) != nullptr) return false;
    const std::string text = literal_of(node);
    return text.starts_with('{') && text.ends_with('}');
}

// "[ ]" or "[x]" before the words of a list item, with the space behind it.
constexpr std::size_t box_length = 4;

std::optional<bool> box_at(std::string_view text) {
    if (text.starts_with("[ ]")) return false;
    if (text.starts_with("[x]") || text.starts_with("[X]")) return true;
    return std::nullopt;
}

class BlockReader {
  public:
    BlockReader(const SourceText& source, Part part, References& references, Sink& sink)
        : source_(source), part_(part), references_(references), sink_(sink) {}

    Body read(cmark_node* root, const std::vector<Mention>& definitions) {
        Body body;
        for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
            if (kind_of(node) == NodeKind::footnote_definition) {
                body.footnotes.push_back(footnote(node, body.footnotes.size()));
            } else if (auto block = read_block(node)) {
                body.blocks.push_back(*std::move(block));
            }
        }
        report_unused_footnotes(definitions);
        body.headings = std::move(headings_);
        return body;
    }

  private:
    std::vector<Block> children(cmark_node* parent);
    std::optional<Block> read_block(cmark_node* node);
    std::optional<Block> paragraph(cmark_node* node);
    std::optional<Block> words(cmark_node* first, InlineReader& reader, const Place& at);
    std::optional<Block> figure(cmark_node* image, InlineReader& reader);
    std::optional<Block> heading(cmark_node* node);
    std::optional<Block> list(cmark_node* node);
    ListItem list_item(cmark_node* node);
    std::optional<Block> quote(cmark_node* node);
    std::optional<Block> table(cmark_node* node);
    std::vector<Text> row(cmark_node* node, int line, int column, std::size_t columns);
    Footnote footnote(cmark_node* node, std::size_t index);
    std::string heading_id(const InlineReader& reader, const Text& text);
    void check_level(int level, bool underlined, const Place& at);
    void refuse_code(cmark_node* node, const Place& at);
    void report_unused_footnotes(const std::vector<Mention>& definitions);
    bool refused_in_disclaimer(const Place& at, std::string_view what);

    [[nodiscard]] Cursor cursor(int line, int column) const {
        std::size_t offset = source_.offset_of(line, column);
        while (offset < source_.text().size() &&
               (source_.text()[offset] == ' ' || source_.text()[offset] == '\t')) {
            ++offset;
        }
        return Cursor{source_, offset};
    }
    [[nodiscard]] Cursor cursor(cmark_node* node) const {
        return cursor(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
    }

    const SourceText& source_;
    Part part_;
    References& references_;
    Sink& sink_;
    enum class Around { nothing, list, quote, call_out };

    int depth_ = 0;
    int quote_depth_ = 0;
    Around around_ = Around::nothing;
    int last_level_ = 1;
    bool heading_met_ = false;
    int next_number_ = 1;  // of a list that goes on
    std::vector<Mention> headings_;
    std::map<std::string, Place> heading_places_;
    // The paragraph of a list item that opens with a box to tick, and where its words start.
    std::optional<std::pair<cmark_node*, Cursor>> boxed_;
    std::map<std::string, int> slugs_;  // the last number given to each repeated one
};

bool BlockReader::refused_in_disclaimer(const Place& at, std::string_view what) {
    if (part_ != Part::disclaimer) return false;
    sink_.error(code::block_refused, at, fmt::format("{} cannot stand in a disclaimer", what),
                "write the disclaimer as paragraphs and lists");
    return true;
}

std::vector<Block> BlockReader::children(cmark_node* parent) {
    std::vector<Block> blocks;
    if (++depth_ > deepest_nesting) {
        sink_.error(code::nesting_deep, cursor(parent).place(),
                    fmt::format("quotes and lists stand more than {} deep in each other", deepest_nesting),
                    "take this part out of the lists around it");
    } else {
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
             node = cmark_node_next(node)) {
            if (auto block = read_block(node)) blocks.push_back(*std::move(block));
        }
    }
    --depth_;
    return blocks;
}

std::optional<Block> BlockReader::read_block(cmark_node* node) {
    const NodeKind kind = kind_of(node);
    switch (kind) {
        case NodeKind::paragraph:
            return paragraph(node);
        case NodeKind::heading:
            return heading(node);
        case NodeKind::list:
            return list(node);
        case NodeKind::block_quote:
            return quote(node);
        case NodeKind::table:
            return table(node);
        default:
            break;
    }
    const Place at = cursor(node).place();
    if (kind == NodeKind::html_block) {
        report_html_block(literal_of(node), at, sink_);
    } else if (kind == NodeKind::code_block) {
        refuse_code(node, at);
    } else if (kind == NodeKind::rule) {
        sink_.error(code::rule_refused, at, "a line of dashes or stars draws nothing in a brochure",
                    "remove it; use a heading to part the text");
    }
    return std::nullopt;
}

std::optional<Block> BlockReader::paragraph(cmark_node* node) {
    const int first_line = cmark_node_get_start_line(node);
    if (first_line == 0) {  // cmark loses the place of a paragraph that runs into a table
        cmark_node* next = cmark_node_next(node);
        const int line = next == nullptr ? 1 : cmark_node_get_start_line(next);
        sink_.error(code::table_blank_line, cursor(line, 1).place(),
                    "this paragraph runs into the table below it", "leave an empty line before the table");
        return std::nullopt;
    }
    for (int line = first_line + 1; line <= std::min(cmark_node_get_end_line(node), first_line + 1); ++line) {
        if (!is_delimiter_row(source_.line(line))) continue;
        sink_.error(code::table_head, cursor(line, 1).place(),
                    "this line does not have as many cells as the table's head above it",
                    "write one group of dashes for each cell of the head: | --- | --- |");
        return std::nullopt;
    }
    report_lines_run_together(source_, paragraph_lines(node, first_line, quote_depth_, source_), sink_);
    report_typed_items(node, source_, sink_);
    Cursor at = cursor(node);
    const bool boxed = boxed_ && boxed_->first == node;
    if (boxed) at = boxed_->second;
    InlineReader reader{at, quote_depth_, references_, sink_};
    if (boxed) reader.ignore(box_length);
    return words(cmark_node_first_child(node), reader, at.place());
}

// What a paragraph holds from `first` on: a figure, a table call or text.
std::optional<Block> BlockReader::words(cmark_node* first, InlineReader& reader, const Place& at) {
    if (first == nullptr) return std::nullopt;
    const bool alone = cmark_node_next(first) == nullptr;
    if (kind_of(first) == NodeKind::image && (alone || are_attributes(cmark_node_next(first)))) {
        auto block = figure(first, reader);
        if (!alone) {
            sink_.error(
                code::markup_stray, reader.place(),
                fmt::format("'{}' would be printed as it stands", literal_of(cmark_node_next(first))),
                "remove it: how large a picture is says the layout, and where it stands its placement in "
                "brochure.toml");
        }
        return block;
    }
    if (alone && kind_of(first) == NodeKind::text) {
        const std::string literal = literal_of(first);
        const std::string_view name = table_call_name(literal);
        if (!name.empty()) {
            if (refused_in_disclaimer(at, "a table")) return std::nullopt;
            return Block{at, TableCall{std::string{name}}};
        }
    }
    Text text = reader.read(first);
    if (text.empty()) return std::nullopt;
    return Block{at, Paragraph{std::move(text)}};
}

std::optional<Block> BlockReader::figure(cmark_node* node, InlineReader& reader) {
    InlineReader::Image image = reader.read_image(node);
    if (refused_in_disclaimer(image.place, "an image")) return std::nullopt;
    if (image.alternative.empty()) {
        sink_.error(code::alternative_missing, image.place, "this image has no alternative text",
                    fmt::format("say what it shows, for who cannot see it: ![A drawing of …]({})", image.id));
    }
    const auto at = std::find(references_.images.begin(), references_.images.end(), image.id);
    if (at == references_.images.end()) {
        const auto meant = meant_picture(image.id, references_.images, references_.image_files);
        if (meant) references_.images_used.insert(*meant);
        sink_.error(code::image_unknown, image.place,
                    fmt::format("brochure.toml has no image '{}'", image.id),
                    meant ? fmt::format("did you mean the image '{}'? Write its id: ![…]({})",
                                        references_.images[*meant], references_.images[*meant])
                          : "add an [[image]] with this id, its author and licence");
        return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(at - references_.images.begin());
    references_.images_used.insert(index);
    return Block{image.place, Figure{index, std::move(image.alternative), std::move(image.caption)}};
}

void BlockReader::refuse_code(cmark_node* node, const Place& at) {
    int length = 0, offset = 0;
    char fence = 0;
    if (cmark_node_get_fenced(node, &length, &offset, &fence) != 0) {
        sink_.error(
            code::code_refused, at, "code has no place in a brochure",
            fmt::format(
                "remove the lines of {0}{0}{0}; make a table or a picture of what was drawn with signs",
                fence));
    } else {
        sink_.error(code::code_refused, at, "four spaces or more at the start of a line make code of it",
                    "remove all spaces at the start of these lines, and of the lists among them");
    }
}

void BlockReader::check_level(int level, bool underlined, const Place& at) {
    if (around_ == Around::call_out) {
        sink_.error(
            code::block_refused, at, "a heading cannot stand in a call-out",
            "write it as the call-out's title, right behind the kind: > [!WARNING] Title; or as **bold** "
            "text");
    } else if (depth_ > 0) {
        sink_.error(
            code::block_refused, at,
            fmt::format("a heading cannot stand in a {}", around_ == Around::list ? "list" : "quotation"),
            "remove the marks before it, or write it as **bold** text");
    } else if (level == 1) {
        sink_.error(
            code::heading_level, at, "a heading of level 1 is the title's alone",
            underlined ? "the title stands in the front matter: remove this line and the line of = below it; "
                         "for a part write ## before its words in place of that line"
                       : "the title stands in the front matter: remove this line; or write ## for a part");
    } else if (!heading_met_ && level > 2) {
        sink_.error(code::heading_level, at, "the first heading must be that of a part",
                    "write ## for a part");
    } else if (level > last_level_ + 1) {
        sink_.error(code::heading_level, at,
                    fmt::format("a heading of level {} follows one of level {}", level, last_level_),
                    fmt::format("write {} so that no level is skipped",
                                std::string(static_cast<std::size_t>(last_level_) + 1, '#')));
    }
    heading_met_ = true;
}

std::optional<Block> BlockReader::heading(cmark_node* node) {
    Cursor at = cursor(node);
    const Place place = at.place();
    if (refused_in_disclaimer(place, "a heading")) return std::nullopt;
    const int level = cmark_node_get_heading_level(node);
    check_level(level, at.peek() != '#', place);
    if (level == 2) check_underline(node, source_, sink_);
    next_number_ = 1;
    last_level_ = std::max(level, 2);
    std::size_t hashes = 0;
    while (at.peek(hashes) == '#') ++hashes;
    if (hashes > 0 && (at.peek(hashes) == ' ' || at.peek(hashes) == '\t')) {
        while (at.peek() == '#' || at.peek() == ' ' || at.peek() == '\t') at.advance();
    }
    InlineReader reader{at, quote_depth_, references_, sink_};
    reader.expect_heading_id();
    Text text = reader.read(cmark_node_first_child(node));
    if (text.empty()) {
        sink_.error(code::heading_empty, place, "this heading has no words",
                    "write the heading, or remove the line");
        return std::nullopt;
    }
    std::string id = heading_id(reader, text);
    return Block{place, Heading{std::clamp(level, 2, 6), std::move(id), std::move(text)}};
}

std::string BlockReader::heading_id(const InlineReader& reader, const Text& text) {
    std::string id = reader.heading_id().id;
    Place place = reader.heading_id().place;
    if (!id.empty()) {
        if (const auto at = heading_places_.find(id); at != heading_places_.end()) {
            sink_.error(code::id_repeated, place,
                        fmt::format("the heading on line {} has the id '{}' too", at->second.line, id),
                        "give one of them another id");
        }
    } else {
        const std::string slug = slug_of(text.utf8);
        id = slug;
        while (heading_places_.contains(id))
            id = fmt::format("{}-{}", slug, ++slugs_.try_emplace(slug, 1).first->second);
        place = text.source.front().place;
    }
    heading_places_.emplace(id, place);
    headings_.push_back({id, place});
    return id;
}

std::optional<Block> BlockReader::list(cmark_node* node) {
    List list;
    list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    list.start = list.ordered ? cmark_node_get_list_start(node) : 1;
    list.tight = cmark_node_get_list_tight(node) != 0;
    check_list_marks(node, source_, {around_ == Around::list, next_number_}, sink_);
    report_list_beside_list(node, source_, sink_);
    const Around around = std::exchange(around_, Around::list);
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
        if (cmark_node_first_child(item) == nullptr) {
            sink_.error(code::list_item_empty, cursor(item).place(), "this list item has no words",
                        "write the item, or remove the line");
            continue;
        }
        list.items.push_back(list_item(item));
    }
    around_ = around;
    if (list.ordered && around != Around::list)
        next_number_ = list.start + static_cast<int>(list.items.size());
    return Block{cursor(node).place(), std::move(list)};
}

// The box is no part of the words.
ListItem BlockReader::list_item(cmark_node* node) {
    cmark_node* first = cmark_node_first_child(node);
    cmark_node* opening = kind_of(first) == NodeKind::paragraph ? cmark_node_first_child(first) : nullptr;
    const char* literal =
        opening != nullptr && kind_of(opening) == NodeKind::text ? cmark_node_get_literal(opening) : nullptr;
    Cursor at = cursor(first);
    ListItem item;
    if (literal != nullptr && at.peek() == '[') item.ticked = box_at(literal);
    if (item.ticked && at.peek(box_length - 1) != ' ') {
        const bool ends = at.peek(box_length - 1) == '\n' || at.at_end();
        if (ends) {
            sink_.error(code::list_item_empty, at.place(), "this box to tick has no words beside it",
                        "write the words behind the box, on the same line");
        }
        item.ticked.reset();
    }
    if (!item.ticked) {
        item.blocks = children(node);
        return item;
    }
    at.advance_to(at.offset() + box_length);
    boxed_ = {first, at};
    item.blocks = children(node);
    boxed_.reset();
    return item;
}

std::optional<Block> BlockReader::quote(cmark_node* node) {
    const Place place = cursor(node).place();
    ++quote_depth_;
    cmark_node* first = cmark_node_first_child(node);
    cmark_node* opening =
        first != nullptr && kind_of(first) == NodeKind::paragraph ? cmark_node_first_child(first) : nullptr;
    const std::string literal =
        opening != nullptr && kind_of(opening) == NodeKind::text ? literal_of(opening) : std::string{};
    const std::size_t end = literal.find(']');
    const bool is_call_out = literal.starts_with("[!") && end != std::string::npos;
    const Around around = std::exchange(around_, is_call_out ? Around::call_out : Around::quote);
    if (!is_call_out) {
        check_quote_mark(node, source_, sink_);
        report_quoted_label(node, place, sink_);
        Quote quote{children(node)};
        --quote_depth_;
        around_ = around;
        return Block{place, std::move(quote)};
    }
    const int title_line = cmark_node_get_start_line(first);
    report_lines_run_together(source_, paragraph_lines(first, title_line + 1, quote_depth_, source_), sink_);

    CallOut call_out;
    Cursor at = cursor(first);
    const std::string name = base::ascii_lower(literal.substr(2, end - 2));
    const auto kind = base::named<CallOutKind>(name);
    if (!kind) {
        const auto near = base::nearest_name(name, base::all_names<CallOutKind>());
        sink_.error(code::callout_unknown, at.place(),
                    fmt::format("'{}' is no kind of call-out", literal.substr(0, end + 1)),
                    near ? fmt::format("did you mean '{}'?", *near)
                         : "choose NOTE, TIP, IMPORTANT, WARNING or CAUTION");
    } else {
        call_out.kind = *kind;
    }
    at.advance_to(at.offset() + end + 1);
    InlineReader reader{at, quote_depth_, references_, sink_};
    reader.ignore(end + 1);
    cmark_node* line_end = opening;
    while (line_end != nullptr && kind_of(line_end) != NodeKind::soft_break &&
           kind_of(line_end) != NodeKind::line_break) {
        line_end = cmark_node_next(line_end);
    }
    call_out.title = reader.read(opening, line_end);
    if (line_end != nullptr) {
        reader.next_line();
        const Place rest = reader.place();
        if (auto block = words(cmark_node_next(line_end), reader, rest))
            call_out.blocks.push_back(*std::move(block));
    }
    ++depth_;
    for (cmark_node* next = cmark_node_next(first); next != nullptr && depth_ <= deepest_nesting;
         next = cmark_node_next(next)) {
        if (auto block = read_block(next)) call_out.blocks.push_back(*std::move(block));
    }
    --depth_;
    --quote_depth_;
    around_ = around;
    if (call_out.blocks.empty()) {
        sink_.error(code::callout_empty, place, "this call-out has no text below its first line",
                    "write the text on the next lines, each behind >");
    }
    return Block{place, std::move(call_out)};
}

std::optional<Block> BlockReader::table(cmark_node* node) {
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
    Table table;
    for (std::size_t i = 0; i < columns; ++i) {
        const char align = static_cast<char>(alignments[i]);
        table.columns.push_back(align == 'l'   ? CellAlign::left
                                : align == 'c' ? CellAlign::centre
                                : align == 'r' ? CellAlign::right
                                               : CellAlign::none);
    }
    cmark_node* head = cmark_node_first_child(node);
    cmark_node* first_row = cmark_node_next(head);
    // The head's own place is wrong if a paragraph ran into the table; the rows' places are right.
    const int head_line =
        first_row != nullptr ? cmark_node_get_start_line(first_row) - 2 : cmark_node_get_end_line(node) - 1;
    const int column = cmark_node_get_start_column(node);
    const Place place = cursor(head_line, column).place();
    table.head = row(head, head_line, column, columns);
    for (cmark_node* next = first_row; next != nullptr; next = cmark_node_next(next)) {
        table.rows.push_back(
            row(next, cmark_node_get_start_line(next), cmark_node_get_start_column(next), columns));
    }
    if (table.rows.empty()) {
        sink_.warning(code::table_head, place, "this table has a head and no rows",
                      "write the rows below the line of dashes, without an empty line between");
        table.rows.push_back(std::exchange(table.head, std::vector<Text>(columns)));
    }
    return Block{place, std::move(table)};
}

std::vector<Text> BlockReader::row(cmark_node* node, int line, int column, std::size_t columns) {
    const std::size_t start = source_.offset_of(line, column);
    const std::string_view written = source_.text().substr(start, source_.text().find('\n', start) - start);
    const std::vector<TextRange> cells = split_row(written);
    if (cells.size() < columns) {
        sink_.error(code::table_row_short, source_.place_at(start),
                    fmt::format("this row has {} cells, the table's head has {}", cells.size(), columns),
                    "add the missing cells, empty if need be: | … | |; or leave an empty line before the "
                    "next paragraph");
    } else if (cells.size() > columns) {
        sink_.error(code::table_row_long, source_.place_at(start + cells[columns].begin),
                    fmt::format("this row has {} cells, the table's head has {}", cells.size(), columns),
                    "remove a cell, or write \\| for the character itself");
    }
    std::vector<Text> texts;
    std::size_t index = 0;
    Cursor at{source_, start};  // walks along, for a row may have many cells
    for (cmark_node* cell = cmark_node_first_child(node); cell != nullptr;
         cell = cmark_node_next(cell), ++index) {
        at.advance_to(start + (index < cells.size() ? cells[index].begin : written.size()));
        while (at.peek() == ' ' || at.peek() == '\t') at.advance();
        InlineReader reader{at, quote_depth_, references_, sink_};
        reader.allow_breaks();
        texts.push_back(reader.read(cmark_node_first_child(cell)));
    }
    texts.resize(columns);
    return texts;
}

Footnote BlockReader::footnote(cmark_node* node, std::size_t index) {
    Footnote note;
    if (index < references_.footnotes.size()) note.id = references_.footnotes[index].id;
    cmark_node* first = cmark_node_first_child(node);
    note.place = cursor(cmark_node_get_start_line(node), 1).place();
    if (first == nullptr || kind_of(first) != NodeKind::paragraph || cmark_node_next(first) != nullptr) {
        sink_.error(code::block_refused, note.place, "a footnote must be one paragraph",
                    "write its text directly behind the colon, without lists or empty lines");
    }
    if (first != nullptr && kind_of(first) == NodeKind::paragraph) {
        const int line = cmark_node_get_start_line(first);
        report_lines_run_together(source_, paragraph_lines(first, line, quote_depth_, source_), sink_);
        InlineReader reader{cursor(first), quote_depth_, references_, sink_};
        reader.refuse_notes_in("a footnote");
        note.text = reader.read(cmark_node_first_child(first));
    }
    return note;
}

void BlockReader::report_unused_footnotes(const std::vector<Mention>& definitions) {
    std::set<std::string> mentioned;
    for (const Mention& mention : references_.footnotes) mentioned.insert(base::ascii_lower(mention.id));
    for (const std::string& id : references_.notes_refused) mentioned.insert(base::ascii_lower(id));
    for (const Mention& definition : definitions) {
        if (mentioned.contains(base::ascii_lower(definition.id))) continue;
        sink_.error(code::footnote_unused, definition.place,
                    fmt::format("no text mentions the footnote '{}', so it would vanish", definition.id),
                    fmt::format("write [^{}] where it belongs, or remove the note", definition.id));
    }
}

}  // namespace

Body read_body(const SourceText& source, Part part, References& references, Sink& sink) {
    const LineFindings lines = check_lines(source, sink);
    if (lines.unreadable) return {};
    const MarkdownTree tree = parse_markdown(source.text());
    return BlockReader{source, part, references, sink}.read(tree.get(), lines.footnote_definitions);
}

}  // namespace brochure::document
