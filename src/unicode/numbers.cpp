#include "unicode/numbers.hpp"

#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>
#include <unicode/numsys.h>
#include <unicode/rbnf.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

#include "unicode/unicode.hpp"

namespace brochure::unicode {

namespace {

constexpr int least_word = 2, last_single = 20, last_ten = 100;
constexpr int ten = 10;

void append(std::u32string& marks, const icu::UnicodeString& mark) {
    const auto c = static_cast<char32_t>(mark.char32At(0));
    if (!mark.isEmpty() && marks.find(c) == std::u32string::npos) marks += c;
}

void append_marks(NumberMarks& marks, const icu::Locale& locale, const char* numbering) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberingSystem> system{
        icu::NumberingSystem::createInstanceByName(numbering, status)};
    if (U_FAILURE(status)) return;
    const icu::DecimalFormatSymbols symbols{locale, *system, status};
    if (U_FAILURE(status)) return;
    append(marks.decimal, symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
    append(marks.grouping, symbols.getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol));
}

// CLDR marks where a long word may be broken.
std::string without_soft_hyphens(icu::UnicodeString words) {
    words.findAndReplace(icu::UnicodeString{static_cast<UChar32>(0xAD)}, icu::UnicodeString{});
    std::string utf8;
    words.toUTF8String(utf8);
    return utf8;
}

// In lower case, and without the points of an abbreviation.
std::string bare_name(icu::UnicodeString name, const std::string& locale) {
    name.findAndReplace(u".", u"");
    std::string utf8;
    name.toUTF8String(utf8);
    return lower_case(utf8, locale);
}

NamesOfNumbers find_month_numbers(const std::string& locale) {
    NamesOfNumbers months;
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols{icu::Locale{locale.c_str()}, "gregorian", status};
    if (U_FAILURE(status)) return months;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
            std::int32_t count = 0;
            const icu::UnicodeString* names = symbols.getMonths(count, context, width);
            for (std::int32_t i = 0; i < count; ++i) {
                std::string name = bare_name(names[i], locale);
                // "4月" is a number and its unit.
                if (!name.empty() && (name[0] < '0' || name[0] > '9')) months.emplace(std::move(name), i + 1);
            }
        }
    }
    return months;
}

NamesOfNumbers find_number_words(const std::string& locale) {
    NamesOfNumbers words;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale wanted{locale.c_str()};
    icu::RuleBasedNumberFormat spelling{icu::URBNF_SPELLOUT, wanted, status};
    if (U_FAILURE(status)) return words;
    for (int32_t set = 0; set < spelling.getNumberOfRuleSetNames(); ++set) {
        const icu::UnicodeString name = spelling.getRuleSetName(set);
        if (!name.startsWith(u"%spellout-cardinal") && !name.startsWith(u"%spellout-numbering")) continue;
        for (int n = least_word; n <= last_ten; n += n < last_single ? 1 : ten) {
            icu::UnicodeString spelt;
            icu::FieldPosition nowhere{icu::FieldPosition::DONT_CARE};
            UErrorCode failed = U_ZERO_ERROR;
            spelling.format(n, name, spelt, nowhere, failed);
            if (U_SUCCESS(failed)) words.emplace(lower_case(without_soft_hyphens(spelt), locale), n);
        }
    }
    return words;
}

}  // namespace

std::optional<int> digit_value(char32_t c) {
    const int32_t value = u_charDigitValue(static_cast<UChar32>(c));
    return value < 0 ? std::nullopt : std::optional{static_cast<int>(value)};
}

std::optional<double> fraction_value(char32_t c) {
    const auto code_point = static_cast<UChar32>(c);
    if (u_getIntPropertyValue(code_point, UCHAR_NUMERIC_TYPE) != U_NT_NUMERIC) return std::nullopt;
    const double value = u_getNumericValue(code_point);
    return value > 0 && value < 1 ? std::optional{value} : std::nullopt;
}

NumberMarks number_marks(const std::string& locale) {
    const icu::Locale wanted{locale.c_str()};
    NumberMarks marks;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberingSystem> own{icu::NumberingSystem::createInstance(wanted, status)};
    append_marks(marks, wanted, "latn");
    if (U_SUCCESS(status)) append_marks(marks, wanted, own->getName());
    for (const char* other : {"arab", "arabext"}) append_marks(marks, wanted, other);
    return marks;
}

HalfDays half_days(const std::string& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols{icu::Locale{locale.c_str()}, "gregorian", status};
    std::int32_t count = 0;
    const icu::UnicodeString* names = U_FAILURE(status) ? nullptr : symbols.getAmPmStrings(count);
    constexpr std::int32_t halves = 2;
    if (names == nullptr || count < halves) return {};
    return {bare_name(names[0], locale), bare_name(names[1], locale)};
}

const NamesOfNumbers& number_words(const std::string& locale) {
    thread_local std::map<std::string, NamesOfNumbers> known;
    const auto [at, is_new] = known.try_emplace(locale);
    if (is_new) at->second = find_number_words(locale);
    return at->second;
}

const NamesOfNumbers& month_numbers(const std::string& locale) {
    thread_local std::map<std::string, NamesOfNumbers> known;
    const auto [at, is_new] = known.try_emplace(locale);
    if (is_new) at->second = find_month_numbers(locale);
    return at->second;
}

}  // namespace brochure::unicode
