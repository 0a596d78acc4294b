// Watch: `brochure watch`. In: what was asked for. Out: after each save the brochures that it concerns are
// made anew and told, until the program is asked to end.
#pragma once

#include <filesystem>

#include "cli/options.hpp"

namespace brochure::cli {

int watch(const Options& options, const std::filesystem::path& program);

}  // namespace brochure::cli
