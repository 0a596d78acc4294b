// Stack: a paragraph set as lines one below the other, off the grid: captions, notes, what stands in a table.
// In: a paragraph and a measure. Out: content whose top is at y = 0; what does not fit its line is reported.
// Internal to this folder.
#pragma once

#include "layout/content.hpp"
#include "layout/lines/compose_input.hpp"

namespace brochure::layout {

struct Stack {
    Length height;
    Length first_baseline;  // below the top
    Content content;
};

// At the style's own leading.
Stack stack_paragraph(const ComposeInput& input, style::ParagraphId id, Length width, design::Align align);
// Aligned as the paragraph's style says.
Stack stack_paragraph(const ComposeInput& input, style::ParagraphId id, Length width);

// Distance from a line's top to its baseline when its leading is spread evenly above and below the style's
// own face: cells of one row stand on one line whatever scripts they are in.
Length centred_baseline(const text::ShapedParagraph& shaped, Length leading);

// A set line of a paragraph, its baseline moved to `at`.
Content placed(SetLine line, style::ParagraphId id, Point at);

// Reports words that had to be parted anywhere (word-cut), and what sticks out even so (line-overfull).
void report_overfull(const ComposeInput& input, style::ParagraphId id, const SetParagraph& set);

}  // namespace brochure::layout
