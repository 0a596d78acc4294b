#include "cli/day.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include "base/iso_date.hpp"

namespace brochure::cli {

SourceDate source_date() {
    constexpr std::int64_t last_of_year_9999 = 253402300799;  // no date in a PDF has five digits for its year
    const char* value = std::getenv("SOURCE_DATE_EPOCH");
    if (value == nullptr) return {};
    const std::string_view text{value};
    std::int64_t seconds = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (failed != std::errc{} || end != text.data() + text.size() || seconds < 0 ||
        seconds > last_of_year_9999)
        return {std::nullopt, true};
    return {seconds, false};
}

namespace {

base::Date today() {
    return base::Date::from_unix_time(
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count());
}

}  // namespace

std::optional<base::Date> day_of_review(const std::string& on, std::string& fault) {
    const SourceDate date = source_date();
    if (date.malformed) {
        fault =
            "SOURCE_DATE_EPOCH is no whole number of seconds since 1970 up to the year 9999: set it to one, "
            "or "
            "unset it";
        return std::nullopt;
    }
    if (on.empty()) return date.seconds ? base::Date::from_unix_time(*date.seconds) : today();
    const auto day = base::date_from_iso(on);
    if (!day) {
        fault = fmt::format("--on: '{}' is no date; write year, month and day, as in 2027-02-01", on);
    }
    return day;
}

}  // namespace brochure::cli
