// What a run prints for people; for programs see results/.
#pragma once

#include <string>

#include "make/make.hpp"

namespace brochure::cli {

// One line for a file that is there: written or unchanged, its name, pages and size. Nothing for one that is
// not: what stood in its way is told with the mistakes.
std::string line_of(const make::Output& output);

// A line for each file whose brochure, language or layout is gone.
std::string gone_as_text(const make::Report& report);

// Per page what was chosen and what it cost, and what the lines look like (with --explain).
std::string explanation(const make::Output& written);

}  // namespace brochure::cli
