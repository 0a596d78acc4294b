// Candidates first (candidates.cpp), then one run of dynamic programming per pass (Search), then the trace
// back.
#include "linebreak/line_breaker.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "linebreak/candidates.hpp"
#include "linebreak/cost.hpp"

namespace brochure::linebreak {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

// The cheapest way to end a line at a candidate, given what the following line needs to know of it.
struct Node {
    std::int64_t demerits = 0;
    std::uint32_t previous = none;
    std::uint32_t candidate = 0;
    std::uint32_t line = 0;  // lines up to here
    std::uint32_t run = 0;   // hyphenated lines in a row up to here; not counted without a limit
    Fitness fitness = Fitness::decent;
    bool artificial = false;
};

// Nodes that share where the next line starts and its number, so that a line is measured once for all of
// them.
struct Start {
    std::uint32_t candidate = 0;
    std::uint32_t line = 0;
    std::uint32_t first_node = 0;
    std::uint32_t nodes = 0;
    bool tried = false;  // a line from here has been looked at
};

class Search {
  public:
    // `by_number`: keeps the best breaking into every number of lines up to this, not only the best of all.
    Search(const std::vector<Candidate>& candidates, const Settings& settings, Pass pass,
           std::uint32_t by_number = 0)
        : candidates_(candidates), settings_(settings), terms_(terms_of(settings, pass)) {
        const std::size_t unlike = std::max<std::size_t>(settings.line_measures.size(),
                                                         settings.first_line_indent == Length{} ? 0 : 1);
        told_apart_ =
            settings.looseness != 0 ? none : std::max(by_number, static_cast<std::uint32_t>(unlike));
        nodes_.reserve(candidates.size() * 3);
    }

    bool run();
    struct End {
        std::uint32_t node = 0;
        bool attains_looseness = true;
    };
    [[nodiscard]] End best_end() const;
    // The cheapest breaking into so many lines, if there is one.
    [[nodiscard]] std::optional<std::uint32_t> end_after(std::uint32_t lines) const;
    [[nodiscard]] const Node& node(std::uint32_t index) const { return nodes_[index]; }

  private:
    [[nodiscard]] std::uint32_t first_end() const;
    bool look(Start& start, std::uint32_t to, bool is_only_start);
    void extend(const Start& start, std::uint32_t to, Verdict verdict, std::int64_t demerits);
    void extend_artificially(const Start& start, std::uint32_t to, Verdict verdict);
    void offer(const Node& node);
    void settle(std::uint32_t at);
    void drop_dominated();
    [[nodiscard]] bool may_fit_later(const Candidate& from, const Start& start, std::uint32_t to) const;
    [[nodiscard]] std::uint32_t line_class(std::uint32_t line) const { return std::min(line, told_apart_); }
    [[nodiscard]] Length measure_from(const Start& start) const {
        return measure_of_line(settings_, start.line);
    }

    const std::vector<Candidate>& candidates_;
    const Settings& settings_;
    Terms terms_;
    std::uint32_t told_apart_ = 0;  // lines from this number on have one measure and need not be told apart
    std::vector<Node> nodes_;
    std::vector<Start> active_;
    std::vector<Node> fresh_;  // the best so far that end at the candidate being looked at
};

bool Search::run() {
    nodes_.push_back({});
    active_.push_back({.candidate = 0, .line = 0, .first_node = 0, .nodes = 1});
    for (std::uint32_t to = 1; to < candidates_.size(); ++to) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < active_.size(); ++i) {
            const bool is_only_start = kept == 0 && i + 1 == active_.size() && fresh_.empty();
            if (look(active_[i], to, is_only_start)) active_[kept++] = active_[i];
        }
        active_.resize(kept);
        settle(to);
        if (active_.empty()) return false;
    }
    return true;
}

