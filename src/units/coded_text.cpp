#include "units/coded_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <system_error>
#include <variant>

namespace brochure::units {

using document::Span;
using document::SpanMeaning;
using document::Text;

namespace {

// How alike two marks are: another target of the same kind is the same mark if nothing is nearer.
enum class Likeness { none, kind, target };

Likeness likeness(const SpanMeaning& a, const SpanMeaning& b) {
    if (a.index() != b.index()) return Likeness::none;
    const auto same_target = [&b]<class Meaning>(const Meaning& mine) {
        const auto& other = std::get<Meaning>(b);
        if constexpr (requires { mine.address; }) return mine.address == other.address;
        if constexpr (requires { mine.heading; }) return mine.heading == other.heading;
        if constexpr (requires { mine.language; }) return mine.language == other.language;
        if constexpr (requires { mine.footnote; }) return mine.footnote == other.footnote;
        if constexpr (requires { mine.sources; }) return mine.sources == other.sources;
        return true;
    };
    return std::visit(same_target, a) ? Likeness::target : Likeness::kind;
}

// Gives each span of a text its number.
class Numbering {
  public:
    explicit Numbering(std::vector<SpanMeaning> known)
        : marks_(std::move(known)), taken_(marks_.size(), false) {}

    std::size_t number_of(const SpanMeaning& meaning) {
        for (const Likeness wanted : {Likeness::target, Likeness::kind}) {
            for (std::size_t i = 0; i < marks_.size(); ++i) {
                if (taken_[i] || likeness(marks_[i], meaning) < wanted) continue;
                taken_[i] = true;
                marks_[i] = meaning;
                return i + 1;
            }
        }
        marks_.push_back(meaning);
        taken_.push_back(true);
        return marks_.size();
    }
    std::vector<SpanMeaning> take() && { return std::move(marks_); }

