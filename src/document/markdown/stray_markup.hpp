// Stray markup: what other dialects of Markdown, wikis, TeX and word processors read as markup and this one
// would print as it was typed; and words that were left to be written.
// In: a text as typed. Out: reports.
#pragma once

#include <span>
#include <string>

#include "document/markdown/typed_text.hpp"

namespace brochure::document {

// `sources`: the ids that "@id" may mean.
void report_stray_markup(const TypedText& typed, const std::string& file,
                         std::span<const std::string> sources, Sink& sink);

}  // namespace brochure::document
