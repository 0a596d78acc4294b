// The ink box: what printed letters cover, which is not where they were set.
// In: a run of glyphs as placed. Out: a box on the page.
#pragma once

#include "base/length.hpp"
#include "font/font.hpp"
#include "layout/items.hpp"

namespace brochure::layout {

// Calls `visit` with what each glyph of a run covers, if it covers anything.
template <class Visit>
void visit_ink(const GlyphRun& run, const font::Library& fonts, Visit&& visit) {
    Length pen = run.origin.x;
    for (const PlacedGlyph& glyph : run.glyphs) {
        const Rect ink = fonts.glyph_bounds(run.face, glyph.id, run.size)
                             .moved({pen + glyph.offset.x, run.origin.y - glyph.offset.y});
        pen += glyph.advance;
        if (ink.size.width > Length{} && ink.size.height > Length{}) visit(ink);
    }
}

// What the glyphs of a run cover; empty, at its origin, for one of spaces.
Rect ink_of(const GlyphRun& run, const font::Library& fonts);

}  // namespace brochure::layout
