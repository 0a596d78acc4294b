#include "exchange/markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>
#include <variant>

#include "base/ascii.hpp"

namespace brochure::exchange {

using document::Document;
using document::SpanMeaning;
using units::CodedPiece;

namespace {

// The two strings around a mark's words.
struct Written {
    const Document& document;
    std::pair<std::string, std::string> operator()(const document::Strong&) const { return {"**", "**"}; }
    std::pair<std::string, std::string> operator()(const document::Emphasis&) const { return {"*", "*"}; }
    std::pair<std::string, std::string> operator()(const document::Link& link) const {
        return {"[", fmt::format("]({})", link.address)};
    }
    std::pair<std::string, std::string> operator()(const document::CrossReference& reference) const {
        return {"[", fmt::format("](#{})", reference.heading)};
    }
    std::pair<std::string, std::string> operator()(const document::Foreign& foreign) const {
        return {"[", fmt::format("]{{lang={}}}", foreign.language)};
    }
    std::pair<std::string, std::string> operator()(const document::FootnoteMark& mark) const {
        return {fmt::format("[^{}]", document.footnotes[mark.footnote].id), {}};
    }
    std::pair<std::string, std::string> operator()(const document::Citation& citation) const {
        std::string ids;
        for (const std::size_t source : citation.sources)
            ids += fmt::format("{}@{}", ids.empty() ? "" : "; ", document.sources[source].id);
        return {fmt::format("[{}]", ids), {}};
    }
    std::pair<std::string, std::string> operator()(const document::LineBreak&) const { return {}; }
    std::pair<std::string, std::string> operator()(const document::Raised& raised) const {
        return raised.below ? std::pair{"~", "~"} : std::pair{"^", "^"};
    }
};

Mark mark_of(const SpanMeaning& meaning, const Document& document) {
    Mark mark;
    std::tie(mark.opening, mark.closing) = std::visit(Written{document}, meaning);
    mark.told = units::described(meaning, document);
    mark.point = units::is_point(meaning);
    mark.line_end = std::holds_alternative<document::LineBreak>(meaning);
    mark.optional = std::holds_alternative<document::Foreign>(meaning);
    return mark;
}

// Notes are counted in the order of their mentions, which may be another in a translation.
std::vector<SpanMeaning> with_notes_of(std::vector<SpanMeaning> marks, const Document& own,
                                       const Document& master) {
    for (SpanMeaning& meaning : marks) {
        auto* const note = std::get_if<document::FootnoteMark>(&meaning);
        if (note == nullptr) continue;
        const std::string& id = own.footnotes[note->footnote].id;
        const auto found = std::find_if(master.footnotes.begin(), master.footnotes.end(),
                                        [&](const document::Footnote& one) { return one.id == id; });
        note->footnote = found != master.footnotes.end()
                             ? static_cast<std::size_t>(found - master.footnotes.begin())
                             : master.footnotes.size() + note->footnote;
    }
    return marks;
}

bool is_word_byte(char c) {
    return base::is_ascii_letter(c) || base::is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Puts words together, escaping what would be markup where they stand.
class Writer {
  public:
    explicit Writer(const Setting& setting) : setting_(setting) {}

    void words(std::string_view text) {
        const auto tildes = std::count(text.begin(), text.end(), '~');
        for (std::size_t at = 0; at < text.size(); ++at) {
            const char c = text[at];
            if (line_begins_ && c == ' ') continue;
            const bool after_word = at > 0 && is_word_byte(text[at - 1]);
            const bool before_word = at + 1 < text.size() && is_word_byte(text[at + 1]);
            if (is_sign(c, after_word && before_word) || (c == '~' && tildes > 1) ||
                (c == '&' && is_entity(text.substr(at))) || (line_begins_ && opens_block(text.substr(at))))
                out_ += '\\';
            else if (line_begins_ && base::is_ascii_digit(c)) {
                at = number(text, at);
                continue;
            }
            line_begins_ = false;
            out_ += c;
        }
    }
    void mark(std::string_view written) {
        // The reader sets a source close behind its word; authors write a space before it.
        if (written.starts_with("[@") && !out_.empty() && takes_space(out_.back())) out_ += ' ';
        out_ += written;
        line_begins_ = false;
    }
    void end_line() {
        if (setting_.form == Form::cell) {
            out_ += "<br>";
        } else {
            out_ += "\\\n" + setting_.prefix;
            line_begins_ = true;
        }
    }
    std::string take() && { return std::move(out_); }

  private:
    // Not behind Han, which has none, nor within brackets.
    static bool takes_space(char c) {
        return static_cast<unsigned char>(c) < 0x80 &&
               std::string_view{" \n([{"}.find(c) == std::string_view::npos;
    }
    [[nodiscard]] bool is_sign(char c, bool inside_word) const {
        if (std::string_view{"\\*[]`<^{"}.find(c) != std::string_view::npos) return true;
        if (c == '_') return !inside_word;
        if (c == '|') return setting_.form == Form::cell;
        return c == '"' && setting_.form == Form::caption;
    }
    // "&amp;", "&#160;"
    static bool is_entity(std::string_view text) {
        const std::size_t end = text.find_first_of("; ");
        return end != std::string_view::npos && end > 1 && text[end] == ';';
    }
    static bool opens_block(std::string_view text) {
        constexpr std::string_view openers = "#>+-=|:";
        return openers.find(text.front()) != std::string_view::npos;
    }
    // A line's first number with a point behind it would begin a list.
    std::size_t number(std::string_view text, std::size_t at) {
        line_begins_ = false;
        while (at < text.size() && base::is_ascii_digit(text[at])) out_ += text[at++];
        if (at < text.size() && (text[at] == '.' || text[at] == ')') &&
            (at + 1 == text.size() || text[at + 1] == ' '))
            out_ += '\\';
        return at - 1;
    }

    const Setting& setting_;
    std::string out_;
    bool line_begins_ = true;
};

// Whether a sentence ends before this space; marks and quotation marks may close behind it.
bool ends_sentence(std::string_view before) {
    constexpr std::string_view closing = "*_)]\"'";
    static constexpr std::array<std::string_view, 3> quotes{"”", "’", "»"};
    for (bool again = true; again;) {
        again = false;
        while (!before.empty() && closing.find(before.back()) != std::string_view::npos)
            before.remove_suffix(1), again = true;
        for (const std::string_view quote : quotes) {
            if (!before.ends_with(quote)) continue;
            before.remove_suffix(quote.size());
            again = true;
        }
    }
    constexpr std::string_view ends = ".!?";
    return !before.empty() && (ends.find(before.back()) != std::string_view::npos || before.ends_with("…"));
}

// A line that begins so would be something else than a sentence.
bool may_begin_line(std::string_view text) {
    return !text.empty() && (is_word_byte(text.front()) || text.front() == '*' || text.front() == '[') &&
           !base::is_ascii_digit(text.front()) && !text.starts_with("* ");
}

// Where the first sentence ends, before its space; all of it if there is but one.
std::size_t sentence_length(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == ' ' && ends_sentence(text.substr(0, at)) && may_begin_line(text.substr(at + 1)))
            return at;
    }
    return text.size();
}

// The former line that this text begins with; 0 if none does.
std::size_t former_length(std::string_view text, const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
        const std::string_view rest = text.substr(std::min(line.size(), text.size()));
        if (text.starts_with(line) &&
            (rest.empty() || (rest.front() == ' ' && may_begin_line(rest.substr(1)))))
            return line.size();
    }
    return 0;
}

