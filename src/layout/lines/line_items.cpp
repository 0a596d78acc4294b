#include "layout/lines/line_items.hpp"

#include <algorithm>
#include <string_view>

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

// Justified text may also give and take within its words.
linebreak::Box box_of(const text::Fragment& fragment, const text::Opportunity& end,
                      const design::LineBreaking& breaking, bool justified) {
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
    if (end.kind != text::BreakKind::hyphen) box.hang_end = end.hang_end;
    return box;
}

linebreak::Glue space_of(const text::Opportunity& opportunity, const design::LineBreaking& breaking,
                         bool justified) {
    linebreak::Glue glue;
    glue.width = opportunity.space;
    if (opportunity.stretches && justified) {
        glue.stretch = opportunity.space.scaled(breaking.word_space_stretch);
        glue.shrink = opportunity.space.scaled(breaking.word_space_shrink);
    }
    return glue;
}

linebreak::Discretionary part_of(const text::Opportunity& opportunity) {
    linebreak::Discretionary part;
    part.pre = opportunity.end_if_taken;
    part.post = opportunity.start_if_taken;
    part.hang_end = opportunity.hang_end;
    return part;
}

// Where a line may end without a space: after a hyphen of the text, or where nothing is seen of it.
linebreak::Item break_here(const style::StyledParagraph& styled, const text::Opportunity& opportunity) {
    const bool hard_hyphen = ends_in_hyphen(std::string_view{styled.text}.substr(0, opportunity.line_end));
    linebreak::Discretionary part = part_of(opportunity);
    part.penalty = (hard_hyphen ? styled.style->breaking.hard_hyphen_penalty : 0) +
                   pause_penalty(styled, opportunity.next_start);
    part.flagged = hard_hyphen;
    if (part.pre == Length{} && part.post == Length{})
        return linebreak::Penalty{part.penalty, Length{}, Length{}, hard_hyphen};
    return part;
}

}  // namespace

LineItems line_items(const style::StyledParagraph& styled, const text::ShapedParagraph& shaped,
                     design::Align align) {
    const design::LineBreaking& breaking = styled.style->breaking;
    const bool justified = align == design::Align::justified;
    LineItems out;
    out.items.reserve(shaped.fragments.size() * 2 + 4);
    for (std::size_t i = 0; i < shaped.fragments.size(); ++i) {
        const text::Opportunity& opportunity = shaped.opportunities[i];
        const auto put = [&](linebreak::Item item) {
            out.items.push_back(item);
            out.opportunity_at.push_back(i);
        };
        put(box_of(shaped.fragments[i], opportunity, breaking, justified));
        switch (opportunity.kind) {
            case text::BreakKind::space:
                if (const int cost = pause_penalty(styled, opportunity.next_start); cost > 0)
                    put(linebreak::Penalty{.cost = cost});
                put(space_of(opportunity, breaking, justified));
                break;
            case text::BreakKind::parted:
            case text::BreakKind::here:
                put(break_here(styled, opportunity));
                break;
            case text::BreakKind::hyphen: {
                linebreak::Discretionary part = part_of(opportunity);
                part.penalty = hyphen_penalty(*styled.style);
                put(part);
                break;
            }
            case text::BreakKind::forced:
                put(linebreak::paragraph_end[0]);
                put(linebreak::paragraph_end[1]);
                if (i + 1 < shaped.fragments.size()) put(linebreak::line_end[2]);
                break;
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

}  // namespace brochure::layout
