// StyledDocument: the brochure as a sequence of parts made of a few plain kinds of block, every value
// resolved. In (style/style.hpp): a Document, a Design, and the page numbers of the last pass. Out: plain
// data that knows nothing of treatments, call-outs or hospitals any more: texts with styles, groups with
// grounds, figures, tables. The structure tree is complete here, in document order; later stages only fill
// its leaves.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/colour.hpp"
#include "base/id.hpp"
#include "base/length.hpp"
#include "base/text_range.hpp"
#include "design/design.hpp"
#include "design/part_kind.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"
#include "font/font.hpp"
#include "picture/picture.hpp"
#include "style/structure.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

struct ParagraphTag;
struct PictureTag;
struct HangTag;
using ParagraphId = base::Id<ParagraphTag>;
using HangId = base::Id<HangTag>;
using PictureId = base::Id<PictureTag>;

// How characters look.
struct CharacterStyle {
    font::FaceQuery face;
    Length size;
    Colour colour;
    Length rise;  // of the baseline, upwards: superscripts
    bool operator==(const CharacterStyle&) const = default;
};

// Where a click goes.
struct LinkTarget {
    NodeId node;              // of role link
    std::string address;      // outside, or
    std::string destination;  // a heading's id
    std::string description;
};

// A stretch of a paragraph's text with one look, one language and one place in the structure tree.
struct StyledRun {
    TextRange range;
    CharacterStyle style;
    std::string language;  // BCP 47
    std::variant<LeafId, std::monostate>
        leaf;                         // monostate: an artifact (running heads, repeated table heads)
    std::optional<std::size_t> link;  // index into StyledParagraph::links
};

struct StyledParagraph {
    std::string text;
    std::vector<StyledRun> runs;  // cover the text without gap or overlap, in order
    std::vector<LinkTarget> links;
    std::vector<std::uint32_t>
        no_break_at;  // offsets (of a space or between characters) where no line may end
    // Where each sentence has a line of its own: offsets at which a line must start.
    std::vector<std::uint32_t> sentence_starts;
    // Where the style minds how a text is read aloud: offsets at which a line may start because one pauses
    // there, and at which it should not because the word before leans on the next. Sorted.
    std::vector<std::uint32_t> pauses, leans;
    // Offsets of the marks that mention a note; parallel, indices into StyledDocument::footnotes.
    std::vector<std::uint32_t> footnotes_at;
    std::vector<std::size_t> footnotes;
    // Offsets of the terms that are explained in the margin; parallel, the explanations (artifacts: the
    // glossary has them).
    std::vector<std::uint32_t> side_notes_at;
    std::vector<ParagraphId> side_notes;
    const design::TextStyle* style =
        nullptr;  // alignment, leading, hyphenation, breaking; lives in the Design
    std::string language;
    bool right_to_left = false;
    std::vector<unicode::BidiIsolate> isolates;  // that keep an order of their own
    bool justified = true;                       // where its style is
    std::vector<document::SourceMark> source;

    [[nodiscard]] design::Align align() const {
        return style->align == design::Align::justified && !justified ? design::Align::start : style->align;
    }
};

struct Block;

// How far the texts of one list stand from the start side; their markers stand in that space. As far as the
// style says, or farther where its widest marker asks: "100." does not fit where "1." does.
struct Hang {
    Length least;
    Length gap;  // between the widest marker and the text, at least
    std::vector<ParagraphId> markers;
};

// A paragraph, with a marker beside its first line where it is a list item, a note, a contents line.
struct TextBlock {
    ParagraphId paragraph;
    std::optional<ParagraphId> marker;
    HangId hang{};  // not valid: none
};

// A coloured ground behind a group, with a bar at its start side.
struct Decoration {
    std::optional<Colour> ground;
    std::optional<Colour> bar;
    Length bar_width;
    Length padding_start, padding_end, padding_top, padding_bottom;
};

struct DrawingLabelText {
    ParagraphId paragraph;
    double x = 0, y = 0, size = 0;  // drawing units
    int anchor = 0;                 // 0 start, 1 middle, 2 end
};

struct FigureBlock {
    PictureId picture;
    std::optional<LeafId> leaf;  // none: decorative, an artifact
    std::vector<DrawingLabelText> labels;
    std::optional<ParagraphId> caption;
    Length caption_gap;
    std::optional<Colour> ground;
    Length padding;
    Length max_height;  // of the picture; it is scaled to the measure, and down to this
    design::FigurePlacement placement = design::FigurePlacement::here;
    bool alone = false;  // its place was chosen for it: it does not join a row
};

// A figure at the start side of a group, its top at the group's; the group's blocks stand beside it.
struct SideFigure {
    FigureBlock figure;
    Length width, gap;
};

// Blocks that belong together: a list, a list item, a call-out, what stands beside a picture.
struct Group {
    std::vector<Block> blocks;
    std::optional<Decoration> decoration;
    Length indent;               // of all its blocks, at the start side
    HangId hang{};               // and as far as the texts of that list
    bool keep_together = false;  // dear to break inside
    bool yields_space = false;   // above it, a line or so, where that saves a page
    bool list = false;           // its first and last item do not stand alone on a page
    bool steps = false;          // a list whose items are done one after the other
    std::optional<SideFigure> beside;
};

