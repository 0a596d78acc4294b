// Han spacing: the room around full-width punctuation, and between Han and other letters and digits, after
// the Requirements for Chinese Text Layout (W3C, CLREQ), 3.1.6 and 3.2. In: a shaped run in its paragraph.
// Out: advances with that room taken off or added, what a line's ends take off besides, and how far
// justification may go. The text is not changed, and nothing is inserted. Promised: what depends on a
// neighbour is read from the paragraph's text, so a piece shaped anew at a line's end gets the same room as
// in the whole paragraph.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "font/font.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::text {

// Scripts whose characters are set solid, with no space to the next.
bool sets_solid(font::ScriptTag script);
// Ideographs, kana, bopomofo.
bool is_han(char32_t c);
// Full-width punctuation: half of its square is empty, before an opening mark and after a closing one.
bool is_opening_full_width(char32_t c);
bool is_closing_full_width(char32_t c);
// Any of these three, but for the quotation marks that Latin has too.
bool is_set_solid(char32_t c);
bool holds_solid(std::string_view text);

// Whether the character at an offset stands above the line: the figures of notes keep close to their words.
bool is_raised(const style::StyledParagraph& paragraph, std::uint32_t offset);

class HanSpacing {
  public:
    HanSpacing(const style::StyledParagraph& paragraph, const ShapedRun& run, const font::Library& fonts)
        : paragraph_(paragraph), run_(run), fonts_(fonts) {}

    // Adjusts the glyphs of `range`, whose clusters are offsets in the paragraph: two marks in a row share
    // their empty halves, none stands at the paragraph's two ends, and a letter gets a gap to a Han
    // neighbour.
    void apply(std::vector<font::Glyph>& glyphs, TextRange range) const;

    // What else is taken off the last glyph of a line that ends at `line_end`, and, before it, off the first
    // of one that starts at `start`.
    [[nodiscard]] Length off_end(const font::Glyph& last, std::uint32_t line_end) const;
    [[nodiscard]] Length off_start(const font::Glyph& first, std::uint32_t start) const;

  private:
    [[nodiscard]] Length gap(std::uint32_t offset) const;
    [[nodiscard]] bool half_is_empty(const font::Glyph& glyph, bool first_half) const;
    [[nodiscard]] Length size() const { return run_.size; }

    const style::StyledParagraph& paragraph_;
    const ShapedRun& run_;
    const font::Library& fonts_;
};

// How much justification may add, and take away, where one character meets the next at `offset`; zero where
// neither is set solid.
struct Elasticity {
    Length stretch, shrink;
};
Elasticity elasticity_at(const style::StyledParagraph& paragraph, std::uint32_t offset, Length size);

}  // namespace brochure::text
