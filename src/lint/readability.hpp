// Readability: the scores of Flesch (English) and Douma (Dutch), and the syllables they count.
// In: counts, or a word. Out: numbers. Pure functions; a syllable is a group of vowels, right for some nine
// words in ten, which is all that such a score needs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace brochure::lint {

struct TextCounts {
    std::size_t sentences = 0, words = 0, syllables = 0;
};

// "nl" and "en"; nothing for other languages: their vowels and their formula are not known here.
std::optional<std::size_t> syllables(std::string_view word, const std::string& language);

struct Score {
    double value = 0;
    std::string name;  // of the formula
};
std::optional<Score> readability_score(const TextCounts& counts, const std::string& language);

}  // namespace brochure::lint
