#include "config/slips.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "config/bare_values.hpp"

namespace brochure::config {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool is_key_character(char c) {
    return base::is_ascii_letter(c) || base::is_ascii_digit(c) || c == '_' || c == '-';
}

constexpr std::array<std::string_view, 10> typographic{"“", "”", "„", "«", "»", "‘", "’", "‚", "‹", "›"};

// Walks the file statement by statement, more leniently than TOML, and stops at the first slip it knows.
class Walk {
  public:
    Walk(std::string_view text, std::size_t last_line) : text_(text), last_line_(last_line) {}

    std::optional<Slip> find() {
        if (text_.starts_with(base::byte_order_mark)) at_ = base::byte_order_mark.size();
        while (at_ < text_.size() && line_ <= last_line_) {
            skip_blanks();
            if (!at_line_end()) statement();
            if (slip_) return std::move(slip_);
            to_next_line();
        }
        return std::nullopt;
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }
    // As much of the line as a slip can be told by: a whole line of a megabyte must not be read for each
    // value.
    [[nodiscard]] std::string_view rest_of_line() const {
        constexpr std::size_t looked_at = 400;
        std::string_view line = rest().substr(0, looked_at);
        line = line.substr(0, line.find('\n'));
        while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
        return line;
    }
    [[nodiscard]] bool at_line_end() const { return at_ >= text_.size() || peek() == '\n' || peek() == '#'; }
    void skip_blanks() {
        while (is_blank(peek())) ++at_;
    }
    void to_next_line() {
        while (at_ < text_.size() && peek() != '\n') ++at_;
        if (at_ < text_.size()) step_line();
    }
    void step_line() {
        ++at_;
        ++line_;
    }
    void slip(std::size_t offset, std::string message, std::string remedy) {
        if (!slip_ && !gave_up_) slip_ = Slip{offset, std::move(message), std::move(remedy)};
    }

    void statement() {
        if (peek() == '[') {
            header();
            return;
        }
        const std::size_t start = at_;
        const std::string key = read_key();
        if (slip_) return;
        if (key.empty()) {
            slip(start, fmt::format("this line is no name = value: '{}'", shortened(rest_of_line())),
                 "put text between quotation marks behind a name and =, or remove the line");
            return;
        }
        key_ = key;
        ++at_;  // =
        skip_blanks();
        value(false);
        if (slip_) return;
        skip_blanks();
        if (!at_line_end()) behind_value();
    }

    // [name] and [[name]].
    void header() {
        const std::size_t start = at_;
        const std::string_view line = rest().substr(0, rest().find_first_of("\n#"));
        const bool doubled = line.starts_with("[[");
        const std::size_t opening = doubled ? 2 : 1;
        const std::size_t end = line.find(']');
        std::string_view name = line.substr(opening, end == std::string_view::npos ? end : end - opening);
        while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
        while (!name.empty() && is_blank(name.front())) name.remove_prefix(1);
        const std::string whole = doubled ? fmt::format("[[{}]]", name) : fmt::format("[{}]", name);
        std::string_view behind = end == std::string_view::npos ? "" : line.substr(end);
        const std::size_t closing = behind.starts_with("]]") ? 2 : behind.empty() ? 0 : 1;
        behind.remove_prefix(closing);
        if (closing != opening) {
            if (!doubled && closing == 2) {
                slip(start, fmt::format("'{}' opens with one bracket and closes with two", shortened(line)),
                     fmt::format("write [[{0}]] for one of several, or [{0}]", name));
            } else {
                slip(start, fmt::format("a bracket is missing: '{}'", shortened(rest_of_line())),
                     fmt::format("write {}", whole));
            }
            return;
        }
        if (behind.find_first_not_of(" \t\r") != std::string_view::npos) {
            slip(start + end + closing, fmt::format("behind {} something more stands on its line", whole),
                 "write it on the next line");
            return;
        }
        if (name.empty() || name.find(' ') != std::string_view::npos) {
            slip(start, fmt::format("'{}' is no name", name),
                 "write one word of the letters a to z: [[glossary]]");
        }
    }

