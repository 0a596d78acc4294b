// The words of an XLIFF file by which its writer and its reader know each other.
#pragma once

#include <string_view>

namespace brochure::exchange {

inline constexpr std::string_view xliff_1_namespace = "urn:oasis:names:tc:xliff:document:1.2";
inline constexpr std::string_view xliff_2_namespace = "urn:oasis:names:tc:xliff:document:2.0";
inline constexpr std::string_view matches_namespace = "urn:oasis:names:tc:xliff:matches:2.0";

// How many pieces the file had when it was written.
inline constexpr std::string_view pieces_name = "pieces";

// The translation is there, and its master text has changed: 1.2 has a state for it, 2.0 one of our own.
inline constexpr std::string_view stale_state = "needs-adaptation";
inline constexpr std::string_view stale_sub_state = "brochure:stale";
// The master text no longer has it.
inline constexpr std::string_view obsolete_restype = "x-obsolete";
inline constexpr std::string_view obsolete_type = "brochure:obsolete";

}  // namespace brochure::exchange
