#include "config/bare_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/ascii.hpp"
#include "base/date.hpp"

namespace brochure::config {

namespace {

bool all_of_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), base::is_ascii_digit);
}

int number_of(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// The three numbers of 28-11-2026, 28/11/2026, 2026.11.28; nothing for other values.
std::vector<std::string_view> date_parts(std::string_view value) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= value.size();) {
        const std::size_t end = std::min(value.find_first_of("-/.", from), value.size());
        parts.push_back(value.substr(from, end - from));
        from = end + 1;
    }
    const auto is_part = [](std::string_view part) { return all_of_digits(part) && part.size() <= 4; };
    if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), is_part)) return {};
    const bool year_first = parts[0].size() == 4, year_last = parts[2].size() == 4;
    return year_first == year_last || parts[1].size() > 2 ? std::vector<std::string_view>{} : parts;
}

// Some value as a date; which of two numbers is the month is plain only if the other is over twelve.
std::optional<BareFault> date_fault(std::string_view value) {
    const auto parts = date_parts(value);
    if (parts.empty()) return std::nullopt;
    int year = number_of(parts[0]), month = number_of(parts[1]), day = number_of(parts[2]);
    if (parts[0].size() != 4) std::swap(year, day);
    if (month > 12) std::swap(month, day);
    const base::Date date{year, month, day};
    if (date.valid() && date.iso() == value) return std::nullopt;
    return BareFault{fmt::format("'{}' is not written as a date is", value),
                     date.valid() ? fmt::format("write year, month and day: {}", date.iso())
                                  : "write year, month and day, as in 2026-11-28"};
}

// A number as TOML has it, underscores and all; close enough, since what the library took it never comes here
// alone.
bool is_number(std::string_view value) {
    if (value.starts_with('+') || value.starts_with('-')) value.remove_prefix(1);
    if (value == "inf" || value == "nan") return true;
    if (value.starts_with("0x") || value.starts_with("0o") || value.starts_with("0b"))
        return value.size() > 2;
    if (value.empty() || !base::is_ascii_digit(value.front()) || !base::is_ascii_digit(value.back()))
        return false;
    if (value.size() > 1 && value.front() == '0' && base::is_ascii_digit(value[1])) return false;
    return std::all_of(value.begin(), value.end(), [](char c) {
        return base::is_ascii_digit(c) || c == '.' || c == '_' || c == 'e' || c == 'E' || c == '+' ||
               c == '-';
    });
}

bool is_time_or_date(std::string_view value) {
    const bool date =
        value.size() >= 10 && value[4] == '-' && value[7] == '-' && all_of_digits(value.substr(0, 4));
    return date || (value.size() >= 5 && value[2] == ':' && all_of_digits(value.substr(0, 2)));
}

constexpr std::array<std::string_view, 22> yes_and_no{
    "true", "false", "yes", "no",   "ja",    "nee", "nein", "oui", "non", "si",   "sí",
    "sim",  "tak",   "nie", "evet", "hayır", "on",  "off",  "y",   "n",   "waar", "onwaar"};

}  // namespace

std::optional<BareFault> bare_fault(std::string_view value, std::string_view key) {
    constexpr std::size_t shown_at_most = 40;
    if (value.empty()) {
        return BareFault{key.empty() ? std::string{"a value is missing here"}
                                     : fmt::format("behind '{} =' nothing stands", key),
                         "write the value, or remove the line"};
    }
    if (auto fault = date_fault(value)) return fault;  // before numbers: 28-11-2026 has a number's characters
    if (value == "true" || value == "false" || is_number(value)) return std::nullopt;
    if (is_time_or_date(value)) return std::nullopt;
    if (std::find(yes_and_no.begin(), yes_and_no.end(), base::ascii_lower(value)) != yes_and_no.end()) {
        return BareFault{
            fmt::format("'{}' is neither true nor false", value),
            "write true or false, in small letters and without quotation marks; or put it between "
            "quotation marks if it is text"};
    }
    const std::string_view unsigned_value =
        value.substr(value.front() == '-' || value.front() == '+' ? 1 : 0);
    if (all_of_digits(unsigned_value)) {  // is_number took all but those with a leading 0
        const std::size_t first = std::min(unsigned_value.find_first_not_of('0'), unsigned_value.size() - 1);
        return BareFault{fmt::format("the number {} begins with 0", value),
                         fmt::format("write \"{}\" between quotation marks if the 0 belongs to it, else {}",
                                     value, unsigned_value.substr(first))};
    }
    const std::string shown{value.size() > shown_at_most ? std::string_view{"…"} : value};
    const std::string name{key.empty() ? std::string{} : std::string{key} + " = "};
    return BareFault{value.size() > shown_at_most ? std::string{"this text stands without quotation marks"}
                                                  : fmt::format("'{}' stands without quotation marks", value),
                     fmt::format("put it between quotation marks: {}\"{}\"", name, shown)};
}

}  // namespace brochure::config
