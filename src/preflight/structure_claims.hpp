// Structure claims: the part of claims.hpp that looks at the structure tree alone.
// In: the tree, which of its leaves stand on a page, the links of the pages. Out: errors in a sink. Nodes
// that hold nothing are not written, and not looked at.
#pragma once

#include <vector>

#include "base/id.hpp"
#include "diag/diagnostic.hpp"
#include "page/paged_document.hpp"

namespace brochure::preflight {

using LeafFlags = base::IdVec<style::LeafId, char>;

void check_structure_claims(const page::PagedDocument& document, const LeafFlags& placed, Sink& sink);

// A string that PDF/A allows: at most 32767 bytes (ISO 19005-2, 6.1.13), two for a character here.
void check_length(std::string_view text, std::string_view what, const Place& place, Sink& sink);

// The form of a BCP 47 tag: subtags of one to eight letters and digits, the first of letters.
bool is_language_tag(std::string_view tag);

}  // namespace brochure::preflight
