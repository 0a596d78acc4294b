// What one line costs, apart from how it was found: TeX's badness, fitness and demerits, in TeX's integer
// arithmetic. In: how far a line is from its measure, and what it can stretch and shrink. Out: badness and
// demerits. Promised: the optimiser and the evaluator reckon alike, because both call these.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include "linebreak/line_breaker.hpp"

namespace brochure::linebreak {

// Badness of a line that needs infinitely more stretch than it has (TeX 108).
inline constexpr int infinite_badness = 10000;
inline constexpr int overfull_badness = infinite_badness + 1;
// TeX 833: a breaking as bad as this is none at all.
inline constexpr std::int64_t awful_demerits = (std::int64_t{1} << 30) - 1;
// Last resort: dearer than the worst line that fits (10^8 for badness, 10^8 for a penalty), so that the
// hyphen limit is only exceeded to keep a line from being too wide.
inline constexpr std::int64_t hyphen_run_demerits = 1'000'000'000;
// Last resort: dearer than a whole paragraph of over-long hyphen runs, for text outside its measure is
// unreadable.
inline constexpr std::int64_t overfull_demerits = 1'000'000'000'000;
// Ragged setting without a zone of its own: a sixth, the length of a short word on an A5 page, so that the
// edge stays calm without a hyphen for every word that does not fit.
inline constexpr int default_zones_per_measure = 6;

// What a line holds between its two breaks. The stretch and shrink of boxes are within `stretch` and
// `shrink`.
struct Sums {
    Length width{}, stretch{}, shrink{};
    Length box_stretch{};
    std::array<Length, 3> infinite{};  // stretch of order 1 to 3

    friend constexpr Sums operator-(const Sums& a, const Sums& b) {
        return {
            a.width - b.width,
            a.stretch - b.stretch,
            a.shrink - b.shrink,
            a.box_stretch - b.box_stretch,
            {a.infinite[0] - b.infinite[0], a.infinite[1] - b.infinite[1], a.infinite[2] - b.infinite[2]}};
    }
    [[nodiscard]] constexpr std::uint8_t highest_order() const {
        for (std::uint8_t order = 3; order > 0; --order)
            if (infinite[order - 1U] != Length{}) return order;
        return 0;
    }
};

struct Verdict {
    int badness = 0;
    Fitness fitness = Fitness::decent;
    [[nodiscard]] bool overfull() const { return badness > infinite_badness; }
};

// 100 (missing / available)^3, rounded as in TeX 108.
constexpr int badness_of(Length missing, Length available) {
    const std::int64_t t = missing.units();
    const std::int64_t s = available.units();
    if (t == 0) return 0;
    if (s <= 0) return infinite_badness;
    std::int64_t r = t;
    if (t <= 7230584) {
        r = t * 297 / s;
    } else if (s >= 1663497) {
        r = t / (s / 297);
    }
    return r > 1290 ? infinite_badness : static_cast<int>((r * r * r + 0x20000) / 0x40000);
}

// TeX 851 to 853. `bonus` is stretch that every line has besides its own: right skip, ragged zone, emergency
// stretch. Boxes stretch with the glue, but once at most: beyond that the glue has to take the rest alone.
constexpr Verdict judge(Length shortfall, const Sums& line, Length bonus, bool filled) {
    if (shortfall > Length{}) {
        if (filled || line.highest_order() > 0) return {0, Fitness::decent};
        Length missing = shortfall;
        Length available = line.stretch + bonus;
        if (missing > available) {
            missing -= line.box_stretch;
            available -= line.box_stretch;
        }
        const int badness = badness_of(missing, available);
        return {badness, badness > 99   ? Fitness::very_loose
                         : badness > 12 ? Fitness::loose
                                        : Fitness::decent};
    }
    if (-shortfall > line.shrink) return {overfull_badness, Fitness::tight};
    const int badness = badness_of(-shortfall, line.shrink);
    return {badness, badness > 12 ? Fitness::tight : Fitness::decent};
}

// TeX 859, without what depends on the line before.
constexpr std::int64_t line_demerits(const Settings& settings, int badness, int penalty) {
    const std::int64_t base = std::int64_t{settings.line_penalty} + badness;
    std::int64_t demerits = base >= 10000 || base <= -10000 ? 100'000'000 : base * base;
    if (penalty > 0) demerits += std::int64_t{penalty} * penalty;
    if (penalty < 0 && penalty > forced) demerits -= std::int64_t{penalty} * penalty;
    return demerits;
}

// TeX 859, what depends on the line before.
constexpr std::int64_t neighbour_demerits(const Settings& settings, Fitness before, Fitness after) {
    const int apart = static_cast<int>(before) - static_cast<int>(after);
    return apart > 1 || apart < -1 ? settings.adjacent_demerits : 0;
}

// How the settings apply in one pass.
struct Terms {
    Length bonus{};  // stretch that every line has besides its own
    int tolerance = 0;
    bool ragged = false;
    bool tex = false;
    bool last_resort = false;
    bool final_pass = false;  // TeX 854: artificial demerits are possible
    int run_limit = no_limit;
};

inline Terms terms_of(const Settings& settings, Pass pass) {
    Terms terms;
    terms.ragged = settings.mode == Mode::ragged;
    terms.tex = settings.model == CostModel::tex;
    const Length zone =
        settings.ragged_zone > Length{} ? settings.ragged_zone : settings.measure / default_zones_per_measure;
    terms.bonus = terms.ragged ? zone : settings.right_skip_stretch;
    if (pass != Pass::tolerance) terms.bonus += settings.emergency_stretch;
    terms.last_resort = pass == Pass::last_resort;
    terms.tolerance = terms.last_resort ? infinite_badness : std::min(settings.tolerance, infinite_badness);
    terms.final_pass = terms.tex && (pass != Pass::tolerance || settings.emergency_stretch <= Length{});
    terms.run_limit = terms.tex ? no_limit : std::max(settings.max_hyphen_run, 0);
    return terms;
}

inline Length measure_of_line(const Settings& settings, std::size_t line) {
    const Length measure =
        line < settings.line_measures.size() ? settings.line_measures[line] : settings.measure;
    return line == 0 ? measure - settings.first_line_indent : measure;
}

}  // namespace brochure::linebreak
