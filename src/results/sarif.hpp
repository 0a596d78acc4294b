// Sarif: the mistakes of a run as a code host or an editor reads them (SARIF 2.1.0, OASIS standard). In: a
// report, the folders whose files it speaks of, the program's version. Out: one run, as text. Files are named
// relative to the project; columns count UTF-16 units, as the standard prefers; a fingerprint of each result
// stays the same while lines are put in above it.
#pragma once

#include <filesystem>
#include <string>

#include "make/make.hpp"

namespace brochure::results {

std::string as_sarif(const make::Report& report, const std::filesystem::path& project,
                     const std::string& version);

}  // namespace brochure::results
