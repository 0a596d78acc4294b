#include "document/markdown/markdown_tree.hpp"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <cstring>
#include <mutex>

#include "base/utf8.hpp"

namespace brochure::document {

MarkdownTree parse_markdown(std::string_view text) {
    static std::once_flag registered;  // cmark's registry of extensions is global and has no lock
    std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
    struct ParserDeleter {
        void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
    };
    const std::unique_ptr<cmark_parser, ParserDeleter> parser{cmark_parser_new(CMARK_OPT_FOOTNOTES)};
    // No extension with characters of its own (strikethrough, autolink): cmark keeps those in tables that all
    // threads share.
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser.get(), text.data(), text.size());
    return MarkdownTree{cmark_parser_finish(parser.get())};
}

namespace {

std::string well_formed(const char* text) {
    std::string result{text == nullptr ? "" : text};
    while (const auto fault = base::first_invalid_utf8(result)) {
        std::string character;
        base::append_utf8(character, result[*fault] == '\xFE' ? 0xFFFE : 0xFFFF);
        result.replace(*fault, 1, character);
    }
    return result;
}

}  // namespace

std::string literal_of(cmark_node* node) { return well_formed(cmark_node_get_literal(node)); }
std::string address_of(cmark_node* node) { return well_formed(cmark_node_get_url(node)); }

NodeKind kind_of(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
        case CMARK_NODE_DOCUMENT:
            return NodeKind::document;
        case CMARK_NODE_PARAGRAPH:
            return NodeKind::paragraph;
        case CMARK_NODE_HEADING:
            return NodeKind::heading;
        case CMARK_NODE_LIST:
            return NodeKind::list;
        case CMARK_NODE_ITEM:
            return NodeKind::item;
        case CMARK_NODE_BLOCK_QUOTE:
            return NodeKind::block_quote;
        case CMARK_NODE_FOOTNOTE_DEFINITION:
            return NodeKind::footnote_definition;
        case CMARK_NODE_CODE_BLOCK:
            return NodeKind::code_block;
        case CMARK_NODE_HTML_BLOCK:
            return NodeKind::html_block;
        case CMARK_NODE_THEMATIC_BREAK:
            return NodeKind::rule;
        case CMARK_NODE_TEXT:
            return NodeKind::text;
        case CMARK_NODE_SOFTBREAK:
            return NodeKind::soft_break;
        case CMARK_NODE_LINEBREAK:
            return NodeKind::line_break;
        case CMARK_NODE_EMPH:
            return NodeKind::emphasis;
        case CMARK_NODE_STRONG:
            return NodeKind::strong;
        case CMARK_NODE_LINK:
            return NodeKind::link;
        case CMARK_NODE_IMAGE:
            return NodeKind::image;
        case CMARK_NODE_CODE:
            return NodeKind::code;
        case CMARK_NODE_HTML_INLINE:
            return NodeKind::html_inline;
        case CMARK_NODE_FOOTNOTE_REFERENCE:
            return NodeKind::footnote_reference;
        default:
            break;
    }
    const std::string_view name = cmark_node_get_type_string(node);
    if (name == "table") return NodeKind::table;
    if (name == "table_row" || name == "table_header") return NodeKind::table_row;
    if (name == "table_cell") return NodeKind::table_cell;
    return NodeKind::other;
}

}  // namespace brochure::document
