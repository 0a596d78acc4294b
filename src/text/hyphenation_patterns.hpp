// HyphenationPatterns: what of a hyphenation dictionary is used. Its format is libhyphen's, which trusts the
// file: a line that is too long, a list that ends in a comma, a change of letters ("a1b/x=,1,2") make that
// library write beyond its arrays. A project's own patterns must hold for every program that reads such
// files, so what breaks libhyphen is no pattern here. In: a dictionary's bytes. Out: the same with only such
// lines as hold, and what was wrong with the others.
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

// `finds_twins`: tells patterns of the same letters, of which the last holds.
HyphenationPatterns safe_patterns(std::string_view dictionary, bool finds_twins = true);

}  // namespace brochure::text
