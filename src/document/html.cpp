#include "document/html.hpp"

#include <algorithm>

namespace brochure::document {

std::string tag_name(std::string_view tag) {
    constexpr std::string_view ends = " \t\n/>";
    tag.remove_prefix(std::min<std::size_t>(1, tag.size()));
    std::string name{tag.substr(0, tag.find_first_of(ends, 1))};
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return name;
}

bool is_comment(std::string_view html) {
    constexpr std::string_view opening = "<!--", closing = "-->", blank = " \t\n";
    for (;;) {
        html.remove_prefix(std::min(html.find_first_not_of(blank), html.size()));
        if (html.empty()) return true;
        const std::size_t end = html.find(closing, opening.size());
        if (!html.starts_with(opening) || end == std::string_view::npos) return false;
        html.remove_prefix(end + closing.size());
    }
}

std::string_view instead_of(std::string_view element) {
    if (element == "sub") return "write H~2~O for a 2 below the line";
    if (element == "sup") return "write 10^3^ for a raised 3";
    if (element == "b" || element == "strong") return "write **words** for bold";
    if (element == "i" || element == "em") return "write *words* for italic";
    if (element == "br") return "end the line with a backslash, \\, and go on in the next line of the file";
    return "remove the tag; use Markdown, such as **bold**, or \\< for the character itself";
}

}  // namespace brochure::document
