#include "document/markdown/raised.hpp"

#include <array>
#include <cctype>

#include "base/utf8.hpp"

namespace brochure::document {

namespace {

// Letters, digits and signs, no spaces. Not Han, which has no spaces and where a tilde says "to".
bool is_raisable(char32_t c) {
    if (c < 0x80 && std::isalnum(static_cast<int>(c)) != 0) return true;
    if (std::u32string_view{U"+-/()\u2212"}.find(c) != std::u32string_view::npos) return true;
    constexpr char32_t first_letter = 0xC0, last_letter = 0x6FF;  // Latin to Arabic
    return c >= first_letter && c <= last_letter && c != U'×' && c != U'÷';
}

}  // namespace

std::string_view small_form(char32_t c, bool below) {
    static constexpr std::array<std::string_view, 10> above_digits{"⁰", "¹", "²", "³", "⁴",
                                                                   "⁵", "⁶", "⁷", "⁸", "⁹"};
    static constexpr std::array<std::string_view, 10> below_digits{"₀", "₁", "₂", "₃", "₄",
                                                                   "₅", "₆", "₇", "₈", "₉"};
    if (c >= '0' && c <= '9') return (below ? below_digits : above_digits)[c - '0'];
    if (c == '+') return below ? "₊" : "⁺";
    if (c == '-' || c == 0x2212) return below ? "₋" : "⁻";
    if (c == 'n' && !below) return "ⁿ";
    return {};
}

std::optional<RaisedWords> raised_at(std::string_view text) {
    constexpr std::size_t most = 12;  // characters
    const char mark = text.front();
    const std::size_t end = text.find(mark, 1);
    if (end == std::string_view::npos) return std::nullopt;
    // A figure behind the closing mark would be read as one with it.
    const char next = end + 1 < text.size() ? text[end + 1] : ' ';
    if (next == mark || (next >= '0' && next <= '9')) return std::nullopt;
    const RaisedWords found{text.substr(1, end - 1), mark == '~'};
    std::size_t count = 0;
    for (std::size_t at = 0; at < found.words.size(); ++count) {
        const base::CodePoint c = base::code_point_at(found.words, at);
        if (!is_raisable(c.value)) return std::nullopt;
        at += c.length;
    }
    if (count == 0 || count > most) return std::nullopt;
    return found;
}

}  // namespace brochure::document
