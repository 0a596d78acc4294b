#include "layout/lines/set_paragraph.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "base/must.hpp"
#include "layout/lines/line_items.hpp"
#include "text/han_spacing.hpp"

namespace brochure::layout {

namespace {

// A Chinese line has no word spaces that could become wide, so it fills its measure even where other text is
// set from the start alone; in a narrow column the gaps between characters would show. So would they where a
// line lacks a whole character: it was ended there for a reason, and stays short. Lines that end where a
// voice pauses are of any length.
constexpr std::int64_t least_characters_of_filled_line = 16;

bool fills_lines(const style::StyledParagraph& styled, const text::ShapedParagraph& shaped, Length measure) {
    const design::TextStyle& style = *styled.style;
    if (style.balanced || measure < style.size * least_characters_of_filled_line) return false;
    if (style.sentences == design::Sentences::own_line) return false;
    const auto solid = std::ranges::count_if(
        shaped.fragments, [](const text::Fragment& part) { return part.joint_stretch > Length{}; });
    return 2 * solid > std::ssize(shaped.fragments);
}

design::Align alignment_of(const ParagraphToSet& source, Length measure, design::Align align) {
    const bool fills = align == design::Align::start && fills_lines(source.styled, source.shaped, measure);
    return fills ? design::Align::justified : align;
}

bool is_word_space(std::string_view source) { return source == " " || source == "\u00a0"; }

// The word around a break inside it: from white space to white space, within one styled run.
TextRange word_around(std::string_view text, std::uint32_t offset, TextRange within) {
    TextRange word{offset, offset};
    while (word.begin > within.begin && text[word.begin - 1] != ' ') --word.begin;
    while (word.end < within.end && text[word.end] != ' ') ++word.end;
    return word;
}

// One line of a paragraph on its way to items.
class LineSetter {
  public:
    // `may_end_short`: lines that lack a character are left as they are.
    LineSetter(const ParagraphToSet& source, Length measure, design::Align align, bool may_end_short)
        : source_(source), measure_(measure), align_(align), may_end_short_(may_end_short) {}

    SetLine set(const linebreak::Line& line, std::optional<std::size_t> from, std::size_t to, bool first) {
        runs_ = text::cut_line(source_.styled, source_.shaped, from, to, source_.fonts);
        SetLine out;
        const auto& opportunities = source_.shaped.opportunities;
        out.range.begin = from ? opportunities[*from].next_start : 0;
        out.range.end = opportunities[to].line_end;
        out.hyphenated = line.hyphenated;
        out.overfull = line.overfull;
        spread(line, out);
        const Length natural = width();
        out.width = natural - line.hang_start - line.hang_end;
        place(out, start_x(line, natural, first), from, to);
        note_footnotes(out, to);
        return out;
    }

  private:
    // Gives every word space its equal share of what the line lacks, after glyph scaling has taken its part.
    void spread(const linebreak::Line& line, SetLine& out) {
        const bool set_solid = align_ != design::Align::justified || line.stretch_order != 0;
        const double share = set_solid ? 0 : std::clamp(line.ratio, -1.0, 1.0);
        scale_ = 1 + share * source_.styled.style->breaking.glyph_scaling;
        std::vector<font::Glyph*> spaces;
        for (text::LineRun& run : runs_) {
            const double scale = scale_of(run);
            for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
                font::Glyph& glyph = run.glyphs[i];
                if (is_word_space(run.sources[i].of(source_.styled.text))) {
                    spaces.push_back(&glyph);
                } else if (scale != 1) {
                    glyph.advance = glyph.advance.scaled(scale);
                    glyph.offset.x = glyph.offset.x.scaled(scale);
                }
            }
        }
        if (!set_solid) {
            const Length target = line.measure + line.hang_start + line.hang_end + line.overfull;
            if (may_end_short_ && target - width() >= source_.styled.style->size) return;
            if (!spread_over_joints(target - width(), spaces, out.range.end) && !spaces.empty()) {
                const Length lack = target - line.unfilled - width();
                const auto count = static_cast<std::int64_t>(spaces.size());
                for (font::Glyph* space : spaces) space->advance += lack / count;
                spaces.back()->advance += lack - lack / count * count;
            }
        }
        if (spaces.empty()) return;
        out.stretched = !set_solid;
        out.word_space = spaces.front()->advance;
    }

