// PageFaults: what is wrong with how a page ends, by name.
#pragma once

#include <string_view>
#include <vector>

#include "page/paginate.hpp"

namespace brochure::results {

inline std::vector<std::string_view> names_of_faults(const page::PageReport& page) {
    const layout::Faults& faults = page.faults;
    std::vector<std::string_view> names;
    const auto add = [&](bool has, std::string_view name) {
        if (has) names.push_back(name);
    };
    add(faults.widow, "widow");
    add(faults.orphan, "orphan");
    add(faults.stranded, "stranded heading");
    add(faults.torn_group, "torn call-out");
    add(faults.lone_row, "lone row");
    add(page.overfull, "overfull");
    return names;
}

}  // namespace brochure::results
