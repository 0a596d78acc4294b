// Intake: an existing text on its way into a content folder.
// In: a text as HTML (from pandoc), or as plain lines. Out: the brochure's first Markdown, the facts that go
// into brochure.toml, and what was found that nobody can guess. Pure. Nothing is invented: who made a
// picture, under which licence, when the text was written and where its facts are from stays out, and a
// brochure that lacks it is not built.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace brochure::intake {

struct Picture {
    std::string id, file;  // "images/knie.jpg"
};

struct Term {
    std::string id, term, meaning;
};

struct Existing {
    std::string title, subtitle;
    std::string body;  // Markdown
    std::vector<Picture> pictures;
    std::vector<Term> terms;
    std::vector<std::string> remarks;  // sentences: what was left out or put together, with its words
};

// Nothing, and an error in the sink, if the HTML is not well-formed.
std::optional<Existing> taken_from_html(std::string_view html, const std::string& shown_file, Sink& sink);

// Plain lines as HTML: paragraphs stand between empty lines; what begins with a bullet is an item; a short
// line by itself without an end of a sentence is a heading.
std::string html_of_lines(std::string_view text);

// The two files of a brochure.
std::string facts_file(const Existing& existing, const std::string& id, const std::string& language);
std::string text_file(const Existing& existing);

}  // namespace brochure::intake
