// CodedText: a text whose inline marks are numbers: "{1}bold{/1} and a note{2/}".
// In: a document::Text. Out: words and numbered marks, so that a text may travel through a translator's tool
// without its addresses and ids, and so that another address behind the same words is no other text.
// A brace that the author typed is doubled: "{{".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/model/document.hpp"

namespace brochure::units {

struct CodedText {
    std::string words;                         // UTF-8, with marks
    std::vector<document::SpanMeaning> marks;  // what {1}, {2}, … stand for
};

// Numbers the marks in the order in which they begin.
CodedText coded(const document::Text& text);

// The same with the numbers that `master` gives to marks of the same meaning, so that the two can be
// compared; what the master lacks is numbered on behind it.
CodedText coded(const document::Text& text, const CodedText& master);

// A text whose marks are numbered already, given the numbers of `master` in the same way.
CodedText renumbered(const CodedText& text, const CodedText& master);

// What a coded text is made of, in order.
struct CodedPiece {
    enum class Kind { words, opening, closing, point };
    Kind kind = Kind::words;
    std::string words;       // with single braces
    std::size_t number = 0;  // of the mark
};

// Nothing if a brace is neither doubled nor of a mark.
std::optional<std::vector<CodedPiece>> pieces_of(std::string_view words);

// The other way round.
std::string words_of(const std::vector<CodedPiece>& pieces);

// True for a mark that stands at a point and holds no words: a note, a citation, a line's end.
bool is_point(const document::SpanMeaning& meaning);

// What a translator is told that a mark is: "bold", "reference to 'bestraling'", "note 'a'", "words in 'en'".
// In: the document the mark is of, for the names of notes and sources.
std::string described(const document::SpanMeaning& meaning, const document::Document& document);

// The words without marks, and with single braces.
std::string plain_words(const CodedText& text);

}  // namespace brochure::units
