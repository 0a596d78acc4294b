// Unicode's rules, by ICU and FriBidi: breaks, scripts, direction, dates, collation.
// In: UTF-8. Out: byte offsets into it, levels, strings. Pure functions; no state is seen from outside.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/text_range.hpp"

namespace brochure::unicode {

struct LineOpportunity {
    std::uint32_t offset = 0;  // a line may start here
    bool mandatory = false;
};

// UAX 14 break opportunities, the end of the text included as the last, mandatory one.
std::vector<LineOpportunity> line_opportunities(std::string_view text, const std::string& language);

// UAX 29 extended grapheme cluster starts, offset 0 included, the end of the text not.
std::vector<std::uint32_t> grapheme_starts(std::string_view text);

// UAX 29 words (letters and digits only, no spaces or punctuation).
std::vector<TextRange> words(std::string_view text, const std::string& language);

// UAX 29 sentences, each with the white space that follows it; together they are the text.
std::vector<TextRange> sentences(std::string_view text, const std::string& language);

struct ScriptRun {
    TextRange range;
    std::array<char, 4> script{};  // ISO 15924, Common and Inherited resolved to their neighbours (UAX 24)
};
// In Chinese and Japanese the quotation marks, dashes and points that Latin has too are Han's, unless Latin
// letters stand on both sides; digits and narrow signs among Han are Latin's.
std::vector<ScriptRun> script_runs(std::string_view text, std::string_view language = "");
// In English, for a message: "Devanagari".
std::string script_name(const std::array<char, 4>& script);

// Between two runs where an isolate begins or ends: there is no mark in the text, but it would have this
// level and part the runs in rule L2.
inline constexpr std::uint8_t no_mark = 255;
struct BidiRun {
    TextRange range;
    std::uint8_t level = 0;
    std::uint8_t mark_before = no_mark;
};
// A stretch whose inside and outside do not touch each other's order (UAX 9, 2.4.2), as if the text had an
// isolate initiator before it and a PDI behind it.
enum class IsolateDirection : std::uint8_t { left_to_right, right_to_left, first_strong };
struct BidiIsolate {
    TextRange range;
    IsolateDirection direction = IsolateDirection::first_strong;
    bool operator==(const BidiIsolate&) const = default;
};
// UAX 9 embedding levels as runs in logical order; `right_to_left` is the paragraph's direction. Isolates may
// be nested but do not overlap.
std::vector<BidiRun> bidi_runs(std::string_view text, bool right_to_left,
                               const std::vector<BidiIsolate>& isolates = {});

enum class Strength : std::uint8_t { left_to_right, right_to_left, weak };
// Whether a character has a direction of its own.
Strength strength_of(char32_t c);
// The closing partner of an opening bracket, 0 for what is none; and the other way round.
char32_t closing_bracket(char32_t opening);
char32_t opening_bracket(char32_t closing);

// UAX 9 rule L2: the visual order of runs with these levels, as indices.
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

std::string nfc(std::string_view text);
std::string upper_case(std::string_view text, const std::string& locale);
std::string lower_case(std::string_view text, const std::string& locale);
// As all spellings of a word that differ in capitals alone become one; in Turkish and Azerbaijani dotted and
// dotless i are two letters.
std::string fold_case(std::string_view text, const std::string& locale);
// The text's figures in the digits of a numbering system of CLDR ("arab", "arabext"); unknown systems and
// "latn" leave it as it is.
std::string in_digits(std::string_view text, const std::string& system);
// "23 november 2026" in the locale's long form.
std::string long_date(const base::Date& date, const std::string& locale);
// Indices of `items` in the locale's collation order, stable.
std::vector<std::size_t> collated(const std::vector<std::string>& items, const std::string& locale);
bool is_white_space(char32_t c);
bool is_letter(char32_t c);
// Invisible by definition: Default_Ignorable_Code_Point of DerivedCoreProperties.
bool is_default_ignorable(char32_t c);
// As wide as it is high: East_Asian_Width W or F.
bool is_wide(char32_t c);
// True if the text ends in a colon of any script that the program sets: what follows is announced.
bool ends_in_colon(std::string_view text);

}  // namespace brochure::unicode
