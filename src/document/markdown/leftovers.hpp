// Leftovers: words that were to be written later, and what word processors leave behind.
// In: a text as typed. Out: reports.
#pragma once

#include <string>

#include "document/markdown/typed_text.hpp"

namespace brochure::document {

void report_leftovers(const TypedText& typed, const std::string& file, Sink& sink);

}  // namespace brochure::document
