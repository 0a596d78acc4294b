// Figures: which characters are numbers and the signs about them in any script, and how a language writes its
// months. In: code points, locales. Out: properties by ICU. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brochure::unicode {

// A digit of any script, a fraction or a superscript: what a quantity may be written with.
bool is_number(char32_t c);
// Digits of the scripts that are written from right to left: Arabic, Persian.
bool is_eastern_digit(char32_t c);
// A sign that is written onto the letter before it.
bool is_mark(char32_t c);
// A mathematical or currency sign: it says something of the number beside it.
bool is_sign_of_number(char32_t c);
bool is_currency(char32_t c);
// A relation: less than, at least, about. It stands between what it compares and a number.
bool is_relation(char32_t c);
// A full-width form as the character it is wide of: "５" as "5"; others as they are.
char32_t narrow(char32_t c);
// Goes on with what stands before it and never begins a line: ๆ, ໆ, ៗ, 々.
bool repeats_word(char32_t c);

// Whether a language's own script runs from right to left.
bool runs_from_right(const std::string& language);

// The words between a day and a year in a locale's dates, in each of their forms: "november", "Nov.",
// "de noviembre de", "בנובמבר". A name that stands alone is among them.
const std::vector<std::string>& month_names(const std::string& locale);

}  // namespace brochure::unicode
