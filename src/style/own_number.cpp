#include "style/own_number.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "document/markdown/telephones.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

namespace {

using document::Text;

// Of Europe, of the Americas, of Britain and much of the Commonwealth: emergency numbers wherever they stand.
constexpr std::array<std::string_view, 3> known_everywhere{"112", "911", "999"};
constexpr std::size_t shortest_number = 2, longest_short_number = 5;

// Figures of the scripts that brochures are set in, as ASCII.
std::string with_plain_figures(std::string_view text) {
    constexpr std::array<char32_t, 4> zeros{U'\u0660', U'\u06F0', U'\u0966', U'\uFF10'};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        const std::size_t length = std::max<std::size_t>(point.length, 1);
        const auto zero = std::find_if(zeros.begin(), zeros.end(), [&](char32_t first) {
            return point.value >= first && point.value < first + 10;
        });
        if (zero != zeros.end())
            out += static_cast<char>('0' + (point.value - *zero));
        else
            out += text.substr(at, length);
        at += length;
    }
    return out;
}

bool is_house_number(const std::string& digits, const document::House& house) {
    return document::same_number(digits, document::digits_of(with_plain_figures(house.phone))) ||
           document::same_number(digits, document::digits_of(with_plain_figures(house.emergency_phone)));
}

// What stands behind the number is not its unit.
bool is_quantity(std::string_view behind, const document::Language& language) {
    while (behind.starts_with(' ') || behind.starts_with("\u00A0"))
        behind.remove_prefix(behind.front() == ' ' ? 1 : 2);
    if (behind.starts_with('%')) return true;
    return std::any_of(language.no_break.after_number.begin(), language.no_break.after_number.end(),
                       [&](const std::string& unit) {
                           if (!behind.starts_with(unit)) return false;
                           const std::string_view rest = behind.substr(unit.size());
                           return rest.empty() || !unicode::is_letter(base::code_point_at(rest, 0).value);
                       });
}

bool ends_in_call(std::string_view before, const document::Language& language) {
    std::string_view word =
        language.labels.contains("call") ? std::string_view{language.label("call")} : std::string_view{};
    while (word.ends_with(':') || word.ends_with(' ')) word.remove_suffix(1);
    while (before.ends_with(':') || before.ends_with(' ')) before.remove_suffix(1);
    return !word.empty() &&
           unicode::lower_case(before, language.locale).ends_with(unicode::lower_case(word, language.locale));
}

bool has_short_number(const std::string& text, const document::Document& document) {
    for (std::size_t at = 0; at < text.size();) {
        if (!base::is_ascii_digit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && base::is_ascii_digit(text[end])) ++end;
        const std::string number = text.substr(at, end - at);
        const std::string_view before = std::string_view{text}.substr(0, at);
        const std::string_view behind = std::string_view{text}.substr(end);
        at = end;
        constexpr std::string_view joined = ",./-+:";
        const bool part = (!before.empty() && joined.find(before.back()) != std::string_view::npos) ||
                          (behind.size() > 1 && joined.find(behind.front()) != std::string_view::npos &&
                           base::is_ascii_digit(behind[1])) ||
                          behind.starts_with('/') ||
                          (behind.size() > 1 && behind.front() == ' ' && base::is_ascii_digit(behind[1]));
        if (part || is_quantity(behind, document.language)) continue;
        const bool everywhere =
            std::find(known_everywhere.begin(), known_everywhere.end(), number) != known_everywhere.end();
        const bool called = number.size() >= shortest_number && number.size() <= longest_short_number &&
                            ends_in_call(before, document.language);
        if (everywhere || called) return true;
    }
    return false;
}

bool names_number(const Text& text, const document::Document& document) {
    const std::string plain = with_plain_figures(text.utf8);
    for (const TextRange range : document::telephones_in(plain)) {
        if (!is_house_number(document::digits_of(range.of(plain)), document.house)) return true;
    }
    for (const document::Span& span : text.spans) {
        const auto* link = std::get_if<document::Link>(&span.meaning);
        if (link != nullptr && link->address.starts_with("tel:") &&
            !is_house_number(document::digits_of(link->address), document.house))
            return true;
    }
    return has_short_number(plain, document);
}

bool names_number(const std::vector<document::Block>& blocks, const document::Document& document) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const document::Block& block) {
        if (const auto* paragraph = std::get_if<document::Paragraph>(&block.content))
            return names_number(paragraph->text, document);
        if (const auto* quote = std::get_if<document::Quote>(&block.content))
            return names_number(quote->blocks, document);
        if (const auto* list = std::get_if<document::List>(&block.content)) {
            return std::any_of(list->items.begin(), list->items.end(), [&](const document::ListItem& item) {
                return names_number(item.blocks, document);
            });
        }
        if (const auto* table = std::get_if<document::Table>(&block.content)) {
            return std::any_of(table->rows.begin(), table->rows.end(), [&](const auto& row) {
                return std::any_of(row.begin(), row.end(),
                                   [&](const Text& cell) { return names_number(cell, document); });
            });
        }
        return false;
    });
}

}  // namespace

bool names_own_number(const document::CallOut& call_out, const document::Document& document) {
    return names_number(call_out.title, document) || names_number(call_out.blocks, document);
}

}  // namespace brochure::style
