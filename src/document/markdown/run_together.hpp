// Lines that run together: Markdown makes one paragraph of lines below each other, also of those that their
// author meant as a list, a table, an address.
// In: the lines of a paragraph. Out: reports that say how to keep them apart.
#pragma once

#include <string_view>
#include <vector>

#include "document/markdown/markdown_tree.hpp"
#include "document/model/source_text.hpp"

namespace brochure::document {

struct ParagraphLine {
    std::size_t offset = 0;  // in the source
    std::string_view text;   // without the marks of quotes and lists around it
};

// The lines of a paragraph from line `from` of the source on.
std::vector<ParagraphLine> paragraph_lines(cmark_node* paragraph, int from, int quote_depth,
                                           const SourceText& source);

// The lines of a paragraph of the body.
void report_lines_run_together(const SourceText& source, const std::vector<ParagraphLine>& lines, Sink& sink);

// A text of front matter: there the marks of Markdown's own lists run together too.
void report_lines_run_together(const SourceText& source, Sink& sink);

}  // namespace brochure::document
