#include "document/markdown/inlines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "document/markdown/addresses.hpp"
#include "document/markdown/emphasis_marks.hpp"
#include "document/markdown/html_tags.hpp"
#include "document/markdown/inline_syntax.hpp"
#include "document/markdown/raised.hpp"
#include "document/markdown/run_together.hpp"
#include "document/markdown/stray_markup.hpp"
#include "document/markdown/text_builder.hpp"
#include "document/model/letters.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool is_ascii_punctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

}  // namespace

InlineReader::InlineReader(Cursor at, int quote_depth, References& references, Sink& sink)
    : at_(at), quote_depth_(quote_depth), references_(references), sink_(sink) {}

Text InlineReader::read(cmark_node* first, cmark_node* stop) {
    struct IterDeleter {
        void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
    };
    TextBuilder text{at_.source().file()};
    for (cmark_node* node = first; node != stop && node != nullptr; node = cmark_node_next(node)) {
        const std::unique_ptr<cmark_iter, IterDeleter> iter{cmark_iter_new(node)};
        for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iter.get())) {
            cmark_node* current = cmark_iter_get_node(iter.get());
            if (event == CMARK_EVENT_ENTER) {
                enter(current, kind_of(current), text);
            } else {
                leave(current, kind_of(current), text);
            }
        }
    }
    brackets_.clear();
    html_reported_.clear();
    caret_said_ = false;
    report_stray_markup(typed_, at_.source().file(), references_.sources, sink_);
    typed_.clear();
    return std::move(text).finish(*references_.language);
}

void InlineReader::enter(cmark_node* node, NodeKind kind, TextBuilder& text) {
    const Spot spot = at_.spot();
    if (kind == NodeKind::soft_break || kind == NodeKind::line_break) {
        typed_.end_line(spot);
    } else if (kind != NodeKind::text) {
        typed_.append_markup(spot);
    }
    switch (kind) {
        case NodeKind::text:
            read_text(literal_of(node), text, cmark_node_next(node) == nullptr && open_.empty());
            break;
        case NodeKind::soft_break:
            text.append_space(spot);
            next_line();
            break;
        case NodeKind::line_break:
            text.append_break(spot);
            next_line();
            break;
        case NodeKind::emphasis:
            open(kind, Emphasis{}, 1, text);
            break;
        case NodeKind::strong:
            open(kind, Strong{}, 2, text);
            break;
        case NodeKind::link:
            open(kind, link_meaning(node, spot), 1, text);
            break;
        case NodeKind::image:
            sink_.error(code::image_inline, place(spot), "an image stands amid text",
                        "put the image in a paragraph of its own, with an empty line before and after it");
            open(kind, Emphasis{}, 2, text);
            break;
        case NodeKind::footnote_reference:
            read_footnote(node, text);
            break;
        case NodeKind::code:
            read_code(node, text);
            break;
        case NodeKind::html_inline:
            read_html(literal_of(node), text);
            break;
        default:
            break;
    }
}

void InlineReader::open(NodeKind kind, SpanMeaning meaning, std::size_t mark_length, TextBuilder& text) {
    open_.push_back({kind, text.open_span(std::move(meaning), at_.spot()), at_});
    skip(mark_length);
}

void InlineReader::leave(cmark_node*, NodeKind kind, TextBuilder& text) {
    const bool opened = kind == NodeKind::emphasis || kind == NodeKind::strong || kind == NodeKind::link ||
                        kind == NodeKind::image;
    if (!opened || open_.empty()) return;
    typed_.append_markup(at_.spot());
    text.close_span(open_.back().span);
    if (kind == NodeKind::emphasis || kind == NodeKind::strong) check_emphasis(open_.back());
    open_.pop_back();
    std::erase_if(brackets_, [&](const Bracket& bracket) { return bracket.depth > open_.size(); });
    if (kind == NodeKind::emphasis) skip(1);
    if (kind == NodeKind::strong) skip(2);
    if (kind == NodeKind::link || kind == NodeKind::image) skip_tail();
}

// At the closing mark: both must be meant as emphasis, not as signs of the text.
void InlineReader::check_emphasis(Open& opened) {
    const auto is_mark = [](char c) { return c == '*' || c == '_'; };
    if (!is_mark(opened.at.peek()) || !is_mark(at_.peek())) return;
    const std::string_view source = at_.source().text();
    const bool strong = opened.kind == NodeKind::strong;
    const EmphasisMark opening = opening_mark(source, opened.at.offset());
    const EmphasisMark closing = closing_mark(source, at_.offset());
    const std::size_t from = opened.at.offset() + opening.run.size();
    const std::string_view words = source.substr(from, at_.offset() - std::min(from, at_.offset()));
    if (is_sign(opening, strong) || are_signs(opening, closing, words, strong)) {
        report_sign(opened.at);
    } else if (is_sign(closing, strong)) {
        report_sign(at_);
    }
}

