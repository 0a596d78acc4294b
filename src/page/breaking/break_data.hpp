// What the page breaker is given and what it finds: pieces, the room of a page, the number of pages wanted;
// pages, and what they cost. Internal to this folder.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "base/length.hpp"
#include "design/design.hpp"
#include "layout/break_properties.hpp"

namespace brochure::page {

// A piece as the page breaker sees it.
struct BreakPiece : layout::BreakProperties {
    Length notes;   // height of the footnotes that it mentions as the first
    Length repeat;  // height of what is set again above it at a page's top

    // Of a figure that belongs above it and comes below: the sum of this and of all pieces before it.
    std::int64_t passing = 0;
    // Of a figure: the first heading behind it that is not below its own.
    std::size_t section_end = std::numeric_limits<std::size_t>::max();
    int figure_between = 0;  // of a figure that waited, between it and the piece before it

    // Pieces of one set, which follow one another, share so many columns side by side.
    std::optional<std::size_t> column_set;
    int columns = 1;
    Length ground_above;  // how far a ground reaches above it

    int space_less = 0, space_more = 0;  // lines that the space above it may lose or gain
    // Pieces [run_first, this] can be set in so many lines more, all of them or none.
    std::span<const layout::Variant> variants{};
    std::size_t run_first = 0;

    // Footnotes that another piece above mentions too, the nearest: set again where that is on another page.
    struct NoteAgain {
        Length height;
        std::size_t above = 0;
    };
    std::vector<NoteAgain> notes_again{};
};

// How many pages are wanted, and how many there are already.
struct PageGoal {
    std::size_t before = 0;   // pages made so far: the first of them is a recto
    std::size_t closing = 0;  // pages that follow, without those for notes
    std::size_t multiple = 1;
    std::size_t pages = 0;  // in all; 0: any multiple
    bool counts = false;    // false: any number will do
    bool fills = true;      // with pages for notes, up to the number

    // Pages that bring `made` pages to the number wanted; negative: there are too many.
    [[nodiscard]] std::int64_t missing(std::size_t made) const;
    [[nodiscard]] std::int64_t cost(std::size_t made, const design::PageBreaking& costs) const;
};

struct PageRoom {
    Length height;
    Length grid;         // distance of the baselines
    Length notes_above;  // space and rule above footnotes, where a page has any
    design::PageBreaking costs;
    design::Copyfitting fit;
    PageGoal goal{};
    bool explain = false;  // with the runner-up of every page
};

enum class CostKind : std::uint8_t {
    empty,
    foot,
    hyphen,
    figure,
    run_on,
    adjusted,
    facing,
    overfull,
    column,
    overleaf
};
inline constexpr std::size_t cost_kinds = 10;

struct PageCosts {
    std::array<std::int64_t, cost_kinds> by_kind{};
    std::int64_t& operator[](CostKind kind) { return by_kind[static_cast<std::size_t>(kind)]; }
    std::int64_t operator[](CostKind kind) const { return by_kind[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] std::int64_t total() const;
};

// The space above a piece, or the run of pieces that ends with it, some lines more or less.
struct Adjustment {
    std::size_t piece = 0;
    bool space = false;
    int lines = 0;
};

struct PageChoice {
    std::size_t first = 0, end = 0;      // pieces [first, end) but for `postponed` and halves
    std::optional<std::size_t> carried;  // a figure from before `first`, at the top unless it is `postponed`
    std::optional<std::size_t> postponed;  // a figure within, that goes to the next page's top
    std::optional<std::size_t> at_foot;    // a figure within, below all other pieces
    bool parted = false;                   // a half that should stand on a verso stands on a recto
    int lines = 0;                         // given (more) or taken (less)
    std::vector<Adjustment> adjustments;   // that make up `lines`, all of one sign

    Length filled;
    Length overfull;  // zero unless a piece is higher than a page
    std::optional<int>
        depth;  // lines down to the lowest; none where that does not matter: a part's last page
    std::optional<Length> low_part;  // room of the last part that starts below the top
    std::size_t parts_within = 0;    // parts that start below the top
    std::int64_t adjusting = 0;      // price of the lines given or taken
    std::int64_t column_breaks = 0;  // cost of the breaks between columns side by side
    Length column_slack;             // how much of the last of them is empty, shared out over all

    // The figure at the top; none where it goes on waiting.
    [[nodiscard]] std::optional<std::size_t> at_top() const {
        return carried != postponed ? carried : std::nullopt;
    }
    // The figure that does not stand in its place: it waits, or is at the foot.
    [[nodiscard]] std::optional<std::size_t> moved() const { return postponed ? postponed : at_foot; }

    PageCosts costs;
    [[nodiscard]] std::int64_t cost() const { return costs.total(); }
    // What counts as filled: columns that go on overleaf should be full.
    [[nodiscard]] Length filled_evenly(std::span<const BreakPiece> pieces) const;

    // The page that would have been next best here, all others after it chosen for the best, and how much
    // dearer the whole would be.
    struct RunnerUp {
        std::size_t end = 0;
        std::optional<std::size_t> postponed, at_foot;
        std::int64_t dearer = 0;
    };
    std::optional<RunnerUp> runner_up;
};

}  // namespace brochure::page
