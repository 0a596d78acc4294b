#include "units/negations.hpp"

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"
#include "unicode/figures.hpp"
#include "unicode/unicode.hpp"
#include "units/values.hpp"

namespace brochure::units {

namespace {

std::vector<std::string> lowered(const std::vector<std::string>& words, const std::string& locale) {
    std::vector<std::string> out;
    for (const std::string& word : words)
        out.push_back(with_one_apostrophe(unicode::lower_case(word, locale)));
    return out;
}

// "żadn*" fits "żadnego", "*n’t" fits "don’t", "*madığ*" what holds it.
bool fits(std::string_view word, std::string_view pattern) {
    const bool ends = !pattern.starts_with('*'), begins = !pattern.ends_with('*');
    if (!ends) pattern.remove_prefix(1);
    if (!begins) pattern.remove_suffix(1);
    if (ends && begins) return word == pattern;
    if (ends) return word.starts_with(pattern);
    // What stands before must be a word's beginning, so the ending alone is another word: "masa" is a table.
    const std::size_t at =
        begins && word.size() >= pattern.size() ? word.size() - pattern.size() : word.find(pattern, 1);
    return at != std::string_view::npos && at > 0 && at < word.size() && word.substr(at).starts_with(pattern);
}

// Blanks out what denies nothing although it holds such a word.
void strike_out(std::string& text, const std::vector<std::string>& phrases) {
    for (const std::string& phrase : phrases) {
        for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at))
            text.replace(at, phrase.size(), " ");
    }
}

// Runs of letters, with the apostrophes in them: "don’t".
template <class Use>
void each_word(std::string_view text, Use use) {
    std::size_t begin = 0, end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = base::code_point_at(text, at);
        const bool inside = unicode::is_letter(c) || unicode::is_mark(c) || (c == U'’' && end > begin);
        if (!inside) {
            if (end > begin) use(text.substr(begin, end - begin));
            begin = end = at + length;
        } else {
            end = at + length;
        }
        at += length;
    }
    if (end > begin) use(text.substr(begin, end - begin));
}

}  // namespace

NegationReader::NegationReader(const document::Language& language)
    : words_(lowered(language.negation.words, language.locale)),
      phrases_(lowered(language.negation.phrases, language.locale)),
      risk_(lowered(language.negation.risk, language.locale)),
      locale_(language.locale),
      tag_(language.tag) {}

Negations NegationReader::negations_of(std::string_view words) const {
    std::string text = with_one_apostrophe(unicode::lower_case(words, locale_));
    strike_out(text, phrases_);
    Negations out;
    if (!parts_words(tag_)) {
        const auto stands = [&](const std::string& word) { return text.find(word) != std::string::npos; };
        std::copy_if(words_.begin(), words_.end(), std::back_inserter(out.words), stands);
        out.risk = std::any_of(risk_.begin(), risk_.end(), stands);
        return out;
    }
    each_word(text, [&](std::string_view word) {
        const auto is_meant = [&](const std::string& pattern) { return fits(word, pattern); };
        if (std::any_of(words_.begin(), words_.end(), is_meant)) out.words.emplace_back(word);
        out.risk = out.risk || std::any_of(risk_.begin(), risk_.end(), is_meant);
    });
    return out;
}

}  // namespace brochure::units
