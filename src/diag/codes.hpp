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

// Pictures
inline constexpr std::string_view picture_unknown = "picture-unknown";
inline constexpr std::string_view picture_damaged = "picture-damaged";
inline constexpr std::string_view picture_too_large = "picture-too-large";
inline constexpr std::string_view picture_unsupported = "picture-unsupported";
inline constexpr std::string_view picture_profile = "picture-profile";
inline constexpr std::string_view svg_syntax = "svg-syntax";
inline constexpr std::string_view svg_unsafe = "svg-unsafe";
inline constexpr std::string_view svg_element = "svg-element";
inline constexpr std::string_view svg_property = "svg-property";
inline constexpr std::string_view svg_value = "svg-value";
inline constexpr std::string_view svg_size = "svg-size";
inline constexpr std::string_view svg_label = "svg-label";
inline constexpr std::string_view svg_empty = "svg-empty";
inline constexpr std::string_view svg_too_complex = "svg-too-complex";

// Layouts
inline constexpr std::string_view layout_cycle = "layout-cycle";        // extends, or based_on, in a circle
inline constexpr std::string_view layout_geometry = "layout-geometry";  // pieces that do not fit the page
inline constexpr std::string_view layout_parts = "layout-parts";  // a part missing, or in the wrong place
inline constexpr std::string_view ink_total = "ink-total";
inline constexpr std::string_view contrast_low = "contrast-low";
inline constexpr std::string_view contrast_fair = "contrast-fair";
inline constexpr std::string_view text_small = "text-small";
inline constexpr std::string_view leading_tight = "leading-tight";

// Layout and pages
inline constexpr std::string_view table_unknown = "table-unknown";
inline constexpr std::string_view picture_missing = "picture-missing";
inline constexpr std::string_view line_overfull = "line-overfull";
inline constexpr std::string_view page_overfull = "page-overfull";
inline constexpr std::string_view table_too_wide = "table-too-wide";
inline constexpr std::string_view pages_unsettled = "pages-unsettled";

}  // namespace brochure::diag::code
