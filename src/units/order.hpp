// Order: what does not stand where it stood.
// In: keys in two orders. Out: those of the second that are out of the first's order: all but a longest run
// that keeps it, so that what was moved past others is named, and not the others.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::units {

std::set<std::string> out_of_order(const std::vector<std::string_view>& before,
                                   const std::vector<std::string_view>& now);

}  // namespace brochure::units
