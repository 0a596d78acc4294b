#include "text/characters.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

#include "base/utf8.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

namespace {

struct Hang {
    char32_t c;
    double at_start, at_end;
};

// Shares after the tables of pdfTeX and microtype: small marks hang most, since they leave a dent in the
// edge; brackets and capitals with slanted sides hang a little.
constexpr std::array hanging{
    Hang{'.', 0, 0.7},      Hang{',', 0, 0.7},      Hang{'-', 0, 0.7},      Hang{0x2010, 0, 0.7},
    Hang{0x2011, 0, 0.7},   Hang{':', 0, 0.5},      Hang{';', 0, 0.5},      Hang{'!', 0, 0.2},
    Hang{'?', 0, 0.2},      Hang{0x2026, 0, 0.2},   Hang{0x2013, 0.3, 0.3}, Hang{0x2014, 0.2, 0.2},
    Hang{'\'', 0.7, 0.7},   Hang{'"', 0.5, 0.5},    Hang{0x2018, 0.7, 0.7}, Hang{0x2019, 0.7, 0.7},
    Hang{0x201A, 0.7, 0.7}, Hang{0x201C, 0.5, 0.5}, Hang{0x201D, 0.5, 0.5}, Hang{0x201E, 0.5, 0.5},
    Hang{0x2039, 0.4, 0.4}, Hang{0x203A, 0.4, 0.4}, Hang{0x00AB, 0.3, 0.3}, Hang{0x00BB, 0.3, 0.3},
    Hang{'(', 0.1, 0},      Hang{')', 0, 0.1},      Hang{'[', 0.1, 0},      Hang{']', 0, 0.1},
    Hang{0x060C, 0, 0.7},   Hang{0x061B, 0, 0.5},   Hang{0x05BE, 0, 0.5},   Hang{'A', 0.05, 0.05},
    Hang{'T', 0.05, 0.05},  Hang{'V', 0.05, 0.05},  Hang{'W', 0.05, 0.05},  Hang{'Y', 0.05, 0.05},
};

const Hang* hang_of(char32_t c) {
    const auto found =
        std::find_if(hanging.begin(), hanging.end(), [c](const Hang& hang) { return hang.c == c; });
    return found == hanging.end() ? nullptr : &*found;
}

// Neither combines nor joins: a text of these alone needs no look at UAX 29. Most paragraphs are such texts.
bool stands_alone(char32_t c) {
    return c < 0x0300 || (0x2010 <= c && c <= 0x2027) || c == 0x202F || c == 0x20AC;
}

}  // namespace

bool is_line_separator(char32_t c) {
    return (0x0A <= c && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_dropped_space(char32_t c) {
    if (c < 0x80) return c == ' ' || c == '\t';
    if (c == 0x00A0 || c == 0x2007 || c == 0x202F || is_line_separator(c)) return false;
    return unicode::is_white_space(c);
}

bool is_word_space(char32_t c) { return c == ' ' || c == 0x00A0; }

bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

bool is_digit(char32_t c) { return '0' <= c && c <= '9'; }

bool is_upper_case(char32_t c) {
    if (c < 0x80) return 'A' <= c && c <= 'Z';
    if (c < 0x100) return 0xC0 <= c && c <= 0xDE && c != 0xD7;
    std::string letter;
    base::append_utf8(letter, c);
    return unicode::lower_case(letter, "") != letter;
}

double hang_share_at_end(char32_t c) {
    const Hang* hang = hang_of(c);
    return hang ? hang->at_end : 0;
}

double hang_share_at_start(char32_t c) {
    const Hang* hang = hang_of(c);
    return hang ? hang->at_start : 0;
}

Before code_point_before(std::string_view text, std::uint32_t offset) {
    assert(offset > 0);
    const auto start = static_cast<std::uint32_t>(base::code_point_start(text, offset - 1));
    return {base::code_point_at(text, start).value, start};
}

std::vector<bool> grapheme_start_flags(std::string_view text) {
    std::vector<bool> flags(text.size(), false);
    bool simple = true;
    for (std::size_t at = 0; at < text.size() && simple;) {
        const base::CodePoint point = base::code_point_at(text, at);
        flags[at] = true;
        simple = stands_alone(point.value);
        at += point.length;
    }
    if (simple) return flags;
    flags.assign(text.size(), false);
    for (const std::uint32_t start : unicode::grapheme_starts(text)) flags[start] = true;
    return flags;
}

}  // namespace brochure::text
