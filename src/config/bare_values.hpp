// Values without quotation marks: which are right, and what was meant by those that are not.
// In: what stands between = and the end of the value. Out: nothing if it is a number, a date, true or false
// as TOML has them; else a sentence and a remedy.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace brochure::config {

struct BareFault {
    std::string message, remedy;
};

// `key`: the name that the value is given to, for the remedy; may be empty.
std::optional<BareFault> bare_fault(std::string_view value, std::string_view key);

}  // namespace brochure::config
