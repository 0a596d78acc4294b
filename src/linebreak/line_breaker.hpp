// Chooses where the lines of one paragraph end: Knuth and Plass's total fit ("Breaking Paragraphs into
// Lines", 1981). In: boxes, glue, penalties, discretionaries, kerns, and what lines cost. Out: the lines and
// their total demerits. Promised: nothing is lost (every item is on one line or discarded at a break), forced
// breaks are kept, a piece that fits nowhere gets a line of its own that says by how much it is too wide, and
// no other breaking within the limits is cheaper.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "base/length.hpp"

namespace brochure::linebreak {

inline constexpr int forbidden = 10000;  // a penalty at or above: no line ends here
inline constexpr int forced = -10000;    // a penalty at or below: a line ends here

// Something set as one piece. `stretch` and `shrink` are what scaling its glyphs may add or take; unlike glue
// it is never stretched beyond that. A box hangs out into the margin by `hang_start` or `hang_end` when it is
// first or last on a line.
struct Box {
    Length width{};
    Length stretch{}, shrink{};
    Length hang_start{}, hang_end{};
};

// Space. A line may end at glue that follows a box or a discretionary; the glue is then discarded.
struct Glue {
    Length width{}, stretch{}, shrink{};
    std::uint8_t stretch_order = 0;  // 0: finite; 1, 2, 3: each outweighs all lower ones
};

// A place where a line may end. If it does, `width` is added, of which `hang_end` may hang out. With zero
// width the last box hangs by its own `hang_end` plus this one.
struct Penalty {
    int cost = 0;
    Length width{};
    Length hang_end{};
    bool flagged = false;  // counts as a hyphen at the line's end
};

// A place where a word may be parted: `pre` ends the line, `post` starts the next; `replace` stands there if
// it is not.
struct Discretionary {
    Length pre{}, post{}, replace{};
    Length hang_end{};  // of `pre`; as for Penalty
    int penalty = 0;
    bool flagged = true;
};

// Fixed space. A line may end at a kern followed by glue.
struct Kern {
    Length width{};
};

using Item = std::variant<Box, Glue, Penalty, Discretionary, Kern>;

// What a caller puts at the end of a paragraph: the last line is filled up with space.
inline constexpr std::array<Item, 2> paragraph_end{
    Penalty{.cost = forbidden}, Glue{.stretch = Length::from_units(65536), .stretch_order = 2}};
// What a caller puts where a line must end inside a paragraph.
inline constexpr std::array<Item, 3> line_end{paragraph_end[0], paragraph_end[1], Penalty{.cost = forced}};

// justified: spaces stretch and shrink so that lines fill the measure.
// ragged: spaces keep their width, and a line costs by how far it falls short, a line short by `ragged_zone`
// as much as one stretched by all its stretch. Departs from Knuth and Plass in that no line is ever tight
// (what is too wide by one unit is too wide), and a line ended by force costs nothing, with or without
// infinite glue. The first half of the zone is nearly free, so that a hyphen only pays for lines that would
// fall shorter; how rare they are is up to their penalty. With a zone of a sixth of the measure, Dutch text
// on 180 to 320 pt has a hyphen on one line in six at a penalty of 50, in ten at 150, in twenty at 250, in
// sixty at 500.
enum class Mode : std::uint8_t { justified, ragged };

// tex: what TeX does (TeX: the Program, parts 38 and 39), to the last demerit; for checking. It does without
// hyphen limit and last line rule, and meets impossible lines with TeX's "artificial demerits". house: TeX's
// costs, with those two, hanging-aware pruning, and a last resort that is optimal as well.
enum class CostModel : std::uint8_t { house, tex };

inline constexpr int no_limit = std::numeric_limits<int>::max();

struct Settings {
    Mode mode = Mode::justified;
    CostModel model = CostModel::house;

    Length measure{};
    Length first_line_indent{};  // taken off the first line's measure; negative: the first line is longer
    std::vector<Length> line_measures;  // of the first lines, where they differ from `measure`

