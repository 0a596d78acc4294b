// Sentences and paragraphs: their length, and what it comes to over the whole brochure.
#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.hpp"
#include "document/model/project.hpp"
#include "lint/readability.hpp"
#include "lint/text_rules.hpp"
#include "lint/thresholds.hpp"

namespace brochure::lint {

namespace {

bool is_figure(std::string_view word) {
    return std::none_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
    });
}

// Of whole sentences only: an item such as "the ribs" would make every text look easy.
TextCounts counts_of(const document::Document& document, const Passages& passages) {
    const std::string language{document::primary_language(document.language.tag)};
    TextCounts counts;
    for (const Passage& passage : passages) {
        if (passage.kind != PassageKind::prose) continue;
        for (const Sentence& sentence : sentences_of(passage.text->utf8, document.language)) {
            if (!sentence.ended) continue;
            ++counts.sentences;
            const std::string_view words = sentence.range.of(passage.text->utf8);
            for (const TextRange word : words_of(words, document.language.tag)) {
                if (is_figure(word.of(words))) continue;
                ++counts.words;
                counts.syllables += syllables(word.of(words), language).value_or(0);
            }
        }
    }
    return counts;
}

}  // namespace

void long_sentences(const document::Document& document, const Passages& passages, Sink& sink) {
    for (const Passage& passage : passages) {
        if (passage.kind != PassageKind::prose) continue;
        for (const Sentence& sentence : sentences_of(passage.text->utf8, document.language)) {
            if (sentence.words <= longest_sentence) continue;
            sink.warning(
                diag::code::sentence_long, passage.text->place_of(sentence.range.begin),
                fmt::format("The sentence “{}” has {} words.",
                            first_words(sentence.range.of(passage.text->utf8), document.language.tag),
                            sentence.words),
                fmt::format("Make two of it, or a list; {} words are a good limit.", longest_sentence));
        }
    }
}

void long_paragraphs(const document::Document& document, const Passages& passages, Sink& sink) {
    for (const Passage& passage : passages) {
        if (passage.kind != PassageKind::prose) continue;
        const std::size_t words = words_of(passage.text->utf8, document.language.tag).size();
        if (words <= longest_paragraph) continue;
        sink.warning(
            diag::code::paragraph_long, passage.text->place_of(0),
            fmt::format("The paragraph “{}” has {} words.",
                        first_words(passage.text->utf8, document.language.tag), words),
            fmt::format("Part it with an empty line; {} words are a good limit.", longest_paragraph));
    }
}

void readability(const document::Document& document, const Passages& passages, Sink& sink) {
    const TextCounts counts = counts_of(document, passages);
    if (counts.sentences < least_sentences || counts.words < least_words) return;
    const double average = static_cast<double>(counts.words) / static_cast<double>(counts.sentences);
    if (average > longest_average_sentence) {
        sink.warning(diag::code::sentences_long, document.place,
                     fmt::format("The brochure's sentences have {:.1f} words on average.", average),
                     fmt::format("Shorten the longest ones until the average is {:.0f} or less.",
                                 longest_average_sentence));
    }
    const auto score =
        readability_score(counts, std::string{document::primary_language(document.language.tag)});
    if (score && score->value < lowest_readability) {
        sink.warning(
            diag::code::readability_low, document.place,
            fmt::format("The text scores {:.0f} on the scale of {}, where {:.0f} is plain language; the "
                        "formula only counts syllables and words, so this is no more than a hint.",
                        score->value, score->name, lowest_readability),
            "Look at the long sentences and long words, and let some readers try the text.");
    }
}

}  // namespace brochure::lint
