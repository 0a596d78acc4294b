// Numbers in the bytes of a file. In: bytes that hold the number whole. Out: its value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace brochure::base {

enum class ByteOrder { big_endian, little_endian };

inline std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width,
                               ByteOrder order = ByteOrder::big_endian) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const std::size_t next = order == ByteOrder::big_endian ? i : width - 1 - i;
        number = number << 8 | static_cast<std::uint8_t>(bytes[at + next]);
    }
    return number;
}

}  // namespace brochure::base