  private:
    std::vector<SpanMeaning> marks_;
    std::vector<bool> taken_;
};

void append_escaped(std::string& out, std::string_view words) {
    for (const char c : words) {
        out += c;
        if (c == '{' || c == '}') out += c;
    }
}

CodedText with_numbers(const Text& text, Numbering numbering) {
    struct Open {
        std::uint32_t end = 0;
        std::size_t number = 0;
    };
    CodedText out;
    std::vector<Open> open;
    std::uint32_t at = 0;
    const auto words_up_to = [&](std::uint32_t end) {
        append_escaped(out.words, std::string_view{text.utf8}.substr(at, end - at));
        at = end;
    };
    const auto close_up_to = [&](std::uint32_t offset) {
        for (; !open.empty() && open.back().end <= offset; open.pop_back()) {
            words_up_to(open.back().end);
            out.words += fmt::format("{{/{}}}", open.back().number);
        }
    };
    for (const Span& span : text.spans) {
        close_up_to(span.range.begin);
        words_up_to(span.range.begin);
        const std::size_t number = numbering.number_of(span.meaning);
        if (is_point(span.meaning)) {
            out.words += fmt::format("{{{}/}}", number);
            at = std::max(at, span.range.end);  // a line's end has a character of its own
        } else {
            out.words += fmt::format("{{{}}}", number);
            open.push_back({span.range.end, number});
        }
    }
    const auto size = static_cast<std::uint32_t>(text.utf8.size());
    close_up_to(size);
    words_up_to(size);
    out.marks = std::move(numbering).take();
    return out;
}

}  // namespace

bool is_point(const SpanMeaning& meaning) {
    return std::holds_alternative<document::FootnoteMark>(meaning) ||
           std::holds_alternative<document::Citation>(meaning) ||
           std::holds_alternative<document::LineBreak>(meaning);
}

CodedText coded(const Text& text) { return with_numbers(text, Numbering{{}}); }

CodedText coded(const Text& text, const CodedText& master) {
    return with_numbers(text, Numbering{master.marks});
}

std::optional<std::vector<CodedPiece>> pieces_of(std::string_view words) {
    using Kind = CodedPiece::Kind;
    std::vector<CodedPiece> pieces;
    const auto add = [&](char c) {
        if (pieces.empty() || pieces.back().kind != Kind::words) pieces.push_back({Kind::words, {}, 0});
        pieces.back().words += c;
    };
    for (std::size_t at = 0; at < words.size(); ++at) {
        const char c = words[at];
        if ((c == '{' || c == '}') && at + 1 < words.size() && words[at + 1] == c) {
            add(words[++at]);
        } else if (c == '}') {
            return std::nullopt;
        } else if (c != '{') {
            add(c);
        } else {
            const std::size_t end = words.find('}', at);
            if (end == std::string_view::npos) return std::nullopt;
            std::string_view inside = words.substr(at + 1, end - at - 1);
            CodedPiece mark{Kind::opening, {}, 0};
            if (inside.starts_with('/')) {
                mark.kind = Kind::closing;
                inside.remove_prefix(1);
            } else if (inside.ends_with('/')) {
                mark.kind = Kind::point;
                inside.remove_suffix(1);
            }
            const auto [read, failed] =
                std::from_chars(inside.data(), inside.data() + inside.size(), mark.number);
            if (failed != std::errc{} || read != inside.data() + inside.size() || mark.number == 0)
                return std::nullopt;
            pieces.push_back(std::move(mark));
            at = end;
        }
    }
    return pieces;
}

std::string words_of(const std::vector<CodedPiece>& pieces) {
    using Kind = CodedPiece::Kind;
    std::string words;
    for (const CodedPiece& piece : pieces) {
        if (piece.kind == Kind::words)
            append_escaped(words, piece.words);
        else
            words += fmt::format("{{{}{}{}}}", piece.kind == Kind::closing ? "/" : "", piece.number,
                                 piece.kind == Kind::point ? "/" : "");
    }
    return words;
}

CodedText renumbered(const CodedText& text, const CodedText& master) {
    auto pieces = pieces_of(text.words);
    if (!pieces) return text;
    Numbering numbering{master.marks};
    std::vector<std::size_t> numbers(text.marks.size(), 0);
    for (CodedPiece& piece : *pieces) {
        if (piece.kind == CodedPiece::Kind::words) continue;
        if (piece.number > numbers.size()) return text;
        std::size_t& number = numbers[piece.number - 1];
        if (number == 0) number = numbering.number_of(text.marks[piece.number - 1]);
        piece.number = number;
    }
    return {words_of(*pieces), std::move(numbering).take()};
}

std::string described(const SpanMeaning& meaning, const document::Document& document) {
    struct Describe {
        const document::Document& document;
        std::string operator()(const document::Strong&) const { return "bold"; }
        std::string operator()(const document::Emphasis&) const { return "emphasis"; }
        std::string operator()(const document::Link& link) const { return "link to " + link.address; }
        std::string operator()(const document::CrossReference& reference) const {
            return fmt::format("reference to '{}'", reference.heading);
        }
        std::string operator()(const document::Foreign& foreign) const {
            return fmt::format("words in '{}'", foreign.language);
        }
        std::string operator()(const document::FootnoteMark& mark) const {
            return fmt::format("note '{}'", document.footnotes[mark.footnote].id);
        }
        std::string operator()(const document::Citation& citation) const {
            std::string names;
            for (const std::size_t source : citation.sources)
                names += (names.empty() ? "" : ", ") + document.sources[source].id;
            return fmt::format("source '{}'", names);
        }
        std::string operator()(const document::LineBreak&) const { return "end of a line"; }
        std::string operator()(const document::Raised& raised) const {
            return raised.below ? "below the line" : "raised";
        }
    };
    return std::visit(Describe{document}, meaning);
}

std::string plain_words(const CodedText& text) {
    std::string out;
    for (std::size_t i = 0; i < text.words.size(); ++i) {
        const char c = text.words[i];
        if (c != '{' && c != '}') {
            out += c;
        } else if (i + 1 < text.words.size() && text.words[i + 1] == c) {
            out += c;
            ++i;
        } else {
            while (i < text.words.size() && text.words[i] != '}') ++i;
        }
    }
    return out;
}

}  // namespace brochure::units
