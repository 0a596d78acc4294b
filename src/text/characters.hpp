// Characters: what line breaking and shaping need to know of single code points beyond Unicode's break rules.
// In: code points, UTF-8 text. Out: classes, shares of hanging, steps. Pure functions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace brochure::text {

inline constexpr char32_t soft_hyphen = 0x00AD;
inline constexpr std::uint32_t soft_hyphen_bytes = 2;

// Ends a line by itself and is never set: UAX 14 classes BK, CR, LF, NL.
bool is_line_separator(char32_t c);
// White space that is dropped where a line ends at it: all of it but the no-break spaces.
bool is_dropped_space(char32_t c);
// A space that justification stretches; fixed spaces (U+2009, U+202F, …) keep their width.
bool is_word_space(char32_t c);
// A hyphen of the text: hyphen-minus, hyphen, non-breaking hyphen.
bool is_hyphen(char32_t c);
bool is_digit(char32_t c);
bool is_upper_case(char32_t c);

// How much of a glyph's advance may hang out of the column at a line's end or start, from 0 to 1.
double hang_share_at_end(char32_t c);
double hang_share_at_start(char32_t c);

// The code point that ends before `offset`, which is not 0.
struct Before {
    char32_t value = 0;
    std::uint32_t offset = 0;  // where it starts
};
Before code_point_before(std::string_view text, std::uint32_t offset);

// For every byte, whether a user-perceived character starts there (UAX 29).
std::vector<bool> grapheme_start_flags(std::string_view text);

}  // namespace brochure::text
