// TextRange: a half-open range of bytes in one paragraph's UTF-8 text. Every stage speaks of text in these.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace brochure::base {

struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    auto operator<=>(const TextRange&) const = default;
    [[nodiscard]] constexpr bool empty() const { return begin >= end; }
    [[nodiscard]] constexpr std::uint32_t length() const { return end - begin; }
    [[nodiscard]] constexpr bool contains(std::uint32_t offset) const {
        return begin <= offset && offset < end;
    }
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

}  // namespace brochure::base

namespace brochure {
using base::TextRange;
}
