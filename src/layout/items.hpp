// Items: what can stand on a page, with a place and a part in the structure tree.
// In: set lines, pictures, grounds, rules. Out: the same in a galley (relative to its piece) and on a page
// (absolute). y runs downwards; items stand in painting order, which within a page is also reading order.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "base/text_range.hpp"
#include "font/font.hpp"
#include "style/structure.hpp"
#include "style/styled_document.hpp"

namespace brochure::layout {

using TextId = style::ParagraphId;  // a paragraph's text
using PictureId = style::PictureId;

struct PlacedGlyph {
    font::GlyphId id = 0;
    TextRange source;  // the bytes of the text that this glyph's cluster stands for; the second and later
                       // glyphs of a cluster have an empty range at its end
    Length advance;    // as set: with justification and kerning, not the font's own
    Point offset;      // from the pen position, y upwards
};

// Glyphs of one face, size and colour on one baseline, in visual order.
struct GlyphRun {
    font::FaceId face;
    Length size;
    Colour colour;
    Point origin;                 // the pen's first position, on the baseline
    double horizontal_scale = 1;  // glyph scaling of justified lines; advances already contain it
    TextId text;
    std::vector<PlacedGlyph> glyphs;
    bool right_to_left = false;  // the first of the glyphs is the last to be read
    // The word goes on on the next line (or page; text::Opportunity::in_word): after a hyphen that the text
    // does not have as the last glyph, after one of the text, in an address, or where a word was parted
    // anywhere. The run that continues it has `continues_word`. Both name the whole word.
    bool word_goes_on = false;
    bool ends_in_added_hyphen = false;
    bool continues_word = false;
    TextRange broken_word;  // of the text; set for the two flags above
    // The line ends after this run at a space of the text, which is read though it is not seen.
    bool space_follows = false;
};

struct FilledRect {
    Rect box;
    Colour colour;
};

struct StrokedLine {
    Point from, to;
    Length width;
    Colour colour;
};

struct PlacedPicture {
    PictureId picture;
    Rect box;
};

// Why a piece of content is not part of the text that is read (ISO 32000-1, 14.8.2.2).
enum class Artifact { pagination_header, pagination_footer, layout, background };

struct Item {
    std::variant<GlyphRun, FilledRect, StrokedLine, PlacedPicture> content;
    std::variant<style::LeafId, Artifact> belongs = Artifact::layout;
};

// A piece of a link on a page; a link over two lines has two, both of the same node.
struct LinkArea {
    Rect box;
    style::NodeId node;       // of role link
    std::string address;      // an outside address, or
    std::string destination;  // a name in `destinations`
    std::string description;  // what is spoken: Contents of the annotation
};

}  // namespace brochure::layout