    // The name before "=", which is left at that sign; empty if the line has none.
    std::string read_key() {
        const std::size_t start = at_;
        std::string key;
        while (is_key_character(peek()) || peek() == '.' || peek() == '"' || peek() == '\'') {
            if (peek() == '"' || peek() == '\'') {
                const std::size_t end = rest().find(peek(), 1);
                if (end == std::string_view::npos || end > rest_of_line().size()) return {};
                key += rest().substr(0, end + 1);
                at_ += end + 1;
            } else {
                key += text_[at_++];
            }
        }
        skip_blanks();
        if (peek() == '=' || key.empty()) return peek() == '=' ? key : std::string{};
        const std::string_view line = rest_of_line();
        const char first = line.empty() ? '\0' : line.front();
        if (first == ':') {
            slip(at_, fmt::format("behind '{}' stands a colon where = belongs", key),
                 fmt::format("write {} = …, with text between quotation marks", key));
            return {};
        }
        // Several words before "=": a name with spaces, or text that was left without quotation marks.
        const std::size_t equals = line.find('=');
        const bool words = equals != std::string_view::npos && equals <= 30 &&
                           std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(equals),
                                       [](char c) { return is_key_character(c) || is_blank(c); });
        if (words) {
            std::string name{text_.substr(start, at_ - start + equals)};
            while (!name.empty() && is_blank(name.back())) name.pop_back();
            std::string joined = name;
            std::replace_if(
                joined.begin(), joined.end(), [](char c) { return is_blank(c) || c == '-'; }, '_');
            slip(start, fmt::format("the name '{}' holds a space", name),
                 fmt::format("write {} = …", joined));
            return {};
        }
        const bool begins_value =
            first == '"' || first == '\'' || first == '[' || first == '{' || base::is_ascii_digit(first);
        if (begins_value || line.empty() || line == "true" || line == "false") {
            slip(at_, fmt::format("between '{}' and its value the = is missing", key),
                 fmt::format("write {} = …", key));
            return {};
        }
        at_ = start;
        return {};
    }

    // A value; within brackets it may be followed by a comma and more lines.
    void value(bool inside) {
        constexpr int deepest = 32;  // as toml++ goes; what is nested deeper is told in its words
        if (depth_ == deepest) {
            gave_up_ = true;
            at_ = text_.size();
            return;
        }
        ++depth_;
        one_value(inside);
        --depth_;
    }

    void one_value(bool inside) {
        if (rest().starts_with("\"\"\"") || rest().starts_with("'''")) {
            long_text();
        } else if (peek() == '"' || peek() == '\'') {
            short_text(inside);
        } else if (peek() == '[') {
            list();
        } else if (peek() == '{') {
            inline_table();
        } else {
            bare(inside);
        }
    }

    void long_text() {
        const std::size_t start = at_;
        const std::string_view mark = rest().substr(0, 3);
        at_ += 3;
        while (at_ < text_.size() && !rest().starts_with(mark)) {
            if (peek() == '\\' && mark.front() == '"') {
                check_escape(true);
                if (slip_) return;
                ++at_;
            }
            if (peek() == '\n') ++line_;
            ++at_;
        }
        if (at_ >= text_.size()) {
            slip(start, fmt::format("the text that opens with {} here is never closed", mark),
                 fmt::format("write {} at its end too", mark));
            return;
        }
        at_ += 3;
        for (int more = 0; more < 2 && peek() == mark.front(); ++more) ++at_;
    }

    void short_text(bool inside) {
        const std::size_t start = at_;
        const char mark = peek();
        for (++at_; at_ < text_.size() && peek() != '\n'; ++at_) {
            if (peek() == mark) {
                ++at_;
                inner_quotes(start, mark, inside);
                return;
            }
            if (peek() == '\\' && mark == '"') {
                check_escape(false);
                if (slip_) return;
                ++at_;
            }
        }
        slip(
            start, "the text that opens here is not closed on its line",
            fmt::format("put {0} at its end; a text over several lines has {0}{0}{0} before it and behind it",
                        mark));
    }

    // Behind a closing mark: more words, and a mark again, are a text with quotation marks in it.
    void inner_quotes(std::size_t start, char mark, bool inside) {
        skip_blanks();
        const std::string_view line = rest_of_line();
        if (line.empty() || line.front() == '#') return;
        if (inside &&
            (line.front() == ',' || line.front() == ']' || line.front() == '}' || line.front() == mark))
            return;
        const std::string_view words = line.substr(0, line.find(inside ? ',' : '\0'));
        if (words.find(mark) != std::string_view::npos) {
            slip(at_, "the text goes on behind its closing quotation mark",
                 "write the marks within a text as “ ”, or with a backslash: \\\"");
        } else if (mark == '\'') {
            slip(at_, "an apostrophe ends this text early", "put \" at both ends: \"…\"");
        } else {
            slip(start, fmt::format("'{}' stands behind the closing quotation mark", shortened(words)),
                 "put all of the text between the marks, or a # before a remark");
        }
    }

    // A backslash at at_: one of TOML's, or what was typed in good faith.
    void check_escape(bool over_lines) {
        const char next = peek(1);
        if (std::string_view{"btnfr\"\\uU"}.find(next) != std::string_view::npos && next != '\0') return;
        if (over_lines && (next == '\n' || is_blank(next))) return;
        const std::size_t length = next == '\0' ? 0 : base::code_point_at(text_, at_ + 1).length;
        slip(at_, fmt::format("'{}' has a meaning that TOML does not know", text_.substr(at_, 1 + length)),
             "write \\\\ for a backslash, and / in the path of a file");
    }

