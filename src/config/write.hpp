// Writing TOML: what parse() reads back as the same string.
// In: UTF-8. Out: a basic string in quotation marks, on one line.
#pragma once

#include <string>
#include <string_view>

namespace brochure::config {

std::string quoted(std::string_view text);

}  // namespace brochure::config
