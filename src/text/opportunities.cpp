#include "text/opportunities.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

#include "base/utf8.hpp"
#include "text/candidates.hpp"
#include "text/characters.hpp"
#include "text/content_key.hpp"
#include "text/han_spacing.hpp"
#include "text/line_ends.hpp"
#include "text/words.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

namespace {

// The advance of all glyphs whose cluster starts before an offset: widths of ranges are differences.
std::vector<Length> advances_before(std::size_t bytes, const std::vector<ShapedRun>& runs) {
    std::vector<Length> sums(bytes + 1);
    for (const ShapedRun& run : runs) {
        for (const font::Glyph& glyph : run.glyphs) sums[glyph.cluster + 1] += glyph.advance;
    }
    for (std::size_t i = 1; i < sums.size(); ++i) sums[i] += sums[i - 1];
    return sums;
}

// In a run from left to right, as all that is set solid is.
const font::Glyph* first_glyph_from(const ShapedRun& run, std::uint32_t offset) {
    const auto at = std::ranges::lower_bound(run.glyphs, offset, {}, &font::Glyph::cluster);
    return right_to_left(run) || at == run.glyphs.end() ? nullptr : &*at;
}

const font::Glyph* last_glyph_before(const ShapedRun& run, std::uint32_t offset) {
    const auto at = std::ranges::lower_bound(run.glyphs, offset, {}, &font::Glyph::cluster);
    return right_to_left(run) || at == run.glyphs.begin() ? nullptr : &*std::prev(at);
}

// The character beside an offset if the room of its neighbour may depend on it: see HanSpacing.
char32_t han_neighbour(const style::StyledParagraph& paragraph, std::uint32_t offset, bool before) {
    const std::string_view text = paragraph.text;
    if (before ? offset == 0 : offset >= text.size()) return 0;
    if (!before && is_raised(paragraph, offset)) return U'^';
    const char32_t c =
        before ? code_point_before(text, offset).value : base::code_point_at(text, offset).value;
    return c < 0x2018 ? U' ' : c;
}

// Whether a line that ends here ends within what a listener hears as one word: a word that is hyphenated or
// parted, one with a hyphen or a slash of its own, an address. Han words know no such ends.
bool parts_word(std::string_view text, const Candidate& candidate) {
    if (candidate.kind == BreakKind::hyphen || candidate.kind == BreakKind::parted) return true;
    if (candidate.kind != BreakKind::here || candidate.line_end == 0 || candidate.next_start >= text.size())
        return false;
    const char32_t last = code_point_before(text, candidate.line_end).value;
    if (last == U'/' || is_hyphen(last)) return true;
    const char32_t next = base::code_point_at(text, candidate.next_start).value;
    return !is_set_solid(last) && !is_set_solid(next) && in_address(text, candidate.line_end);
}

class Measurer {
  public:
    Measurer(const style::StyledParagraph& paragraph, const document::Language& language,
             const font::Library& fonts, EndWidths& end_widths, ShapedParagraph& shaped)
        : paragraph_(paragraph),
          language_(language),
          fonts_(fonts),
          end_widths_(end_widths),
          shaped_(shaped),
          sums_(advances_before(paragraph.text.size(), shaped.runs)),
          may_be_solid_(holds_solid(paragraph.text)) {}

    void add(const Candidate& candidate) {
        const ShapedRun* before = run_with(candidate.line_end, true);
        const bool hyphen = candidate.kind == BreakKind::hyphen;
        if (hyphen && !(before && fonts_.has_glyph(before->face, U'-'))) return;
        shaped_.fragments.push_back(fragment({start_, candidate.line_end}));
        shaped_.opportunities.push_back(opportunity(candidate, before));
        start_ = candidate.next_start;
    }

  private:
    [[nodiscard]] Length width(TextRange range) const { return sums_[range.end] - sums_[range.begin]; }

    // The run that ends at or holds the character before the offset, or that holds the one after it.
    [[nodiscard]] const ShapedRun* run_with(std::uint32_t offset, bool character_before) const {
        const auto at = std::lower_bound(shaped_.runs.begin(), shaped_.runs.end(), offset,
                                         [&](const ShapedRun& run, std::uint32_t wanted) {
                                             return run.range.end < wanted + (character_before ? 0U : 1U);
                                         });
        if (at == shaped_.runs.end()) return nullptr;
        const bool holds = character_before ? at->range.begin < offset : at->range.begin <= offset;
        return holds ? &*at : nullptr;
    }

