#include "document/model/letters.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

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

bool is_figure(char32_t c) {
    constexpr std::array<char32_t, 8> zeros{U'0',   0x0660, 0x06F0, 0x07C0,
                                            0x0966, 0x09E6, 0x0E50, 0xFF10};  // each with nine behind it
    const bool digit =
        std::any_of(zeros.begin(), zeros.end(), [c](char32_t zero) { return c >= zero && c <= zero + 9; });
    constexpr std::array<Block, 5> others{
        {{0xB2, 0xB3}, {0xB9, 0xB9}, {0xBC, 0xBE}, {0x2070, 0x2089}, {0x2150, 0x215F}}};
    return digit || in_any(c, others);
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
    constexpr std::array<Block, 12> others{{{0x80, 0xA9},
                                            {0xAB, 0xB4},
                                            {0xB6, 0xB9},
                                            {0xBB, 0xBF},
                                            {0xD7, 0xD7},
                                            {0xF7, 0xF7},
                                            {0x2000, 0x2BFF},
                                            {0x3000, 0x3004},
                                            {0x3008, 0x3020},
                                            {0xE000, 0xF8FF},
                                            {0xFE00, 0xFE6F},
                                            {0xFF00, 0xFF20}}};
    constexpr std::array<Block, 6> punctuation{
        {{0x37E, 0x37E}, {0x589, 0x58A}, {0x5BE, 0x5C6}, {0x600, 0x61F}, {0x66A, 0x66D}, {0x6D4, 0x6D4}}};
    return !is_figure(c) && !in_any(c, others) && !in_any(c, punctuation);
}

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

bool is_white(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

char32_t character_before(std::string_view text, std::size_t at) {
    if (at == 0 || at > text.size()) return 0;
    return base::code_point_at(text, base::code_point_start(text, at - 1)).value;
}

char32_t character_at(std::string_view text, std::size_t at) {
    return at < text.size() ? base::code_point_at(text, at).value : 0;
}

}  // namespace brochure::document
