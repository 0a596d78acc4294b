// The outer margin of a page: notes and figures beside the lines they belong to. Internal to this folder.
// In: how far down each would stand, its height. Out: tops in the same order, none over another, none below
// the type area; what has no room and may be left out has none.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/length.hpp"

namespace brochure::page {

struct MarginEntry {
    Length wanted, height;
    bool may_be_left_out = false;
    std::optional<Length> latest;  // its top at most, if that can be: another part begins there
};

std::vector<std::optional<Length>> stack_in_margin(std::span<const MarginEntry> entries, Length between,
                                                   Length top, Length bottom);

}  // namespace brochure::page
