#include "pdf/font/to_unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace brochure::pdf {

namespace {

constexpr std::size_t block_limit = 100;

// The character, if the text is a single one that a range can count up from.
char32_t single_character(std::string_view text) {
    const base::CodePoint c = base::code_point_at(text, 0);
    return c.length == text.size() && c.value < 0x10000 ? c.value : 0;
}

std::string hex_of(std::string_view text) {
    std::string hex;
    for (const char c : base::utf16be(text)) hex += fmt::format("{:02X}", static_cast<unsigned char>(c));
    return hex;
}

void append_blocks(std::string& out, const std::vector<std::string>& lines, std::string_view kind) {
    for (std::size_t from = 0; from < lines.size(); from += block_limit) {
        const std::size_t count = std::min(block_limit, lines.size() - from);
        out += fmt::format("{} begin{}\n", count, kind);
        for (std::size_t i = from; i < from + count; ++i) out += lines[i];
        out += fmt::format("end{}\n", kind);
    }
}

}  // namespace

std::string to_unicode_map(const std::vector<FaceCodes::Entry>& by_code) {
    std::vector<std::string> ranges;
    std::vector<std::string> characters;
    for (std::size_t i = 0; i < by_code.size();) {
        const FaceCodes::Entry& first = by_code[i];
        std::size_t end = i + 1;
        // Only the last byte counts up, of the code as of the character.
        if (const char32_t start = single_character(first.text)) {
            while (end < by_code.size() && by_code[end].code == first.code + (end - i) &&
                   single_character(by_code[end].text) == start + (end - i) &&
                   by_code[end].code >> 8U == first.code >> 8U && (start + (end - i)) >> 8U == start >> 8U)
                ++end;
        }
        if (end - i > 1)
            ranges.push_back(
                fmt::format("<{:04X}><{:04X}><{}>\n", first.code, by_code[end - 1].code, hex_of(first.text)));
        else
            characters.push_back(fmt::format("<{:04X}><{}>\n", first.code, hex_of(first.text)));
        i = end;
    }
    std::string out =
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
    append_blocks(out, ranges, "bfrange");
    append_blocks(out, characters, "bfchar");
    return out += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace brochure::pdf
