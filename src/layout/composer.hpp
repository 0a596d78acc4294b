// Composer: walks the blocks of one flow and appends their pieces to a galley. Internal to this folder.
#pragma once

#include <string>
#include <vector>

#include "layout/galley.hpp"
#include "layout/set_paragraph.hpp"

namespace brochure::layout {

// What every composer reads.
struct ComposeInput {
    const style::StyledDocument& document;
    const text::ShapedDocument& shaped;
    const spec::LayoutSpec& layout;
    const font::Library& fonts;
    Sink& sink;

    [[nodiscard]] ParagraphSource source(style::ParagraphId id) const {
        return {id, document.paragraphs[id], shaped.paragraphs[id], fonts};
    }
};

// Where blocks stand in the column, and what surrounds them.
struct Frame {
    Length left, width;
    bool right_to_left = false;
    bool off_grid = false;
    int group_cost = 0;
    std::vector<DecorationId> decorations;

    // Narrower by an amount at the start side and one at the end side.
    [[nodiscard]] Frame narrowed(Length start, Length end) const;
    // The left edge of something `width` wide that stands `start` from the start side.
    [[nodiscard]] Length left_of(Length start, Length own_width) const;
};

// Moves items and links by a distance.
void move_all(std::vector<Item>& items, Point by);
void move_all(std::vector<LinkArea>& links, Point by);
void append(std::vector<Item>& to, std::vector<Item> from);

// A paragraph set as a stack of lines whose first baseline is `first_baseline` below the stack's top.
struct Stack {
    Length height;
    Length first_baseline;
    std::vector<Item> items;
    std::vector<LinkArea> links;
    std::vector<std::size_t> footnotes;
    std::vector<LineReport> lines;
    std::size_t line_count = 0;
};

// Lines at the style's own leading, off the grid: captions, cells, labels. Overfull lines are reported.
Stack stack_paragraph(const ComposeInput& input, style::ParagraphId id, Length width, spec::Align align);

// Distance from a line's top to its baseline when its leading is spread evenly above and below.
Length centred_baseline(const text::ShapedParagraph& shaped, Length leading);

// Reports words that had to be parted anywhere, and what sticks out even so.
void report_overfull(const ComposeInput& input, style::ParagraphId id, const SetParagraph& set);

class Composer {
  public:
    Composer(const ComposeInput& input, Frame frame) : input_(input), outer_(std::move(frame)) {}

    Galley compose(const std::vector<style::Block>& blocks);

  private:
    void blocks(const std::vector<style::Block>& list, const Frame& frame);
    void block(const style::Block& block, const Frame& frame);
    void text(const style::TextBlock& text, const style::Block& block, const Frame& frame);
    void group(const style::Group& group, const Frame& frame);
    void list_items(const std::vector<style::Block>& items, const Frame& frame);
    void figure(const style::FigureBlock& figure, const style::Block& block, const Frame& frame);
    void table(const style::TableBlock& table, const style::Block& block, const Frame& frame);
    void rule(const style::RuleBlock& rule, const Frame& frame);
    void lines_as_pieces(SetParagraph set, const style::TextBlock& text, const style::Block& block,
                         const Frame& frame);
    void heading_as_piece(SetParagraph set, const style::TextBlock& text, const style::Block& block,
                          const Frame& frame);
    [[nodiscard]] SetLine marker_line(const style::TextBlock& text, const Frame& frame) const;
    void place_marker(Piece& piece, const style::TextBlock& text, const Frame& frame, Length baseline) const;
    void push(Piece piece, const Frame& frame);

    const ComposeInput& input_;
    Frame outer_;
    Galley galley_;
    Length pending_space_;
    Length ground_below_;  // how far the ground of the group just left reaches below its last piece
    int held_ = 0;         // so many of the next pieces belong to the one before them

    bool force_page_ = false, prefer_page_ = false;
    std::vector<Mark> pending_marks_;
};

// A table's pieces, one per row, and its repeated head.
struct ComposedTable {
    std::vector<Piece> pieces;
    Repeat repeat;
};
ComposedTable compose_table(const ComposeInput& input, const style::TableBlock& table, const Frame& frame,
                            const Place& place);

// Widths of the columns that make the lowest table in `width` without breaking words; a warning where that
// cannot be.
std::vector<Length> column_widths(const ComposeInput& input, const style::TableBlock& table, Length width,
                                  const Place& place);

// A picture scaled into a box, its drawing's words set over it.
std::vector<Item> picture_items(const ComposeInput& input, style::PictureId picture, Rect box,
                                std::variant<style::LeafId, Artifact> belongs,
                                const std::vector<style::DrawingLabelText>& labels);

}  // namespace brochure::layout
