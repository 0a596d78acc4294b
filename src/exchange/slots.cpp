#include "exchange/slots.hpp"

#include <algorithm>
#include <set>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "document/markdown/line_checks.hpp"
#include "exchange/lines.hpp"

namespace brochure::exchange {

using units::Kind;
using units::Unit;

namespace {

constexpr std::string_view blanks = " \t";

// Whether a backslash stands before this byte that is itself no escaped one.
bool is_escaped(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (count < at && text[at - count - 1] == '\\') ++count;
    return count % 2 == 1;
}

std::size_t find_plain(std::string_view text, char wanted, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == wanted && !is_escaped(text, at)) return at;
    }
    return std::string_view::npos;
}

// The length of "- ", "12. ", "### ", "[^id]: " or "[ ] " at the text's start, with the blanks behind it.
std::size_t opener_length(std::string_view text) {
    std::size_t at = 0;
    if (text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ")) {
        at = 1;
    } else if (text.starts_with("[ ] ") || text.starts_with("[x] ") || text.starts_with("[X] ")) {
        at = 3;
    } else if (text.starts_with("[^")) {
        const std::size_t end = text.find("]:");
        if (end != std::string_view::npos &&
            text.substr(0, end).find_first_of(" \t\n") == std::string_view::npos)
            at = end + 2;
    } else if (text.starts_with('#')) {
        at = std::min(text.find_first_not_of('#'), text.size());
        if (at < text.size() && blanks.find(text[at]) == std::string_view::npos) at = 0;
    } else {
        while (at < text.size() && base::is_ascii_digit(text[at])) ++at;
        const bool number =
            at > 0 && at + 1 < text.size() && (text[at] == '.' || text[at] == ')') && text[at + 1] == ' ';
        at = number ? at + 1 : 0;
    }
    if (at == 0) return 0;
    return std::min(text.find_first_not_of(blanks, at), text.size());
}

// What stands before a line's words: quotation signs, marks of lists, of a heading or a note.
struct Opening {
    std::size_t length = 0;
    int quotes = 0;
    std::string prefix;  // before further lines of the same paragraph
};

Opening opening_of(std::string_view line, std::size_t most) {
    Opening out;
    const auto take = [&](std::size_t length, bool as_blanks) {
        out.prefix += as_blanks ? std::string(length, ' ') : std::string{line.substr(out.length, length)};
        out.length += length;
    };
    while (out.length < most) {
        const std::string_view rest = line.substr(out.length);
        if (blanks.find(rest.front()) != std::string_view::npos) {
            take(1, false);
        } else if (rest.front() == '>') {
            ++out.quotes;
            take(rest.size() > 1 && rest[1] == ' ' ? 2 : 1, false);
        } else if (const std::size_t length = opener_length(rest);
                   length > 0 && out.length + length <= most) {
            take(length, true);
        } else {
            break;
        }
    }
    return out;
}

class Finder {
  public:
    Finder(std::string_view source, const std::vector<Unit>& units)
        : source_(source), lines_(source), strings_(front_matter_strings(source)) {
        for (const Unit& unit : units) {
            if (unit.place.line > 0) begun_.insert(unit.place.line - 1);
        }
    }

    std::optional<Slot> slot_of(const Unit& unit) {
        if (unit.place.line == 0 || unit.place.line > lines_.count()) return std::nullopt;
        line_ = unit.place.line - 1;
        at_ = lines_.offset_of(unit.place);
        Slot slot;
        slot.key = unit.key;
        const bool found = at_ < body_begin(source_) ? in_front_matter(slot) : in_body(unit.kind, slot);
        if (!found || slot.begin > slot.end) return std::nullopt;
        slot.lines_begin = lines_.begin(first_line_ ? *first_line_ : lines_.at(slot.begin));
        slot.lines_end = lines_.behind(
            last_line_ ? *last_line_ : lines_.at(slot.end == slot.begin ? slot.end : slot.end - 1));
        first_line_.reset();
        last_line_.reset();
        return slot;
    }

  private:
    static std::vector<TextRange> front_matter_strings(std::string_view source) {
        return toml_strings(source.substr(0, body_begin(source)));
    }

    bool in_front_matter(Slot& slot) {
        for (const TextRange& string : strings_) {
            if (at_ < string.begin || at_ >= string.end) continue;
            slot.begin = string.begin;
            slot.end = string.end;
            slot.setting.form = Form::toml;
            return true;
        }
        return false;
    }

