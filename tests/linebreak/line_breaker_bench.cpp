// How long a chapter takes to break: paragraphs of Dutch-like words, five letters and two possible hyphens on
// average.
#include <benchmark/benchmark.h>

#include <random>

#include "linebreak/line_breaker.hpp"

namespace brochure::linebreak {
namespace {

std::vector<Item> paragraph(int words, std::uint32_t seed) {
    std::mt19937 dice{seed};
    std::vector<Item> items;
    for (int w = 0; w < words; ++w) {
        if (w > 0)
            items.emplace_back(Glue{
                .width = Length::points(3), .stretch = Length::points(1.5), .shrink = Length::points(1)});
        const std::size_t syllables = 1 + dice() % 4;
        for (std::size_t s = 0; s < syllables; ++s) {
            if (s > 0) items.emplace_back(Discretionary{.pre = Length::points(4), .penalty = 50});
            items.emplace_back(Box{.width = Length::from_units(65536 * 8 + dice() % (65536 * 14))});
        }
    }
    items.insert(items.end(), paragraph_end.begin(), paragraph_end.end());
    return items;
}

Settings settings(Mode mode) {
    Settings settings{.mode = mode, .measure = Length::millimetres(110), .max_hyphen_run = 2};
    settings.last_line_least = Length::points(24);
    return settings;
}

void break_chapter(benchmark::State& state, Mode mode) {
    std::vector<std::vector<Item>> chapter;
    std::size_t items = 0;
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        chapter.push_back(paragraph(static_cast<int>(state.range(0)), seed));
        items += chapter.back().size();
    }
    for ([[maybe_unused]] auto _ : state)
        for (const auto& text : chapter) benchmark::DoNotOptimize(break_lines(text, settings(mode)));
    state.SetItemsProcessed(static_cast<std::int64_t>(items) * state.iterations());
}

void justified(benchmark::State& state) { break_chapter(state, Mode::justified); }
void ragged(benchmark::State& state) { break_chapter(state, Mode::ragged); }
BENCHMARK(justified)->Arg(10)->Arg(70)->Arg(1000);
BENCHMARK(ragged)->Arg(10)->Arg(70)->Arg(1000);

void count_fifty_widths(benchmark::State& state) {
    const std::vector<Item> cell = paragraph(12, 1);
    for ([[maybe_unused]] auto _ : state)
        for (int width = 50; width < 100; ++width)
            benchmark::DoNotOptimize(count_lines(cell, Length::points(width)));
}
BENCHMARK(count_fifty_widths);

}  // namespace
}  // namespace brochure::linebreak

BENCHMARK_MAIN();
