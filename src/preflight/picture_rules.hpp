// Picture checks: what of its pictures a file would show otherwise than they were made.
// In: finished pages. Out: warnings in a sink at the picture's line in brochure.toml: a colour profile that
// cannot be used, whatever the edition; and, where there is to be no colour, a shape that becomes its ground.
#pragma once

#include "diag/diagnostic.hpp"
#include "page/paged_document.hpp"

namespace brochure::preflight {

void check_profiles(const page::PagedDocument& document, Sink& sink);

void check_greys(const page::PagedDocument& document, Sink& sink);

}  // namespace brochure::preflight
