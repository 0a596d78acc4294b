#include "text/line_ends.hpp"

#include <algorithm>
#include <functional>

#include "text/han_spacing.hpp"

namespace brochure::text {

namespace {

template <class Iterator>
std::uint32_t first_safe(Iterator at, Iterator end, std::uint32_t otherwise) {
    const auto safe = std::find_if(at, end, [](const font::Glyph& glyph) { return !glyph.unsafe_to_break; });
    return safe == end ? otherwise : safe->cluster;
}

bool starts_before(const font::Glyph& glyph, std::uint32_t offset) { return glyph.cluster < offset; }

// Calls use(first, last) with the glyphs in logical order.
template <class Use>
std::uint32_t in_logical_order(const ShapedRun& run, Use use) {
    return right_to_left(run) ? use(run.glyphs.rbegin(), run.glyphs.rend())
                              : use(run.glyphs.begin(), run.glyphs.end());
}

}  // namespace

std::uint32_t last_safe_start(const ShapedRun& run, std::uint32_t offset) {
    return in_logical_order(run, [&](auto first, auto last) {
        const auto at = std::lower_bound(first, last, offset, starts_before);
        return first_safe(std::make_reverse_iterator(at), std::make_reverse_iterator(first), run.range.begin);
    });
}

std::uint32_t first_safe_start(const ShapedRun& run, std::uint32_t offset) {
    if (offset == run.range.begin) return offset;
    return in_logical_order(run, [&](auto first, auto last) {
        return first_safe(std::lower_bound(first, last, offset, starts_before), last, run.range.end);
    });
}

std::span<const font::Glyph> glyphs_between(const ShapedRun& run, std::uint32_t begin, std::uint32_t end) {
    const auto count_before = [&](std::uint32_t offset) {
        const auto starts_at_or_after = [&](const font::Glyph& glyph) { return glyph.cluster >= offset; };
        const auto at = right_to_left(run)
                            ? std::ranges::partition_point(run.glyphs, starts_at_or_after)
                            : std::ranges::partition_point(run.glyphs, std::not_fn(starts_at_or_after));
        return static_cast<std::size_t>(at - run.glyphs.begin());
    };
    const std::size_t at_begin = count_before(begin), at_end = count_before(end);
    const std::size_t first = std::min(at_begin, at_end);
    return std::span{run.glyphs}.subspan(first, std::max(at_begin, at_end) - first);
}

font::ShapeProperties shape_properties(const style::StyledParagraph& paragraph, const ShapedRun& run) {
    font::ShapeProperties properties;
    properties.script = run.script;
    properties.language = paragraph.runs[run.styled_run].language;
    properties.right_to_left = right_to_left(run);
    properties.tabular_figures = paragraph.style->tabular_figures;
    return properties;
}

std::vector<font::Glyph> shape_alone(const style::StyledParagraph& paragraph, const ShapedRun& run,
                                     TextRange range, bool hyphenated, const font::Library& fonts) {
    std::string text{range.of(paragraph.text)};
    if (hyphenated) text += added_hyphen;
    const auto end = static_cast<std::uint32_t>(text.size());
    std::vector<font::Glyph> glyphs =
        fonts.shape(run.face, run.size, text, {0, end}, shape_properties(paragraph, run));
    for (font::Glyph& glyph : glyphs) glyph.cluster += range.begin;
    HanSpacing(paragraph, run, fonts).apply(glyphs, range);
    return glyphs;
}

Length total_advance(const std::vector<font::Glyph>& glyphs) {
    Length total;
    for (const font::Glyph& glyph : glyphs) total += glyph.advance;
    return total;
}

}  // namespace brochure::text
