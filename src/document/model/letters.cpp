#include "document/model/letters.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "unicode/figures.hpp"
#include "unicode/unicode.hpp"

namespace brochure::document {

namespace {

struct Block {
    char32_t first, last;
};

template <std::size_t Count>
bool in_any(char32_t c, const std::array<Block, Count>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [c](const Block& block) { return c >= block.first && c <= block.last; });
}

}  // namespace

bool is_figure(char32_t c) { return unicode::is_number(c); }

bool is_letter(char32_t c) { return unicode::is_letter(c) || unicode::is_mark(c); }

bool is_of_joined_script(char32_t c) {
    constexpr std::array<Block, 10> blocks{{{0x0600, 0x06FF},
                                            {0x0750, 0x077F},
                                            {0x08A0, 0x08FF},
                                            {0x0900, 0x109F},
                                            {0x1100, 0x11FF},
                                            {0x1780, 0x17FF},
                                            {0x2E80, 0xA4CF},
                                            {0xAC00, 0xD7FF},
                                            {0xF900, 0xFEFF},
                                            {0x20000, 0x3FFFF}}};
    return is_letter(c) && in_any(c, blocks);
}

bool is_hebrew_letter(char32_t c) { return c >= 0x5D0 && c <= 0x5F2; }

bool is_white(char32_t c) { return unicode::is_white_space(c); }

char32_t character_before(std::string_view text, std::size_t at) {
    if (at == 0 || at > text.size()) return 0;
    return base::code_point_at(text, base::code_point_start(text, at - 1)).value;
}

char32_t character_at(std::string_view text, std::size_t at) {
    return at < text.size() ? base::code_point_at(text, at).value : 0;
}

}  // namespace brochure::document
