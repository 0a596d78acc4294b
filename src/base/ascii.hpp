// The letters and figures of ASCII: of ids, keys, addresses and markup, never of words.
// In: bytes; those of other characters are none of these and stay as they are. Out: yes or no; small letters.
#pragma once

#include <string>
#include <string_view>

namespace brochure::base {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_small(c) || is_ascii_capital(c); }

constexpr char ascii_lower(char c) { return is_ascii_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string ascii_lower(std::string_view text) {
    std::string small{text};
    for (char& c : small) c = ascii_lower(c);
    return small;
}

inline std::string ascii_upper(std::string_view text) {
    std::string large{text};
    for (char& c : large) {
        if (is_ascii_small(c)) c = static_cast<char>(c - 'a' + 'A');
    }
    return large;
}

}  // namespace brochure::base
