// toml++ is seen here only. Five invalid inputs run into its assertions, which must not end the program: it
// reports them as syntax errors once its assertions are compiled out.
#ifdef NDEBUG
#define BROCHURE_NDEBUG_WAS_SET
#else
#define NDEBUG
#endif
#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_MAX_NESTED_VALUES 32
#include <toml++/toml.h>
#ifndef BROCHURE_NDEBUG_WAS_SET
#undef NDEBUG
#endif

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "config/node.hpp"
#include "diag/codes.hpp"

namespace brochure::config {

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int most_key_parts = 32;  // toml++ recurses once for each part of a dotted key

Place place_in(std::string_view text, std::size_t offset, const std::string& file, std::uint32_t first_line) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    return {file, first_line + lines, base::column_of(text.substr(line_start), offset - line_start)};
}

// The offset behind the string that opens at `at`; a one-line string that is not closed ends with its line.
std::size_t behind_string(std::string_view text, std::size_t at) {
    const char quote = text[at];
    const std::string triple(3, quote);
    const bool multiline = text.substr(at, 3) == triple;
    at += multiline ? 3 : 1;
    while (at < text.size()) {
        if (quote == '"' && text[at] == '\\') {
            at += 2;
        } else if (multiline ? text.substr(at, 3) == triple : text[at] == quote) {
            return at + (multiline ? 3 : 1);
        } else if (!multiline && text[at] == '\n') {
            return at;
        } else {
            ++at;
        }
    }
    return text.size();
}

// What toml++ must not meet: it would overflow the stack, or run past code that it holds to be unreachable.
struct Fault {
    std::size_t offset = 0;
    std::string message, remedy;
};

std::optional<Fault> find_fault(std::string_view text) {
    int dots = 0;
    for (std::size_t at = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = behind_string(text, at);
            continue;
        }
        if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        if (static_cast<unsigned char>(c) >= 0x80) {
            const std::string_view character = text.substr(at, base::code_point_at(text, at).length);
            return Fault{at, fmt::format("'{}' stands outside the quotation marks", character),
                         "put text between straight quotation marks: \"…\"; keys have the letters a to z"};
        }
        if (c == '.') {
            if (++dots > most_key_parts) {
                return Fault{at, fmt::format("this key has more than {} parts", most_key_parts),
                             "shorten the key"};
            }
        } else if (c == '\n' || c == '=' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}') {
            dots = 0;
        }
        ++at;
    }
    return std::nullopt;
}

// Byte offsets of lines and columns; quick when asked in the order of the text.
class Offsets {
  public:
    explicit Offsets(std::string_view text) : text_(text) {
        if (text.starts_with(byte_order_mark)) line_starts_.front() = byte_order_mark.size();
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
            line_starts_.push_back(at + 1);
        }
    }

    std::size_t at(const toml::source_position& position) {
        if (position.line != line_ || position.column < column_) {
            line_ = position.line;
            column_ = 1;
            offset_ = line_starts_[std::min<std::size_t>(position.line, line_starts_.size()) - 1];
        }
        for (; column_ < position.column && offset_ < text_.size(); ++column_) {
            offset_ += base::code_point_at(text_, offset_).length;
        }
        return offset_;
    }

  private:
    std::string_view text_;
    std::vector<std::size_t> line_starts_{0};
    toml::source_index line_ = 0, column_ = 1;
    std::size_t offset_ = 0;
};

class Converter {
  public:
    Converter(std::shared_ptr<const std::string> source, std::string file, std::uint32_t first_line,
              Sink& sink)
        : source_(std::move(source)),
          offsets_(*source_),
          file_(std::move(file)),
          first_line_(first_line),
          sink_(sink) {}

    Node convert(const toml::node& from) {
        Node node;
        node.place = place(from.source());
        if (const auto* table = from.as_table()) {
            node.content = entries(*table);
        } else if (const auto* array = from.as_array()) {
            Node::Array values;
            values.reserve(array->size());
            for (const toml::node& value : *array) values.push_back(convert(value));
            node.content = std::move(values);
        } else if (const auto* string = from.as_string()) {
            check_characters(string->get(), node.place);
            node.content = string->get();
            node.source = source_;
            node.offset = offsets_.at(from.source().begin);
        } else if (const auto* integer = from.as_integer()) {
            node.content = integer->get();
        } else if (const auto* number = from.as_floating_point()) {
            node.content = number->get();
        } else if (const auto* boolean = from.as_boolean()) {
            node.content = boolean->get();
        } else if (const auto* date = from.as_date()) {
            node.content = base::Date{date->get().year, date->get().month, date->get().day};
        } else {
            node.content = Node::Time{};
        }
        return node;
    }

    [[nodiscard]] Place place(const toml::source_region& region) const {
        return {file_, region.begin.line + first_line_ - 1, region.begin.column};
    }

  private:
    Node::Entries entries(const toml::table& table) {
        Node::Entries list;
        list.reserve(table.size());
        for (const auto& [key, value] : table) {
            list.push_back({std::string{key.str()}, place(key.source()), convert(value)});
        }
        std::stable_sort(list.begin(), list.end(),
                         [](const Entry& a, const Entry& b) { return a.place < b.place; });
        return list;
    }

    void check_characters(std::string_view text, const Place& at) {
        const auto found = std::find_if(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == '\x7F';
        });
        if (found == text.end()) return;
        sink_.error(
            diag::code::character_forbidden, at,
            fmt::format("this text holds the control character U+{:04X}", static_cast<unsigned>(*found)),
            "remove the escape that makes it");
    }

    std::shared_ptr<const std::string> source_;
    Offsets offsets_;
    std::string file_;
    std::uint32_t first_line_;
    Sink& sink_;
};

}  // namespace

std::optional<Table> parse(std::string_view text, const std::string& shown_file, std::uint32_t first_line,
                           Sink& sink) {
    if (text.size() > largest_file) {
        sink.error(diag::code::file_too_large, {shown_file, first_line, 1},
                   fmt::format("this TOML text has {} bytes, the limit is {}", text.size(), largest_file),
                   "split it, or move texts to the Markdown file");
        return std::nullopt;
    }
    if (const auto invalid = base::first_invalid_utf8(text)) {
        sink.error(diag::code::not_utf8, place_in(text, *invalid, shown_file, first_line),
                   fmt::format("the byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[*invalid])),
                   "save the file as UTF-8");
        return std::nullopt;
    }
    // Up to a fault the text is parsed all the same, for an earlier mistake explains more.
    const std::optional<Fault> fault = find_fault(text);
    const auto source =
        std::make_shared<const std::string>(text.substr(0, fault ? fault->offset : text.size()));
    const toml::parse_result parsed = toml::parse(std::string_view{*source});
    Converter converter{source, shown_file, first_line, sink};
    if (fault) {
        const Place place = place_in(text, fault->offset, shown_file, first_line);
        if (!parsed.failed() || converter.place(parsed.error().source()).line >= place.line) {
            sink.error(diag::code::toml_syntax, place, fault->message, fault->remedy);
            return std::nullopt;
        }
    }
    if (parsed.failed()) {
        std::string message{parsed.error().description()};
        sink.error(diag::code::toml_syntax, converter.place(parsed.error().source()), std::move(message),
                   "correct the TOML here; text goes between quotation marks, one key on each line");
        return std::nullopt;
    }
    auto root = std::make_shared<Node>(converter.convert(parsed.table()));
    root->place = {shown_file, first_line, 1};
    return Table{Value{std::move(root), "", sink}};
}

}  // namespace brochure::config
