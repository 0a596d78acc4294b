// The stable codes of all diagnostics. A code never changes its meaning; a retired one is never reused.
// Scripts may match on them; the sentence beside a code may be reworded at any time.
#pragma once

#include <string_view>

namespace brochure::diag::code {

// Files and syntax
inline constexpr std::string_view file_missing = "file-missing";
inline constexpr std::string_view file_too_large = "file-too-large";
inline constexpr std::string_view not_utf8 = "not-utf8";
inline constexpr std::string_view character_forbidden = "character-forbidden";
inline constexpr std::string_view toml_syntax = "toml-syntax";
inline constexpr std::string_view path_outside = "path-outside";
inline constexpr std::string_view key_unknown = "key-unknown";
inline constexpr std::string_view key_missing = "key-missing";
inline constexpr std::string_view value_type = "value-type";
inline constexpr std::string_view value_range = "value-range";
inline constexpr std::string_view value_unknown = "value-unknown";
inline constexpr std::string_view length_unit = "length-unit";
inline constexpr std::string_view id_repeated = "id-repeated";

}  // namespace brochure::diag::code
