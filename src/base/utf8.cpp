#include "base/utf8.hpp"

#include <utf8.h>

#include <cassert>
#include <iterator>

namespace brochure::base {

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    const char* end = text.data() + text.size();
    const char* fault = utf8::find_invalid(text.data(), end);
    if (fault == end) return std::nullopt;
    return static_cast<std::size_t>(fault - text.data());
}

CodePoint code_point_at(std::string_view text, std::size_t offset) {
    assert(offset < text.size());
    const char* start = text.data() + offset;
    const char* at = start;
    const char32_t value = utf8::unchecked::next(at);
    return {value, static_cast<std::size_t>(at - start)};
}

void append_utf8(std::string& text, char32_t value) {
    utf8::unchecked::append(value, std::back_inserter(text));
}

std::string utf16be(std::string_view text) {
    std::string out;
    auto put = [&out](char32_t unit) {
        out.push_back(static_cast<char>(unit >> 8 & 0xFF));
        out.push_back(static_cast<char>(unit & 0xFF));
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto [value, length] = code_point_at(text, at);
        at += length;
        if (value < 0x10000) {
            put(value);
        } else {
            put(0xD800 + ((value - 0x10000) >> 10));
            put(0xDC00 + ((value - 0x10000) & 0x3FF));
        }
    }
    return out;
}

std::uint32_t column_of(std::string_view line, std::size_t offset) {
    std::uint32_t column = 1;
    for (std::size_t at = 0; at < offset && at < line.size(); ++at) {
        if ((static_cast<unsigned char>(line[at]) & 0xC0) != 0x80) ++column;
    }
    return column;
}

}  // namespace brochure::base
