// PagedDocument: the finished pages, placed once and written as often as there are editions.
// In (page/paginate.hpp): a galley. Out: pages of absolute positions, the structure tree, destinations, the outline.
// Coordinates: from the top left corner of the trim, y downwards; backgrounds may reach into the bleed (negative or
// beyond the trim). Items stand in painting order, which within a page is also reading order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/colour.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/length.hpp"
#include "base/text_range.hpp"
#include "diag/diagnostic.hpp"
#include "font/font.hpp"
#include "picture/picture.hpp"
#include "style/structure.hpp"

namespace brochure::page {

struct TextTag;
struct PictureTag;
using TextId = base::Id<TextTag>;        // a paragraph's text
using PictureId = base::Id<PictureTag>;

struct PlacedGlyph {
    font::GlyphId id = 0;
    TextRange source;   // the bytes of the text that this glyph's cluster stands for; the second and later glyphs of a
                        // cluster have an empty range at its end
    Length advance;     // as set: with justification and kerning, not the font's own
    Point offset;       // from the pen position, y upwards
};

// Glyphs of one face, size and colour on one baseline, in visual order.
struct GlyphRun {
    font::FaceId face;
    Length size;
    Colour colour;
    Point origin;  // the pen's first position, on the baseline
    double horizontal_scale = 1;  // glyph scaling of justified lines; advances already contain it
    TextId text;
    std::vector<PlacedGlyph> glyphs;
    // The last glyph is a hyphen that the text does not have: the word goes on on the next line (or page). The run
    // that continues the word has `continues_word`. Both name the whole word.
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
    style::NodeId node;      // of role link
    std::string address;     // an outside address, or
    std::string destination; // a name in `destinations`
    std::string description; // what is spoken: Contents of the annotation
};

struct Destination {
    std::string name;
    std::size_t page = 0;    // index into pages
    Point at;
};

struct OutlineEntry {
    int level = 1;           // 1 is the outermost; never skips
    std::string title;
    std::string destination;
};

struct Page {
    std::string label;       // what the folio prints and a viewer shows: "7"; empty where there is none (cover)
    bool recto = true;
    std::vector<Item> items;
    std::vector<LinkArea> links;
};

struct Metadata {
    std::string title, author, subject, keywords, language;
    std::string identifier;  // "botmetastasen.nl.a5": the same text gives the same file ID
    std::int64_t created = 0;  // seconds since 1970, UTC: SOURCE_DATE_EPOCH or the brochure's date, never the clock
    std::string slug;        // press: brochure, language, edition, date
};

struct PagedDocument {
    Size trim;
    Length bleed;
    bool right_to_left = false;
    std::vector<Page> pages;
    base::IdVec<TextId, std::string> texts;
    base::IdVec<PictureId, picture::Picture> pictures;
    style::StructureTree structure;
    // The place, in page coordinates, of a node's content where it has a box (figures, tables): for BBox.
    std::vector<Destination> destinations;  // sorted by name
    std::vector<OutlineEntry> outline;
    Metadata metadata;
};

}  // namespace brochure::page