    // Where characters are set solid, what the line lacks is shared by all places that can give or take it,
    // each by how much it can. False if there are none.
    bool spread_over_joints(Length lack, const std::vector<font::Glyph*>& spaces, std::uint32_t line_end) {
        struct Share {
            font::Glyph* glyph;
            Length most;
        };
        std::vector<Share> shares;
        const bool shrinks = lack < Length{};
        for (text::LineRun& run : runs_) {
            for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
                const std::uint32_t joint = run.sources[i].end;
                const bool inside = !run.sources[i].empty() && joint < line_end;
                const text::Elasticity elastic =
                    inside ? text::elasticity_at(source_.styled, joint, run.size) : text::Elasticity{};
                const Length most = shrinks ? elastic.shrink : elastic.stretch;
                if (most > Length{}) shares.push_back({&run.glyphs[i], most});
            }
        }
        if (shares.empty()) return false;
        const design::LineBreaking& breaking = source_.styled.style->breaking;
        for (font::Glyph* space : spaces) {
            const double part = shrinks ? breaking.word_space_shrink : breaking.word_space_stretch;
            shares.push_back({space, space->advance.scaled(part)});
        }
        Length all;
        for (const Share& share : shares) all += share.most;
        const double ratio = std::clamp(lack / all, -1.0, widest_joint);
        Length left = lack / all == ratio ? lack : all.scaled(ratio);
        for (const Share& share : shares) {
            const Length part = &share == &shares.back() ? left : share.most.scaled(ratio);
            share.glyph->advance += part;
            left -= part;
        }
        return true;
    }

    [[nodiscard]] double scale_of(const text::LineRun& run) const {
        return text::sets_solid(run.script) ? 1 : scale_;
    }

    [[nodiscard]] Length width() const {
        Length sum;
        for (const text::LineRun& run : runs_) {
            for (const font::Glyph& glyph : run.glyphs) sum += glyph.advance;
        }
        return sum;
    }

    // Where the pen starts, so that the line stands as its alignment says; what hangs reaches beyond the
    // measure.
    [[nodiscard]] Length start_x(const linebreak::Line& line, Length natural, bool first) const {
        const Length indent = first ? source_.styled.style->indent : Length{};
        const Length body = natural - line.hang_start - line.hang_end;
        const bool rtl = source_.styled.right_to_left;
        const Length left_hang = rtl ? line.hang_end : line.hang_start;
        Length left;
        switch (align_) {
            case design::Align::start:
            case design::Align::justified:
                left = rtl ? measure_ - indent - body : indent;
                break;
            case design::Align::centre:
                left = (measure_ - body) / 2;
                break;
            case design::Align::end:
                left = rtl ? Length{} : measure_ - body;
                break;
        }
        return left - left_hang;
    }

