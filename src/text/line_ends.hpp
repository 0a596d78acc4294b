// Line ends: how the glyphs at the two ends of a line differ from those of the unbroken paragraph.
// In: a shaped run and an offset in it. Out: the stretch that must be shaped anew, and its glyphs. What is
// measured when opportunities are found and what is set when a line is cut both come from here, so they
// agree.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "font/font.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::text {

inline constexpr std::string_view added_hyphen = "-";

// The last offset before `offset` where the run's glyphs may be parted unchanged; the run's start counts.
std::uint32_t last_safe_start(const ShapedRun& run, std::uint32_t offset);
// The first such offset from `offset` on; the run's end counts.
std::uint32_t first_safe_start(const ShapedRun& run, std::uint32_t offset);
// The glyphs whose clusters are in [begin, end).
std::span<const font::Glyph> glyphs_between(const ShapedRun& run, std::uint32_t begin, std::uint32_t end);

inline bool right_to_left(const ShapedRun& run) { return run.level % 2 == 1; }

font::ShapeProperties shape_properties(const style::StyledParagraph& paragraph, const ShapedRun& run);

// The glyphs of `range`, which lies in the run, as if nothing stood around it; with `hyphenated`, a hyphen
// follows, whose glyphs have the cluster range.end.
std::vector<font::Glyph> shape_alone(const style::StyledParagraph& paragraph, const ShapedRun& run,
                                     TextRange range, bool hyphenated, const font::Library& fonts);

Length total_advance(const std::vector<font::Glyph>& glyphs);

}  // namespace brochure::text
