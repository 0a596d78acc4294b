// What a run prints: results for people and for programs.
#pragma once

#include <filesystem>
#include <string>

#include "build/build.hpp"

namespace brochure::cli {

// One line a file: written or unchanged, its name, pages and size.
std::string written_as_text(const build::Report& report);

// Everything of a run as one JSON object: written, diagnostics, refused.
std::string report_as_json(const build::Report& report);

// Per page what was chosen and what it cost, and what the lines look like (with --explain).
std::string explanation(const build::Written& written);

}  // namespace brochure::cli
