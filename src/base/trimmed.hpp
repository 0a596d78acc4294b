// Text without white space at either end. The view keeps its place in what it was taken from.
#pragma once

#include <string_view>

namespace brochure::base {

// What counts as white is the reader's to say: most formats have fewer such characters than ASCII.
inline std::string_view trimmed(std::string_view text, std::string_view white = " \t\r\n\f") {
    const std::size_t begin = text.find_first_not_of(white);
    if (begin == std::string_view::npos) return text.substr(text.size());
    return text.substr(begin, text.find_last_not_of(white) + 1 - begin);
}

}  // namespace brochure::base
