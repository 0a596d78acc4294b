#include "config/write.hpp"

#include <fmt/format.h>

#include <iterator>

namespace brochure::config {

std::string quoted(std::string_view text) {
    constexpr unsigned char first_plain = 0x20, delete_character = 0x7F;
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (byte < first_plain || byte == delete_character) {
            fmt::format_to(std::back_inserter(out), "\\u{:04X}", byte);
        } else {
            out += c;
        }
    }
    return out + '"';
}

}  // namespace brochure::config
