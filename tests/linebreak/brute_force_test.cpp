// Random small paragraphs: every possible breaking is evaluated, and none may be cheaper than the
// optimiser's.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "linebreak/line_breaker.hpp"

namespace brochure::linebreak {
namespace {

class Dice {
  public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}
    // mt19937's numbers are the same everywhere; the standard distributions' are not.
    int between(int least, int most) {
        return least + static_cast<int>(engine_() % static_cast<std::uint32_t>(most - least + 1));
    }
    bool one_in(int n) { return between(1, n) == 1; }
    Length length(int least_points, int most_points) {
        return Length::from_units(between(least_points * 65536, most_points * 65536));
    }
    template <class T>
    T one_of(std::initializer_list<T> values) {
        return values.begin()[between(0, static_cast<int>(values.size()) - 1)];
    }

  private:
    std::mt19937 engine_;
};

Box random_box(Dice& dice) {
    Box box{.width = dice.length(3, 40)};
    if (dice.one_in(3)) box.stretch = box.shrink = box.width / 50;
    if (dice.one_in(4)) box.hang_start = dice.length(0, 3);
    if (dice.one_in(4)) box.hang_end = dice.length(0, 3);
    return box;
}

Glue random_glue(Dice& dice) {
    Glue glue{.width = dice.length(3, 5), .stretch = dice.length(1, 3), .shrink = dice.length(0, 2)};
    if (dice.one_in(30)) glue.stretch_order = 1;
    return glue;
}

Discretionary random_discretionary(Dice& dice) {
    Discretionary disc{.pre = dice.length(2, 5), .penalty = dice.one_of({0, 50, 50, 500, -30})};
    if (dice.one_in(4)) disc.hang_end = dice.length(0, 2);
    if (dice.one_in(6)) disc.post = dice.length(1, 6);
    if (dice.one_in(6)) disc.replace = dice.length(-2, 6);
    if (dice.one_in(10)) disc.pre = Length{};
    return disc;
}

// Of twenty kinds the first are spaces, then hyphens; `long_words` leaves the spaces out.
void append_joint(std::vector<Item>& items, Dice& dice, bool long_words) {
    const int kind = dice.between(long_words ? 8 : 1, long_words ? 15 : 20);
    if (kind <= 9) {
        items.emplace_back(random_glue(dice));
    } else if (kind <= 14) {
        items.emplace_back(random_discretionary(dice));
        if (dice.one_in(6)) items.emplace_back(random_glue(dice));
    } else if (kind == 15) {
        items.emplace_back(Penalty{.cost = forbidden});
        items.emplace_back(random_glue(dice));
    } else if (kind == 16) {
        items.insert(items.end(), line_end.begin(), line_end.end());
        if (dice.one_in(3)) items.emplace_back(Penalty{.cost = forced});
        if (dice.one_in(3)) items.emplace_back(random_glue(dice));
    } else if (kind == 17) {
        items.emplace_back(Kern{dice.length(-1, 4)});
        if (dice.one_in(2)) items.emplace_back(random_glue(dice));
    } else {
        items.emplace_back(Penalty{.cost = dice.one_of({-200, 0, 100, 9999}),
                                   .width = dice.one_in(2) ? dice.length(0, 4) : Length{},
                                   .flagged = dice.one_in(2)});
    }
}

std::vector<Item> random_items(Dice& dice) {
    std::vector<Item> items;
    if (dice.one_in(20)) items.emplace_back(random_glue(dice));
    const bool long_words = dice.one_in(3);
    const int boxes = dice.between(1, 11);
    for (int i = 0; i < boxes; ++i) {
        if (!dice.one_in(12)) items.emplace_back(random_box(dice));
        append_joint(items, dice, long_words);
    }
    if (!dice.one_in(4)) items.insert(items.end(), paragraph_end.begin(), paragraph_end.end());
    if (dice.one_in(6)) items.emplace_back(Penalty{.cost = forced});
    return items;
}

Settings random_settings(Dice& dice) {
    Settings settings;
    settings.mode = dice.one_of({Mode::justified, Mode::ragged});
    settings.measure = dice.length(30, 140);
    if (dice.one_in(4)) settings.first_line_indent = dice.length(-5, 15);
    if (dice.one_in(5)) settings.line_measures = {dice.length(30, 120), dice.length(30, 120)};
    settings.tolerance = dice.one_of({50, 200, 1000, 5000, 10000});
    settings.adjacent_demerits = dice.one_of({0, 10000, 200000});
    settings.double_hyphen_demerits = dice.one_of({0, 10000, 300000});
    settings.final_hyphen_demerits = dice.one_of({0, 5000, 100000});
    if (dice.one_in(3)) settings.emergency_stretch = dice.length(1, 20);
    if (dice.one_in(5)) settings.right_skip_stretch = dice.length(5, 20);
    if (dice.one_in(2)) settings.ragged_zone = dice.length(5, 30);
    settings.max_hyphen_run = dice.one_of({0, 1, 1, 2, 2, no_limit});
    if (dice.one_in(2)) settings.last_line_least = dice.length(5, 40);
    return settings;
}

struct Cheapest {
    std::optional<std::int64_t> demerits;
    std::vector<std::size_t> breaks;
};

// Where a line might end; demerits_of() knows which of these really are legal.
std::vector<std::size_t> possible_breaks(std::span<const Item> items) {
    std::vector<std::size_t> breaks;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool follows_box = i > 0 && (std::holds_alternative<Box>(items[i - 1]) ||
                                           std::holds_alternative<Discretionary>(items[i - 1]));
        const auto* penalty = std::get_if<Penalty>(&items[i]);
        if (std::holds_alternative<Discretionary>(items[i]) || std::holds_alternative<Kern>(items[i]) ||
            (std::holds_alternative<Glue>(items[i]) && follows_box) || (penalty && penalty->cost < forbidden))
            breaks.push_back(i);
    }
    breaks.push_back(items.size());
    return breaks;
}

