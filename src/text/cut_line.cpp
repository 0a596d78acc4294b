// Cutting a line out of a shaped paragraph: the paragraph's own glyphs, but for the few at a cut that must be
// shaped anew, and every byte of the line's text given to one glyph.
#include <algorithm>
#include <cassert>
#include <iterator>
#include <span>
#include <vector>

#include "text/han_spacing.hpp"
#include "text/line_ends.hpp"
#include "text/shaped_document.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

namespace {

using Glyphs = std::vector<font::Glyph>;

void append(Glyphs& glyphs, std::span<const font::Glyph> more) {
    glyphs.insert(glyphs.end(), more.begin(), more.end());
}

// A run's part of the line, and whether a hyphen is added to it.
struct Piece {
    const ShapedRun* run = nullptr;
    TextRange range;
    bool hyphen_after = false;
};

class LineCutter {
  public:
    LineCutter(const style::StyledParagraph& paragraph, const ShapedParagraph& shaped,
               const font::Library& fonts)
        : paragraph_(paragraph), shaped_(shaped), fonts_(fonts) {}

    std::vector<LineRun> cut(TextRange line, bool hyphen_before, bool hyphen_after) {
        for (const ShapedRun& run : shaped_.runs) {
            const TextRange common{std::max(line.begin, run.range.begin), std::min(line.end, run.range.end)};
            if (!common.empty()) pieces_.push_back({&run, common});
        }
        if (pieces_.empty()) return {};
        pieces_.back().hyphen_after = hyphen_after;
        runs_.reserve(pieces_.size());
        for (const Piece& piece : pieces_) runs_.push_back(line_run(piece));
        close_up(line);
        give_sources(line);
        if (hyphen_before) add_hyphen_before(runs_.front(), pieces_.front());
        return in_visual_order();
    }

  private:
    [[nodiscard]] Glyphs glyphs_of(const Piece& piece) const {
        const ShapedRun& run = *piece.run;
        const TextRange range = piece.range;
        const std::uint32_t kept_from = first_safe_start(run, range.begin);
        const bool end_holds = !piece.hyphen_after && first_safe_start(run, range.end) == range.end;
        const std::uint32_t kept_to = end_holds ? range.end : last_safe_start(run, range.end);
        if (kept_from > kept_to) return shape_alone(paragraph_, run, range, piece.hyphen_after, fonts_);

        Glyphs start;
        Glyphs end;
        if (kept_from > range.begin)
            start = shape_alone(paragraph_, run, {range.begin, kept_from}, false, fonts_);
        if (!end_holds) end = shape_alone(paragraph_, run, {kept_to, range.end}, piece.hyphen_after, fonts_);
        if (right_to_left(run)) std::swap(start, end);
        const std::span<const font::Glyph> middle = glyphs_between(run, kept_from, kept_to);
        start.reserve(start.size() + middle.size() + end.size());
        append(start, middle);
        append(start, end);
        return start;
    }

    [[nodiscard]] LineRun line_run(const Piece& piece) const {
        LineRun line_run;
        line_run.styled_run = piece.run->styled_run;
        line_run.face = piece.run->face;
        line_run.size = piece.run->size;
        line_run.begin = piece.range.begin;
        line_run.right_to_left = right_to_left(*piece.run);
        line_run.script = piece.run->script;
        line_run.glyphs = glyphs_of(piece);
        line_run.ends_in_added_hyphen = piece.hyphen_after;
        return line_run;
    }

    // A line begins and ends without the empty halves of full-width punctuation.
    void close_up(TextRange line) {
        const Piece& first = pieces_.front();
        const Piece& last = pieces_.back();
        if (!runs_.back().glyphs.empty() && !last.hyphen_after && last.range.end == line.end) {
            font::Glyph& glyph = runs_.back().glyphs.back();
            glyph.advance -= HanSpacing(paragraph_, *last.run, fonts_).off_end(glyph, line.end);
        }
        if (!runs_.front().glyphs.empty() && first.range.begin == line.begin && line.begin > 0) {
            font::Glyph& glyph = runs_.front().glyphs.front();
            const Length off = HanSpacing(paragraph_, *first.run, fonts_).off_start(glyph, line.begin);
            glyph.advance -= off;
            glyph.offset.x -= off;
        }
    }

