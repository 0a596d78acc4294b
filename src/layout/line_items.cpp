// From fragments and opportunities to the breaker's boxes, glue and penalties.
#include <algorithm>
#include <string_view>

#include "layout/set_paragraph.hpp"

namespace brochure::layout {

namespace {

// In start-aligned text patients read whole words more easily: a hyphen must save a good part of a line.
constexpr int sparing_factor = 5;
// "in the / bone" stops the reader where "the pain / in the bone" does not.
constexpr int leaning_factor = 3;

bool ends_in_hyphen(std::string_view text) { return text.ends_with('-') || text.ends_with("\u2010"); }

int hyphen_penalty(const design::TextStyle& style) {
    const int cost = style.breaking.hyphen_penalty;
    const bool sparing = style.hyphenation == design::HyphenationUse::sparing;
    return std::min(sparing ? cost * sparing_factor : cost, linebreak::forbidden - 1);
}

// What it costs to end a line where no voice would pause; worse after a word that leans on the next.
int pause_penalty(const style::StyledParagraph& styled, std::uint32_t next_start) {
    const int cost = styled.style->breaking.no_pause_penalty;
    if (cost == 0) return 0;
    const auto has = [&](const std::vector<std::uint32_t>& offsets) {
        return std::binary_search(offsets.begin(), offsets.end(), next_start);
    };
    if (has(styled.pauses)) return 0;
    return std::min(has(styled.leans) ? cost * leaning_factor : cost, linebreak::forbidden - 1);
}

}  // namespace

LineItems line_items(const style::StyledParagraph& styled, const text::ShapedParagraph& shaped,
                     design::Align align) {
    const design::LineBreaking& breaking = styled.style->breaking;
    const bool justified = align == design::Align::justified;
    LineItems out;
    out.items.reserve(shaped.fragments.size() * 2 + 4);
    auto put = [&](linebreak::Item item, std::size_t opportunity) {
        out.items.push_back(item);
        out.opportunity_at.push_back(opportunity);
    };
    for (std::size_t i = 0; i < shaped.fragments.size(); ++i) {
        const text::Fragment& fragment = shaped.fragments[i];
        const text::Opportunity& opportunity = shaped.opportunities[i];
        linebreak::Box box;
        box.width = fragment.width;
        box.hang_start = fragment.hang_start;
        if (justified) {
            // Characters that are set solid are square, and stay so.
            const bool solid = fragment.joint_stretch > Length{};
            const Length glyphs = solid ? Length{} : fragment.width - fragment.space_width;
            box.stretch = glyphs.scaled(breaking.glyph_scaling) +
                          fragment.space_width.scaled(breaking.word_space_stretch) + fragment.joint_stretch;
            box.shrink = glyphs.scaled(breaking.glyph_scaling) +
                         fragment.space_width.scaled(breaking.word_space_shrink) + fragment.joint_shrink;
        }
        const bool added = opportunity.kind == text::BreakKind::hyphen;
        if (!added) box.hang_end = opportunity.hang_end;
        put(box, i);
        switch (opportunity.kind) {
            case text::BreakKind::space: {
                const int penalty = pause_penalty(styled, opportunity.next_start);
                if (penalty > 0) put(linebreak::Penalty{.cost = penalty}, i);
                linebreak::Glue glue;
                glue.width = opportunity.space;
                if (opportunity.stretches && justified) {
                    glue.stretch = opportunity.space.scaled(breaking.word_space_stretch);
                    glue.shrink = opportunity.space.scaled(breaking.word_space_shrink);
                }
                put(glue, i);
                break;
            }
            case text::BreakKind::parted:
            case text::BreakKind::here: {
                const bool hard_hyphen =
                    ends_in_hyphen(std::string_view{styled.text}.substr(0, opportunity.line_end));
                linebreak::Discretionary part;
                part.pre = opportunity.end_if_taken;
                part.post = opportunity.start_if_taken;
                part.hang_end = opportunity.hang_end;
                part.penalty = (hard_hyphen ? breaking.hard_hyphen_penalty : 0) +
                               pause_penalty(styled, opportunity.next_start);
                part.flagged = hard_hyphen;
                if (part.pre == Length{} && part.post == Length{}) {
                    put(linebreak::Penalty{part.penalty, Length{}, Length{}, hard_hyphen}, i);
                } else {
                    put(part, i);
                }
                break;
            }
            case text::BreakKind::hyphen: {
                linebreak::Discretionary part;
                part.pre = opportunity.end_if_taken;
                part.post = opportunity.start_if_taken;
                part.hang_end = opportunity.hang_end;
                part.penalty = hyphen_penalty(*styled.style);
                put(part, i);
                break;
            }
            case text::BreakKind::forced: {
                const bool last = i + 1 == shaped.fragments.size();
                put(linebreak::paragraph_end[0], i);
                put(linebreak::paragraph_end[1], i);
                if (!last) put(linebreak::line_end[2], i);
                break;
            }
        }
    }
    return out;
}

linebreak::Settings breaking_settings(const design::TextStyle& style, Length measure, design::Align align) {
    const design::LineBreaking& breaking = style.breaking;
    linebreak::Settings settings;
    settings.mode = align == design::Align::justified ? linebreak::Mode::justified : linebreak::Mode::ragged;
    settings.measure = measure;
    settings.first_line_indent = style.indent;
    settings.tolerance = breaking.tolerance;
    settings.line_penalty = breaking.line_penalty;
    settings.adjacent_demerits = breaking.adjacent_demerits;
    settings.double_hyphen_demerits = breaking.double_hyphen_demerits;
    settings.final_hyphen_demerits = breaking.final_hyphen_demerits;
    settings.max_hyphen_run = breaking.max_hyphen_run;
    settings.last_line_least = breaking.last_line_least;
    settings.ragged_zone = breaking.ragged_zone;
    settings.emergency_stretch = style.size * 2;
    return settings;
}

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
