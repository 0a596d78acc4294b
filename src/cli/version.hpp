// The program's version, from CMakeLists.txt.
#pragma once

#include <string_view>

namespace brochure::cli {

inline constexpr std::string_view version_number = BROCHURE_VERSION;
inline constexpr std::string_view version_text = "brochure " BROCHURE_VERSION;

}  // namespace brochure::cli
