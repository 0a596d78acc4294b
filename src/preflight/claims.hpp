// Claims: whether a file would keep the standards that it names. The rules are the machine-checkable ones
// that a brochure could break: of PDF/UA-1 the Matterhorn protocol's, of PDF/A-2a and PDF/X-4 their own
// texts' (rules.hpp has the clause of each). What the writer alone decides (keys of dictionaries, widths,
// metadata) is the tests' matter. In: finished pages as they are about to be written. Out: in the sink an
// error for every rule that would be broken, with the author's line it comes from.
#pragma once

#include "diag/diagnostic.hpp"
#include "page/paged_document.hpp"
#include "pdf/font/reading.hpp"
#include "pdf/press/press_document.hpp"

namespace brochure::preflight {

// PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
void check_screen_claims(const page::PagedDocument& document, const pdf::Reading& reading, Sink& sink);

// PDF/X-4 (ISO 15930-7).
void check_press_claims(const pdf::PressDocument& press, const pdf::PressOptions& options, Sink& sink);

}  // namespace brochure::preflight
