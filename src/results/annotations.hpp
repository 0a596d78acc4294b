// Annotations: the mistakes of a run as lines that a code host shows beside the text (the workflow commands
// `::error` and `::warning`). In: a report. Out: a line for each.
#pragma once

#include <string>

#include "make/make.hpp"

namespace brochure::results {

std::string as_annotations(const make::Report& report);

}  // namespace brochure::results