    void place(SetLine& out, Length x, std::optional<std::size_t> from, std::size_t to) {
        const text::Opportunity& end = source_.shaped.opportunities[to];
        const bool continues = from && source_.shaped.opportunities[*from].in_word;
        const bool parted = end.in_word;
        std::vector<std::uint32_t> begins;  // parallel to the items
        for (text::LineRun& run : runs_) {
            if (run.glyphs.empty()) continue;
            const style::StyledRun& styled = source_.styled.runs[run.styled_run];
            GlyphRun item;
            item.face = run.face;
            item.size = run.size;
            item.colour = styled.style.colour;
            item.origin = {x, -styled.style.rise};
            item.horizontal_scale = scale_of(run);
            item.text = source_.id;
            item.right_to_left = run.right_to_left;
            Length run_width;
            TextRange covered{styled.range.end, styled.range.begin};
            item.glyphs.reserve(run.glyphs.size());
            for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
                const font::Glyph& glyph = run.glyphs[i];
                item.glyphs.push_back({glyph.id, run.sources[i], glyph.advance, glyph.offset});
                run_width += glyph.advance;
                if (run.sources[i].empty()) continue;
                covered.begin = std::min(covered.begin, run.sources[i].begin);
                covered.end = std::max(covered.end, run.sources[i].end);
            }
            item.ends_in_added_hyphen = run.ends_in_added_hyphen;
            if (parted && (run.ends_in_added_hyphen || covered.end == out.range.end)) {
                item.word_goes_on = true;
                item.broken_word = word_around(source_.styled.text, end.line_end, styled.range);
            }
            if (continues && covered.begin == out.range.begin) {
                item.continues_word = true;
                item.broken_word = word_around(source_.styled.text, out.range.begin, styled.range);
            }
            item.space_follows = !parted && covered.end == out.range.end && ends_at_space(end);
            add_link(out, styled, x, run_width);
            Item placed{std::move(item), Artifact::layout};
            if (const auto* leaf = std::get_if<style::LeafId>(&styled.leaf)) placed.belongs = *leaf;
            out.content.items.push_back(std::move(placed));
            begins.push_back(run.begin);
            x += run_width;
        }
        put_in_order(out.content.items, begins);
    }

    // Runs are placed as they are seen, from left to right, and kept as they are read.
    static void put_in_order(std::vector<Item>& items, const std::vector<std::uint32_t>& begins) {
        if (std::is_sorted(begins.begin(), begins.end())) return;
        std::vector<std::size_t> order(items.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return begins[a] < begins[b]; });
        std::vector<Item> read;
        read.reserve(items.size());
        for (const std::size_t i : order) read.push_back(std::move(items[i]));
        items = std::move(read);
    }

    // A space of the text is read where the line ends, also between two sentences that each have a line.
    [[nodiscard]] bool ends_at_space(const text::Opportunity& end) const {
        const std::string_view dropped =
            std::string_view{source_.styled.text}.substr(end.line_end, end.next_start - end.line_end);
        return end.kind == text::BreakKind::space
                   ? !dropped.empty()
                   : end.kind == text::BreakKind::forced && dropped.find(' ') != std::string_view::npos;
    }

    void add_link(SetLine& out, const style::StyledRun& styled, Length x, Length run_width) {
        if (!styled.link) return;
        const style::LinkTarget& target = source_.styled.links[*styled.link];
        const Rect box{{x, -source_.shaped.ascent},
                       {run_width, source_.shaped.ascent + source_.shaped.descent}};
        if (!out.content.links.empty() && out.content.links.back().node == target.node &&
            out.content.links.back().box.right() == x) {
            out.content.links.back().box = out.content.links.back().box.united(box);
            return;
        }
        out.content.links.push_back(
            {box, target.node, target.address, target.destination, target.description});
    }

    void note_footnotes(SetLine& out, std::size_t to) const {
        const std::uint32_t end = source_.shaped.opportunities[to].next_start;
        for (std::size_t i = 0; i < source_.styled.footnotes.size(); ++i) {
            const std::uint32_t at = source_.styled.footnotes_at[i];
            if (at >= out.range.begin && at < std::max(end, out.range.end + 1)) {
                if (at < out.range.end || to + 1 == source_.shaped.opportunities.size()) {
                    out.content.footnotes.push_back(source_.styled.footnotes[i]);
                }
            }
        }
    }

    // A joint is never wider than two and a half times what counts as good; the line then ends short.
    static constexpr double widest_joint = 2.5;

    const ParagraphToSet& source_;
    Length measure_;
    design::Align align_;
    bool may_end_short_;
    std::vector<text::LineRun> runs_;
    double scale_ = 1;
};

}  // namespace

