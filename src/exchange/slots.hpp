// Slots: where the words of each unit stand in an author's file.
// In: the file's text and its units with their places. Out: byte ranges that hold the words with their inline
// markup and nothing else: no list mark, no id of a heading, no quotation mark of TOML but in front matter,
// where the string is replaced with its marks.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"
#include "exchange/markup.hpp"
#include "units/unit.hpp"

namespace brochure::exchange {

struct Slot {
    std::string key;
    std::size_t begin = 0, end = 0;
    Setting setting;
    // The lines that come and go with it: of a figure, a row, a paragraph; from, and behind, which byte.
    std::size_t lines_begin = 0, lines_end = 0;
};

// In the order of the file. A unit whose place is not understood has none, and cannot be changed.
std::vector<Slot> slots_of(std::string_view source, const std::vector<units::Unit>& units);

// The places for words in a table's row, of the column with this number, from 1; none if it is not there.
std::optional<TextRange> cell_of(std::string_view row, std::size_t column);

// "r2c1", "h3": the number of the column; 0 if the key is of no cell.
std::size_t column_of_key(std::string_view key);

// The strings of TOML, as byte ranges with their quotation marks.
std::vector<TextRange> toml_strings(std::string_view toml);

// The byte behind the front matter's closing line; 0 if there is none.
std::size_t body_begin(std::string_view source);

}  // namespace brochure::exchange
