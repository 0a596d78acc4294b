// Eaten signs: what Markdown takes for its own mark at a line's start, though it may be a sign of the text:
// "> 38,5 °C", "- 5 °C", "1986. Then", a row of dashes below a sentence.
// In: a block of cmark's tree and its source. Out: reports that say how to write the sign.
#pragma once

#include "document/markdown/markdown_tree.hpp"
#include "document/model/source_text.hpp"

namespace brochure::document {

// What is right before a list, to tell a list from a line that happens to begin like one.
struct ListContext {
    bool nested = false;  // in another list
    int next_number = 1;  // one more than the last number of the list before it in the same section
};

void check_list_marks(cmark_node* list, const SourceText& source, const ListContext& context, Sink& sink);
void check_quote_mark(cmark_node* quote, const SourceText& source, Sink& sink);
// A heading made by a line of dashes below it.
void check_underline(cmark_node* heading, const SourceText& source, Sink& sink);

// The offset of a block's first character.
std::size_t offset_of(cmark_node* node, const SourceText& source);

}  // namespace brochure::document