void InlineReader::report_sign(const Cursor& at) {
    const char mark = at.peek();
    sink_.error(code::markup_stray, at.place(),
                fmt::format("this '{}' is read as a mark for emphasis and would vanish from the text", mark),
                mark == '*' ? "write × for times, or \\* for the character itself; bold words stand between "
                              "two ** that touch no figure or letter outside"
                            : "write \\_ for the character itself");
}

// Remarks are left out. A pair of tags, or ten of a kind, are one mistake.
void InlineReader::report_html(std::string_view html, Spot spot) {
    if (is_html_comment(html)) return;
    const std::string name = html_tag_name(html);
    if (!html_reported_.insert(name).second) return;
    sink_.error(code::html_refused, place(spot), fmt::format("HTML such as {} has no meaning here", html),
                html_remedy(name));
}

void InlineReader::read_text(std::string_view literal, TextBuilder& text, bool last) {
    const std::size_t dropped = std::min(ignored_, literal.size());
    ignored_ -= dropped;
    literal.remove_prefix(dropped);
    while (!literal.empty()) {
        std::size_t done = read_plain(literal, text);
        if (done == 0 && at_.peek() == literal.front()) {  // not escaped: it may be markup of ours
            if (literal.starts_with("[@")) done = read_citation(literal, text);
            if (literal.starts_with("[^")) done = read_unknown_footnote(literal);
            if (literal.front() == ']') done = read_language_end(literal, text);
            if (literal.front() == '^' || literal.front() == '~') done = read_raised(literal, text);
            if (literal.starts_with("{#") && heading_id_expected_) done = read_heading_id(literal, last);
        }
        if (done == 0) done = read_character(literal, text);
        literal.remove_prefix(std::min(done, literal.size()));
    }
}

// Letters and figures that stand so in the source: nothing of them is markup, escaped, a space or told, which
// makes up most of a text. Returns how many bytes it read; none if another character comes first.
std::size_t InlineReader::read_plain(std::string_view literal, TextBuilder& text) {
    const std::string_view rest = at_.rest();
    const std::size_t most = std::min({literal.size(), at_.steady_bytes(), TypedText::farthest});
    std::size_t bytes = 0;
    std::uint32_t characters = 0;
    while (bytes < most) {
        std::size_t length = 1;
        if (static_cast<unsigned char>(literal[bytes]) >= 0x80) {
            const base::CodePoint point = base::code_point_at(literal, bytes);
            if (is_told(point.value)) break;
            length = point.length;
        } else if (!base::is_ascii_letter(literal[bytes]) && !base::is_ascii_digit(literal[bytes])) {
            break;
        }
        if (bytes + length > most || rest.compare(bytes, length, literal, bytes, length) != 0) break;
        bytes += length;
        ++characters;
    }
    if (bytes == 0) return 0;
    const Spot spot = at_.spot();
    at_.advance_over(bytes, characters);
    text.append_run(literal.substr(0, bytes), characters, spot);
    typed_.append_run(literal.substr(0, bytes), characters, spot);
    return bytes;
}

std::size_t InlineReader::read_character(std::string_view literal, TextBuilder& text) {
    const Spot spot = at_.spot();
    const auto [value, length] = base::code_point_at(literal, 0);
    const std::string_view character = literal.substr(0, length);
    bool escaped = false;
    const bool line_ends = at_.peek() == '\n';
    if (at_.peek() == '\\' && at_.peek(1) == character.front() && is_ascii_punctuation(character.front())) {
        skip(2);
        escaped = true;
    } else if (value == ' ' && is_space(at_.peek())) {
        at_.advance();
    } else if (at_.rest().starts_with(character) && (value != '&' || !entity_at(at_.rest()))) {
        at_.advance();
    } else if (const auto entity = at_.peek() == '&' ? entity_at(at_.rest()) : std::nullopt;
               entity && literal.starts_with(entity->text)) {
        skip(entity->length);
        report_forbidden(value, spot);
        text.append(entity->text, spot, true);
        typed_.append_escaped(spot);
        return entity->text.size();
    } else {  // the source and cmark's text have parted: meet again at the next such character
        const std::size_t found = at_.rest().substr(0, 400).find(character);
        if (found != std::string_view::npos) skip(found + length);
    }
    if (value == ' ' || value == '\t' || value == '\n') {
        text.append_space(spot);
    } else {
        report_forbidden(value, spot);
        text.append(character, spot, escaped);
        if (value == '[' && !escaped) {
            brackets_.push_back({text.size() - 1, open_.size(), spot});
            text.mark_next();  // the bracket may turn out to be markup
        }
    }
    note_typed(line_ends ? "\n" : character, escaped, spot);
    return length;
}