    bool in_body(Kind kind, Slot& slot) {
        switch (kind) {
            case Kind::heading:
                return heading(slot);
            case Kind::call_out_title:
                return call_out_title(slot);
            case Kind::alternative:
            case Kind::caption:
                return figure(kind, slot);
            case Kind::table_head:
            case Kind::cell:
                return cell(kind, slot);
            default:
                return flow(slot);
        }
    }

    // From its first line to the line before an empty one, or before what else begins.
    bool flow(Slot& slot) {
        const std::string_view first = lines_.text(line_);
        const Opening opening = opening_of(first, at_ - lines_.begin(line_));
        std::size_t last = line_;
        while (last + 1 < lines_.count() && goes_on(last + 1, opening.quotes)) ++last;
        slot.begin = lines_.begin(line_) + opening.length;
        slot.end = end_of_words(last);
        slot.setting = {Form::flow, {}, opening.prefix};
        if (last == line_) return true;
        const std::string_view second = lines_.text(line_ + 1);
        slot.setting.prefix = second.substr(0, second.find_first_not_of("> \t"));
        for (std::size_t line = line_; line <= last; ++line) {
            const std::size_t begin =
                line == line_ ? slot.begin : lines_.begin(line) + lines_.text(line).find_first_not_of("> \t");
            slot.setting.former_lines.emplace_back(source_.substr(begin, end_of_words(line) - begin));
        }
        return true;
    }
    [[nodiscard]] bool goes_on(std::size_t line, int quotes) const {
        const std::string_view text = lines_.text(line);
        const std::size_t words = text.find_first_not_of("> \t");
        if (words == std::string_view::npos || begun_.contains(line)) return false;
        const auto deeper = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(words), '>');
        return deeper <= quotes && !text.substr(words).starts_with("<!--");
    }
    [[nodiscard]] std::size_t end_of_words(std::size_t line) const {
        const std::string_view text = lines_.text(line);
        return lines_.begin(line) + text.find_last_not_of(blanks) + 1;
    }

    // Without "{#id}" and closing "##".
    bool heading(Slot& slot) {
        const std::string_view text = lines_.text(line_);
        const Opening opening = opening_of(text, at_ - lines_.begin(line_));
        std::size_t end = text.find_last_not_of(blanks) + 1;
        const auto drop_blanks = [&] {
            while (end > opening.length && blanks.find(text[end - 1]) != std::string_view::npos) --end;
        };
        const std::size_t words = text.substr(0, end).find_last_not_of('#') + 1;
        if (words < end && words > opening.length && blanks.find(text[words - 1]) != std::string_view::npos)
            end = words;
        drop_blanks();
        if (const std::size_t id = text.substr(0, end).rfind("{#");
            id != std::string_view::npos && text[end - 1] == '}')
            end = id;
        drop_blanks();
        slot.begin = lines_.begin(line_) + opening.length;
        slot.end = lines_.begin(line_) + end;
        slot.setting.form = Form::line;
        if (text.find('#') == std::string_view::npos || text.find_first_not_of(blanks) != text.find('#'))
            last_line_ = std::min(line_ + 1, lines_.count() - 1);  // its line of dashes
        return true;
    }

    bool call_out_title(Slot& slot) {
        const std::string_view text = lines_.text(line_);
        const std::size_t kind = text.find("[!");
        const std::size_t end = kind == std::string_view::npos ? kind : text.find(']', kind);
        if (end == std::string_view::npos) return false;
        const std::size_t words = text.find_first_not_of(blanks, end + 1);
        if (words == std::string_view::npos) return false;
        slot.begin = lines_.begin(line_) + words;
        slot.end = end_of_words(line_);
        slot.setting.form = Form::line;
        return true;
    }

    // ![alternative](image "caption")
    bool figure(Kind kind, Slot& slot) {
        const std::size_t image = source_.rfind("![", at_);
        if (image == std::string_view::npos) return false;
        std::size_t close = image + 2;
        for (int depth = 1; close < source_.size(); ++close) {
            if (is_escaped(source_, close)) continue;
            if (source_[close] == '[') ++depth;
            if (source_[close] == ']' && --depth == 0) break;
        }
        const std::size_t end = find_plain(source_, ')', close);
        if (close >= source_.size() || !source_.substr(close).starts_with("](") ||
            end == std::string_view::npos)
            return false;
        first_line_ = lines_.at(image);
        last_line_ = lines_.at(end);
        if (kind == Kind::alternative) {
            slot.begin = image + 2;
            slot.end = close;
            slot.setting.form = Form::alternative;
            return true;
        }
        const std::size_t quote = source_.find_first_of("\"'", close);
        if (quote == std::string_view::npos || quote > at_) return false;
        const std::size_t closing = find_plain(source_, source_[quote], quote + 1);
        if (closing == std::string_view::npos) return false;
        slot.begin = quote;
        slot.end = closing + 1;
        slot.setting.form = Form::caption;
        return true;
    }

    bool cell(Kind kind, Slot& slot) {
        const std::string_view text = lines_.text(line_);
        const auto found = cell_of(text, column_of_key(slot.key));
        if (!found) return false;
        slot.begin = lines_.begin(line_) + found->begin;
        slot.end = lines_.begin(line_) + found->end;
        slot.setting.form = Form::cell;
        if (kind == Kind::table_head) last_line_ = std::min(line_ + 1, lines_.count() - 1);
        return true;
    }

    std::string_view source_;
    Lines lines_;
    std::vector<TextRange> strings_;
    std::set<std::size_t> begun_;
    std::size_t line_ = 0, at_ = 0;
    std::optional<std::size_t> first_line_, last_line_;  // of what comes and goes with it, if not its own
};

}  // namespace

