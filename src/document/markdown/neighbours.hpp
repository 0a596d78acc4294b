// Neighbours: blocks that stand beside each other where the author meant one within the other, or one list.
// In: a block of the Markdown tree and its source. Out: an error in the sink, at the line that shows it.
#pragma once

#include "diag/diagnostic.hpp"
#include "document/markdown/markdown_tree.hpp"
#include "document/model/source_text.hpp"

namespace brochure::document {

// A list right below another one, with another mark, begins a list of its own: "* signs such as:\n+ fever".
void report_list_beside_list(cmark_node* list, const SourceText& source, Sink& sink);

// Paragraphs that each begin with a dash, an arrow or a number of their own are a list that was typed by
// hand.
void report_typed_items(cmark_node* paragraph, const SourceText& source, Sink& sink);

// A quotation whose first words are bold and end in a colon was meant as a call-out.
void report_quoted_label(cmark_node* quote, const Place& at, Sink& sink);

}  // namespace brochure::document
