#include "base/date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace brochure::base {

namespace {
std::chrono::year_month_day calendar(const Date& date) {
    return std::chrono::year{date.year} / std::chrono::month{static_cast<unsigned>(date.month)} /
           std::chrono::day{static_cast<unsigned>(date.day)};
}
}  // namespace

bool Date::valid() const { return month > 0 && day > 0 && calendar(*this).ok(); }

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

std::int64_t Date::to_days_since_1970() const {
    return std::chrono::sys_days{calendar(*this)}.time_since_epoch().count();
}

Date Date::from_unix_time(std::int64_t seconds) {
    const std::chrono::sys_seconds instant{std::chrono::seconds{seconds}};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(instant)};
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace brochure::base
