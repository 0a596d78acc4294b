// Page words: how a page and the words on it are named to an author. Out: "page 7", the beginning of a line.
#pragma once

#include <string>

#include "page/paged_document.hpp"

namespace brochure::preflight {

std::string page_name(const page::PagedDocument& document, std::size_t page);

// The run's words, or their beginning.
std::string words_of(const page::PagedDocument& document, const page::GlyphRun& run);

// ", and so on 3 more pages": said behind the first of several alike; nothing for one.
std::string and_more(std::size_t pages);

}  // namespace brochure::preflight
