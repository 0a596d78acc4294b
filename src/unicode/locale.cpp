#include "unicode/locale.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/datefmt.h>
#include <unicode/normalizer2.h>
#include <unicode/numsys.h>
#include <unicode/timezone.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <memory>
#include <numeric>

#include "base/ascii.hpp"
#include "base/must.hpp"
#include "unicode/unicode.hpp"

namespace brochure::unicode {

namespace {

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

using CaseMapping = void (*)(const char*, std::uint32_t, icu::StringPiece, icu::ByteSink&, icu::Edits*,
                             UErrorCode&);

std::string map_case(CaseMapping mapping, std::string_view text, const std::string& language) {
    std::string mapped;
    icu::StringByteSink<std::string> bytes(&mapped, static_cast<std::int32_t>(text.size()));
    UErrorCode status = U_ZERO_ERROR;
    mapping(locale_for(language).getName(), 0, piece(text), bytes, nullptr, status);
    base::must(U_SUCCESS(status), "ICU could not change the case of a text.");
    return mapped;
}

// What ICU has no data for falls back to its defaults, which are the machine's LANG and time zone. Brochures
// must not differ between machines; and finding the machine's zone takes longer than everything else done
// here.
bool forget_machine() {
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale::setDefault(icu::Locale::getRoot(), status);
    icu::TimeZone::adoptDefault(icu::TimeZone::getGMT()->clone());
    return U_SUCCESS(status);
}

icu::Locale new_locale(const std::string& language) {
    [[maybe_unused]] static const bool forgotten = forget_machine();
    UErrorCode status = U_ZERO_ERROR;
    std::string tag = language;  // language files may write nl_NL
    std::replace(tag.begin(), tag.end(), '_', '-');
    icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
    if (U_FAILURE(status) || locale.isBogus()) return icu::Locale::getRoot();
    return locale;
}

}  // namespace

const icu::Locale& locale_for(const std::string& language) {
    // To make one takes longer than most of what it is asked for.
    thread_local std::map<std::string, icu::Locale> locales;
    const auto [known, is_new] = locales.try_emplace(language, icu::Locale::getRoot());
    if (is_new) known->second = new_locale(language);
    return known->second;
}

std::string nfc(std::string_view text) {
    static constexpr const char* no_normal_form = "ICU could not normalise a text.";
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
    base::must(U_SUCCESS(status), no_normal_form);
    if (normalizer->isNormalizedUTF8(piece(text), status)) return std::string(text);
    std::string normalized;
    icu::StringByteSink<std::string> bytes(&normalized, static_cast<std::int32_t>(text.size()));
    normalizer->normalizeUTF8(0, piece(text), bytes, nullptr, status);
    base::must(U_SUCCESS(status), no_normal_form);
    return normalized;
}

std::string upper_case(std::string_view text, const std::string& locale) {
    return map_case(&icu::CaseMap::utf8ToUpper, text, locale);
}

std::string lower_case(std::string_view text, const std::string& locale) {
    // These are small in every language; to find ICU's locale takes longer than all the rest.
    const bool small =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= 0 && !base::is_ascii_capital(c); });
    if (small) return std::string(text);
    return map_case(&icu::CaseMap::utf8ToLower, text, locale);
}

std::string fold_case(std::string_view text, const std::string& locale) {
    const std::string language = locale_for(locale).getLanguage();
    const bool dotless = language == "tr" || language == "az";
    std::string folded;
    icu::StringByteSink<std::string> bytes(&folded, static_cast<std::int32_t>(text.size()));
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8Fold(dotless ? U_FOLD_CASE_EXCLUDE_SPECIAL_I : U_FOLD_CASE_DEFAULT, piece(text), bytes,
                           nullptr, status);
    base::must(U_SUCCESS(status), "ICU could not fold the case of a text.");
    return folded;
}

namespace {

std::unique_ptr<icu::NumberingSystem> numbering_system(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::NumberingSystem> system(
        icu::NumberingSystem::createInstanceByName(name.c_str(), status));
    const bool usable = U_SUCCESS(status) && system && !system->isAlgorithmic() && system->getRadix() == 10;
    return usable ? std::move(system) : nullptr;
}

}  // namespace

std::string in_digits(std::string_view text, const std::string& system) {
    const auto numbering = system.empty() || system == "latn" ? nullptr : numbering_system(system);
    if (!numbering) return std::string(text);
    const icu::UnicodeString digits = numbering->getDescription();
    std::string out;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            out += c;
            continue;
        }
        const std::int32_t at = digits.moveIndex32(0, c - '0');
        icu::UnicodeString(digits.char32At(at)).toUTF8String(out);
    }
    return out;
}

std::string long_date(const base::Date& date, const std::string& locale) {
    assert(date.valid());
    UErrorCode status = U_ZERO_ERROR;
    // Some locales (fa, th, ar-SA) count years by another calendar; a brochure's date must be the one in
    // brochure.toml.
    icu::Locale gregorian = locale_for(locale);
    gregorian.setKeywordValue("calendar", "gregorian", status);
    const std::unique_ptr<icu::DateFormat> format(
        icu::DateFormat::createDateInstance(icu::DateFormat::kLong, gregorian));
    if (!format || U_FAILURE(status)) return date.iso();
    format->setTimeZone(*icu::TimeZone::getGMT());
    constexpr double milliseconds_per_day = 86'400'000;
    icu::UnicodeString formatted;
    format->format(static_cast<double>(date.to_days_since_1970()) * milliseconds_per_day, formatted);
    std::string text;
    formatted.toUTF8String(text);
    return text;
}

std::vector<std::size_t> collated(const std::vector<std::string>& items, const std::string& locale) {
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale_for(locale), status));
    base::must(U_SUCCESS(status), "ICU has no order for a language's letters.");
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return collator->compareUTF8(piece(items[a]), piece(items[b]), status) == UCOL_LESS;
    });
    return order;
}

bool is_white_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool is_wide(char32_t c) {
    const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_default_ignorable(char32_t c) {
    return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool ends_in_colon(std::string_view text) {
    constexpr std::string_view colons[] = {":", "：", "፥", "፦"};
    return std::any_of(std::begin(colons), std::end(colons),
                       [&](std::string_view colon) { return text.ends_with(colon); });
}

}  // namespace brochure::unicode
