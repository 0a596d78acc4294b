// Numbers as languages write them, by ICU: digits of every script, marks between them, words for them.
// In: code points, locales such as "nl_NL". Out: values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace brochure::unicode {

// 0 to 9 for a decimal digit of any script (General_Category Nd).
std::optional<int> digit_value(char32_t c);

// What "½" stands for; nothing for what is no vulgar fraction.
std::optional<double> fraction_value(char32_t c);

// The mark before the decimals, and the one between thousands, in the locale's own and in Latin digits.
struct NumberMarks {
    std::u32string decimal, grouping;
};
NumberMarks number_marks(const std::string& locale);

// Whole numbers in words, in all forms that CLDR spells out for the locale, in lower case: "vier" is 4.
// From 2 on: a word for one is an article in many languages.
std::map<std::string, int, std::less<>> number_words(const std::string& locale);

}  // namespace brochure::unicode