// An escaped backslash at a line's end was meant to end the line, as in TeX: it is looked at like a bare one.
void InlineReader::note_typed(std::string_view character, bool escaped, Spot spot) {
    const bool ends_line = escaped && character == "\\" && (at_.peek() == '\n' || at_.at_end());
    if (escaped && !ends_line) {
        typed_.append_escaped(spot);
    } else {
        typed_.append(character, spot);
    }
}

// Entities and TOML's escapes can write what the check of the whole file does not see.
void InlineReader::report_forbidden(char32_t c, Spot spot) {
    if (c < 0x20 || c >= 0x7F) check_character(c, {at_.source().file(), spot.line, spot.column}, sink_);
}

std::size_t InlineReader::read_citation(std::string_view literal, TextBuilder& text) {
    const CitationSyntax citation = citation_at(literal);
    if (citation.ids.empty() || !at_.rest().starts_with(literal.substr(0, citation.length))) return 0;
    const Spot spot = at_.spot();
    Citation meaning;
    for (const auto& [id, offset] : citation.ids) {
        const auto at = std::find(references_.sources.begin(), references_.sources.end(), id);
        if (at != references_.sources.end()) {
            const auto index = static_cast<std::size_t>(at - references_.sources.begin());
            meaning.sources.push_back(index);
            references_.sources_cited.insert(index);
            continue;
        }
        sink_.error(code::source_unknown,
                    {at_.source().file(), spot.line, spot.column + static_cast<std::uint32_t>(offset)},
                    fmt::format("brochure.toml has no source '{}'", id),
                    nearest_or(id, references_.sources, "add a [[source]] with this id"));
    }
    skip(citation.length);
    text.drop_last_space();  // the mark belongs to the word before it
    if (!meaning.sources.empty()) text.add_mark(std::move(meaning), spot);
    typed_.append_markup(spot);
    return citation.length;
}

std::size_t InlineReader::read_unknown_footnote(std::string_view literal) {
    const std::size_t end = literal.find_first_of(" \t[]", 2);
    if (end == std::string_view::npos || literal[end] != ']') return 0;
    const std::string id{literal.substr(2, end - 2)};
    const Spot spot = at_.spot();
    if (notes_refused_in_.empty()) {
        sink_.error(code::footnote_unknown, place(spot), fmt::format("there is no footnote '{}' here", id),
                    fmt::format("write it in this file, on a line of its own: [^{}]: …", id));
    } else {
        refuse_note(id, spot);
    }
    skip(end + 1);
    typed_.append_markup(spot);
    return end + 1;
}

// At "]": closes the words of [words]{lang=xx}.
std::size_t InlineReader::read_language_end(std::string_view literal, TextBuilder& text) {
    if (brackets_.empty()) return 0;
    const Bracket bracket = brackets_.back();
    brackets_.pop_back();
    constexpr std::string_view opening = "]{lang=";
    if (!literal.starts_with(opening)) return 0;
    const std::size_t end = literal.find_first_of(" }");
    if (end == std::string_view::npos || literal[end] != '}') return 0;
    if (!at_.rest().starts_with(literal.substr(0, end + 1)) || bracket.depth != open_.size()) return 0;
    const std::string_view tag = literal.substr(opening.size(), end - opening.size());
    const Spot spot = at_.spot();
    if (!is_language_tag(tag)) {
        sink_.error(
            code::language_tag, place({spot.line, spot.column + static_cast<std::uint32_t>(opening.size())}),
            fmt::format("'{}' is no language tag", tag), "write a short tag such as en, la or zh-Hant");
    } else if (text.size() > bracket.offset + 1) {
        text.add_span(bracket.offset, Foreign{std::string{tag}}, bracket.spot);
    }
    text.erase_later(bracket.offset);
    skip(end + 1);
    typed_.append_markup(spot);
    return end + 1;
}

