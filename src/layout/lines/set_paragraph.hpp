// Sets a shaped paragraph in lines: chooses the breaks, cuts the glyphs, spreads the space.
// In: a paragraph, its shaping, a measure. Out: lines as items around a baseline at y = 0, the column's left
// edge at x = 0; nothing of the text is lost, and what does not fit the measure says by how much.
#pragma once

#include <cstdint>
#include <vector>

#include "base/length.hpp"
#include "font/font.hpp"
#include "layout/content.hpp"
#include "linebreak/line_breaker.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::layout {

struct SetLine {
    Content content;  // its own `lines` are left to where it is placed: a marker is no line
    TextRange range;
    Length width;            // as set, without what hangs
    Length overfull;         // how far it exceeds the measure
    Length word_space;       // as set; zero for a line without spaces
    bool stretched = false;  // its spaces were spread to fill the measure
    bool hyphenated = false;
};

struct SetParagraph {
    std::vector<SetLine> lines;  // at least one
    std::int64_t demerits = 0;
    bool words_cut = false;  // a word wider than the measure was parted anywhere
};

// What is set; all by reference, none kept.
struct ParagraphToSet {
    style::ParagraphId id;
    const style::StyledParagraph& styled;
    const text::ShapedParagraph& shaped;
    const font::Library& fonts;
};

// The first lines are shorter at the end side: a figure stands there.
struct Notch {
    std::size_t lines = 0;
    Length width;
};

SetParagraph set_paragraph(const ParagraphToSet& source, Length measure, design::Align align,
                           Notch notch = {});

// In how many lines else it may be set, at most `fit.paragraph_lines` more or fewer; `natural`: as
// set_paragraph sets it. The demerits are those of each setting.
std::vector<linebreak::LineCount> other_line_counts(const ParagraphToSet& source, Length measure,
                                                    design::Align align, const SetParagraph& natural,
                                                    const design::Copyfitting& fit);
// In as many lines as other_line_counts() names.
SetParagraph set_paragraph_in(std::size_t lines, const ParagraphToSet& source, Length measure,
                              design::Align align, const design::Copyfitting& fit);

}  // namespace brochure::layout
