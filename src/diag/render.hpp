// Diagnostics as a person reads them, one block each; of one code a hundred at most, and behind them how many
// more there are.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"

namespace brochure::diag {

// content/x/nl.md:12:3: error [table-row-long]: …
//     remedy
std::string as_text(std::span<const Diagnostic> diagnostics);

// Those that are shown.
std::vector<Diagnostic> counted(std::span<const Diagnostic> sorted);

}  // namespace brochure::diag
