#include "layout/lines/text_widths.hpp"

#include <algorithm>

namespace brochure::layout {

Length widest_piece(const text::ShapedParagraph& shaped) {
    Length widest, piece;
    for (std::size_t i = 0; i < shaped.fragments.size(); ++i) {
        piece += shaped.fragments[i].width;
        if (shaped.opportunities[i].kind == text::BreakKind::hyphen) continue;
        widest = std::max(widest, piece);
        piece = Length{};
    }
    return std::max(widest, piece);
}

Length natural_width(const text::ShapedParagraph& shaped) {
    Length widest, line;
    for (std::size_t i = 0; i < shaped.fragments.size(); ++i) {
        line += shaped.fragments[i].width;
        widest = std::max(widest, line);
        line = shaped.opportunities[i].kind == text::BreakKind::forced ? Length{}
                                                                       : line + shaped.opportunities[i].space;
    }
    return widest;
}

std::size_t fewest_lines(const text::ShapedParagraph& shaped, Length measure) {
    std::size_t lines = 1;
    Length line, piece, space;
    bool empty = true;
    for (std::size_t i = 0; i < shaped.fragments.size(); ++i) {
        piece += shaped.fragments[i].width;
        const text::Opportunity& opportunity = shaped.opportunities[i];
        if (opportunity.kind == text::BreakKind::hyphen) continue;
        if (empty) {
            line = piece;
        } else if (line + space + piece <= measure) {
            line += space + piece;
        } else {
            ++lines;
            line = piece;
        }
        empty = false;
        space = opportunity.space;
        piece = Length{};
        if (opportunity.kind == text::BreakKind::forced && i + 1 < shaped.fragments.size()) {
            ++lines;
            empty = true;
        }
    }
    return lines;
}

}  // namespace brochure::layout
