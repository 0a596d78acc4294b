// Passages: all words of a document in reading order, as sentences and words.
// In: a document. Out: its texts with what they are, and their sentences and words as byte ranges.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/text_range.hpp"
#include "document/model/document.hpp"

namespace brochure::lint {

enum class PassageKind {
    prose,    // sentences: paragraphs, list items, captions, footnotes, key messages, meanings of words
    fragment  // headings, table cells, fields of treatments, words in drawings, alternative texts
};

struct Passage {
    const document::Text* text = nullptr;
    PassageKind kind = PassageKind::prose;
};

// Points into the document.
std::vector<Passage> passages_of(const document::Document& document);

// Words as a reader counts them: "CT-scan", "mmol/l" and an address are one each.
std::vector<TextRange> words_of(std::string_view text, const std::string& language);

struct Sentence {
    TextRange range;  // without white space around it
    std::size_t words = 0;
    bool ended = false;  // by a full stop or the like; an item of a list often is not
};
std::vector<Sentence> sentences_of(std::string_view text, const document::Language& language);

// True where the author marked the words as of another language.
bool is_foreign(const document::Text& text, TextRange range);

// At most `count` words from the beginning, for showing; "…" where more follow.
std::string first_words(std::string_view text, const std::string& language, std::size_t count = 6);

bool has_letter(std::string_view words);

}  // namespace brochure::lint
