// Reads a layout file and what it extends into a Design.
// In: a layout's name and the folders to look in, in order (the project's layouts/, the installed ones).
// Out: the design, or nothing when it has errors; all of them are in the sink, each with its place and the
// nearest valid name.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "design/design.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::design {

// `more_lines`: so many lines more (or fewer) on a page of the same height, for copyfitting.
std::optional<Design> read_layout(const std::string& name, const std::vector<std::filesystem::path>& folders,
                                  const std::filesystem::path& project_root, Sink& sink, int more_lines = 0);

// Why there cannot be so many pages, and what numbers there can be: the pages of folded sheets come in fours.
struct MissedMultiple {
    std::string reason, instead;
};
std::optional<MissedMultiple> missed_multiple(int pages, const PageGeometry& page);

// What makes a layout hard to read without being wrong: body text under 12 pt, lines close together.
void reading_warnings(const Design& design, Sink& sink);

// Names of the layouts there are, sorted.
std::vector<std::string> list_layouts(const std::vector<std::filesystem::path>& folders);

}  // namespace brochure::design
