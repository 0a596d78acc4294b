#include "style/no_break.hpp"

#include <algorithm>
#include <string>

namespace brochure::style {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What counts as a bracket or quote around a word, and is not part of it.
std::string_view without_wrapping(std::string_view word) {
    constexpr std::string_view wrapping[] = {"(", ")", "[", "]", ",", ";", ":", "!",
                                             "?", "‘", "“", "”", "„", "«", "»"};
    for (bool shorter = true; shorter;) {
        shorter = false;
        for (const std::string_view mark : wrapping) {
            if (word.starts_with(mark)) {
                word.remove_prefix(mark.size());
                shorter = true;
            }
            if (word.ends_with(mark)) {
                word.remove_suffix(mark.size());
                shorter = true;
            }
        }
    }
    return word;
}

bool among(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_full_stop(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    return word;
}

bool holds_together(std::string_view before, std::string_view after, const document::NoBreakRules& rules) {
    const std::string_view left = without_wrapping(before);
    const std::string_view right = without_wrapping(after);
    if (left.empty() || right.empty()) return false;
    if (among(rules.titles, left)) return true;
    const bool number_follows = is_digit(right.front());
    const bool number_precedes = is_digit(left.back());
    if (number_follows && among(rules.before_number, left)) return true;
    if (number_precedes &&
        (among(rules.after_number, right) || among(rules.after_number, without_full_stop(right)))) {
        return true;
    }
    // Groups of a telephone number or of a long figure stay together.
    return number_precedes && number_follows && is_digit(left.front());
}

}  // namespace

std::vector<std::uint32_t> no_break_spaces(std::string_view text, const document::NoBreakRules& rules) {
    std::vector<std::uint32_t> found;
    std::size_t word_start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ' ') continue;
        const std::size_t next_end = std::min(text.find(' ', at + 1), text.size());
        const std::string_view before = text.substr(word_start, at - word_start);
        const std::string_view after = text.substr(at + 1, next_end - at - 1);
        if (holds_together(before, after, rules)) found.push_back(static_cast<std::uint32_t>(at));
        word_start = at + 1;
    }
    return found;
}

}  // namespace brochure::style
