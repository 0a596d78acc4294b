#include "document/markdown/inline_syntax.hpp"

#include <algorithm>

#include "base/trimmed.hpp"
#include "document/markdown/markdown_tree.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

std::optional<Entity> entity_at(std::string_view source) {
    const std::size_t end = source.substr(0, 40).find(';');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view written = source.substr(0, end + 1);
    const MarkdownTree tree = parse_markdown(written);
    cmark_node* paragraph = cmark_node_first_child(tree.get());
    cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
    std::string literal = text == nullptr ? std::string{} : literal_of(text);
    if (literal.empty() || literal == written) return std::nullopt;
    return Entity{std::move(literal), written.size()};
}

CitationSyntax citation_at(std::string_view text) {
    CitationSyntax found;
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos || !text.starts_with("[@")) return {};
    for (std::size_t at = 1; at < end;) {
        const std::size_t stop = std::min(text.substr(0, end).find(';', at), end);
        std::string_view part = text.substr(at, stop - at);
        const std::size_t blank = part.find_first_not_of(" \t");
        if (blank == std::string_view::npos || part[blank] != '@') return {};
        const std::string_view id = trimmed(part.substr(blank + 1));
        if (!is_id(id)) return {};
        found.ids.emplace_back(id, at + blank);
        at = stop + 1;
    }
    found.length = end + 1;
    return found;
}

std::string_view trimmed(std::string_view text) { return base::trimmed(text, " \t\n"); }

}  // namespace brochure::document
