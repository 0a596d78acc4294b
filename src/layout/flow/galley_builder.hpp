// GalleyBuilder: a galley while it grows. In: blocks as they are entered and left, pieces. Out: the galley,
// each piece with what the blocks around it asked for. Promised: what is asked of the next piece is kept in
// one place and changes only here; who decides how a block is set sees a builder that it cannot change.
// Internal to this folder.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "layout/galley.hpp"
#include "layout/lines/compose_input.hpp"

namespace brochure::layout {

// Whether a block is text that may stand beside a figure: paragraphs and plain lists.
bool runs_beside(const style::Block& block);

class GalleyBuilder {
  public:
    explicit GalleyBuilder(const ComposeInput& input) : input_(input) {}

    // A block asks of the piece that comes next: its space, a page of its own, what others look for at its
    // top.
    void enter(const style::Block& block, const Frame& frame);
    // And behind its last piece.
    void leave(const style::Block& block, const Frame& frame);
    // A group with a ground, when its blocks have been left.
    void leave_ground(const style::Decoration& form);
    // The next piece stands at least so far below.
    void ask_space(Length space, bool flexible);

    void push(Piece piece, const Frame& frame);
    // The pieces from `first` on can be set otherwise.
    void offer(Flex::Kind kind, std::size_t first, std::vector<Variant> variants, const style::Block& block,
               const Frame& frame);
    // The pieces [first, end) can not.
    void settle(std::size_t first, std::size_t end);
    DecorationId add(const PlacedDecoration& decoration);
    // The index of the first.
    std::size_t add(std::vector<Repeat> repeats);
    // The pieces from `first` on share columns side by side.
    void share_columns(std::size_t first, const ColumnSet& columns);

    // From the next piece on a figure, so high with the space below it, stands at the end side.
    void begin_side(Content figure, Length height, const Frame& frame);
    // The last piece beside it reaches down to its foot.
    void end_side();
    // What it leaves of the lines of a paragraph that comes next.
    [[nodiscard]] Notch notch(Length leading) const;

    [[nodiscard]] std::size_t count() const { return galley_.pieces.size(); }
    [[nodiscard]] const std::vector<Piece>& pieces() const { return galley_.pieces; }
    [[nodiscard]] std::span<Piece> pieces_from(std::size_t first) {
        return std::span{galley_.pieces}.subspan(first);
    }

    // What is held to the piece that comes next, as one piece with the space below it: a heading and its
    // like. None where text comes before, or where it stands in columns side by side.
    [[nodiscard]] std::optional<Piece> held() const;
    // Takes those pieces out again; what they were asked is asked of the next.
    void take_back(const Piece& held);

    Galley take();

  private:
    // Asked of the piece that comes next.
    struct Asked {
        Length space;
        Length ground_below;  // how far the ground of the group just left reaches below its last piece
        Length reach;         // of grounds into the space above
        bool force_page = false, prefer_page = false, joins = false;
        bool flexible_space = false, yielding_space = false;
        bool below_heading = false;  // it stands right below one
        bool announced = false;      // it is a table's first, and text above it announces it
        std::vector<Landmark> landmarks;
    };
    // A figure at the end side, with the text running beside it.
    struct Side {
        Content figure;
        Length height;  // with the space below it
        Length rest;    // that still has no text beside it
        Frame frame;
        std::optional<std::size_t> first;  // the piece it stands with
    };

    [[nodiscard]] Length between_grounds(const style::Block& block) const;
    void keep_held(Piece& piece);
    void anchor_side(Piece& piece);
    [[nodiscard]] std::size_t held_from() const;

    const ComposeInput& input_;
    Galley galley_;
    Asked asked_;
    int held_ = 0;  // so many of the next pieces belong to the one before them
    std::optional<Side> side_;
};

}  // namespace brochure::layout