    [[nodiscard]] Fragment fragment(TextRange range) const {
        Fragment fragment;
        fragment.range = range;
        fragment.width = width(range);
        for (std::uint32_t at = range.begin; at < range.end;) {
            const base::CodePoint point = base::code_point_at(paragraph_.text, at);
            const std::uint32_t next = at + static_cast<std::uint32_t>(point.length);
            if (is_word_space(point.value)) {
                ++fragment.spaces;
                fragment.space_width += width({at, next});
            }
            const Elasticity elasticity = elasticity_at(next);
            fragment.joint_stretch += elasticity.stretch;
            fragment.joint_shrink += elasticity.shrink;
            if (at == range.begin && hangs() && !is_solid_at(at)) {
                fragment.hang_start = width({at, next}).scaled(hang_share_at_start(point.value));
            }
            at = next;
        }
        return fragment;
    }

    Opportunity opportunity(const Candidate& candidate, const ShapedRun* before) {
        const TextRange between{candidate.line_end, candidate.next_start};
        Opportunity opportunity;
        opportunity.line_end = candidate.line_end;
        opportunity.next_start = candidate.next_start;
        opportunity.kind = candidate.kind;
        opportunity.in_word = parts_word(paragraph_.text, candidate);
        if (candidate.kind != BreakKind::forced) opportunity.space = width(between);
        if (candidate.kind == BreakKind::space) {
            const std::string_view dropped = between.of(paragraph_.text);
            opportunity.stretches = dropped.find(' ') != std::string_view::npos;
        }
        const bool hyphen = candidate.kind == BreakKind::hyphen;
        if (before) {
            opportunity.end_if_taken = end_change(*before, candidate.line_end, hyphen);
            if (!hyphen) opportunity.end_if_taken -= off_end(*before, candidate.line_end);
        }
        if (const ShapedRun* after = run_with(candidate.next_start, false)) {
            opportunity.start_if_taken = start_change(*after, candidate.next_start);
            opportunity.start_if_taken -= off_start(*after, candidate.next_start);
            if (candidate.kind == BreakKind::here && before && repeats_hyphen(*before, candidate.line_end)) {
                opportunity.repeats_hyphen = true;
                opportunity.start_if_taken += hyphen_width(*after);
            }
        }
        if (before && hangs() && !sets_solid(before->script))
            opportunity.hang_end = hang_end(*before, candidate.line_end, hyphen);
        return opportunity;
    }

    // A word of the brochure's own language does; an address would be another one, and English does not.
    [[nodiscard]] bool repeats_hyphen(const ShapedRun& before, std::uint32_t line_end) const {
        return language_.hyphenation.repeat_hyphen &&
               is_hyphen(code_point_before(paragraph_.text, line_end).value) &&
               paragraph_.runs[before.styled_run].language == language_.tag &&
               !in_address(paragraph_.text, line_end);
    }

    Length end_change(const ShapedRun& run, std::uint32_t line_end, bool hyphen) {
        if (!hyphen && first_safe_start(run, line_end) == line_end) return {};
        const TextRange changed{last_safe_start(run, line_end), line_end};
        return end_widths_.width(paragraph_, run, changed, hyphen, fonts_) - width(changed);
    }

    Length start_change(const ShapedRun& run, std::uint32_t next_start) {
        const TextRange changed{next_start, first_safe_start(run, next_start)};
        if (changed.empty()) return {};
        return end_widths_.width(paragraph_, run, changed, false, fonts_) - width(changed);
    }

    [[nodiscard]] Length off_end(const ShapedRun& run, std::uint32_t line_end) const {
        const font::Glyph* last = last_glyph_before(run, line_end);
        return last ? HanSpacing(paragraph_, run, fonts_).off_end(*last, line_end) : Length{};
    }

    [[nodiscard]] Length off_start(const ShapedRun& run, std::uint32_t start) const {
        const font::Glyph* first = first_glyph_from(run, start);
        return first ? HanSpacing(paragraph_, run, fonts_).off_start(*first, start) : Length{};
    }

    Length hyphen_width(const ShapedRun& run) {
        return end_widths_.width(paragraph_, run, {run.range.begin, run.range.begin}, true, fonts_);
    }

    Length hang_end(const ShapedRun& run, std::uint32_t line_end, bool hyphen) {
        if (hyphen) return hyphen_width(run).scaled(hang_share_at_end(U'-'));
        const Before last = code_point_before(paragraph_.text, line_end);
        return width({last.offset, line_end}).scaled(hang_share_at_end(last.value));
    }

