// Sheet rules: what an office printer leaves out, because it does not print to the paper's edge or because
// the sheet is too small. In: the pages as set, and as placed on sheets. Out: warnings in a sink, one for
// each piece of text or picture; grounds and decoration may run off the edge. What stands on many pages
// (folios, heads, tabs) is told once, of the page where most is lost. `layout`: the place of what no author
// wrote.
#pragma once

#include <vector>

#include "diag/diagnostic.hpp"
#include "font/font.hpp"
#include "impose/impose.hpp"
#include "page/paged_document.hpp"

namespace brochure::preflight {

void check_for_office_printer(const page::PagedDocument& document, const font::Library& fonts,
                              const std::vector<impose::Sheet>& sheets, const Place& layout, Sink& sink);

}  // namespace brochure::preflight
