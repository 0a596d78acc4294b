// HyphenationPatterns: what libhyphen may be given. The library trusts its dictionary: a line that is too
// long, a list that ends in a comma, a change of letters ("a1b/x=,1,2") make it write beyond its arrays. In:
// a dictionary's bytes. Out: the same with only such lines as it reads safely, and what was wrong with the
// others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::text {

struct PatternFault {
    std::uint32_t line = 0;
    std::string sentence, remedy;
};

struct HyphenationPatterns {
    std::string text;
    std::vector<PatternFault> faults;
};

HyphenationPatterns safe_patterns(std::string_view dictionary);

}  // namespace brochure::text
