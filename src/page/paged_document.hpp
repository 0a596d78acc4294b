// PagedDocument: the finished pages, placed once and written as often as there are editions.
// In (page/paginate.hpp): a galley. Out: pages of absolute positions, the structure tree, destinations, the
// outline. Coordinates: from the top left corner of the trim, y downwards; backgrounds may reach into the
// bleed (negative or beyond the trim). Items stand in painting order, which within a page is also reading
// order.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/colour.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/length.hpp"
#include "base/text_range.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"
#include "font/font.hpp"
#include "layout/items.hpp"
#include "picture/picture.hpp"
#include "style/structure.hpp"

namespace brochure::page {

using layout::Artifact;
using layout::FilledRect;
using layout::GlyphRun;
using layout::Item;
using layout::LinkArea;
using layout::PictureId;
using layout::PlacedGlyph;
using layout::PlacedPicture;
using layout::StrokedLine;
using layout::TextId;

struct Destination {
    std::string name;
    std::size_t page = 0;  // index into pages
    Point at;
};

struct OutlineEntry {
    int level = 1;  // 1 is the outermost; never skips
    std::string title;
    std::string destination;
};

struct Page {
    std::string label;  // what the folio prints and a viewer shows: "7"; empty where there is none (cover)
    bool recto = true;
    std::vector<Item> items;
    std::vector<LinkArea> links;
};

struct Metadata {
    std::string title, author, subject, keywords, language;
    std::string identifier;  // "botmetastasen.nl.a5": the same text gives the same file ID
    std::int64_t created =
        0;             // seconds since 1970, UTC: SOURCE_DATE_EPOCH or the brochure's date, never the clock
    std::string slug;  // press: brochure, language, edition, date
};

struct PagedDocument {
    Size trim;
    Length bleed;
    bool right_to_left = false;
    std::vector<Page> pages;
    base::IdVec<TextId, std::string> texts;
    // Where the texts come from; those that the pages add (heads, folios) come after these, from nowhere.
    base::IdVec<TextId, std::vector<document::SourceMark>> sources;
    base::IdVec<PictureId, style::NamedPicture> pictures;
    style::StructureTree structure;
    std::vector<Destination> destinations;  // sorted by name
    std::vector<OutlineEntry> outline;
    Metadata metadata;
};

// The author's line that words, or the first of a glyph among them, or an item come from; empty where no
// author wrote it.
Place place_of(const PagedDocument& document, const GlyphRun& run);
Place place_of(const PagedDocument& document, const GlyphRun& run, font::GlyphId glyph);
Place place_of(const PagedDocument& document, const Item& item);

// The pictures that stand on some page.
std::set<PictureId> placed_pictures(const PagedDocument& document);

}  // namespace brochure::page
