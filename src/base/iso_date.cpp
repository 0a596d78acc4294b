#include "base/iso_date.hpp"

#include <charconv>
#include <system_error>

namespace brochure::base {

std::optional<Date> date_from_iso(std::string_view text) {
    Date date;
    const auto number = [&](std::size_t at, std::size_t length, int& into) {
        const char* const end = text.data() + at + length;
        const auto [read, failed] = std::from_chars(text.data() + at, end, into);
        return failed == std::errc{} && read == end;
    };
    const bool sound = text.size() == 10 && text[4] == '-' && text[7] == '-' && number(0, 4, date.year) &&
                       number(5, 2, date.month) && number(8, 2, date.day) && date.valid();
    return sound ? std::optional{date} : std::nullopt;
}

}  // namespace brochure::base
