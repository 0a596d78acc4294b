// Gone: files in the output folder whose brochure, language or layout the project no longer has. In: a
// project, its output folder. Out: their names; with `prune` they are removed.
#pragma once

#include "make/make.hpp"

namespace brochure::make {

void look_for_gone(const Project& project, const Request& request, Report& report);

}  // namespace brochure::make
