// Text strings (ISO 32000-1, 7.9.2.2): how a text is held in them. In: UTF-8. Out: whether it may stand as it
// is, since PDFDocEncoding is ASCII there; else UTF-16BE behind its byte order mark.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.hpp"

namespace brochure::pdf {

inline bool is_plain(std::string_view utf8) {
    return std::ranges::all_of(utf8, [](char c) { return c >= 0x20 && c < 0x7F; });
}

inline std::string with_byte_order_mark(std::string_view utf8) { return "\xFE\xFF" + base::utf16be(utf8); }

}  // namespace brochure::pdf
