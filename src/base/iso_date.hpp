// IsoDate: a date as people type it and files keep it. In: "2026-11-29". Out: the day; nothing for what is
// none.
#pragma once

#include <optional>
#include <string_view>

#include "base/date.hpp"

namespace brochure::base {

std::optional<Date> date_from_iso(std::string_view text);

}  // namespace brochure::base