// "10^3^" and "H~2~O", right behind what they belong to.
std::size_t InlineReader::read_raised(std::string_view literal, TextBuilder& text) {
    const char mark = literal.front();
    if (at_.peek(1) == mark || typed_.text().ends_with(mark)) return 0;  // "~~" is another matter
    const auto raised = text.empty() || text.ends_in_space() ? std::nullopt : raised_at(literal);
    if (raised && at_.rest().substr(1).starts_with(raised->words)) {
        skip(1);
        append_raised(*raised, text);
        skip(1);
        typed_.append_markup(at_.spot());
        return raised->words.size() + 2;
    }
    // A tilde is also "about" and "to"; a caret behind a figure or a letter was meant to raise what follows.
    const bool touches = !text.empty() && !text.ends_in_space();
    if (mark == '^' && touches && !std::exchange(caret_said_, true)) {
        sink_.error(code::markup_stray, at_.place(), "'^' would be printed as it stands",
                    "write 10^3^ for a raised 3, without spaces between the marks, or \\^ for the character "
                    "itself");
    }
    return 0;
}

// Each character in its small form where it has one, so that no figure is ever taken for one with those
// before it; in smaller type where it has none.
void InlineReader::append_raised(const RaisedWords& raised, TextBuilder& text) {
    std::optional<std::size_t> span;
    for (std::size_t at = 0; at < raised.words.size();) {
        const base::CodePoint c = base::code_point_at(raised.words, at);
        const std::string_view small = small_form(c.value, raised.below);
        if (small.empty() && !span) span = text.open_span(Raised{raised.below}, at_.spot());
        if (!small.empty() && span) text.close_span(*std::exchange(span, std::nullopt));
        text.append(small.empty() ? raised.words.substr(at, c.length) : small, at_.spot(), true);
        at_.advance();
        at += c.length;
    }
    if (span) text.close_span(*span);
}

// Comments are for the author; a line's end can be written in a cell in no other way.
void InlineReader::read_html(std::string_view html, TextBuilder& text) {
    const Spot spot = at_.spot();
    if (breaks_allowed_ && html_tag_name(html) == "br") {
        text.append_break(spot);
    } else {
        report_html(html, spot);
    }
    for (const char c : html) c == '\n' ? next_line() : skip(1);  // bytes behind a first one are no starts
}

std::size_t InlineReader::read_heading_id(std::string_view literal, bool last) {
    const std::size_t end = literal.find('}');
    if (!last || end == std::string_view::npos || !trimmed(literal.substr(end + 1)).empty()) return 0;
    const std::string_view id = literal.substr(2, end - 2);
    heading_id_ = {std::string{id}, at_.place()};
    if (!is_id(id)) {
        sink_.error(code::id_invalid, at_.place(), fmt::format("'{}' cannot be the id of a heading", id),
                    "use lower-case letters, digits and hyphens: {#side-effects}");
        heading_id_.id.clear();
    }
    skip(end + 1);
    return literal.size();
}

void InlineReader::read_footnote(cmark_node* node, TextBuilder& text) {
    const Spot spot = at_.spot();
    const std::size_t end = at_.rest().find(']');
    std::string id;
    if (at_.rest().starts_with("[^") && end != std::string_view::npos) {
        id = at_.rest().substr(2, end - 2);
        skip(end + 1);
    }
    const char* literal = cmark_node_get_literal(node);
    const int number = literal == nullptr ? 0 : std::atoi(literal);
    if (!notes_refused_in_.empty() || !references_.footnotes_allowed || number < 1)
        return refuse_note(id, spot);
    const auto index = static_cast<std::size_t>(number) - 1;
    if (references_.footnotes.size() <= index) references_.footnotes.resize(index + 1);
    if (references_.footnotes[index].id.empty()) references_.footnotes[index] = {id, place(spot)};
    text.drop_last_space();
    text.add_mark(FootnoteMark{index}, spot);
}

void InlineReader::refuse_note(const std::string& id, Spot spot) {
    references_.notes_refused.insert(id);
    sink_.error(code::block_refused, place(spot),
                fmt::format("a footnote cannot stand in {}",
                            notes_refused_in_.empty() ? "a disclaimer" : notes_refused_in_),
                "write it as a sentence of its own, in the text");
}

void InlineReader::read_code(cmark_node* node, TextBuilder& text) {
    const Spot spot = at_.spot();
    sink_.error(code::code_refused, place(spot), "code has no place in a brochure",
                "remove the backticks; use **bold** to set words apart");
    std::size_t ticks = 0;
    while (at_.peek(ticks) == '`') ++ticks;
    skip(ticks);
    const std::string fence(ticks, '`');
    const std::size_t end = at_.rest().find(fence);
    if (end != std::string_view::npos) skip(end + ticks);
    const std::string literal = literal_of(node);
    for (std::size_t at = 0; at < literal.size();) {
        const std::size_t length = base::code_point_at(literal, at).length;
        text.append(std::string_view{literal}.substr(at, length), spot, true);
        at += length;
    }
}

