// Inline elements: a text with numbered marks as it stands within an XML file.
// In: words such as "{1}bold{/1} and a note{2/}", and what a file form calls a pair and a point; or an
// element that came back. Out: elements with those numbers for ids; the words, in which a brace that somebody
// typed is doubled again. Only marks travel as elements: an element of any other kind is told, never dropped.
#pragma once

#include <string>
#include <string_view>

#include "xml/tree.hpp"
#include "xml/writer.hpp"

namespace brochure::exchange {

// Form of XLIFF.
enum class XliffVersion { v1_2, v2_0 };

void write_inline(xml::Writer& out, std::string_view words, XliffVersion version);

struct InlineWords {
    std::string words;
    std::string fault;         // empty if there is none
    const char* at = nullptr;  // of the fault, in the tree
};

// What the element holds; elements around sentences and terms (mrk) are looked through.
InlineWords read_inline(xml::Node element, XliffVersion version);

}  // namespace brochure::exchange
