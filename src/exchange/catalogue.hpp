// Catalogue: the pieces of a translation as they travel to a translator's tool and back.
// In: units compared, or a file that came back. Out: entries with the master's words, the translation's, and
// what a tool shows beside them. Knows nothing of any one file format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brochure::exchange {

// A sentence, for tools that show one at a time. White space between two belongs to the entry.
struct Segment {
    std::string source, target;
};

struct Entry {
    std::string key;                      // of the unit
    std::string source;                   // the master's words, marks as numbers
    std::string target;                   // the translation's; empty: not translated
    std::optional<std::string> previous;  // the master's words that the translation was confirmed against
    bool fuzzy = false;                   // to be looked at: the master text has changed since
    bool confirmed = false;               // somebody has said that it is right as it stands
    bool obsolete = false;                // the master text no longer has it
    std::vector<std::string> notes;       // for the translator: kind, heading, what marks stand for
    std::vector<std::string> places;      // in the master text
    std::vector<Segment> segments;        // of source and target; empty: they are one
    std::uint32_t line = 0;               // where it stands in a file that was read
    std::uint32_t target_line = 0;
    std::uint32_t target_column = 1;
};

struct Catalogue {
    std::vector<std::pair<std::string, std::string>> header;  // names and values, in order
    std::vector<Entry> entries;

    [[nodiscard]] std::string_view header_value(std::string_view name) const;  // empty if it is not there
};

// Fields of the header that say what a file is of; the first is the standard's own.
inline constexpr std::string_view language_field = "Language";
inline constexpr std::string_view brochure_field = "X-Brochure";
inline constexpr std::string_view master_field = "X-Brochure-Master";
// How many entries are alive: a file that was cut says more than it holds.
inline constexpr std::string_view pieces_field = "X-Brochure-Pieces";

}  // namespace brochure::exchange
