// BidiWords: a text as the words that its order is decided by. In: a text, a stretch of it, isolates within
// that are one thing. Out: words of one direction without the marks about them, and figures: numbers with all
// that belongs to them ("+31 (0)12 345 67 89", "10–14 mg", "38,5 °C").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/model/language.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

struct BidiCharacter {
    char32_t value = 0;
    TextRange range;
};

enum class WordKind : std::uint8_t {
    from_left,   // letters from left to right, perhaps with figures: "Zometa®", "info@linde.example"
    number,      // figures alone: "012", "38,5", "10–14"
    unit_sign,   // "%", "°", "€"
    dash,        // between two numbers
    stroke,      // "/" between two numbers
    operation,   // "×", "±", "+" between two numbers
    from_right,  // letters from right to left
    other        // an isolate that is known, other signs
};

struct BidiWord {
    std::size_t begin = 0, end = 0;  // indices of characters, without the marks about the word
    WordKind kind = WordKind::other;
    bool opens = false;    // a bracket, a quotation mark or a sign stands before it
    bool stops = false;    // a bracket, a quotation mark or a point stands behind it
    bool touches = false;  // no space parts it from what is before
};

// All characters of a stretch; a known isolate is one of them.
inline constexpr char32_t isolate_stand_in = 0xFFFC;
std::vector<BidiCharacter> bidi_characters(std::string_view text, TextRange range,
                                           const std::vector<unicode::BidiIsolate>& known);

std::vector<BidiWord> bidi_words(const std::vector<BidiCharacter>& characters);

// A number with what belongs to it.
struct Figure {
    std::size_t first = 0, end = 0;  // indices of words
    bool with_letters = false;       // its unit is written in letters from left to right
    bool with_unit = false;          // a unit or its sign stands behind it
    bool keeps_order = false;        // UAX 9 would turn it about where it stands among letters from the right
};

// The figures among the words, in order. A range of two numbers keeps its order only where the language
// writes it from left to right.
std::vector<Figure> figures_among(const std::vector<BidiCharacter>& characters,
                                  const std::vector<BidiWord>& words, const document::NoBreakRules& units,
                                  bool ranges_left_to_right);

bool is_arabic_stop(char32_t c);  // Arabic comma, semicolon, question mark, full stop
bool is_quotation_mark(char32_t c);

}  // namespace brochure::style