std::vector<Slot> slots_of(std::string_view source, const std::vector<Unit>& units) {
    Finder finder{source, units};
    std::vector<Slot> slots;
    for (const Unit& unit : units) {
        if (auto slot = finder.slot_of(unit)) slots.push_back(*std::move(slot));
    }
    std::stable_sort(slots.begin(), slots.end(),
                     [](const Slot& a, const Slot& b) { return a.begin < b.begin; });
    return slots;
}

std::optional<TextRange> cell_of(std::string_view row, std::size_t column) {
    const std::size_t begin = std::min(row.find_first_not_of("> \t"), row.size());
    const std::string_view cells_alone = row.substr(begin);
    const std::vector<TextRange> cells = document::split_row(cells_alone);
    if (column == 0 || column > cells.size()) return std::nullopt;
    TextRange cell = cells[column - 1];
    while (cell.begin < cell.end && blanks.find(cells_alone[cell.begin]) != std::string_view::npos)
        ++cell.begin;
    while (cell.begin < cell.end && blanks.find(cells_alone[cell.end - 1]) != std::string_view::npos)
        --cell.end;
    return TextRange{cell.begin + static_cast<std::uint32_t>(begin),
                     cell.end + static_cast<std::uint32_t>(begin)};
}

std::size_t column_of_key(std::string_view key) {
    std::size_t at = key.size();
    while (at > 0 && base::is_ascii_digit(key[at - 1])) --at;
    if (at == key.size() || at == 0 || (key[at - 1] != 'c' && key[at - 1] != 'h')) return 0;
    std::size_t column = 0;
    for (const char c : key.substr(at)) column = column * 10 + static_cast<std::size_t>(c - '0');
    return column;
}

std::vector<TextRange> toml_strings(std::string_view toml) {
    std::vector<TextRange> out;
    for (std::size_t at = 0; at < toml.size(); ++at) {
        const char c = toml[at];
        if (c == '#') {
            at = std::min(toml.find('\n', at), toml.size());
        } else if (c == '"' || c == '\'') {
            const std::string_view fence =
                toml.substr(at, 3) == std::string(3, c) ? toml.substr(at, 3) : toml.substr(at, 1);
            std::size_t end = at + fence.size();
            while (end < toml.size() && !toml.substr(end).starts_with(fence))
                end += c == '"' && toml[end] == '\\' ? 2U : 1U;
            end = std::min(end + fence.size(), toml.size());
            // Quotation marks may stand right before those that close.
            while (fence.size() == 3 && end < toml.size() && toml[end] == c) ++end;
            out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
            at = end - 1;
        }
    }
    return out;
}

std::size_t body_begin(std::string_view source) {
    const Lines lines{source};
    for (std::size_t line = 1; line < lines.count(); ++line) {
        const std::string_view text = lines.text(line);
        if (text.starts_with("+++") && text.find_first_not_of(blanks, 3) == std::string_view::npos)
            return lines.behind(line);
    }
    return 0;
}

}  // namespace brochure::exchange
