// The nearest known name to a mistyped one, for remedies such as "did you mean 'leading'?".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace brochure::base {

// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours cost one
// each.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The known name with the smallest distance, if it is near enough to be a likely slip (a third of its
// length).
std::optional<std::string> nearest_name(std::string_view name, std::span<const std::string> known);

}  // namespace brochure::base