    // Full-width punctuation keeps half of its square instead of hanging.
    [[nodiscard]] bool is_solid_at(std::uint32_t offset) const {
        const ShapedRun* run = may_be_solid_ ? run_with(offset, false) : nullptr;
        return run && sets_solid(run->script);
    }

    [[nodiscard]] Elasticity elasticity_at(std::uint32_t offset) const {
        if (!may_be_solid_) return {};
        const ShapedRun* run = run_with(offset, true);
        return run ? text::elasticity_at(paragraph_, offset, run->size) : Elasticity{};
    }

    [[nodiscard]] bool hangs() const { return paragraph_.style->breaking.hanging_punctuation; }

    const style::StyledParagraph& paragraph_;
    const document::Language& language_;
    const font::Library& fonts_;
    EndWidths& end_widths_;
    ShapedParagraph& shaped_;
    std::vector<Length> sums_;
    bool may_be_solid_;
    std::uint32_t start_ = 0;
};

}  // namespace

Length EndWidths::width(const style::StyledParagraph& paragraph, const ShapedRun& run, TextRange range,
                        bool hyphenated, const font::Library& fonts) {
    const style::StyledRun& styled = paragraph.runs[run.styled_run];
    ContentKey key;
    key << run.face.index() << run.size << std::string_view(run.script.data(), run.script.size())
        << right_to_left(run) << paragraph.style->tabular_figures << hyphenated << styled.language
        << range.of(paragraph.text) << han_neighbour(paragraph, range.begin, true)
        << han_neighbour(paragraph, range.end, false);
    const auto [at, is_new] = known_.try_emplace(key.take());
    if (is_new) at->second = total_advance(shape_alone(paragraph, run, range, hyphenated, fonts));
    return at->second;
}

void find_opportunities(const style::StyledParagraph& paragraph, const document::Language& language,
                        const font::Library& fonts, Hyphenator& hyphenator, EndWidths& end_widths, Sink& sink,
                        ShapedParagraph& shaped) {
    Measurer measurer(paragraph, language, fonts, end_widths, shaped);
    for (const Candidate& candidate : break_candidates(paragraph, language, hyphenator, sink))
        measurer.add(candidate);
    assert(!shaped.opportunities.empty() && shaped.opportunities.back().kind == BreakKind::forced);
}

namespace {

// Breaks for a stretch that is too wide for a line of its own: at the spaces that hold otherwise ("2 × 500
// mg"), and between any two characters only of what is too wide even so.
void add_last_resort(std::string_view text, TextRange range, const std::vector<Length>& sums, Length measure,
                     std::vector<Candidate>& candidates) {
    for (std::uint32_t begin = range.begin; begin < range.end;) {
        const std::size_t space = text.find(' ', begin);
        const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(space, range.end));
        if (sums[end] - sums[begin] > measure) {
            for (const std::uint32_t start : unicode::grapheme_starts(TextRange{begin, end}.of(text))) {
                if (start > 0) candidates.push_back({begin + start, begin + start, BreakKind::parted});
            }
        }
        std::uint32_t next = end;
        while (next < range.end && text[next] == ' ') ++next;
        if (next < range.end && end > range.begin) candidates.push_back({end, next, BreakKind::space});
        begin = next;
    }
}

}  // namespace

ShapedParagraph break_anywhere(const style::StyledParagraph& paragraph, const ShapedParagraph& shaped,
                               Length measure, const font::Library& fonts) {
    const std::vector<Length> sums = advances_before(paragraph.text.size(), shaped.runs);
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < shaped.fragments.size(); ++i) {
        // What stands on a line of its own, with the hyphen that may end it.
        Length alone = shaped.fragments[i].width + shaped.opportunities[i].end_if_taken;
        if (i > 0) alone += shaped.opportunities[i - 1].start_if_taken;
        const Length added = alone - shaped.fragments[i].width;
        if (alone > measure)
            add_last_resort(paragraph.text, shaped.fragments[i].range, sums, measure - added, candidates);
        const Opportunity& own = shaped.opportunities[i];
        candidates.push_back({own.line_end, own.next_start, own.kind});
    }
    ShapedParagraph out = shaped;
    out.fragments.clear();
    out.opportunities.clear();
    EndWidths end_widths;
    const document::Language language;
    Measurer measurer(paragraph, language, fonts, end_widths, out);
    for (const Candidate& candidate : candidates) measurer.add(candidate);
    return out;
}

}  // namespace brochure::text
