// Cutting a line out of a shaped paragraph: the paragraph's own glyphs, but for the few at a cut that must be
// shaped anew, and every byte of the line's text given to one glyph.
#include <algorithm>
#include <cassert>
#include <iterator>
#include <vector>

#include "text/line_ends.hpp"
#include "text/shaped_document.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

namespace {

using Glyphs = std::vector<font::Glyph>;

void append(Glyphs& glyphs, const Glyphs& more) { glyphs.insert(glyphs.end(), more.begin(), more.end()); }

// A run's part of the line, and which hyphens are added to it.
struct Piece {
    const ShapedRun* run = nullptr;
    TextRange range;
    bool hyphen_after = false;
    bool hyphen_before = false;
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
        pieces_.front().hyphen_before = hyphen_before;
        pieces_.back().hyphen_after = hyphen_after;
        for (const Piece& piece : pieces_) runs_.push_back(line_run(piece));
        give_silent_bytes();
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
        Glyphs middle;
        Glyphs end;
        if (kept_from > range.begin)
            start = shape_alone(paragraph_, run, {range.begin, kept_from}, false, fonts_);
        std::copy_if(
            run.glyphs.begin(), run.glyphs.end(), std::back_inserter(middle),
            [&](const font::Glyph& glyph) { return kept_from <= glyph.cluster && glyph.cluster < kept_to; });
        if (!end_holds) end = shape_alone(paragraph_, run, {kept_to, range.end}, piece.hyphen_after, fonts_);
        if (right_to_left(run)) std::swap(start, end);
        append(start, middle);
        append(start, end);
        return start;
    }

    [[nodiscard]] LineRun line_run(const Piece& piece) const {
        LineRun line_run;
        line_run.styled_run = piece.run->styled_run;
        line_run.face = piece.run->face;
        line_run.glyphs = glyphs_of(piece);
        line_run.sources = sources_of(line_run.glyphs, piece.range);
        line_run.ends_in_added_hyphen = piece.hyphen_after;
        line_run.starts_in_added_hyphen = piece.hyphen_before;
        if (piece.hyphen_before) add_hyphen_before(line_run, piece);
        return line_run;
    }

    void add_hyphen_before(LineRun& line_run, const Piece& piece) const {
        const std::uint32_t at = piece.range.begin;
        const Glyphs hyphen = shape_alone(paragraph_, *piece.run, {at, at}, true, fonts_);
        const bool rtl = right_to_left(*piece.run);
        line_run.glyphs.insert(rtl ? line_run.glyphs.end() : line_run.glyphs.begin(), hyphen.begin(),
                               hyphen.end());
        line_run.sources.insert(rtl ? line_run.sources.end() : line_run.sources.begin(), hyphen.size(),
                                {at, at});
    }

    // A cluster's text reaches to where the next one starts, so that bytes without a glyph of their own (soft
    // hyphens) go with the letter before them; those at the piece's start go with the first letter.
    static std::vector<TextRange> sources_of(const Glyphs& glyphs, TextRange piece) {
        std::vector<std::uint32_t> starts;
        for (const font::Glyph& glyph : glyphs) {
            if (glyph.cluster < piece.end) starts.push_back(glyph.cluster);
        }
        std::sort(starts.begin(), starts.end());
        starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
        starts.push_back(piece.end);

        std::vector<TextRange> sources;
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const auto start = std::lower_bound(starts.begin(), starts.end(), glyphs[i].cluster);
            assert(start != starts.end());
            const bool added = *start == piece.end;
            const std::uint32_t end = added ? piece.end : *std::next(start);
            const bool same_cluster = i > 0 && glyphs[i - 1].cluster == glyphs[i].cluster;
            const std::uint32_t begin = start == starts.begin() ? piece.begin : *start;
            sources.push_back(same_cluster || added ? TextRange{end, end} : TextRange{begin, end});
        }
        return sources;
    }

    // A piece of nothing but invisible characters has no glyph: its bytes go with the piece before it, or
    // after it.
    void give_silent_bytes() {
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (!runs_[i].glyphs.empty()) continue;
            const TextRange silent = pieces_[i].range;
            for (LineRun& run : runs_) {
                for (TextRange& source : run.sources) {
                    if (source.empty()) continue;
                    if (source.end == silent.begin) {
                        source.end = silent.end;
                        pieces_[i].range.end = silent.begin;
                    } else if (pieces_[i].range.end != silent.begin && source.begin == silent.end && i == 0) {
                        source.begin = silent.begin;
                    }
                }
            }
        }
    }

    std::vector<LineRun> in_visual_order() {
        std::vector<std::uint8_t> levels;
        for (const Piece& piece : pieces_) levels.push_back(piece.run->level);
        std::vector<LineRun> visual;
        for (const std::size_t i : unicode::visual_order(levels)) {
            if (!runs_[i].glyphs.empty()) visual.push_back(std::move(runs_[i]));
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
