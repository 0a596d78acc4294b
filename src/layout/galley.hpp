// Galley: the brochure as one long column of unbreakable pieces, with what a page break before each would
// cost, and where it can give or take lines of the grid (made by layout/compose.hpp). A piece's content is
// relative to its top and to the column's left edge. A galley points into the StyledDocument it was made
// from, which may be moved but not changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/length.hpp"
#include "diag/diagnostic.hpp"
#include "layout/break_properties.hpp"
#include "layout/content.hpp"
#include "layout/items.hpp"
#include "style/styled_document.hpp"

namespace brochure::layout {

struct DecorationTag;
using DecorationId = base::Id<DecorationTag>;

// A ground and bar behind the pieces that name it: one rectangle per page, from the first of them to the
// last.
struct PlacedDecoration {
    style::Decoration form;
    Length left, width;  // of the ground, in the column
    bool right_to_left = false;
};

// Where blocks stand in the column, and what surrounds them.
struct Frame {
    Length left, width;
    bool right_to_left = false;
    bool off_grid = false;
    bool in_column = false;  // one of several side by side
    std::vector<DecorationId> decorations;

    // Narrower by an amount at the start side and one at the end side.
    [[nodiscard]] Frame narrowed(Length start, Length end) const;
    // The left edge of something `width` wide that stands `start` from the start side.
    [[nodiscard]] Length left_of(Length start, Length own_width) const;
};

// What others look for at a piece's top.
struct Landmark {
    std::vector<std::string> destinations;
    std::optional<std::string> running_head;
    std::optional<std::size_t> tab;
};

enum class PieceKind : std::uint8_t { line, heading, figure, row, rule };

// What a page break before a piece would spoil, beside what it costs.
struct Faults {
    bool widow = false, orphan = false;
    bool stranded = false;    // it parts a heading from its text
    bool torn_group = false;  // a call-out
    bool lone_row = false;

    void add(const Faults& more) {
        widow |= more.widow;
        orphan |= more.orphan;
        stranded |= more.stranded;
        torn_group |= more.torn_group;
        lone_row |= more.lone_row;
    }
};

// Pieces [first, end) of a galley that can be set otherwise, all or none of them: a paragraph in more or
// fewer lines, a figure with a higher or lower picture. Set anew only when that is chosen: recompose().
struct Flex {
    enum class Kind : std::uint8_t { paragraph, figure };
    Kind kind = Kind::paragraph;
    std::size_t first = 0, end = 0;
    std::vector<Variant> variants;
    const style::Block* block = nullptr;
    Frame frame;
};

// What stands outside the column beside a piece: in the outer margin, or across the page with its bleed.
struct Aside {
    enum class Where : std::uint8_t { outer_margin, page };
    Where where = Where::outer_margin;
    Length top;  // below the piece's
    Length height;
    Content content;   // relative to its own top and to the left edge of where it stands
    std::string term;  // of a note that may be left out, since the glossary has it; empty: it must stand
    Place place;
};

struct Piece : BreakProperties {
    PieceKind kind = PieceKind::line;
    bool goes_on = false;   // with the paragraph, table or call-out of the piece before it
    int heading_level = 0;  // of a heading of the text
    Faults faults;
    bool flexible_space = false;  // the space above it may be some lines more or less,
    bool yielding_space = false;  // or only less: it stands among its like,
    Length reach;                 // but for what grounds take of it
    Content content;
    std::vector<Landmark> landmarks;
    std::vector<DecorationId> decorations;  // outermost first
    std::optional<std::size_t> repeat;      // index into Galley::repeats: set above it at a page's top
    std::optional<std::size_t> torn_row;  // slices of one row share a number; on a page they are read as one
    std::optional<std::size_t> column_set;  // index into Galley::column_sets: made for its first column
    std::vector<Aside> asides;
    Place place;

    // The footnotes that it mentions become the piece's: they stand on the same page.
    void add_aside(Aside aside);
    // All that another piece holds, at this one's foot.
    void add_below(Piece below);
};

// Pieces that follow one another share columns side by side.
struct ColumnSet {
    int count = 2;
    Length shift;  // from a column to the next; to the left in a right-to-left brochure
};

// Set again above a piece that a page break parts from its beginning: a table's head. It is not read again.
struct Repeat {
    Length height;
    Content content;
};

struct Galley {
    std::vector<Piece> pieces;
    base::IdVec<DecorationId, PlacedDecoration> decorations;
    std::vector<Repeat> repeats;
    std::vector<ColumnSet> column_sets;
    std::vector<Flex> flexes;  // in order of their pieces
};

struct FixedGalley {
    Rect box;
    bool at_bottom = false, centred = false;
    Galley galley;

    [[nodiscard]] Length slack() const;  // of the box's height; negative for what is higher than the box
    [[nodiscard]] Length top() const;    // of its first piece
};

// Every piece of a FixedGalley, const or not, and its upper left corner on the page.
template <class Fixed, class Visit>
void each_placed(Fixed& fixed, const Visit& visit) {
    Point at{fixed.box.left(), fixed.top()};
    bool first = true;
    for (auto& piece : fixed.galley.pieces) {
        if (!std::exchange(first, false)) at.y += piece.space_before;
        visit(piece, at);
        at.y += piece.height;
    }
}

struct PartGalley {
    std::size_t part = 0;  // index into StyledDocument::parts
    Galley flow;
    std::vector<FixedGalley> fixed;
    std::vector<Item> pictures;  // at fixed places, in trim coordinates
};

struct Galleys {
    std::vector<PartGalley> parts;
    std::vector<Galley> footnotes;  // parallel to StyledDocument::footnotes
};

// Sum of the pieces' heights and inner spaces, off the grid.
Length height_of(const Galley& galley);

}  // namespace brochure::layout
