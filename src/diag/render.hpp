// Diagnostics as a person reads them (one block each) and as a program reads them (JSON); of one code a
// hundred at most, and behind them how many more there are.
#pragma once

#include <span>
#include <string>

#include "diag/diagnostic.hpp"

namespace brochure::diag {

// content/x/nl.md:12:3: error [table-row-long]: …
//   → remedy
std::string as_text(std::span<const Diagnostic> diagnostics);

// An array of objects with file, line, column, severity, code, message, remedy; ends with a newline.
std::string as_json(std::span<const Diagnostic> diagnostics);

// A quoted JSON string (RFC 8259), for the other JSON that the program prints.
std::string json_string(std::string_view text);

}  // namespace brochure::diag