    void list() {
        const std::size_t start = at_++;
        bool comma = true;  // before the next value, or none is needed
        while (at_ < text_.size()) {
            skip_blanks();
            if (peek() == '\n') {
                step_line();
                if (opens_a_statement()) break;
            } else if (peek() == '#') {
                while (at_ < text_.size() && peek() != '\n') ++at_;
            } else if (peek() == ']') {
                ++at_;
                return;
            } else if (peek() == ',') {
                if (comma) {
                    slip(at_, "a comma stands here without a value before it", "remove it");
                    return;
                }
                comma = true;
                ++at_;
            } else if (!comma) {
                slip(at_, "between two values of the list a comma is missing",
                     "put a comma behind each value");
                return;
            } else {
                comma = false;
                value(true);
                if (slip_) return;
            }
        }
        slip(start, "the list that opens here is never closed", "put ] behind its last value");
    }

    // At the start of a line within a list: "name =" or "[[name]]" can only be what follows the list.
    [[nodiscard]] bool opens_a_statement() const {
        const std::string_view line = rest_of_line();
        if (line.starts_with("[[") && line.size() > 2 && is_key_character(line[2]) &&
            line.find(',') == line.npos)
            return true;
        std::size_t end = 0;
        while (end < line.size() && is_key_character(line[end])) ++end;
        if (end == 0)
            return line.starts_with("[") && line.size() > 1 && is_key_character(line[1]) &&
                   line.find(',') == line.npos && line.ends_with("]") &&
                   line.find_first_of("0123456789\"'", 1) != 1;
        while (end < line.size() && is_blank(line[end])) ++end;
        return end < line.size() && line[end] == '=';
    }

    void inline_table() {
        const std::size_t start = at_++;
        const std::string outer = key_;
        bool comma = true;
        while (at_ < text_.size()) {
            skip_blanks();
            if (peek() == '}') {
                ++at_;
                key_ = outer;
                return;
            }
            if (peek() == '\n' || peek() == '#') {
                slip(
                    start, "what stands between { and } goes on beyond its line",
                    fmt::format("write it on one line, or open it with a line [{}] above its values", outer));
                return;
            }
            if (peek() == ',') {
                ++at_;
                comma = true;
                continue;
            }
            if (!comma) {
                slip(at_, "between two values a comma is missing", "put a comma before this one");
                return;
            }
            comma = false;
            const std::size_t at = at_;
            key_ = read_key();
            if (slip_) return;
            if (key_.empty()) {
                slip(at, "between { and } each value has its name: { name = value }",
                     "write the name and = before it");
                return;
            }
            ++at_;
            skip_blanks();
            value(true);
            if (slip_) return;
        }
        slip(start, "the { that opens here is never closed", "put } behind the last value");
    }

    void bare(bool inside) {
        const std::size_t start = at_;
        for (const std::string_view mark : typographic) {
            if (!rest().starts_with(mark)) continue;
            slip(start,
                 fmt::format("{} is a typographic quotation mark, and TOML knows the straight ones", mark),
                 fmt::format("write {}\"…\" with straight marks at both ends; within the text “ ” may stand",
                             inside ? "" : key_ + " = "));
            return;
        }
        std::string_view word = rest().substr(0, rest().find_first_of(inside ? ",]}#\n" : "#\n"));
        while (!word.empty() && is_blank(word.back())) word.remove_suffix(1);
        // 1,5: a comma amid figures is a decimal's, unless it parts the values of a list.
        const std::size_t comma = word.find(',');
        if (!inside && comma != std::string_view::npos && comma > 0 && comma + 1 < word.size() &&
            word.find_first_not_of("+-0123456789,") == std::string_view::npos) {
            std::string pointed{word};
            pointed[comma] = '.';
            slip(start, fmt::format("'{}' has a decimal comma", word), fmt::format("write {}", pointed));
            return;
        }
        if (auto fault = bare_fault(word, inside ? std::string_view{} : std::string_view{key_})) {
            slip(start, std::move(fault->message), std::move(fault->remedy));
            return;
        }
        at_ = start + word.size();
    }

    void behind_value() {
        slip(at_, fmt::format("'{}' stands behind the value of '{}'", shortened(rest_of_line()), key_),
             "put it on a line of its own, or a # before a remark");
    }

    static std::string shortened(std::string_view words) {
        constexpr std::size_t most = 40;
        if (words.size() <= most) return std::string{words};
        return std::string{words.substr(0, base::code_point_start(words, most))} + "…";
    }

    std::string_view text_;
    std::size_t last_line_;
    std::size_t at_ = 0, line_ = 1;
    int depth_ = 0;
    bool gave_up_ = false;
    std::string key_;
    std::optional<Slip> slip_;
};

}  // namespace

std::optional<Slip> find_slip(std::string_view text, std::size_t last_line) {
    return Walk{text, last_line}.find();
}

std::string explained(std::string_view description) {
    // "Error while parsing key: cannot redefine existing string 'title'"
    constexpr std::string_view again = "cannot redefine existing ";
    if (const std::size_t at = description.find(again); at != std::string_view::npos) {
        const std::size_t open = description.find('\'', at), close = description.rfind('\'');
        if (open != std::string_view::npos && close > open) {
            return fmt::format("'{}' is given for the second time here",
                               description.substr(open + 1, close - open - 1));
        }
    }
    return std::string{description};
}

}  // namespace brochure::config
