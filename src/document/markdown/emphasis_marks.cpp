#include "document/markdown/emphasis_marks.hpp"

#include "base/utf8.hpp"
#include "document/model/letters.hpp"

namespace brochure::document {

namespace {

constexpr std::size_t longest_run =
    3;  // ***bold and italic***; more are a row of stars or a blank to fill in

// What a product may end or begin with, besides figures: "(2+3)*4", "5*(2+3)".
bool ends_a_term(char32_t c) { return is_figure(c) || c == ')' || c == ']' || c == '%' || c == 0xB0; }
bool begins_a_term(char32_t c) { return is_figure(c) || c == '(' || c == '['; }

// "2*5", "3*a", "a*5"
bool is_figure_beside(char32_t one, char32_t other) {
    return (is_figure(one) && (is_figure(other) || is_letter(other))) || (is_letter(one) && is_figure(other));
}

// Within a word of a script that parts words by spaces. A Hebrew or Arabic word may have a small word before
// it, and Chinese has no spaces at all.
bool is_within_word(const EmphasisMark& mark) {
    const auto counts = [](char32_t c) {
        return is_letter(c) && !is_of_joined_script(c) && !is_hebrew_letter(c);
    };
    return counts(mark.before) && counts(mark.after);
}

std::size_t run_start(std::string_view source, std::size_t at) {
    while (at > 0 && source[at - 1] == source[at]) --at;
    return at;
}

std::size_t run_end(std::string_view source, std::size_t at) {
    const char mark = source[at];
    while (at < source.size() && source[at] == mark) ++at;
    return at;
}

bool is_blank_between_figures(const EmphasisMark& mark) {
    return is_white(mark.outside()) && is_figure(mark.beyond) && is_figure(mark.inside());
}

EmphasisMark mark_at(std::string_view source, std::size_t at) {
    const std::size_t start = run_start(source, at), end = run_end(source, at);
    EmphasisMark mark;
    mark.run = source.substr(start, end - start);
    mark.before = character_before(source, start);
    mark.after = character_at(source, end);
    return mark;
}

bool all_letters(std::string_view words) {
    return !base::any_code_point(words, [](char32_t c) { return !is_letter(c); });
}

}  // namespace

EmphasisMark opening_mark(std::string_view source, std::size_t at) {
    EmphasisMark mark = mark_at(source, at);
    std::size_t before = run_start(source, at);
    while (before > 0 && source[before - 1] == ' ') --before;
    mark.beyond = character_before(source, before);
    return mark;
}

EmphasisMark closing_mark(std::string_view source, std::size_t at) {
    EmphasisMark mark = mark_at(source, at);
    mark.opens = false;
    std::size_t behind = run_end(source, at);
    while (behind < source.size() && source[behind] == ' ') ++behind;
    mark.beyond = character_at(source, behind);
    return mark;
}

bool is_sign(const EmphasisMark& mark, bool strong) {
    if (mark.run.size() > longest_run) return true;
    // "**2**x", "B**12**": two stars are meant as bold wherever a letter stands beside them.
    if (strong || mark.run.size() > 1) return is_figure(mark.before) && is_figure(mark.after);
    const bool has_joined_neighbour =
        is_of_joined_script(mark.outside()) || is_hebrew_letter(mark.outside());  // 每天*2*片
    return (is_figure_beside(mark.before, mark.after) && !has_joined_neighbour) ||
           (ends_a_term(mark.before) && begins_a_term(mark.after));
}

bool are_signs(const EmphasisMark& opening, const EmphasisMark& closing, std::string_view words,
               bool strong) {
    if (strong || opening.run.size() > 1 || closing.run.size() > 1) return false;
    // "2 *500 mg and 3* 20 ml"
    if (is_blank_between_figures(opening) && is_blank_between_figures(closing)) return true;
    // A stressed syllable (on*be*kend) is letters alone.
    return (is_within_word(opening) || is_within_word(closing)) && !all_letters(words);
}

}  // namespace brochure::document
