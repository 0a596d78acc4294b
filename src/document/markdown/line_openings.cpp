#include "document/markdown/line_openings.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "document/model/letters.hpp"

namespace brochure::document {

namespace {

// Round, square and arrow-shaped bullets, and those of word processors' symbol fonts.
bool is_bullet(char32_t c) {
    constexpr std::u32string_view bullets = U"•‣◦∙⁃●▪▫■◆◇❖➢➣◼◾⦁⦿◘・‧";
    return bullets.find(c) != std::u32string_view::npos || (c >= 0xE000 && c <= 0xF8FF);
}

bool is_pointer(char32_t c) {
    constexpr std::u32string_view pointers = U"→⇒➔➜➤►▶▸▹☐☑☒✓✔✗✘□○★☆✦✧✱※☛☞✚✅❌👉";
    return pointers.find(c) != std::u32string_view::npos;
}

bool is_dash(char32_t c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

bool is_circled_number(char32_t c) {
    return (c >= 0x2460 && c <= 0x24FF) || (c >= 0x2776 && c <= 0x2793) || (c >= 0x3220 && c <= 0x3229);
}

bool is_han_number(char32_t c) {
    return std::u32string_view{U"一二三四五六七八九十"}.find(c) != std::u32string_view::npos;
}

struct Walk {
    std::string_view text;
    std::size_t at = 0;

    [[nodiscard]] char32_t peek() const { return character_at(text, at); }
    char32_t next() {
        if (at >= text.size()) return 0;
        const auto [value, length] = base::code_point_at(text, at);
        at += length;
        return value;
    }
};

// How many characters of a number or letter stand here: "12", "b", "iv", "三"; 0 if none.
int enumerator_length(Walk& walk) {
    int count = 0;
    const auto take_while = [&](auto fits) {
        while (walk.at < walk.text.size() && fits(walk.peek())) {
            walk.next();
            ++count;
        }
    };
    take_while(is_figure);
    if (count > 0) return count <= 3 ? count : 0;
    take_while(is_han_number);
    if (count > 0) return count <= 3 ? count : 0;
    take_while(
        [](char32_t c) { return std::u32string_view{U"ivxIVX"}.find(c) != std::u32string_view::npos; });
    if (count > 1 || (count == 1 && !is_letter(walk.peek()))) return count <= 4 ? count : 0;
    if (count == 1 || !is_letter(walk.peek())) return 0;
    walk.next();
    return 1;
}

// "2. ", "2) ", "(b) ", "2- ", "2、", "２．", "1️⃣"
LineOpening numbered(std::string_view line, bool lists_are_read) {
    Walk walk{line};
    if (is_circled_number(walk.peek())) {
        walk.next();
        return {OpeningKind::number, line.substr(0, walk.at)};
    }
    const bool bracketed = walk.peek() == '(' || walk.peek() == U'（';
    if (bracketed) walk.next();
    const bool figures = is_figure(walk.peek()) && walk.peek() < 0x80;
    if (enumerator_length(walk) == 0) return {};
    if (character_at(line, walk.at) == 0xFE0F || character_at(line, walk.at) == 0x20E3) {  // a keycap
        while (walk.peek() == 0xFE0F || walk.peek() == 0x20E3) walk.next();
        return {OpeningKind::number, line.substr(0, walk.at)};
    }
    const char32_t end = walk.next();
    if (bracketed && end != ')' && end != U'）') return {};
    const std::string_view sign = line.substr(0, walk.at);
    if (end == U'、' || end == U'．' || end == U'）' || end == U'｡') return {OpeningKind::number, sign};
    if (std::u32string_view{U".)-/:°º"}.find(end) == std::u32string_view::npos) return {};
    if (end == U':' && !figures) return {};  // "T: 012 345": a label
    const char32_t behind = walk.peek();
    if (is_white(behind)) {
        const bool marker_of_list = figures && !bracketed && (end == '.' || end == ')');
        // A "1." begins a list wherever it stands: here it does not, so a colon or the like is all that is
        // left.
        if (lists_are_read && marker_of_list && sign.substr(0, sign.size() - 1) == "1") return {};
        return {OpeningKind::number, sign};
    }
    const bool glued = figures && (end == '.' || end == ')') && is_letter(behind);
    return glued ? LineOpening{OpeningKind::glued, sign} : LineOpening{};
}

// Words between marks for bold or italics at the line's start, with their colon or without.
LineOpening emphasised(std::string_view line) {
    constexpr std::size_t longest_label = 60;
    const std::size_t marks = std::min(line.find_first_not_of(line.front()), line.size());
    if (marks == line.size() || marks > 3 || line[marks] == ' ') return {};
    const std::string_view mark = line.substr(0, marks);
    const std::size_t end = line.find(mark, marks);
    if (end == std::string_view::npos || end > longest_label) return {};
    const std::string_view words = line.substr(0, end + marks), behind = line.substr(end + marks);
    const char32_t last = character_before(line, end);
    const char32_t next = character_at(behind, 0);
    if (last == ':' || last == U'：' || next == ':' || next == U'：') return {OpeningKind::label, words};
    return {OpeningKind::bold, words};
}

LineOpening hyphen_or_star(std::string_view line, bool lists_are_read) {
    const std::string_view sign = line.substr(0, 1);
    const char32_t behind = character_at(line, 1);
    if (is_white(behind)) return lists_are_read ? LineOpening{} : LineOpening{OpeningKind::dash, sign};
    const bool word =
        is_letter(behind) && (line.front() != '*' || line.find('*', 1) == std::string_view::npos);
    return word && line.front() != '+' ? LineOpening{OpeningKind::dash, sign} : LineOpening{};
}

}  // namespace

LineOpening opening_of(std::string_view line, bool lists_are_read) {
    if (line.empty()) return {};
    Walk walk{line};
    const char32_t first = walk.next();
    const std::string_view sign = line.substr(0, walk.at);
    const char32_t second = walk.peek();
    if (first == '|' || line.starts_with("{|")) return {OpeningKind::cell, "|"};
    const bool grid = line.starts_with("+-") || line.starts_with("+=");
    if (grid && line.find_first_not_of("+-=:") == std::string_view::npos) return {OpeningKind::cell, "+"};
    if (is_bullet(first)) return {OpeningKind::bullet, sign};
    if (first == 0xB7 && is_white(second)) return {OpeningKind::bullet, sign};
    // Bullets of symbol fonts that became letters when the text was pasted: "o", "§", "Ø", "ü" and a tab.
    const bool one_letter = std::u32string_view{U"o§ØüqvàŸnuw"}.find(first) != std::u32string_view::npos;
    if (one_letter && second == '\t') return {OpeningKind::bullet, sign};
    if (is_pointer(first)) return {OpeningKind::pointer, sign};
    if (is_dash(first) && is_white(second)) return {OpeningKind::dash, sign};
    if (line.starts_with("**") || line.starts_with("__") || first == '_') return emphasised(line);
    if (first == '*') {
        if (const LineOpening found = emphasised(line); found.kind != OpeningKind::none) return found;
    }
    if (first == '-' || first == '*' || first == '+') return hyphen_or_star(line, lists_are_read);
    return numbered(line, lists_are_read);
}

bool begins_with_plain_label(std::string_view line) {
    constexpr std::size_t longest_label = 30;
    if (!is_letter(character_at(line, 0))) return false;
    const std::size_t end = line.find_first_of(":.,;!?");
    if (end == std::string_view::npos || end > longest_label || line[end] != ':') return false;
    return is_white(character_at(line, end + 1));
}

}  // namespace brochure::document
