// Day: the dates that come from outside the texts. In: the surroundings and the command line. Out: a date, or
// a sentence about what is none. Nothing that is printed on a page depends on the clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace brochure::cli {

// SOURCE_DATE_EPOCH, as reproducible-builds.org defines it; a value that is none is no value to guess at.
struct SourceDate {
    std::optional<std::int64_t> seconds;
    bool malformed = false;
};
SourceDate source_date();

// The day that reviews are judged by: the one asked for (`on`, "2026-11-29"), SOURCE_DATE_EPOCH's or today.
// Nothing, and a sentence, for what is no day.
std::optional<base::Date> day_of_review(const std::string& on, std::string& fault);

}  // namespace brochure::cli
