// Date: a calendar day without a clock or zone.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace brochure::base {

struct Date {
    int year = 0;
    int month = 0;  // 1 to 12
    int day = 0;    // 1 to 31
    constexpr auto operator<=>(const Date&) const = default;
    [[nodiscard]] bool valid() const;                  // exists in the Gregorian calendar
    [[nodiscard]] std::string iso() const;             // 2026-11-23
    static Date from_unix_time(std::int64_t seconds);  // the day in UTC
    [[nodiscard]] std::int64_t to_days_since_1970() const;
};

}  // namespace brochure::base
