// Line checks: what cmark swallows without a word, or cannot survive, found in the lines before it sees them.
#pragma once

#include <string_view>
#include <vector>

#include "document/markdown/inlines.hpp"
#include "document/model/source_text.hpp"

namespace brochure::document {

inline constexpr int deepest_nesting = 100;     // quotes and lists within each other
inline constexpr int most_table_columns = 100;  // cmark's time grows with their square

struct LineFindings {
    bool unreadable = false;                    // reported; the text must not be parsed
    std::vector<Mention> footnote_definitions;  // "[^id]:", in order
};

LineFindings check_lines(const SourceText& source, Sink& sink);

// The cells of a table row, as ranges of the line. A "|" behind a backslash parts no cells.
std::vector<TextRange> split_row(std::string_view row);

// True for "| --- | :-: |": the line under a table's head.
bool is_delimiter_row(std::string_view line);

}  // namespace brochure::document
