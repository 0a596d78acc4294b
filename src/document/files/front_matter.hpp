// Front matter: the TOML between +++ lines at the head of a language file.
// In: the file's text. Out: the two parts, and what the first holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/markdown/inlines.hpp"
#include "document/model/document.hpp"

namespace brochure::document {

struct LanguageFileParts {
    std::string_view front_matter;  // its first line is line 2
    std::string_view body;
    std::uint32_t body_line = 1;
};

// Nothing, and an error in the sink, if the front matter is missing or not closed.
std::optional<LanguageFileParts> split_front_matter(std::string_view text, const std::string& shown_file,
                                                    Sink& sink);

// Fills title, subtitle, summary, key_messages, reviewed, treatments, glossary and labels. False, and an
// error in the sink, if it is no TOML at all.
bool read_front_matter(std::string_view toml, const std::string& shown_file, References& references,
                       Document& document, Sink& sink);

}  // namespace brochure::document
