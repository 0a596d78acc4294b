// Words: the running text of an HTML element as an author's file has it.
// In: the element. Out: words with numbered marks and what they stand for; pictures that stood among them,
// which are blocks of their own in Markdown.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "exchange/markup.hpp"
#include "xml/tree.hpp"

namespace brochure::intake {

struct Words {
    exchange::NumberedText text;
    std::vector<xml::Node> pictures;
    std::vector<std::string> unset;  // kinds of markup that a brochure has not, such as "code"
    [[nodiscard]] bool empty() const;
};

// `section_of` gives a place within the page the id of a heading; empty if there is none.
using SectionOf = std::function<std::string(const std::string&)>;

Words words_of(xml::Node element, const SectionOf& section_of);
// Of an element's children from `first` up to `behind`; none: to the last.
Words words_between(xml::Node first, xml::Node behind, const SectionOf& section_of);

// Without their marks.
std::string plain_words(const Words& words);

// True for what stands within a line.
bool is_inline(xml::Node node);

}  // namespace brochure::intake
