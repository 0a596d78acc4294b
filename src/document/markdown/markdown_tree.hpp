// MarkdownTree: cmark-gfm's tree, owned; with tables and footnotes.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>

namespace brochure::document {

struct NodeDeleter {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using MarkdownTree = std::unique_ptr<cmark_node, NodeDeleter>;

MarkdownTree parse_markdown(std::string_view text);

// The words of a node, and the address of a link or image, as well-formed UTF-8: cmark makes of &#xFFFE; and
// &#xFFFF; a byte that no UTF-8 has.
std::string literal_of(cmark_node* node);
std::string address_of(cmark_node* node);

// cmark's kinds, with those of its extensions, which have no constants.
enum class NodeKind {
    document,
    paragraph,
    heading,
    list,
    item,
    block_quote,
    table,
    table_row,
    table_cell,
    footnote_definition,
    code_block,
    html_block,
    rule,
    text,
    soft_break,
    line_break,
    emphasis,
    strong,
    link,
    image,
    code,
    html_inline,
    footnote_reference,
    other
};
NodeKind kind_of(cmark_node* node);

}  // namespace brochure::document
