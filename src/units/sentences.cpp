#include "units/sentences.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "unicode/unicode.hpp"

namespace brochure::units {

namespace {

bool among(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_trailing_space(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

std::string_view last_word(std::string_view text) {
    text = without_trailing_space(text);
    text.remove_prefix(text.rfind(' ') + 1);  // npos + 1 is the text's start
    constexpr std::array<std::string_view, 7> openings{"(", "[", "“", "„", "‘", "«", "’"};
    for (const std::string_view mark : openings) {
        if (text.starts_with(mark)) text.remove_prefix(mark.size());
    }
    return text;
}

// The word that starts a text, without what is put around or after it.
std::string_view first_word(std::string_view text) {
    std::size_t begin = 0, end = 0;
    while (end < text.size() && text[end] != ' ') {
        const base::CodePoint point = base::code_point_at(text, end);
        const bool of_word = unicode::is_letter(point.value) || point.value == U'’' || point.value == U'\'' ||
                             (point.length == 1 && base::is_ascii_digit(text[end]));
        if (!of_word && end > begin) break;
        end += point.length;
        if (!of_word) begin = end;
    }
    return text.substr(begin, end - begin);
}

// A full stop that does not end the sentence: "dr.", "J.", "1." before a month or as a list's number.
bool stop_ends_nothing(std::string_view sentence, std::string_view rest, const document::Language& language) {
    const std::string_view word = last_word(sentence);
    if (!word.ends_with('.')) return false;
    const document::NoBreakRules& ties = language.no_break;
    if (among(language.sentences.abbreviations, word) || among(ties.titles, word)) return true;
    if (among(ties.before_number, word) && !rest.empty() && base::is_ascii_digit(rest.front())) return true;
    const std::string_view stem = word.substr(0, word.size() - 1);
    if (!stem.empty() && std::all_of(stem.begin(), stem.end(), base::is_ascii_digit)) {
        const bool alone = without_trailing_space(sentence).size() == word.size();
        return alone || among(ties.after_number, first_word(rest));
    }
    if (stem.empty()) return false;
    const base::CodePoint first = base::code_point_at(stem, 0);
    return first.length == stem.size() && unicode::is_letter(first.value);
}

// UAX 29 takes "PSA.2" for a number; a mark behind a full stop is to it like a closing bracket.
std::string with_marks_closed(std::string_view text, const std::vector<TextRange>& marks) {
    std::string out{text};
    for (const TextRange mark : marks) {
        std::uint32_t begin = mark.begin;
        const std::string_view before = without_trailing_space(text.substr(0, begin));
        constexpr std::array<std::string_view, 6> stops{".", "?", "!", "。", "？", "！"};
        if (std::ranges::none_of(stops, [&](auto stop) { return before.ends_with(stop); })) continue;
        begin = static_cast<std::uint32_t>(before.size());
        std::fill(out.begin() + begin, out.begin() + mark.end, ')');
    }
    return out;
}

// Where words are written without a space between them, a line may end inside one, but had better not.
void keep_words_whole(std::string_view text, const document::Language& language,
                      std::vector<std::uint32_t>& leans) {
    constexpr char32_t first_ideograph = 0x2E80;
    for (const TextRange word : unicode::words(text, language.tag)) {
        for (std::uint32_t at = word.begin; at < word.end;) {
            const base::CodePoint point = base::code_point_at(text, at);
            if (at > word.begin && point.value >= first_ideograph) leans.push_back(at);
            at += static_cast<std::uint32_t>(point.length);
        }
    }
    std::sort(leans.begin(), leans.end());
}

}  // namespace

std::vector<std::uint32_t> sentence_starts(std::string_view text, const std::vector<TextRange>& marks,
                                           const document::Language& language) {
    const std::string closed = with_marks_closed(text, marks);
    std::vector<std::uint32_t> starts;
    std::uint32_t start = 0;
    for (const TextRange piece : unicode::sentences(closed, language.tag)) {
        if (piece.end >= closed.size()) break;
        const std::string_view sentence = std::string_view{closed}.substr(start, piece.end - start);
        if (stop_ends_nothing(sentence, std::string_view{closed}.substr(piece.end), language)) continue;
        starts.push_back(piece.end);
        start = piece.end;
    }
    return starts;
}

Pauses pauses_in(std::string_view text, const document::Language& language) {
    const document::SentenceRules& rules = language.sentences;
    constexpr std::u32string_view before_space = U",;:–—،؛፣፤";
    constexpr std::u32string_view wide = U"，、；：";
    Pauses found;
    char32_t last = 0;
    std::size_t word = 0;  // where the last word starts
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        const std::size_t next = at + point.length;
        const auto offset = static_cast<std::uint32_t>(next);
        if (wide.find(point.value) != std::u32string_view::npos) {
            found.pauses.push_back(offset);
        } else if (point.value == U' ') {
            const std::string_view rest = text.substr(next);
            const std::string before = unicode::lower_case(first_word(text.substr(word)), "");
            if (before_space.find(last) != std::u32string_view::npos || rest.starts_with('(')) {
                found.pauses.push_back(offset);
            } else if (among(rules.hold_after, before)) {
                found.leans.push_back(offset);
            } else if (among(rules.pause_before, first_word(rest))) {
                found.pauses.push_back(offset);
            }
            word = next;
        }
        last = point.value;
        at = next;
    }
    keep_words_whole(text, language, found.leans);
    return found;
}

}  // namespace brochure::units
