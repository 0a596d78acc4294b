#include "unicode/figures.hpp"

#include <unicode/datefmt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <map>
#include <memory>

#include "unicode/locale.hpp"

namespace brochure::unicode {

namespace {

UChar32 code(char32_t c) { return static_cast<UChar32>(c); }

bool has_category(char32_t c, std::uint32_t mask) { return (U_GET_GC_MASK(code(c)) & mask) != 0; }

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::string trimmed(std::string text) {
    const auto blank = [](char c) { return c == ' '; };
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), blank));
    text.erase(std::find_if_not(text.rbegin(), text.rend(), blank).base(), text.end());
    return text;
}

// The words that a style of date has between the day and the year: "12 de noviembre de 2026".
std::string between_day_and_year(const icu::DateFormat& format, int month) {
    constexpr int day = 12, year = 2026;
    UErrorCode status = U_ZERO_ERROR;
    icu::GregorianCalendar calendar(year, month, day, status);
    icu::UnicodeString written;
    format.format(calendar.getTime(status), written);
    if (U_FAILURE(status)) return {};
    const std::string date = utf8(written);
    const std::size_t begin = date.find(std::to_string(day));
    const std::size_t end = date.find(std::to_string(year));
    if (begin == std::string::npos || end == std::string::npos || end < begin + 2) return {};
    std::string between = trimmed(date.substr(begin + 2, end - begin - 2));
    if (between.starts_with('.')) between = trimmed(between.substr(1));  // "12. November"
    return between;
}

template <class Add>
void add_symbols(const icu::DateFormatSymbols& symbols, Add add) {
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
            std::int32_t count = 0;
            const icu::UnicodeString* names = symbols.getMonths(count, context, width);
            for (std::int32_t i = 0; i < count; ++i) add(utf8(names[i]));
        }
    }
}

std::vector<std::string> find_month_names(const std::string& tag) {
    // Set by hand: ICU takes its time to read them out of a tag.
    icu::Locale western = locale_for(tag);
    UErrorCode status = U_ZERO_ERROR;
    if (tag.find("-u-") == std::string::npos) {
        western.setKeywordValue("calendar", "gregorian", status);
        western.setKeywordValue("numbers", "latn", status);
    }
    if (U_FAILURE(status)) return {};
    std::vector<std::string> found;
    const auto add = [&](std::string name) {
        const bool words = std::any_of(name.begin(), name.end(), [](char c) { return c > '9' || c < 0; });
        if (words) found.push_back(std::move(name));
    };
    // The names of the country's own calendar too: Persian dates are often those of the solar year.
    for (const icu::Locale& locale : {western, locale_for(tag)}) {
        for (const auto style : {icu::DateFormat::kLong, icu::DateFormat::kMedium}) {
            const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(style, locale));
            for (int month = 0; format && month < 12; ++month) add(between_day_and_year(*format, month));
            if (const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get()))
                add_symbols(*simple->getDateFormatSymbols(), add);
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace

bool is_number(char32_t c) {
    if (c < 0x80) return '0' <= c && c <= '9';
    return has_category(c, U_GC_ND_MASK | U_GC_NO_MASK | U_GC_NL_MASK);
}

bool is_mark(char32_t c) { return c >= 0x300 && has_category(c, U_GC_M_MASK); }

bool is_eastern_digit(char32_t c) { return (0x660 <= c && c <= 0x669) || (0x6F0 <= c && c <= 0x6F9); }

bool is_currency(char32_t c) { return has_category(c, U_GC_SC_MASK); }

bool is_sign_of_number(char32_t c) {
    c = narrow(c);
    return c == 0x2212 || c == U'№' || has_category(c, U_GC_SM_MASK | U_GC_SC_MASK);
}

bool is_relation(char32_t c) {
    c = narrow(c);
    return c == U'<' || c == U'>' || c == U'=' || c == U'~' || (0x223C <= c && c <= 0x226F);
}

char32_t narrow(char32_t c) {
    constexpr char32_t first = 0xFF01, last = 0xFF5E, down = 0xFEE0;
    if (first <= c && c <= last) return c - down;
    return c == 0xFFE5 ? U'¥' : c;
}

bool repeats_word(char32_t c) {
    constexpr char32_t khmer = 0x17D7, thai = 0x0E46;
    if (c < thai) return false;  // those before are letters' own: ˑ, ـ
    return c == khmer || u_hasBinaryProperty(code(c), UCHAR_EXTENDER) != 0;
}

bool runs_from_right(const std::string& language) { return locale_for(language).isRightToLeft() != 0; }

const std::vector<std::string>& month_names(const std::string& locale) {
    thread_local std::map<std::string, std::vector<std::string>> known;
    const auto [at, is_new] = known.try_emplace(locale);
    if (is_new) at->second = find_month_names(locale);
    return at->second;
}

}  // namespace brochure::unicode
