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

using NamesOfNumbers = std::map<std::string, int, std::less<>>;

// Whole numbers in words, in all forms that CLDR spells out for the locale, in lower case: "vier" is 4.
// From 2 on: a word for one is an article in many languages.
const NamesOfNumbers& number_words(const std::string& locale);

// The names of the months in all forms, in lower case: "april" and "apr" are 4.
const NamesOfNumbers& month_numbers(const std::string& locale);

// What stands beside an hour of the morning and of the afternoon, in lower case without points: "am", "pm".
struct HalfDays {
    std::string morning, afternoon;
};
HalfDays half_days(const std::string& locale);

}  // namespace brochure::unicode
