// Text without ASCII white space at either end. The view keeps its place in what it was taken from.
#pragma once

#include <string_view>

namespace brochure::base {

inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n\f";
    const std::size_t begin = text.find_first_not_of(space);
    if (begin == std::string_view::npos) return text.substr(text.size());
    return text.substr(begin, text.find_last_not_of(space) + 1 - begin);
}

}  // namespace brochure::base
