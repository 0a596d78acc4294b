// FaceCodes: what a face's glyphs are called in the file, and which text each code stands for.
// In: pairs of a glyph and the text it is read as. Out: two-byte codes, numbered so that text in order has
// codes in order. A TrueType face gives every pair a code of its own (the CIDToGIDMap leads several codes to
// one glyph), so a hyphen added at a line end and one of the text are told apart without ActualText. A CFF
// face has one code a glyph, its character identifier: the first text asked for wins, and use() tells when a
// later one differs.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "font/font.hpp"

namespace brochure::pdf {

class FaceCodes {
  public:
    explicit FaceCodes(bool one_code_per_glyph) : one_code_per_glyph_(one_code_per_glyph) {}

    struct Use {
        std::uint32_t index = 0;
        bool reads_as_asked = true;
    };
    // `text` is kept as a view; it must outlive this table.
    Use use(font::GlyphId glyph, std::string_view text);

    // Gives every pair its code; after this no pair may be added. `character_id` is asked if there is one
    // code a glyph.
    void settle(const std::function<std::uint16_t(font::GlyphId)>& character_id);

    struct Entry {
        font::GlyphId glyph = 0;
        std::string_view text;
        std::uint16_t code = 0;
    };
    [[nodiscard]] std::uint16_t code(std::uint32_t index) const { return entries_[index].code; }
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }  // in order of use
    [[nodiscard]] std::vector<Entry> by_code() const;
    [[nodiscard]] bool one_code_per_glyph() const { return one_code_per_glyph_; }

  private:
    bool one_code_per_glyph_;
    std::vector<Entry> entries_;
    std::vector<std::vector<std::uint32_t>> of_glyph_;  // by the glyph's number
};

}  // namespace brochure::pdf