SpanMeaning InlineReader::link_meaning(cmark_node* node, Spot spot) {
    std::string address = address_of(node);
    for (std::size_t at = 0; at < address.size();) {
        const auto [value, length] = base::code_point_at(address, at);
        report_forbidden(value, spot);
        at += length;
    }
    if (address.starts_with('#')) {
        references_.headings.push_back({address.substr(1), place(spot)});
        return CrossReference{address.substr(1)};
    }
    if (cmark_node_first_child(node) == nullptr) {
        sink_.error(code::text_empty, place(spot), "this link has no words", "write words between [ and ]");
    }
    Address target = link_address(address);
    if (const auto* fault = std::get_if<AddressFault>(&target)) {
        sink_.error(code::link_scheme, place(spot), fault->message, fault->remedy);
        return Link{address};
    }
    return Link{std::get<std::string>(std::move(target))};
}

void InlineReader::next_line() {
    const std::size_t end = at_.rest().find('\n');
    if (end == std::string_view::npos) return;
    skip(end + 1);
    for (int quotes = 0;; ++quotes) {
        while (at_.peek() == ' ' || at_.peek() == '\t') at_.advance();
        if (quotes == quote_depth_ || at_.peek() != '>') return;
        at_.advance();
    }
}

void InlineReader::skip_space() {
    while (is_space(at_.peek()) && !at_.at_end()) at_.peek() == '\n' ? next_line() : at_.advance();
}

InlineReader::Tail InlineReader::skip_tail() {
    Tail tail;
    if (at_.peek() == '>') {  // <https://…>
        at_.advance();
        return tail;
    }
    if (at_.peek() != ']') return tail;
    at_.advance();
    if (at_.peek() != '(') return tail;
    at_.advance();
    skip_space();
    if (at_.peek() == '<') {
        while (!at_.at_end() && at_.peek() != '>') skip(at_.peek() == '\\' ? 2 : 1);
        at_.advance();
    } else {
        for (int depth = 0; !at_.at_end() && !is_space(at_.peek()); skip(at_.peek() == '\\' ? 2 : 1)) {
            if (at_.peek() == '(') ++depth;
            if (at_.peek() == ')' && --depth < 0) break;
        }
    }
    skip_space();
    const char opening = at_.peek();
    if (opening == '"' || opening == '\'' || opening == '(') {
        const char closing = opening == '(' ? ')' : opening;
        at_.advance();
        bool mark = true;
        while (!at_.at_end() && at_.peek() != closing) {
            if (mark)
                tail.title_marks.push_back({static_cast<std::uint32_t>(tail.title.size()), at_.place()});
            mark = false;
            if (at_.peek() == '\n') {
                tail.title += ' ';
                next_line();
                mark = true;
                continue;
            }
            if (at_.peek() == '\\') {
                tail.title += '\\';
                at_.advance();
            }
            const std::size_t from = at_.offset();
            at_.advance();
            tail.title += at_.source().text().substr(from, at_.offset() - from);
        }
        at_.advance();
        skip_space();
    }
    if (at_.peek() == ')') at_.advance();
    return tail;
}

InlineReader::Image InlineReader::read_image(cmark_node* image) {
    Image result{address_of(image), {}, {}, at_.place()};
    skip(2);
    const std::string_view around = std::exchange(notes_refused_in_, "a picture's alternative text");
    result.alternative = read(cmark_node_first_child(image));
    result.alternative.spans.clear();
    notes_refused_in_ = around;
    Tail tail = skip_tail();
    if (!tail.title.empty()) {
        result.caption =
            read_inline(SourceText::of_pieces(std::move(tail.title), std::move(tail.title_marks)),
                        references_, sink_, "a caption");
    }
    return result;
}

Text read_inline(const SourceText& source, References& references, Sink& sink, std::string_view where) {
    report_lines_run_together(source, sink);
    // Behind a full stop no text is a heading, a list or a quote, and emphasis opens as at the start of a
    // line.
    std::string text{'.'};
    text += source.text();
    std::replace(text.begin(), text.end(), '\n', ' ');
    const MarkdownTree tree = parse_markdown(text);
    cmark_node* paragraph = cmark_node_first_child(tree.get());
    InlineReader reader{Cursor{source}, 0, references, sink};
    reader.ignore(1);
    reader.refuse_notes_in(where);
    return reader.read(cmark_node_first_child(paragraph));
}

}  // namespace brochure::document
