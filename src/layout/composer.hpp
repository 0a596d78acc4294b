// Composer: walks the blocks of one flow and appends their pieces to a galley. Internal to this folder.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "layout/galley.hpp"
#include "layout/set_paragraph.hpp"

namespace brochure::layout {

// What every composer reads.
struct ComposeInput {
    const style::StyledDocument& document;
    const text::ShapedDocument& shaped;
    const design::Design& design;
    const font::Library& fonts;
    Sink& sink;

    [[nodiscard]] ParagraphSource source(style::ParagraphId id) const {
        return {id, document.paragraphs[id], shaped.paragraphs[id], fonts};
    }
    // How far the texts of a list stand from the start side; nothing where the id is not valid.
    [[nodiscard]] Length hang(style::HangId id) const;

    mutable std::vector<std::optional<Length>> hangs = {};  // as far as they were asked for
};

// A paragraph set as a stack of lines whose first baseline is `first_baseline` below the stack's top.
struct Stack {
    Length height;
    Length first_baseline;
    Content content;
};

// Lines at the style's own leading, off the grid: captions, cells, labels. Overfull lines are reported.
Stack stack_paragraph(const ComposeInput& input, style::ParagraphId id, Length width, design::Align align);

// Distance from a line's top to its baseline when its leading is spread evenly above and below the style's
// own face: cells of one row stand on one line whatever scripts they are in.
Length centred_baseline(const text::ShapedParagraph& shaped, Length leading);

// A set line of a paragraph, its baseline moved to `at`.
Content placed(SetLine line, style::ParagraphId id, Point at);

// Reports words that had to be parted anywhere, and what sticks out even so.
void report_overfull(const ComposeInput& input, style::ParagraphId id, const SetParagraph& set);

// A figure's picture, its height at the full width, and what is above and below it in the same piece.
struct FigureHeights {
    Length picture, full_width, around;
    [[nodiscard]] Length piece(Length grid) const { return base::round_up_to(picture + around, grid); }
};

class Composer {
  public:
    Composer(const ComposeInput& input, Frame frame) : input_(input), outer_(std::move(frame)) {}

    Galley compose(const std::vector<style::Block>& blocks);
    // With text in columns side by side, and above and below them what goes across.
    Galley compose_in_columns(const std::vector<style::Block>& blocks, const style::Columns& columns);
    // One block alone, in so many lines of the grid more than it has by itself.
    Galley compose_anew(const style::Block& block, int more_lines);