// Weighs the line from `start` to candidate `to`. True if later candidates may be reached from that start.
bool Search::look(Start& start, std::uint32_t to, bool is_only_start) {
    const Candidate& from = candidates_[start.candidate];
    const Candidate& end = candidates_[to];
    if (end.item < from.next_first) return true;
    const LineContent content = content_between(from, end);
    const Length shortfall = measure_from(start) - content.set_width();
    const Verdict verdict = judge(shortfall, content.sums, terms_.bonus, terms_.ragged && end.forced);
    const bool stays = !end.forced && (terms_.tex ? !verdict.overfull() : may_fit_later(from, start, to));
    const bool first_try = !std::exchange(start.tried, true);

    const bool losing_last = !stays && is_only_start && terms_.final_pass;
    const bool allowed = verdict.badness <= terms_.tolerance || (terms_.last_resort && first_try);
    if (allowed && !(losing_last && start.nodes == 1)) {
        std::int64_t demerits = line_demerits(settings_, verdict.badness, end.penalty);
        if (verdict.overfull()) demerits += overfull_demerits;
        if (!terms_.tex && end.forced && !from.forced && content.sums.width < settings_.last_line_least)
            demerits += settings_.short_last_line_demerits;
        extend(start, to, verdict, demerits);
    }
    if (losing_last && fresh_.empty()) extend_artificially(start, to, verdict);
    return stays;
}

// TeX gives a start up at the first overfull line. A hyphen may be wider than the letters it parts off, so
// the house model waits until nothing that follows can be narrow enough.
bool Search::may_fit_later(const Candidate& from, const Start& start, std::uint32_t to) const {
    const Length least =
        candidates_[to + 1].tightest_later - from.at_start.width + from.at_start.shrink - from.hang_start;
    return least <= measure_from(start);
}

void Search::extend(const Start& start, std::uint32_t to, Verdict verdict, std::int64_t demerits) {
    const Candidate& from = candidates_[start.candidate];
    const Candidate& end = candidates_[to];
    const bool is_last = to + 1 == candidates_.size();
    if (from.flagged && is_last) demerits += settings_.final_hyphen_demerits;
    if (from.flagged && end.flagged) demerits += settings_.double_hyphen_demerits;
    for (std::uint32_t n = start.first_node; n < start.first_node + start.nodes; ++n) {
        const Node& before = nodes_[n];
        Node node{.demerits = before.demerits + demerits +
                              neighbour_demerits(settings_, before.fitness, verdict.fitness),
                  .previous = n,
                  .candidate = to,
                  .line = before.line + 1,
                  .fitness = verdict.fitness};
        if (end.flagged && terms_.run_limit != no_limit) {
            const auto limit = static_cast<std::uint32_t>(terms_.run_limit);
            node.run = std::min(before.run, limit) + 1;
            if (node.run > limit) {
                if (!terms_.last_resort) continue;
                node.demerits += hyphen_run_demerits;
            }
        }
        if (terms_.tex && node.demerits > awful_demerits) continue;
        offer(node);
    }
}

// TeX 854: the only start left is about to be lost, so the line is taken at no cost.
void Search::extend_artificially(const Start& start, std::uint32_t to, Verdict verdict) {
    const std::uint32_t last = start.first_node + start.nodes - 1;
    const Node& before = nodes_[last];
    offer({.demerits = before.demerits,
           .previous = last,
           .candidate = to,
           .line = before.line + 1,
           .fitness = verdict.fitness,
           .artificial = true});
}

void Search::offer(const Node& node) {
    for (Node& other : fresh_) {
        if (other.fitness != node.fitness || other.run != node.run ||
            line_class(other.line) != line_class(node.line))
            continue;
        if (node.demerits <= other.demerits) other = node;  // the later wins a tie, as in TeX 855
        return;
    }
    fresh_.push_back(node);
}

// Makes the best nodes that end at candidate `at` into starts of further lines.
void Search::settle(std::uint32_t at) {
    drop_dominated();
    std::ranges::sort(fresh_, {}, [this](const Node& node) {
        return std::tuple{line_class(node.line), node.fitness, node.run};
    });
    for (const Node& node : fresh_) {
        const auto index = static_cast<std::uint32_t>(nodes_.size());
        const bool joins = !active_.empty() && active_.back().candidate == at &&
                           line_class(active_.back().line) == line_class(node.line);
        if (joins) {
            ++active_.back().nodes;
        } else {
            active_.push_back({.candidate = at, .line = node.line, .first_node = index, .nodes = 1});
        }
        nodes_.push_back(node);
    }
    fresh_.clear();
}

