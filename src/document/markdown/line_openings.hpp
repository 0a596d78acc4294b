// Line openings: what a line begins with that makes it look like a line of its own: a typed bullet, a number,
// a label, a table's cell.
// In: a line without the marks of the quotes and lists around it. Out: the kind, and the sign itself.
#pragma once

#include <string_view>

namespace brochure::document {

enum class OpeningKind {
    none,
    bullet,   // "•": never anything but a list item
    pointer,  // "→", "☐", "✓": may well stand alone
    dash,     // "– ", or "-word"
    number,   // "2. ", "b) ", "（三）", "④"
    glued,    // "2.Open": a number without its space
    label,    // "**When:**"
    bold,     // "**Monday** …"
    cell,     // "| …"
};

struct LineOpening {
    OpeningKind kind = OpeningKind::none;
    std::string_view sign;
};

// `lists_are_read`: "- ", "* " and "1. " at a line's start are Markdown's own affair; in front matter they
// are signs like others.
LineOpening opening_of(std::string_view line, bool lists_are_read);

// "When: at eight": a few words and a colon at the start of a line.
bool begins_with_plain_label(std::string_view line);

}  // namespace brochure::document
