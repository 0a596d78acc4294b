// UTF-8 text: validation, and stepping by code point.
// In: bytes. Out: offsets of faults, code points, columns. Offsets are bytes; columns count code points
// from 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace brochure::base {

// What some editors put before a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The byte offset of the first sequence that is not well-formed UTF-8 (Unicode 15, table 3-7), if any.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;  // bytes; at least 1
};

// The code point that starts at `offset`; the text is valid UTF-8 and `offset` is at a start.
CodePoint code_point_at(std::string_view text, std::size_t offset);

// Whether a byte goes on with the code point before it.
constexpr bool continues_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Where the code point begins that a byte belongs to.
constexpr std::size_t code_point_start(std::string_view text, std::size_t byte) {
    while (byte > 0 && continues_code_point(text[byte])) --byte;
    return byte;
}

// Whether some code point of a valid text is such a one.
template <class Predicate>
bool any_code_point(std::string_view text, Predicate&& is_one) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (is_one(point.value)) return true;
        at += point.length;
    }
    return false;
}

void append_utf8(std::string& text, char32_t value);

// UTF-16BE bytes without a byte order mark, as PDF strings and ToUnicode maps want them.
std::string utf16be(std::string_view text);

// 1-based column, in code points, of a byte offset within its line; tolerant of invalid bytes (each counts
// one).
std::uint32_t column_of(std::string_view line, std::size_t offset);

}  // namespace brochure::base