// TeX 836: a node that another beats by more than fitness can ever win back is of no use.
void Search::drop_dominated() {
    const std::int64_t regain = std::abs(std::int64_t{settings_.adjacent_demerits});
    const auto beaten = [&](const Node& node) {
        return std::ranges::any_of(fresh_, [&](const Node& other) {
            return other.demerits + regain < node.demerits && other.run <= node.run &&
                   line_class(other.line) == line_class(node.line);
        });
    };
    // Beaten by a beaten node is beaten by its better too, so the order does not matter.
    const auto rest = std::ranges::partition(fresh_, [&](const Node& node) { return !beaten(node); });
    fresh_.erase(rest.begin(), rest.end());
}

// The first of the nodes that end the paragraph.
std::uint32_t Search::first_end() const {
    const auto last = static_cast<std::uint32_t>(candidates_.size() - 1);
    auto first = static_cast<std::uint32_t>(nodes_.size());
    while (first > 0 && nodes_[first - 1].candidate == last) --first;
    return first;
}

std::optional<std::uint32_t> Search::end_after(std::uint32_t lines) const {
    std::optional<std::uint32_t> best;
    for (std::uint32_t n = first_end(); n < nodes_.size(); ++n) {
        if (nodes_[n].line == lines && (!best || nodes_[n].demerits < nodes_[*best].demerits)) best = n;
    }
    return best;
}

// TeX 874 and 875: the cheapest, or the cheapest of those nearest to the looseness asked for.
Search::End Search::best_end() const {
    const std::uint32_t first = first_end();
    End best{first, true};
    for (std::uint32_t n = first; n < nodes_.size(); ++n)
        if (nodes_[n].demerits < nodes_[best.node].demerits) best.node = n;
    if (settings_.looseness == 0) return best;

    const auto natural_lines = static_cast<int>(nodes_[best.node].line);
    int gained = 0;
    for (std::uint32_t n = first; n < nodes_.size(); ++n) {
        const int gain = static_cast<int>(nodes_[n].line) - natural_lines;
        const bool nearer =
            (gain < gained && settings_.looseness <= gain) || (gain > gained && settings_.looseness >= gain);
        if (nearer || (gain == gained && nodes_[n].demerits < nodes_[best.node].demerits)) best.node = n;
        if (nearer) gained = gain;
    }
    best.attains_looseness = gained == settings_.looseness;
    return best;
}

struct Setting {
    double ratio = 0;
    Length unfilled;
};

// How the line fills its measure, with what it holds itself: the bonus of the pass is only reckoned, never
// set.
Setting set_line(Length shortfall, const Sums& sums, const Settings& settings) {
    if (shortfall <= Length{}) {
        if (sums.shrink <= Length{}) return {};
        return {std::max(shortfall / sums.shrink, -1.0), {}};
    }
    if (const std::uint8_t order = sums.highest_order(); order > 0)
        return {shortfall / sums.infinite[order - 1U], {}};
    const Length right_skip = settings.mode == Mode::justified ? settings.right_skip_stretch : Length{};
    const Length stretch = sums.stretch + right_skip;
    const Length glue = stretch - sums.box_stretch;
    double ratio = stretch > Length{} ? shortfall / stretch : 0;
    if (ratio > 1) ratio = glue > Length{} ? (shortfall - sums.box_stretch) / glue : 1;
    if (settings.max_stretch_ratio > 0) ratio = std::min(ratio, settings.max_stretch_ratio);
    const Length filled = (glue - right_skip).scaled(ratio) + sums.box_stretch.scaled(std::min(ratio, 1.0));
    return {ratio, std::max(shortfall - filled, Length{})};
}

