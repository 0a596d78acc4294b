// What is told of finished pages: why each is as it is, and what became of their number.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/galley.hpp"

namespace brochure::page {

// For --explain: a page, why it is as it is, and what is wrong with it.
struct PageReport {
    std::string label;
    std::string kind;   // of the part that starts or goes on here
    double filled = 0;  // share of the type area
    std::int64_t cost = 0;
    struct Cost {
        std::string_view kind;
        std::int64_t cost = 0;
    };
    std::vector<Cost> costs;    // what `cost` is made of
    bool flows = false;         // the page breaker made it
    bool last_of_part = false;  // the next page starts another part
    layout::Faults faults;      // of the break at its foot
    bool overfull = false;      // a piece is higher than the type area
    std::optional<int> depth;   // in lines, where it should match the facing page's
    struct Adjusted {
        std::string_view what;  // paragraph, figure, space
        int lines = 0;
        Place place;
    };
    std::vector<Adjusted> adjusted;
    std::string moved;  // "a figure waits for the next page", "a figure stands at the foot"; empty: none
    struct RunnerUp {
        std::string opens_with;  // the first words that would have gone to the next page
        std::string moved;
        std::int64_t dearer = 0;
    };
    std::optional<RunnerUp> runner_up;
    std::vector<layout::LineReport> lines;
    std::vector<std::string> left_to_glossary;  // terms whose side notes had no room
};

// What became of the number of pages.
struct CountReport {
    std::size_t pages = 0;
    std::size_t notes = 0;     // of them for notes
    std::size_t multiple = 1;  // asked for
    std::size_t wanted = 0;    // asked for; 0: any multiple
    bool missed = false;       // more than one page for notes, or too many pages
    std::size_t spoiled = 0;   // pages made in need: a widow, a hole
    int more_lines = 0;        // on every page, set closer; negative: fewer, set wider
};

}  // namespace brochure::page