    void add_hyphen_before(LineRun& line_run, const Piece& piece) const {
        const std::uint32_t at = piece.range.begin;
        const Glyphs hyphen = shape_alone(paragraph_, *piece.run, {at, at}, true, fonts_);
        const bool rtl = right_to_left(*piece.run);
        Glyphs& glyphs = line_run.glyphs;
        std::vector<TextRange>& sources = line_run.sources;
        line_run.starts_in_added_hyphen = true;
        glyphs.insert(rtl ? glyphs.end() : glyphs.begin(), hyphen.begin(), hyphen.end());
        sources.insert(rtl ? sources.end() : sources.begin(), hyphen.size(), {at, at});
    }

    // Whether a piece has glyphs for its text; one of nothing but joiners and soft hyphens has none.
    [[nodiscard]] bool speaks(std::size_t i) const {
        const std::uint32_t end = pieces_[i].range.end;
        return std::any_of(runs_[i].glyphs.begin(), runs_[i].glyphs.end(),
                           [end](const font::Glyph& glyph) { return glyph.cluster < end; });
    }

    // Every piece answers for its own text and for that of the silent pieces after it, the first also for
    // those before.
    void give_sources(TextRange line) {
        std::optional<std::size_t> last;
        std::uint32_t begin = line.begin;
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            const std::uint32_t end = pieces_[i].range.end;
            runs_[i].sources.assign(runs_[i].glyphs.size(), {end, end});
            if (!speaks(i)) continue;
            if (last) give_sources(*last, {begin, pieces_[i].range.begin});
            if (last) begin = pieces_[i].range.begin;
            last = i;
        }
        if (last) give_sources(*last, {begin, line.end});
    }

    // A cluster's text reaches to where the next one starts, so that bytes without a glyph of their own (soft
    // hyphens) go with the letter before them; those at the start go with the first letter. Clusters rise in
    // the order in which the glyphs are read, so they are gone through against it.
    void give_sources(std::size_t i, TextRange text) {
        const Glyphs& glyphs = runs_[i].glyphs;
        const std::uint32_t own_end = pieces_[i].range.end;
        const bool rtl = runs_[i].right_to_left;
        const std::size_t count = glyphs.size();
        const auto read_as = [&](std::size_t back) { return rtl ? back : count - 1 - back; };
        std::uint32_t next = text.end;
        for (std::size_t back = 0; back < count;) {
            const std::uint32_t cluster = glyphs[read_as(back)].cluster;
            std::size_t behind = back + 1;
            while (behind < count && glyphs[read_as(behind)].cluster == cluster) ++behind;
            if (cluster < own_end) {
                assert(behind == count || glyphs[read_as(behind)].cluster < cluster);
                const std::uint32_t begin = behind == count ? text.begin : cluster;
                for (std::size_t g = back; g < behind; ++g) runs_[i].sources[read_as(g)] = {next, next};
                runs_[i].sources[rtl ? back : read_as(behind - 1)] = {begin, next};
                next = cluster;
            }
            back = behind;
        }
    }

    std::vector<LineRun> in_visual_order() {
        std::vector<std::uint8_t> levels;
        std::vector<std::optional<std::size_t>> run_of;  // parallel to the levels; none: an isolate's mark
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            const ShapedRun& run = *pieces_[i].run;
            const bool marked =
                run.mark_before != unicode::no_mark && pieces_[i].range.begin == run.range.begin;
            if (i > 0 && marked) {
                levels.push_back(run.mark_before);
                run_of.emplace_back();
            }
            levels.push_back(run.level);
            run_of.emplace_back(i);
        }
        std::vector<LineRun> visual;
        for (const std::size_t at : unicode::visual_order(levels)) {
            const std::optional<std::size_t> i = run_of[at];
            if (i && !runs_[*i].glyphs.empty()) visual.push_back(std::move(runs_[*i]));
        }
        return visual;
    }

    const style::StyledParagraph& paragraph_;
    const ShapedParagraph& shaped_;
    const font::Library& fonts_;
    std::vector<Piece> pieces_;
    std::vector<LineRun> runs_;  // parallel to the pieces
};

}  // namespace

std::vector<LineRun> cut_line(const style::StyledParagraph& paragraph, const ShapedParagraph& shaped,
                              std::optional<std::size_t> from, std::size_t to, const font::Library& fonts) {
    assert(to < shaped.opportunities.size() && (!from || *from < to));
    const Opportunity& end = shaped.opportunities[to];
    const std::uint32_t begin = from ? shaped.opportunities[*from].next_start : 0;
    const bool hyphen_before = from && shaped.opportunities[*from].repeats_hyphen;
    return LineCutter(paragraph, shaped, fonts)
        .cut({begin, end.line_end}, hyphen_before, end.kind == BreakKind::hyphen);
}

}  // namespace brochure::text