    int tolerance = 400;                 // badness up to which a line is accepted in the first two passes
    int line_penalty = 10;               // grows the cost of every line: fewer lines
    int adjacent_demerits = 10000;       // a tight line next to a loose one
    int double_hyphen_demerits = 10000;  // two hyphenated lines in a row
    int final_hyphen_demerits = 5000;    // the last line but one is hyphenated
    int looseness = 0;            // this many lines more (or fewer) than the best breaking, if tolerable
    Length emergency_stretch{};   // counted as stretch of every line in the second pass; zero: no such pass
    Length right_skip_stretch{};  // TeX's raggedright, in justified mode only

    Length ragged_zone{};           // ragged mode; zero: a sixth of the measure
    int max_hyphen_run = no_limit;  // hyphenated lines in a row; given up only in the last resort
    // A last line (also before a forced break) shorter than this costs as much as an extra line of badness
    // 190, unless it is the only line.
    Length last_line_least{};
    int short_last_line_demerits = 40000;
    double max_stretch_ratio = 0;  // spaces never stretch further; the line then ends short. 0: no limit
};

enum class Fitness : std::uint8_t { very_loose, loose, decent, tight };

struct Line {
    std::size_t first = 0;  // its first item; items before it, after the last break, are discarded
    // The item it ends at, of which only what the break adds is on the line; items.size(): the end.
    std::size_t break_at = 0;
    Length measure{};
    Length natural{};                 // with all that the two breaks add, with what hangs
    Length hang_start{}, hang_end{};  // how far it hangs out
    Length shortfall{};               // measure + hang_start + hang_end - natural; negative: it must shrink
    // Each piece of glue of this order is wider by ratio times its stretch (negative: its shrink); if the
    // order is 0, so is each box, but by no more than its stretch.
    double ratio = 0;
    std::uint8_t stretch_order = 0;
    Length unfilled{};  // what stays free at the end: ragged, too little stretch, or max_stretch_ratio
    Length overfull{};  // how far it is too wide when shrunk all it can; zero for a line that fits
    int badness = 0;    // 0 to 10000; 10001: overfull
    Fitness fitness = Fitness::decent;
    bool hyphenated = false;
};

// Which limits held: tolerance; tolerance with emergency stretch; none (last resort).
enum class Pass : std::uint8_t { tolerance, emergency, last_resort };

struct LineBreaks {
    std::vector<Line> lines;
    std::int64_t demerits = 0;
    Pass pass = Pass::tolerance;
    bool artificial = false;  // model tex only: some line cost nothing because nothing else was possible

    [[nodiscard]] Length widest_overfull() const;  // zero: all lines fit
};

LineBreaks break_lines(std::span<const Item> items, const Settings& settings);

// For copyfitting: in how many lines a paragraph may be set. In: at most `most_lines`. Out, in order of
// lines: the demerits of the cheapest breaking into so many, where there is one within tolerance.
struct LineCount {
    std::size_t lines = 0;
    std::int64_t demerits = 0;
};
std::vector<LineCount> line_counts(std::span<const Item> items, const Settings& settings,
                                   std::size_t most_lines);

// The cheapest breaking into so many lines within tolerance; none where line_counts() has none.
std::optional<LineBreaks> break_into(std::span<const Item> items, const Settings& settings,
                                     std::size_t lines);

// What a breaking costs in a pass, reckoned from the items alone; `breaks` are the items lines end at, the
// last included. None if a break is not legal, a forced one is missing, or a line exceeds the pass's limits.
std::optional<std::int64_t> demerits_of(std::span<const Item> items, std::span<const std::size_t> breaks,
                                        const Settings& settings, Pass pass);

// For table columns; spaces have their natural width.
// The fewest lines, by first fit.
std::size_t count_lines(std::span<const Item> items, Length measure);
// The widest piece if lines end everywhere but at flagged breaks.
Length min_content_width(std::span<const Item> items);
// The widest line if lines end only where forced.
Length max_content_width(std::span<const Item> items);
// The narrowest measure that takes no more lines than `measure` does: headings with lines of like length.
Length balanced_measure(std::span<const Item> items, Length measure);

}  // namespace brochure::linebreak
