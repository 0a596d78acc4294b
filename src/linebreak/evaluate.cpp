// The evaluator walks the items of each line by itself: a second opinion on the sums and rules of
// candidates.cpp.
#include <algorithm>

#include "linebreak/cost.hpp"
#include "linebreak/line_breaker.hpp"

namespace brochure::linebreak {

namespace {

bool is_material(const Item& item) {
    return std::holds_alternative<Box>(item) || std::holds_alternative<Discretionary>(item);
}

bool is_forced(const Item& item) {
    const auto* penalty = std::get_if<Penalty>(&item);
    return penalty && penalty->cost <= forced;
}

// What a break does to the lines it parts.
struct Break {
    std::size_t item = 0;
    std::size_t next_first = 0;
    Length pre{}, post{}, hang_end{};
    int penalty = 0;
    bool flagged = false, forced = false, legal = true;
};

std::size_t skip_discarded(std::span<const Item> items, std::size_t i) {
    while (i < items.size() && !is_material(items[i]) && !is_forced(items[i])) ++i;
    return i;
}

Break end_of_items(std::span<const Item> items) {
    return {.item = items.size(), .next_first = items.size(), .penalty = forced, .forced = true};
}

Break break_at(std::span<const Item> items, std::size_t i) {
    if (i >= items.size()) return end_of_items(items);
    Break at{.item = i};
    if (const auto* penalty = std::get_if<Penalty>(&items[i])) {
        at.pre = penalty->width;
        at.hang_end = penalty->hang_end;
        at.penalty = std::max(penalty->cost, forced);
        at.forced = penalty->cost <= forced;
        at.flagged = penalty->flagged && !at.forced;
        at.legal = penalty->cost < forbidden;
    } else if (const auto* disc = std::get_if<Discretionary>(&items[i])) {
        at.pre = disc->pre;
        at.post = disc->post;
        at.hang_end = disc->hang_end;
        at.penalty = disc->penalty;
        at.flagged = disc->flagged;
        at.legal = disc->penalty < forbidden;
    } else if (std::holds_alternative<Kern>(items[i])) {
        at.legal = i + 1 < items.size() && std::holds_alternative<Glue>(items[i + 1]);
    } else {
        at.legal = std::holds_alternative<Glue>(items[i]) && i > 0 && is_material(items[i - 1]);
    }
    const std::size_t after = at.forced || is_material(items[i]) ? i + 1 : i;
    at.next_first = at.post != Length{} ? after : skip_discarded(items, after);
    const bool something_follows =
        at.post != Length{} || (at.next_first < items.size() && !is_forced(items[at.next_first]));
    at.legal = at.legal && (at.forced || something_follows);
    return at;
}

// The finite stretch of boxes and glue only counts in justified setting.
void add_item(Sums& sums, const Item& item, bool justified) {
    if (const auto* box = std::get_if<Box>(&item)) {
        sums.width += box->width;
        if (!justified) return;
        sums.stretch += box->stretch;
        sums.box_stretch += box->stretch;
        sums.shrink += box->shrink;
    } else if (const auto* glue = std::get_if<Glue>(&item)) {
        sums.width += glue->width;
        if (glue->stretch_order > 0)
            sums.infinite[std::min<std::size_t>(glue->stretch_order, 3) - 1] += glue->stretch;
        if (!justified) return;
        if (glue->stretch_order == 0) sums.stretch += glue->stretch;
        sums.shrink += glue->shrink;
    } else if (const auto* kern = std::get_if<Kern>(&item)) {
        sums.width += kern->width;
    } else if (const auto* disc = std::get_if<Discretionary>(&item)) {
        sums.width += disc->replace;
    }
}

Length hang_of_last_box(std::span<const Item> line) {
    for (std::size_t i = line.size(); i-- > 0;) {
        if (const auto* box = std::get_if<Box>(&line[i])) return box->hang_end;
        const auto* disc = std::get_if<Discretionary>(&line[i]);
        const bool takes_no_room =
            std::holds_alternative<Penalty>(line[i]) || (disc && disc->replace == Length{});
        if (!takes_no_room) break;
    }
    return {};
}

struct Measured {
    Sums sums;
    Length hangs{};
};

Measured measure_line(std::span<const Item> items, const Break& from, const Break& to, bool justified) {
    Measured line;
    line.sums.width = from.post + to.pre;
    const auto content = items.subspan(from.next_first, to.item - from.next_first);
    for (const Item& item : content) add_item(line.sums, item, justified);
    if (to.pre == Length{}) line.hangs += hang_of_last_box(content);
    line.hangs += to.hang_end;
    if (from.post == Length{} && !content.empty())
        if (const auto* box = std::get_if<Box>(&content.front())) line.hangs += box->hang_start;
    return line;
}

// Whether a line could have ended between the two breaks.
bool could_end_before(std::span<const Item> items, const Break& from, const Break& to) {
    for (std::size_t i = from.next_first; i < to.item; ++i)
        if (break_at(items, i).legal) return true;
    return false;
}

bool skips_forced_break(std::span<const Item> items, const Break& from, const Break& to) {
    return std::ranges::any_of(items.subspan(from.next_first, to.item - from.next_first), is_forced);
}

}  // namespace

std::optional<std::int64_t> demerits_of(std::span<const Item> items, std::span<const std::size_t> breaks,
                                        const Settings& settings, Pass pass) {
    const Terms terms = terms_of(settings, pass);
    std::int64_t total = 0;
    Fitness fitness = Fitness::decent;
    int run = 0;
    Break from{.forced = true};
    for (std::size_t line = 0; line < breaks.size(); ++line) {
        const bool ended = line > 0 && from.forced && from.next_first == items.size();
        const Break to = break_at(items, breaks[line]);
        if (ended || !to.legal || to.item < from.next_first || skips_forced_break(items, from, to)) return {};
        const Measured measured = measure_line(items, from, to, !terms.ragged);
        const Length shortfall = measure_of_line(settings, line) - measured.sums.width + measured.hangs;
        const Verdict verdict = judge(shortfall, measured.sums, terms.bonus, terms.ragged && to.forced);
        if (verdict.badness > terms.tolerance) {
            if (!terms.last_resort || could_end_before(items, from, to)) return {};
            total += overfull_demerits;
        }
        total += line_demerits(settings, verdict.badness, to.penalty);
        total += neighbour_demerits(settings, fitness, verdict.fitness);
        if (from.flagged && line + 1 == breaks.size()) total += settings.final_hyphen_demerits;
        if (from.flagged && to.flagged) total += settings.double_hyphen_demerits;
        if (!terms.tex && to.forced && !from.forced && measured.sums.width < settings.last_line_least)
            total += settings.short_last_line_demerits;
        run = to.flagged ? run + 1 : 0;
        if (run > terms.run_limit) {
            if (!terms.last_resort) return {};
            total += hyphen_run_demerits;
        }
        fitness = verdict.fitness;
        from = to;
    }
    if (!items.empty() && (!from.forced || breaks.empty() || from.next_first < items.size())) return {};
    return total;
}

}  // namespace brochure::linebreak
