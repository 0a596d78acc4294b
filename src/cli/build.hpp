// Build: the commands that make pages, `build` and `check`. In: what was asked for. Out: an exit code, after
// everything was told in the form that was asked for.
#pragma once

#include <filesystem>
#include <string>

#include "cli/options.hpp"
#include "make/make.hpp"

namespace brochure::cli {

// A command that cannot be carried out as it stands: said in the form that was asked for.
int misused(const std::string& sentence, const Options& options);

make::Request request_of(const Options& options, bool write);

int build_or_check(const Options& options, const std::filesystem::path& program, bool write);

// Tells what came of a run.
int finish(make::Report report, const Options& options, const std::filesystem::path& data, bool checking);

}  // namespace brochure::cli