std::string in_lines(std::string_view text, const Setting& setting) {
    std::string out;
    while (!text.empty()) {
        const std::size_t former = former_length(text, setting.former_lines);
        const std::size_t length = former > 0 ? former : sentence_length(text);
        if (!out.empty()) out += '\n' + setting.prefix;
        out += text.substr(0, length);
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return out;
}

}  // namespace

std::vector<Mark> marks_of(const std::vector<SpanMeaning>& marks, const Document& document) {
    std::vector<Mark> out;
    for (const SpanMeaning& meaning : marks) out.push_back(mark_of(meaning, document));
    return out;
}

NumberedText numbered_as(const units::CodedText& translation, const Document& own,
                         const units::CodedText& master, const Document& master_document) {
    const units::CodedText both = units::renumbered(
        {translation.words, with_notes_of(translation.marks, own, master_document)}, master);
    NumberedText out{both.words, {}};
    for (const SpanMeaning& meaning : both.marks) {
        const auto* const note = std::get_if<document::FootnoteMark>(&meaning);
        const std::size_t notes = master_document.footnotes.size();
        if (note != nullptr && note->footnote >= notes) {
            out.marks.push_back(mark_of(document::FootnoteMark{note->footnote - notes}, own));
        } else {
            out.marks.push_back(mark_of(meaning, master_document));
        }
    }
    return out;
}

std::string mark_fault(std::string_view words, const std::vector<Mark>& marks, std::size_t required) {
    const auto pieces = units::pieces_of(words);
    if (!pieces) return "a brace belongs to no mark; write {{ for the sign itself";
    std::vector<int> met(marks.size(), 0);
    std::vector<std::size_t> open;
    for (const CodedPiece& piece : *pieces) {
        if (piece.kind == CodedPiece::Kind::words) continue;
        if (piece.number > marks.size())
            return fmt::format("there is no mark {{{}}} in the master text", piece.number);
        const Mark& mark = marks[piece.number - 1];
        if (mark.point != (piece.kind == CodedPiece::Kind::point))
            return fmt::format("the mark {} ({}) is written {{{}{}}}", piece.number, mark.told, piece.number,
                               mark.point ? "/" : "");
        if (piece.kind == CodedPiece::Kind::closing) {
            if (open.empty() || open.back() != piece.number)
                return fmt::format("{{/{}}} ({}) closes nothing here", piece.number, mark.told);
            open.pop_back();
            continue;
        }
        if (++met[piece.number - 1] > 1)
            return fmt::format("the mark {} ({}) stands here twice", piece.number, mark.told);
        if (piece.kind == CodedPiece::Kind::opening) open.push_back(piece.number);
    }
    if (!open.empty())
        return fmt::format("{{/{}}} ({}) is missing", open.back(), marks[open.back() - 1].told);
    for (std::size_t i = 0; i < std::min(required, marks.size()); ++i) {
        if (met[i] == 0 && !marks[i].optional)
            return fmt::format("the mark {} ({}) is missing", i + 1, marks[i].told);
    }
    return {};
}

std::string as_markdown(const NumberedText& text, const Setting& setting) {
    Writer writer{setting};
    for (const CodedPiece& piece : units::pieces_of(text.words).value_or(std::vector<CodedPiece>{})) {
        if (piece.kind == CodedPiece::Kind::words) {
            writer.words(piece.words);
            continue;
        }
        const Mark& mark = text.marks.at(piece.number - 1);
        if (mark.line_end) {
            writer.end_line();
        } else {
            writer.mark(piece.kind == CodedPiece::Kind::closing ? mark.closing : mark.opening);
        }
    }
    std::string out = std::move(writer).take();
    while (out.ends_with(' ')) out.pop_back();
    return setting.former_lines.empty() || setting.form != Form::flow ? out : in_lines(out, setting);
}

}  // namespace brochure::exchange