Cheapest try_all(std::span<const Item> items, const Settings& settings, Pass pass) {
    const std::vector<std::size_t> possible = possible_breaks(items);
    Cheapest cheapest;
    std::vector<std::size_t> breaks;
    for (std::uint32_t chosen = 1; chosen < 1U << possible.size(); ++chosen) {
        breaks.clear();
        for (std::size_t i = 0; i < possible.size(); ++i)
            if (chosen >> i & 1U) breaks.push_back(possible[i]);
        const auto demerits = demerits_of(items, breaks, settings, pass);
        if (demerits && (!cheapest.demerits || *demerits < *cheapest.demerits)) cheapest = {demerits, breaks};
    }
    return cheapest;
}

std::vector<std::size_t> break_items(const LineBreaks& breaks) {
    std::vector<std::size_t> items;
    for (const Line& line : breaks.lines) items.push_back(line.break_at);
    return items;
}

class BruteForce : public testing::TestWithParam<std::uint32_t> {};

TEST_P(BruteForce, FindsNothingCheaper) {
    Dice dice{GetParam()};
    for (int round = 0; round < 500; ++round) {
        const std::vector<Item> items = random_items(dice);
        const Settings settings = random_settings(dice);
        if (possible_breaks(items).size() > 14) continue;
        const LineBreaks found = break_lines(items, settings);
        Cheapest cheapest;
        Pass pass = Pass::tolerance;
        for (const Pass next : {Pass::tolerance, Pass::emergency, Pass::last_resort}) {
            if (cheapest.demerits || (next == Pass::emergency && settings.emergency_stretch == Length{}))
                continue;
            pass = next;
            cheapest = try_all(items, settings, next);
        }
        ASSERT_EQ(found.pass, pass) << "round " << round;
        ASSERT_EQ(found.demerits, cheapest.demerits)
            << "round " << round << "\n  ours " << testing::PrintToString(break_items(found)) << "\n  best "
            << testing::PrintToString(cheapest.breaks);
        ASSERT_EQ(demerits_of(items, break_items(found), settings, pass), found.demerits)
            << "round " << round;
    }
}

