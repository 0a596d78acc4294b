#include "text/words.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "document/model/project.hpp"
#include "text/characters.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

namespace {

// Parts of a compound with a hyphen of its own (MRI-onderzoek) already may break at that hyphen; a second
// hyphen close to it confuses.
constexpr int least_letters_of_compound_part = 8;

// Letters and digits without a break, and what speaks for or against hyphenating them.
struct Word {
    TextRange range;
    int letters = 0;
    bool has_digit = false;
    bool has_soft_hyphen = false;
    bool capital_inside = false;
    bool compound_part = false;
};

bool is_address(std::string_view token) {
    if (token.find('@') != std::string_view::npos || token.find("://") != std::string_view::npos) return true;
    const auto is_ascii_letter = [](char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); };
    for (std::size_t dot = token.find('.', 1); dot != std::string_view::npos;
         dot = token.find('.', dot + 1)) {
        if (dot + 1 < token.size() && is_ascii_letter(token[dot - 1]) && is_ascii_letter(token[dot + 1]))
            return true;
    }
    return false;
}

class WordFinder {
  public:
    WordFinder(const style::StyledParagraph& paragraph, const document::Language& language)
        : paragraph_(paragraph),
          language_(document::primary_language(language.tag)),
          grapheme_starts_(grapheme_start_flags(paragraph.text)) {}

    std::vector<TextRange> words() {
        const std::string_view text = paragraph_.text;
        std::uint32_t token = 0;
        for (std::uint32_t at = 0; at <= text.size();) {
            const base::CodePoint point =
                at < text.size() ? base::code_point_at(text, at) : base::CodePoint{U' ', 1};
            if (point.value == U' ' || unicode::is_white_space(point.value)) {
                if (!is_address(text.substr(token, at - token))) add_words_of({token, at});
                token = at + static_cast<std::uint32_t>(point.length);
            }
            at += static_cast<std::uint32_t>(point.length);
        }
        return std::move(words_);
    }

  private:
    void add_words_of(TextRange token) {
        Word word{{token.begin, token.begin}};
        bool after_hyphen = false;
        for (std::uint32_t at = token.begin; at < token.end;) {
            const base::CodePoint point = base::code_point_at(paragraph_.text, at);
            const auto next = at + static_cast<std::uint32_t>(point.length);
            if (continues(word, point.value, at)) {
                if (word.range.empty()) {
                    word = Word{{at, next}};
                    word.compound_part = after_hyphen;
                }
                count(word, point.value, at);
                word.range.end = next;
            } else {
                after_hyphen = is_hyphen(point.value);
                word.compound_part |= after_hyphen;
                add(word);
                word = Word{{next, next}};
            }
            at = next;
        }
        add(word);
    }

    [[nodiscard]] bool continues(const Word& word, char32_t c, std::uint32_t at) const {
        const bool mark = !grapheme_starts_[at] && !word.range.empty();
        return mark || c == soft_hyphen || is_digit(c) || unicode::is_letter(c);
    }

    void count(Word& word, char32_t c, std::uint32_t at) const {
        word.has_digit |= is_digit(c);
        word.has_soft_hyphen |= c == soft_hyphen;
        if (!unicode::is_letter(c) || !grapheme_starts_[at]) return;
        word.capital_inside |= word.letters > 0 && is_upper_case(c);
        ++word.letters;
    }

    void add(const Word& word) {
        int least = paragraph_.style->breaking.min_word_length;
        if (word.compound_part) least = std::max(least, least_letters_of_compound_part);
        const bool plain = !word.has_digit && !word.has_soft_hyphen && !word.capital_inside;
        if (!word.range.empty() && plain && word.letters >= least && in_language(word.range)) {
            words_.push_back(word.range);
        }
    }

    [[nodiscard]] bool in_language(TextRange word) const {
        return std::none_of(paragraph_.runs.begin(), paragraph_.runs.end(), [&](const style::StyledRun& run) {
            const bool overlaps = run.range.begin < word.end && word.begin < run.range.end;
            return overlaps && document::primary_language(run.language) != language_;
        });
    }

    const style::StyledParagraph& paragraph_;
    std::string_view language_;
    std::vector<bool> grapheme_starts_;
    std::vector<TextRange> words_;
};

}  // namespace

std::vector<TextRange> hyphenatable_words(const style::StyledParagraph& paragraph,
                                          const document::Language& language) {
    if (paragraph.style->hyphenation == design::HyphenationUse::none) return {};
    return WordFinder(paragraph, language).words();
}

bool in_address(std::string_view text, std::uint32_t offset) {
    const std::size_t space = text.substr(0, offset).rfind(' ');
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    return is_address(text.substr(begin, text.find(' ', offset) - begin));
}

}  // namespace brochure::text
