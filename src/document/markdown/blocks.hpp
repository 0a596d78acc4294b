// Blocks: paragraphs, headings, lists, call-outs, figures, tables, table calls.
// In: Markdown without its front matter. Out: blocks and footnotes; whatever a brochure cannot hold is
// reported.
#pragma once

#include <string>
#include <vector>

#include "document/markdown/inlines.hpp"
#include "document/model/document.hpp"
#include "document/model/source_text.hpp"

namespace brochure::document {

struct Body {
    std::vector<Block> blocks;
    std::vector<Footnote> footnotes;
    std::vector<Mention> headings;  // every id, in order
};

enum class Part {
    body,
    disclaimer
};  // a disclaimer has words only: no headings, figures, notes or table calls

Body read_body(const SourceText& source, Part part, References& references, Sink& sink);

}  // namespace brochure::document
