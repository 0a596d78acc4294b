// A lock as written() gives it, read line by line: `status` reads one for each translation of a house, and
// most of its time would go into reading TOML in general. In: a lock's text. Out: the lock; nothing for a
// text that departs from that form by as much as a space: the reader of TOML reads that, and says what is
// wrong with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "units/lock.hpp"

namespace brochure::units {

// `schema` is the one form that this reads.
std::optional<Lock> read_as_written(std::string_view text, const std::string& shown_file, int schema);

}  // namespace brochure::units