  private:
    void blocks(std::span<const style::Block> list, const Frame& frame);
    [[nodiscard]] bool goes_across(std::span<const style::Block> list, const Frame& column) const;
    [[nodiscard]] bool bears_words(const style::FigureBlock& figure, Length width) const;
    void block(const style::Block& block, const Frame& frame);
    void text(const style::TextBlock& text, const style::Block& block, const Frame& frame);
    void group(const style::Group& group, const Frame& frame);
    void list_items(const style::Group& list, const Frame& frame);
    // Of a page break between facing pages, and where one turns the leaf.
    struct TearCosts {
        int facing = 0, overleaf = 0;
    };
    void make_dear_to_tear(std::size_t first, TearCosts costs);
    void keep_group(std::size_t first, bool call_out);
    void let_go_of_heading(std::size_t first);
    void keep_list(std::size_t first, std::size_t items, bool steps);
    // So many of the blocks from `first` on are figures that stand in one row; 0: none.
    [[nodiscard]] std::size_t row_at(std::span<const style::Block> list, std::size_t first,
                                     const Frame& frame) const;
    void figure_row(std::span<const style::Block> list, std::size_t first, std::size_t count,
                    const Frame& frame);
    [[nodiscard]] bool goes_beside(const style::Block& entry, const Frame& frame) const;
    void start_side(const style::Block& entry, const Frame& frame);
    void anchor_side(Piece& piece);
    void end_side();
    [[nodiscard]] Notch notch(Length leading) const;
    [[nodiscard]] bool goes_to_margin(const style::Block& entry, const Frame& frame) const;
    void margin_figure(const style::Block& entry);
    void full_figure(const style::FigureBlock& figure, const style::Block& block, const Frame& frame);
    void add_side_notes(Piece& piece, const style::StyledParagraph& paragraph, const SetLine& line,
                        Length baseline, bool last) const;
    void take_in(const style::Block& entry, const Frame& frame);
    void stand_beside(const style::SideFigure& side, std::size_t first, const Frame& frame);
    void figure(const style::FigureBlock& figure, const style::Block& block, const Frame& frame);
    void table(const style::TableBlock& table, const style::Block& block, const Frame& frame);
    [[nodiscard]] std::size_t held_from() const;
    [[nodiscard]] std::optional<Piece> lead_of_halves() const;
    void stand_below(Piece lead, Piece& first, Piece& second);
    void rule(const style::RuleBlock& rule, const Frame& frame);
    void lines_as_pieces(SetParagraph set, const style::TextBlock& text, const style::Block& block,
                         const Frame& frame);
    void heading_as_piece(SetParagraph set, const style::TextBlock& text, const style::Block& block,
                          const Frame& frame);
    // Nothing where the text has none.
    [[nodiscard]] Content marker(const style::TextBlock& text, const Frame& frame, Length baseline) const;
    // Where a text stands beside its marker.
    [[nodiscard]] Frame beside_marker(const style::TextBlock& text, const Frame& frame) const {
        return frame.narrowed(input_.hang(text.hang), Length{});
    }
    // How far two grounds reach into the space between them.
    [[nodiscard]] Length between_grounds(const style::Block& entry) const;
    void push(Piece piece, const Frame& frame);
    // Says that the pieces from `first` on can be set otherwise.
    void offer(Flex::Kind kind, std::size_t first, std::vector<Variant> variants, const style::Block& block,
               const Frame& frame);
    [[nodiscard]] std::vector<Variant> figure_variants(const style::FigureBlock& figure,
                                                       const FigureHeights& heights) const;
    [[nodiscard]] std::vector<Variant> paragraph_variants(const ParagraphSource& source, Length measure,
                                                          const SetParagraph& set) const;

    const ComposeInput& input_;
    Frame outer_;
    Galley galley_;
    Length pending_space_;
    Length ground_below_;     // how far the ground of the group just left reaches below its last piece
    bool announced_ = false;  // the next piece is a table's first, and text above it announces it
    int held_ = 0;            // so many of the next pieces belong to the one before them

    int more_lines_ = 0;  // than a block has by itself

    bool force_page_ = false, prefer_page_ = false, joins_ = false;
    bool flexible_space_ = false, yielding_space_ = false;
    bool below_heading_ = false;  // the next piece stands right below one
    Length reach_;                // of grounds into the space above the next piece
    std::vector<Mark> pending_marks_;

    // A figure at the end side, with the text running beside it.
    struct Side {
        const style::FigureBlock* figure = nullptr;
        Length height;                     // with the space below it
        Length rest;                       // that still has no text beside it
        std::optional<std::size_t> first;  // the piece it stands with
    };
    std::optional<Side> side_;
};

// A table's pieces. Their `repeat` is an index into `repeats`, their `space_before` what the table asks for
// inside.
struct ComposedTable {
    std::vector<Piece> pieces;
    std::vector<Repeat> repeats;
};
// As columns, cards or halves, as the table's form and the room say. `lead`: height of what is held to a
// table and must stand above its halves.
ComposedTable compose_table(const ComposeInput& input, const style::TableBlock& table, const Frame& frame,
                            const Place& place, Length lead);
ComposedTable compose_cards(const ComposeInput& input, const style::TableBlock& table, const Frame& frame,
                            const Place& place);
// As halves for facing pages; nothing where that would make the table no better to read.
std::optional<ComposedTable> compose_spread(const ComposeInput& input, const style::TableBlock& table,
                                            const Frame& frame, const Place& place, Length lead);

// Widths of the columns that make the lowest table in `width` without breaking words; a warning where that
// cannot be.
std::vector<Length> column_widths(const ComposeInput& input, const style::TableBlock& table, Length width,
                                  const Place& place);

// A picture scaled into a box, its drawing's words set over it.
std::vector<Item> picture_items(const ComposeInput& input, style::PictureId picture, Rect box,
                                std::variant<style::LeafId, Artifact> belongs,
                                const std::vector<style::DrawingLabelText>& labels);

}  // namespace brochure::layout
