// What a run prints: results for people and for programs.
#pragma once

#include <string>

#include "make/make.hpp"

namespace brochure::cli {

// One line for a file that is there: written or unchanged, its name, pages and size. Nothing for one that is
// not: what stood in its way is told with the mistakes.
std::string line_of(const make::Output& output);

// Everything of a run as one JSON object. `outputs`: what became of every file that was wanted. `written`: of
// those, the files that are there. `refused`: what the environment would not do. `misused`: what was wrong
// with the command. `gone`: files whose source is. `diagnostics`: the mistakes. With `deps`, all that was
// looked at.
std::string report_as_json(const make::Report& report, bool with_deps = false);
std::string deps_as_json(const make::Report& report);

// A line for each file whose brochure, language or layout is gone.
std::string gone_as_text(const make::Report& report);

// Per page what was chosen and what it cost, and what the lines look like (with --explain).
std::string explanation(const make::Output& written);

}  // namespace brochure::cli