namespace {

// `wanted`: as the style says, before lines were to be filled.
SetParagraph set_lines(const ParagraphToSet& source, Length measure, design::Align align,
                       design::Align wanted, const LineItems& parts, const linebreak::LineBreaks& breaks) {
    SetParagraph out;
    out.demerits = breaks.demerits;
    out.words_cut = breaks.widest_overfull() > Length{};
    LineSetter setter(source, measure, align, wanted != design::Align::justified);
    std::optional<std::size_t> from;
    for (const linebreak::Line& line : breaks.lines) {
        const std::size_t at = std::min(line.break_at, parts.items.size() - 1);
        const std::size_t to = parts.opportunity_at[at];
        out.lines.push_back(setter.set(line, from, to, !from));
        from = to;
    }
    assert(!out.lines.empty());
    return out;
}

SetParagraph set_once(const ParagraphToSet& source, Length measure, design::Align wanted, Notch notch) {
    const design::Align align = alignment_of(source, measure, wanted);
    const LineItems parts = line_items(source.styled, source.shaped, align);
    linebreak::Settings settings = breaking_settings(*source.styled.style, measure, align);
    if (source.styled.style->balanced) settings.measure = linebreak::balanced_measure(parts.items, measure);
    settings.line_measures.assign(notch.lines, measure - notch.width);
    return set_lines(source, measure, align, wanted, parts, linebreak::break_lines(parts.items, settings));
}

linebreak::Settings copyfitting_settings(const ParagraphToSet& source, Length measure, design::Align align,
                                         const design::Copyfitting& fit) {
    linebreak::Settings settings = breaking_settings(*source.styled.style, measure, align);
    settings.tolerance = std::min(settings.tolerance, fit.paragraph_badness);
    return settings;
}

// Whether so many lines could hold the text with ease: a cheap look before all breakings are weighed.
bool conceivable(const ParagraphToSet& source, Length measure, std::size_t lines) {
    constexpr double closest = 1.12;  // a line holds no more than this
    constexpr double widest = 0.7;    // and, unless it is the last, no less, within any sensible badness
    Length text;
    for (std::size_t i = 0; i < source.shaped.fragments.size(); ++i)
        text += source.shaped.fragments[i].width + source.shaped.opportunities[i].space;
    const Length least = measure.scaled(widest) * static_cast<std::int64_t>(lines - 1);
    const Length most = measure.scaled(closest) * static_cast<std::int64_t>(lines);
    return text > least && text < most;
}

}  // namespace

std::vector<linebreak::LineCount> other_line_counts(const ParagraphToSet& source, Length measure,
                                                    design::Align align, const SetParagraph& natural,
                                                    const design::Copyfitting& fit) {
    // A paragraph of two lines has no room to give, and three where there were two look forlorn.
    constexpr std::size_t least_lines = 3;
    const std::size_t own = natural.lines.size();
    const auto reach = static_cast<std::size_t>(std::max(0, fit.paragraph_lines));
    if (own < least_lines || natural.words_cut || source.styled.style->balanced) return {};
    const std::size_t fewest = std::max(own - std::min(own, reach), least_lines - 1);
    bool worth_it = false;
    for (std::size_t lines = fewest; lines <= own + reach; ++lines)
        worth_it = worth_it || (lines != own && conceivable(source, measure, lines));
    if (!worth_it) return {};
    align = alignment_of(source, measure, align);
    const LineItems parts = line_items(source.styled, source.shaped, align);
    auto counts =
        linebreak::line_counts(parts.items, copyfitting_settings(source, measure, align, fit), own + reach);
    std::erase_if(counts, [&](const auto& count) { return count.lines == own || count.lines < fewest; });
    return counts;
}

SetParagraph set_paragraph_in(std::size_t lines, const ParagraphToSet& source, Length measure,
                              design::Align wanted, const design::Copyfitting& fit) {
    const design::Align align = alignment_of(source, measure, wanted);
    const LineItems parts = line_items(source.styled, source.shaped, align);
    const auto breaks =
        linebreak::break_into(parts.items, copyfitting_settings(source, measure, align, fit), lines);
    base::must(breaks.has_value(), "A paragraph no longer breaks into the lines that were counted.");
    return set_lines(source, measure, align, wanted, parts, *breaks);
}

SetParagraph set_paragraph(const ParagraphToSet& source, Length measure, design::Align align, Notch notch) {
    if (source.shaped.fragments.empty()) {
        SetParagraph out;
        out.lines.emplace_back();
        return out;
    }
    SetParagraph out = set_once(source, measure, align, notch);
    if (!out.words_cut) return out;
    const Length narrowest = notch.lines > 0 ? measure - notch.width : measure;
    const text::ShapedParagraph shaped =
        text::break_anywhere(source.styled, source.shaped, narrowest, source.fonts);
    out = set_once({source.id, source.styled, shaped, source.fonts}, measure, align, notch);
    out.words_cut = true;
    return out;
}

}  // namespace brochure::layout
