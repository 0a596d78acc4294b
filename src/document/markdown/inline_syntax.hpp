// Inline syntax: what a stretch of Markdown means that begins with a sign: an entity, the mark of sources.
// In: the source from that sign on. Out: what it stands for, and its length.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brochure::document {

struct Entity {
    std::string text;
    std::size_t length = 0;  // as written
};

// "&eacute;" and "&#233;" as cmark reads them; nothing if it is no entity.
std::optional<Entity> entity_at(std::string_view source);

// The ids of "[@one; @two]", with the length as written; no ids if it is no citation.
struct CitationSyntax {
    std::vector<std::pair<std::string, std::size_t>> ids;  // and where "@" stands
    std::size_t length = 0;
};

CitationSyntax citation_at(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace brochure::document
