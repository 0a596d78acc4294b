// Gone: files in the output folder whose brochure, language or layout the project no longer has. In: a
// project, its output folder. Out: their names; with `prune` they are removed.
#pragma once

#include "build/build.hpp"

namespace brochure::build {

void look_for_gone(const Project& project, const Request& request, Report& report);

}  // namespace brochure::build
