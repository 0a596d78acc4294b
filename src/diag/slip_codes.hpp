// The stable codes of slips in what an editor fills in; as in codes.hpp, whose names they stand beside.
#pragma once

#include <string_view>

namespace brochure::diag::code {

inline constexpr std::string_view key_misplaced = "key-misplaced";  // below a [table], and belongs above
inline constexpr std::string_view telephone_number = "telephone-number";  // not one that can be dialled
inline constexpr std::string_view placeholder = "placeholder";            // a starter's words, not filled in
inline constexpr std::string_view font_variable = "font-variable";  // prints in another weight than asked for
inline constexpr std::string_view font_weight_missing = "font-weight-missing";  // no bold or no italic face

}  // namespace brochure::diag::code
