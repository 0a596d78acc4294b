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

// The byte offset of the first sequence that is not well-formed UTF-8 (Unicode 15, table 3-7), if any.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;  // bytes; at least 1
};

// The code point that starts at `offset`; the text is valid UTF-8 and `offset` is at a start.
CodePoint code_point_at(std::string_view text, std::size_t offset);

void append_utf8(std::string& text, char32_t value);

// UTF-16BE bytes without a byte order mark, as PDF strings and ToUnicode maps want them.
std::string utf16be(std::string_view text);

// 1-based column, in code points, of a byte offset within its line; tolerant of invalid bytes (each counts
// one).
std::uint32_t column_of(std::string_view line, std::size_t offset);

}  // namespace brochure::base
