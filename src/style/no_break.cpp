#include "style/no_break.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"

namespace brochure::style {

namespace {

// Western digits, and those of Arabic (٠–٩) and Persian (۰–۹).
bool is_digit(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'٠' && c <= U'٩') || (c >= U'۰' && c <= U'۹');
}

bool begins_with_digit(std::string_view word) {
    return !word.empty() && is_digit(base::code_point_at(word, 0).value);
}

bool ends_with_digit(std::string_view word) {
    if (word.empty()) return false;
    std::size_t start = word.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(word[start]) & 0xC0U) == 0x80U) --start;
    return is_digit(base::code_point_at(word, start).value);
}

// What counts as a bracket or quote around a word, and is not part of it.
std::string_view without_wrapping(std::string_view word) {
    constexpr std::string_view wrapping[] = {"(", ")", "[", "]", ",", ";", ":", "!", "?", "‘", "“",
                                             "”", "„", "«", "»", "،", "؛", "؟", "፣", "፤", "፦", "።"};
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
    const bool number_follows = begins_with_digit(right);
    const bool number_precedes = ends_with_digit(left);
    if (number_follows && among(rules.before_number, left)) return true;
    if (number_precedes &&
        (among(rules.after_number, right) || among(rules.after_number, without_full_stop(right)))) {
        return true;
    }
    // Groups of a telephone number or of a long figure stay together.
    return number_precedes && number_follows && begins_with_digit(left);
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_wide(std::string_view text, std::size_t at) {
    return at < text.size() && static_cast<unsigned char>(text[at]) >= 0xE3;
}

// The longest of the words that the text begins with.
std::size_t longest_start(std::string_view text, const std::vector<std::string>& words) {
    std::size_t longest = 0;
    for (const std::string& word : words) {
        if (text.starts_with(word)) longest = std::max(longest, word.size());
    }
    return longest;
}

// Where no spaces are written (Chinese), a line could end between any two characters: not between a number
// and the word it is tied to, nor within that word.
void add_joints(std::string_view text, const document::NoBreakRules& rules,
                std::vector<std::uint32_t>& found) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (is_ascii_digit(text[at - 1]) && is_wide(text, at)) {
            const std::size_t end = at + longest_start(text.substr(at), rules.after_number);
            for (std::size_t i = at; i < end; ++i) {
                if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80)
                    found.push_back(static_cast<std::uint32_t>(i));
            }
        }
        if (is_ascii_digit(text[at]) && !is_ascii_digit(text[at - 1]) && at >= 3 && is_wide(text, at - 3)) {
            const bool tied = std::ranges::any_of(rules.before_number, [&](const std::string& word) {
                return text.substr(0, at).ends_with(word);
            });
            if (tied) found.push_back(static_cast<std::uint32_t>(at));
        }
    }
}

}  // namespace

std::vector<std::uint32_t> no_break_spaces(std::string_view text, const document::NoBreakRules& rules) {
    std::vector<std::uint32_t> found;
    add_joints(text, rules, found);
    std::size_t word_start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ' ') continue;
        const std::size_t next_end = std::min(text.find(' ', at + 1), text.size());
        const std::string_view before = text.substr(word_start, at - word_start);
        const std::string_view after = text.substr(at + 1, next_end - at - 1);
        if (holds_together(before, after, rules)) found.push_back(static_cast<std::uint32_t>(at));
        word_start = at + 1;
    }
    std::ranges::sort(found);
    return found;
}

}  // namespace brochure::style