// The cheapest breaking for each number of lines.
std::map<std::size_t, std::int64_t> try_all_lengths(std::span<const Item> items, const Settings& settings) {
    const std::vector<std::size_t> possible = possible_breaks(items);
    std::map<std::size_t, std::int64_t> cheapest;
    std::vector<std::size_t> breaks;
    for (std::uint32_t chosen = 1; chosen < 1U << possible.size(); ++chosen) {
        breaks.clear();
        for (std::size_t i = 0; i < possible.size(); ++i)
            if (chosen >> i & 1U) breaks.push_back(possible[i]);
        const auto demerits = demerits_of(items, breaks, settings, Pass::tolerance);
        if (!demerits) continue;
        const auto [entry, is_new] = cheapest.emplace(breaks.size(), *demerits);
        if (!is_new) entry->second = std::min(entry->second, *demerits);
    }
    return cheapest;
}

TEST_P(BruteForce, FindsNothingCheaperOfTheLoosenessAskedFor) {
    Dice dice{GetParam()};
    for (int round = 0; round < 200; ++round) {
        const std::vector<Item> items = random_items(dice);
        Settings settings = random_settings(dice);
        settings.emergency_stretch = Length{};
        settings.tolerance = 10000;
        if (possible_breaks(items).size() > 12) continue;
        const LineBreaks natural = break_lines(items, settings);
        if (natural.pass != Pass::tolerance) continue;

        settings.looseness = dice.one_of({-2, -1, 1, 2});
        const auto wanted = static_cast<int>(natural.lines.size()) + settings.looseness;
        std::pair<std::size_t, std::int64_t> nearest{natural.lines.size(), natural.demerits};
        for (const auto& [lines, demerits] : try_all_lengths(items, settings)) {
            const int missing = wanted - static_cast<int>(lines);
            const bool overshoots = settings.looseness > 0 ? missing < 0 : missing > 0;
            const bool nearer = std::abs(missing) < std::abs(wanted - static_cast<int>(nearest.first));
            if (nearer && !overshoots) nearest = {lines, demerits};
        }
        const LineBreaks found = break_lines(items, settings);
        ASSERT_EQ(found.lines.size(), nearest.first) << "round " << round;
        ASSERT_EQ(found.demerits, nearest.second) << "round " << round;
    }
}

TEST_P(BruteForce, FindsNothingCheaperForAnyNumberOfLines) {
    Dice dice{GetParam()};
    std::size_t choices = 0;
    for (int round = 0; round < 200; ++round) {
        const std::vector<Item> items = random_items(dice);
        const Settings settings = random_settings(dice);
        if (possible_breaks(items).size() > 12) continue;
        const auto most = static_cast<std::size_t>(dice.between(1, 8));
        std::map<std::size_t, std::int64_t> found;
        for (const LineCount& count : line_counts(items, settings, most)) found[count.lines] = count.demerits;
        std::map<std::size_t, std::int64_t> cheapest = try_all_lengths(items, settings);
        std::erase_if(cheapest, [most](const auto& entry) { return entry.first > most; });
        ASSERT_EQ(found, cheapest) << "round " << round;
        if (found.size() > 1) ++choices;
        for (std::size_t lines = 1; lines <= most; ++lines) {
            const auto breaks = break_into(items, settings, lines);
            ASSERT_EQ(breaks.has_value(), cheapest.contains(lines)) << "round " << round;
            if (!breaks) continue;
            ASSERT_EQ(breaks->lines.size(), lines) << "round " << round;
            ASSERT_EQ(breaks->demerits, cheapest[lines]) << "round " << round;
        }
    }
    EXPECT_GT(choices, 10U);
}

INSTANTIATE_TEST_SUITE_P(Seeds, BruteForce, testing::Range(1U, 13U));

}  // namespace
}  // namespace brochure::linebreak
