#include "lint/readability.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "unicode/unicode.hpp"

namespace brochure::lint {

namespace {

std::u32string small_letters_of(std::string_view word) {
    std::u32string letters;
    const std::string small = unicode::lower_case(unicode::nfc(word), "");
    for (std::size_t at = 0; at < small.size();) {
        const base::CodePoint point = base::code_point_at(small, at);
        letters += point.value;
        at += point.length;
    }
    return letters;
}

bool one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// MRI is spoken letter by letter.
bool is_spelt_out(std::string_view word) {
    return word.size() > 1 && word.size() <= 4 && unicode::upper_case(word, "") == word &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Letters that are one sound, the longest first; any other vowel is a syllable of its own: ra-di-o,
// pa-ti-ënt.
std::size_t dutch_syllables(std::u32string_view word) {
    constexpr std::array<std::u32string_view, 18> sounds{U"aai", U"ooi", U"oei", U"eeu", U"ieu", U"aa",
                                                         U"ee",  U"oo",  U"uu",  U"ie",  U"oe",  U"eu",
                                                         U"ui",  U"ij",  U"ei",  U"au",  U"ou",  U"ai"};
    constexpr std::u32string_view vowels = U"aeiouyáéíóúàèëïöüâêîôû";
    std::size_t count = 0;
    for (std::size_t at = 0; at < word.size();) {
        if (!one_of(word[at], vowels)) {
            ++at;
            continue;
        }
        ++count;
        const auto sound = std::find_if(sounds.begin(), sounds.end(), [&](std::u32string_view s) {
            return word.substr(at).starts_with(s);
        });
        at += sound == sounds.end() ? 1 : sound->size();
    }
    return count;
}

// Groups of vowels; "io" and "ia" are two but after t, c and s (op-er-a-tion), and a final e or ed is silent.
std::size_t english_syllables(std::u32string_view word) {
    constexpr std::u32string_view vowels = U"aeiouyáàâéèêëíïîóöôúüû";
    std::size_t count = 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (!one_of(word[at], vowels)) continue;
        const bool starts = at == 0 || !one_of(word[at - 1], vowels);
        const bool parted = !starts && word[at - 1] == U'i' && one_of(word[at], U"oau") &&
                            (at < 2 || !one_of(word[at - 2], U"tcsg"));
        if (starts || parted) ++count;
    }
    const bool long_enough = word.size() > 3 && count > 1;
    if (!long_enough) return count;
    const char32_t before_last = word[word.size() - 2], third_last = word[word.size() - 3];
    const bool silent_e = word.back() == U'e' && !one_of(before_last, vowels) &&
                          !(before_last == U'l' && !one_of(third_last, vowels));
    const bool silent_ed = word.ends_with(U"ed") && !one_of(third_last, U"td") && !one_of(third_last, vowels);
    const bool silent_es =
        word.ends_with(U"es") && !one_of(third_last, U"scxzhg") && !one_of(third_last, vowels);
    return silent_e || silent_ed || silent_es ? count - 1 : count;
}

}  // namespace

std::optional<std::size_t> syllables(std::string_view word, const std::string& language) {
    if (language != "nl" && language != "en") return std::nullopt;
    if (is_spelt_out(word)) return word.size();
    const std::u32string letters = small_letters_of(word);
    const std::size_t count = language == "nl" ? dutch_syllables(letters) : english_syllables(letters);
    return std::max<std::size_t>(1, count);
}

std::optional<Score> readability_score(const TextCounts& counts, const std::string& language) {
    if (counts.sentences == 0 || counts.words == 0) return std::nullopt;
    const auto words = static_cast<double>(counts.words);
    const double per_word = static_cast<double>(counts.syllables) / words;
    const double per_sentence = words / static_cast<double>(counts.sentences);
    // Douma 1960, De leesbaarheid van landbouwbladen; Flesch 1948, A new readability yardstick.
    if (language == "nl") return Score{206.84 - 0.77 * 100 * per_word - 0.93 * per_sentence, "Flesch-Douma"};
    if (language == "en") return Score{206.835 - 84.6 * per_word - 1.015 * per_sentence, "Flesch"};
    return std::nullopt;
}

}  // namespace brochure::lint