Line describe(const Candidate& from, const Candidate& to, const Node& node, const Settings& settings,
              Pass pass) {
    const LineContent content = content_between(from, to);
    const Terms terms = terms_of(settings, pass);
    Line line;
    line.first = from.next_first;
    line.break_at = to.item;
    line.measure = measure_of_line(settings, node.line - 1);
    line.natural = content.sums.width;
    line.hang_start = content.hang_start;
    line.hang_end = content.hang_end;
    line.shortfall = line.measure - content.set_width();
    line.hyphenated = to.flagged;
    const Verdict verdict = judge(line.shortfall, content.sums, terms.bonus, terms.ragged && to.forced);
    line.badness = verdict.badness;
    line.fitness = verdict.fitness;
    if (verdict.overfull()) line.overfull = -line.shortfall - content.sums.shrink;
    const Setting setting = set_line(line.shortfall, content.sums, settings);
    line.ratio = setting.ratio;
    line.unfilled = setting.unfilled;
    line.stretch_order = line.shortfall > Length{} ? content.sums.highest_order() : std::uint8_t{0};
    return line;
}

LineBreaks trace_back(const Search& search, std::uint32_t at, const std::vector<Candidate>& candidates,
                      const Settings& settings, Pass pass) {
    LineBreaks breaks;
    breaks.pass = pass;
    breaks.demerits = search.node(at).demerits;
    for (; search.node(at).previous != none; at = search.node(at).previous) {
        const Node& node = search.node(at);
        const Candidate& from = candidates[search.node(node.previous).candidate];
        breaks.lines.push_back(describe(from, candidates[node.candidate], node, settings, pass));
        breaks.artificial |= node.artificial;
    }
    std::ranges::reverse(breaks.lines);
    return breaks;
}

}  // namespace

Length LineBreaks::widest_overfull() const {
    Length widest;
    for (const Line& line : lines) widest = std::max(widest, line.overfull);
    return widest;
}

LineBreaks break_lines(std::span<const Item> items, const Settings& settings) {
    if (items.empty()) return {};
    const std::vector<Candidate> candidates = find_candidates(items, settings.mode);
    const bool has_emergency = settings.emergency_stretch > Length{};
    for (const Pass pass : {Pass::tolerance, Pass::emergency, Pass::last_resort}) {
        if (pass == Pass::emergency && !has_emergency) continue;
        Search search{candidates, settings, pass};
        if (!search.run()) continue;
        // TeX 872: a breaking of the wrong length is not accepted while there is a pass to come.
        const Search::End end = search.best_end();
        if (pass == Pass::tolerance && has_emergency && !end.attains_looseness) continue;
        return trace_back(search, end.node, candidates, settings, pass);
    }
    assert(!"the last resort takes any line");
    return {};
}

std::vector<LineCount> line_counts(std::span<const Item> items, const Settings& settings,
                                   std::size_t most_lines) {
    if (items.empty()) return {};
    const std::vector<Candidate> candidates = find_candidates(items, settings.mode);
    // One number more is told apart, so that longer breakings do not mix with those of `most_lines`.
    Search search{candidates, settings, Pass::tolerance, static_cast<std::uint32_t>(most_lines + 1)};
    if (!search.run()) return {};
    std::vector<LineCount> counts;
    for (std::uint32_t lines = 1; lines <= most_lines; ++lines) {
        if (const auto end = search.end_after(lines)) counts.push_back({lines, search.node(*end).demerits});
    }
    return counts;
}

std::optional<LineBreaks> break_into(std::span<const Item> items, const Settings& settings,
                                     std::size_t lines) {
    if (items.empty()) return std::nullopt;
    const std::vector<Candidate> candidates = find_candidates(items, settings.mode);
    Search search{candidates, settings, Pass::tolerance, static_cast<std::uint32_t>(lines + 1)};
    if (!search.run()) return std::nullopt;
    const auto end = search.end_after(static_cast<std::uint32_t>(lines));
    if (!end) return std::nullopt;
    return trace_back(search, *end, candidates, settings, Pass::tolerance);
}

}  // namespace brochure::linebreak
