// Single words: said twice, spelt in two ways, written in capitals.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "lint/text_rules.hpp"
#include "lint/thresholds.hpp"
#include "unicode/unicode.hpp"

namespace brochure::lint {

namespace {

// "Ik denk dat dat kan", "als u u zorgen maakt", "the pain he had had".
bool may_be_doubled(const std::string& word, const document::Language& language) {
    return std::ranges::find(language.doubled, word) != language.doubled.end();
}

bool only_spaces(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c == ' '; });
}

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        letters += point.value;
        at += point.length;
    }
    return letters;
}

bool all_letters(const std::u32string& word) {
    return std::all_of(word.begin(), word.end(), [](char32_t c) { return unicode::is_letter(c); });
}

// Letters that writers of the same word exchange; any other exchange makes another word (gebroken, gebraken).
bool sound_alike(char32_t a, char32_t b) {
    constexpr std::array<std::u32string_view, 8> alike{U"ck",    U"sz",    U"iyïíî", U"eéèêë",
                                                       U"aáàâä", U"oóòôö", U"uúùûü", U"cç"};
    return std::any_of(alike.begin(), alike.end(), [a, b](std::u32string_view set) {
        return set.find(a) != std::u32string_view::npos && set.find(b) != std::u32string_view::npos;
    });
}

// Two spellings of one word: a letter more or less, two letters swapped, or one for another that sounds
// alike. A difference at the first letter is another word (typical, atypical), one at the last two an
// inflection.
bool is_variant(const std::u32string& a, const std::u32string& b) {
    if (a.size() > b.size()) return is_variant(b, a);
    if (b.size() - a.size() > 1) return false;
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin());
    const auto at = static_cast<std::size_t>(differs.first - a.begin());
    if (at == 0 || at + 2 >= a.size()) return false;
    const std::u32string_view rest_a = std::u32string_view{a}.substr(at),
                              rest_b = std::u32string_view{b}.substr(at);
    if (a.size() < b.size()) return rest_a == rest_b.substr(1);
    if (rest_a.substr(1) == rest_b.substr(1)) return sound_alike(rest_a[0], rest_b[0]);
    return rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

struct Occurrence {
    std::size_t count = 0;
    std::string written;
    Place place;  // of the first
};

}  // namespace

void doubled_words(const document::Document& document, const Passages& passages, Sink& sink) {
    for (const Passage& passage : passages) {
        const document::Text& text = *passage.text;
        const auto words = unicode::words(text.utf8, document.language.tag);
        for (std::size_t i = 1; i < words.size(); ++i) {
            const TextRange first = words[i - 1], second = words[i];
            // A second capital is a name: Baden Baden. Figures may well stand twice.
            const std::string small = unicode::lower_case(second.of(text.utf8), document.language.locale);
            if (small != second.of(text.utf8) || !all_letters(letters_of(small)) ||
                small != unicode::lower_case(first.of(text.utf8), document.language.locale) ||
                !only_spaces(std::string_view{text.utf8}.substr(first.end, second.begin - first.end)) ||
                is_foreign(text, second) || may_be_doubled(small, document.language)) {
                continue;
            }
            sink.warning(diag::code::word_doubled, text.place_of(second.begin),
                         fmt::format("The word “{}” stands twice.", small), "Delete one of the two.");
        }
    }
}

void spelling_variants(const document::Document& document, const Passages& passages, Sink& sink) {
    std::map<std::u32string, Occurrence> words;
    for (const Passage& passage : passages) {
        const document::Text& text = *passage.text;
        for (const TextRange range : unicode::words(text.utf8, document.language.tag)) {
            if (range.length() < shortest_variant || is_foreign(text, range)) continue;
            const std::string small = unicode::lower_case(range.of(text.utf8), document.language.locale);
            const std::u32string letters = letters_of(small);
            if (letters.size() < shortest_variant || !all_letters(letters)) continue;
            Occurrence& word = words[letters];
            if (word.count++ == 0) word = {1, small, text.place_of(range.begin)};
        }
    }
    for (auto one = words.begin(); one != words.end(); ++one) {
        for (auto other = std::next(one); other != words.end(); ++other) {
            if (!is_variant(one->first, other->first)) continue;
            const bool one_is_rare = one->second.count <= other->second.count;
            const Occurrence& rare = one_is_rare ? one->second : other->second;
            const Occurrence& usual = one_is_rare ? other->second : one->second;
            if (rare.count > 1) continue;
            sink.warning(diag::code::spelling_varies, rare.place,
                         fmt::format("“{}” stands here once, and “{}” {}.", rare.written, usual.written,
                                     usual.count == 1 ? "elsewhere once"
                                                      : fmt::format("elsewhere {} times", usual.count)),
                         "If they are the same word, spell it in one way; else leave it.");
        }
    }
}

void capitals(const document::Document& document, const Passages& passages, Sink& sink) {
    std::set<std::string> told;
    for (const Passage& passage : passages) {
        const document::Text& text = *passage.text;
        for (const TextRange range : unicode::words(text.utf8, document.language.tag)) {
            const std::string word{range.of(text.utf8)};
            const std::u32string letters = letters_of(word);
            if (letters.size() < shortest_capitals || !all_letters(letters) || is_foreign(text, range))
                continue;
            const std::u32string small = letters_of(unicode::lower_case(word, document.language.locale));
            const bool all_capitals =
                small.size() == letters.size() &&
                std::equal(letters.begin(), letters.end(), small.begin(), std::not_equal_to<>{});
            if (!all_capitals || !told.insert(word).second) continue;
            sink.warning(diag::code::word_in_capitals, text.place_of(range.begin),
                         fmt::format("“{}” is written in capitals, which are hard to read.", word),
                         "Write it in small letters; for weight, set it between two asterisks: **word**.");
        }
    }
}

}  // namespace brochure::lint
