#include "lint/untranslated.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "document/model/project.hpp"
#include "lint/passages.hpp"
#include "lint/thresholds.hpp"
#include "unicode/unicode.hpp"

namespace brochure::lint {

namespace {

struct Stretch {
    const document::Text* text = nullptr;
    TextRange range;

    [[nodiscard]] std::string words() const { return std::string{range.of(text->utf8)}; }
    [[nodiscard]] Place place() const { return text->place_of(range.begin); }
};

bool has_digit_or_sign(std::string_view word) {
    return word.find_first_of("0123456789@/.:_") != std::string_view::npos;
}

bool begins_with_capital(std::string_view word, const std::string& language) {
    const std::string first{word.substr(0, base::code_point_at(word, 0).length)};
    return unicode::lower_case(first, language) != first;
}

// Words of a language: not names, which have a capital, and not numbers, codes, addresses. The first word of
// a sentence has a capital whatever it is, and counts if others follow that are words.
std::size_t plain_words(const Stretch& stretch, const std::string& language) {
    std::size_t plain = 0;
    bool first = true, capital_first = false;
    for (const TextRange word : words_of(stretch.range.of(stretch.text->utf8), language)) {
        const TextRange in_text{word.begin + stretch.range.begin, word.end + stretch.range.begin};
        const std::string_view letters = in_text.of(stretch.text->utf8);
        const bool begins = std::exchange(first, false);
        if (!has_letter(letters) || has_digit_or_sign(letters) || is_foreign(*stretch.text, in_text))
            continue;
        if (begins_with_capital(letters, language))
            capital_first = capital_first || begins;
        else
            ++plain;
    }
    return plain > 0 && capital_first ? plain + 1 : plain;
}

std::vector<Stretch> sentences_in(const document::Document& document) {
    std::vector<Stretch> stretches;
    for (const Passage& passage : passages_of(document)) {
        if (passage.text->borrowed) continue;  // the page says of them that they are the master's
        for (const Sentence& sentence : sentences_of(passage.text->utf8, document.language))
            stretches.push_back({passage.text, sentence.range});
    }
    return stretches;
}

}  // namespace

void untranslated(const document::Document& master, const document::Document& translation, Sink& sink) {
    const std::string& language = translation.language.tag;
    // British and American, or the Dutch of Flanders: most sentences are rightly the same.
    if (document::primary_language(master.language.tag) == document::primary_language(language)) return;
    if (!master.front_matter_read || !translation.front_matter_read) return;
    std::map<std::string, Place> known;
    for (const Stretch& sentence : sentences_in(master))
        known.try_emplace(sentence.words(), sentence.place());

    struct Found {
        Stretch stretch;
        Place in_master;
    };
    std::vector<Found> found;
    std::size_t all = 0;
    const document::Text* last = nullptr;  // the text whose last sentence was untranslated
    for (const Stretch& sentence : sentences_in(translation)) {
        if (plain_words(sentence, language) < least_untranslated) continue;
        ++all;
        const auto same = known.find(sentence.words());
        if (same == known.end()) {
            last = nullptr;
            continue;
        }
        // One after the other in a paragraph, they are one passage.
        if (last == sentence.text)
            found.back().stretch.range.end = sentence.range.end;
        else
            found.push_back({sentence, same->second});
        last = sentence.text;
    }
    if (found.empty()) return;
    const auto shown = [&](const Stretch& stretch) { return first_words(stretch.words(), language); };
    if (found.size() > most_untranslated_told && found.size() * 2 > all) {
        const Found& first = found.front();
        sink.warning(
            diag::code::untranslated, first.stretch.place(),
            fmt::format("{} of {} passages of this translation are the master text's, word for word; "
                        "the first is “{}”",
                        found.size(), all, shown(first.stretch)),
            "translate them; until then, do not print this language");
        return;
    }
    for (const Found& one : found) {
        sink.warning(diag::code::untranslated, one.stretch.place(),
                     fmt::format("“{}” is the same as in the master text ({}:{}:{})", shown(one.stretch),
                                 one.in_master.file, one.in_master.line, one.in_master.column),
                     "translate it; words that stay as they are in every language are marked with their own: "
                     "[words]{lang=…}");
    }
}

}  // namespace brochure::lint