struct Cell {
    std::vector<ParagraphId> paragraphs;  // one below the other
    document::CellAlign align = document::CellAlign::none;
};

// The same table as cards. Its paragraphs share the leaves of the table's own: one of the two is placed.
struct TableCards {
    std::vector<Cell> labels;  // the head, a label each; read with the head, wherever they stand
    std::vector<Cell> again;   // the same words as artifacts, for every card but the first that has one
    std::vector<std::vector<Cell>> rows;                // parallel to the table's
    std::vector<std::optional<ParagraphId>> continued;  // a row's title with "(continued)", an artifact
    const design::CardStyle* style = nullptr;
};

// What the second half of a table over a facing pair says again: the first column, as artifacts, parallel to
// the table's rows.
struct TableSpread {
    std::vector<Cell> labels;
};

struct TableBlock {
    std::vector<Cell> head;  // a cell for each column
    bool headless = false;   // all of them are empty: it has no row of its own
    std::vector<std::vector<Cell>> rows;
    std::vector<Cell> repeated_head;       // the same words as artifacts, for the tops of later pages
    std::optional<ParagraphId> continued;  // above a repeated head, an artifact
    design::TableForm form = design::TableForm::grid;
    std::optional<TableCards> cards;    // where the form allows them
    std::optional<TableSpread> spread;  // where the form asks for it
    const design::TableStyle* style = nullptr;
    std::string name;  // for diagnostics and --explain
};

// A line across the measure.
struct RuleBlock {
    Length width;
    Colour colour;
};

// join_page: as prefer_page, but not behind a page that would hold next to nothing.
enum class BreakBefore { allowed, prefer_page, join_page, force_page };

struct Block {
    Length space_before, space_after;  // the larger of two neighbours' counts; none at a page's top
    BreakBefore break_before = BreakBefore::allowed;
    bool keep_with_next = false;
    int keep_lines = 1;            // with keep_with_next: how many pieces after it stay with it
    bool announces_table = false;  // dear to part from the table after it, not forbidden
    bool display = false;          // a heading: one piece, on whole lines of the grid whatever its leading
    int heading_level = 0;         // of a heading of the text, 2 opens a part
    bool off_grid = false;         // its lines follow their own leading
    bool whole_measure = false;    // where text leaves room for a column of pictures, this does not
    bool across_columns = false;   // a part's heading: it stands over the columns
    std::vector<std::string> destinations;    // names that lead here
    std::optional<std::string> running_head;  // from this block on
    std::optional<std::size_t> tab;           // from this block on, the thumb tab's step
    Place place;
    std::variant<TextBlock, Group, FigureBlock, TableBlock, RuleBlock> content;
};

struct Footnote {
    std::string id;
    std::vector<Block> blocks;  // one TextBlock: the mark and the note
};

// Painted under a page's content, in trim coordinates, reaching into the bleed.
struct PageGround {
    Rect box;
    Colour colour;
};

// Blocks at a fixed place of a page that does not flow (cover, back cover).
struct FixedFlow {
    Rect box;
    bool at_bottom = false;  // the last block ends at the box's bottom
    std::vector<Block> blocks;
    bool centred = false;  // between the box's top and bottom
};

// Down, where words of its page would stand on it and could hardly be read.
struct GivesWay {
    Length gap;                      // between them
    std::optional<PageGround> foot;  // painted over what of the picture reaches into it
};

struct FixedPicture {
    Rect box;  // the picture is fitted into it, centred
    PictureId picture;
    std::optional<LeafId> leaf;  // none: decorative, an artifact
    std::vector<DrawingLabelText> labels;
    std::optional<GivesWay> gives_way;
};

// Columns side by side, level where they end.
struct Columns {
    int count = 2;
    Length width, gap;
};

struct Part {
    design::PartKind kind = design::PartKind::body;
    std::optional<Columns> columns;  // of its flow, but for what goes across
    bool furniture = true;           // running heads, folio and thumb tab
    bool apart = false;              // nothing of another part follows on its pages
    std::vector<PageGround> grounds;
    std::vector<FixedPicture> pictures;
    std::vector<FixedFlow> fixed;
    std::vector<Block> flow;    // empty for a part of fixed pages
    bool fill = false;          // notes page: as many as the page count needs to reach the layout's multiple
    Length fill_rule_distance;  // distance of its writing lines
    Length fill_rule_width;
    Colour fill_rule_colour;
};

struct OutlineEntry {
    int level = 1;
    std::string title;
    std::string destination;
};

// A picture, shared by all who show or judge it, and who it is: two files may hold the same bytes.
struct NamedPicture {
    std::shared_ptr<const picture::Picture> picture;
    std::string id;  // the author's name for it; the house's logo is called "logo"
    Place place;     // where it is listed
};

struct StyledDocument {
    base::IdVec<ParagraphId, StyledParagraph> paragraphs;
    base::IdVec<PictureId, NamedPicture> pictures;
    base::IdVec<HangId, Hang> hangs;
    std::vector<Part> parts;
    std::vector<Footnote> footnotes;
    StructureTree structure;
    std::vector<OutlineEntry> outline;
    std::string title;  // of running heads on rectos
    std::string language;
    bool right_to_left = false;
};

// Page labels by destination, as the last pass found them.
using PageMap = std::map<std::string, std::string>;

}  // namespace brochure::style
