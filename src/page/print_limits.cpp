#include "page/print_limits.hpp"

#include <algorithm>
#include <optional>

namespace brochure::page {

namespace {

// Whether the run's whole box keeps clear of the edges: most do, and need no look at their ink.
bool is_well_inside(const GlyphRun& run, const Size& trim) {
    Length width;
    for (const PlacedGlyph& glyph : run.glyphs) width += glyph.advance;
    const Rect box = Rect::from_edges(run.origin.x, run.origin.y - run.size * 2, run.origin.x + width,
                                      run.origin.y + run.size)
                         .inflated(run.size / 2 + safe_margin);
    return box.left() > Length{} && box.top() > Length{} && box.right() < trim.width &&
           box.bottom() < trim.height;
}

}  // namespace

Rect ink_of(const GlyphRun& run, const font::Library& fonts) {
    std::optional<Rect> box;
    Length pen = run.origin.x;
    for (const PlacedGlyph& glyph : run.glyphs) {
        const Rect ink = fonts.glyph_bounds(run.face, glyph.id, run.size)
                             .moved({pen + glyph.offset.x, run.origin.y - glyph.offset.y});
        pen += glyph.advance;
        if (ink.size.width <= Length{} || ink.size.height <= Length{}) continue;
        box = box ? box->united(ink) : ink;
    }
    return box.value_or(Rect{run.origin, {}});
}

Length distance_to_trim(const GlyphRun& run, const Size& trim, const font::Library& fonts) {
    Length nearest = Length::max();
    if (is_well_inside(run, trim)) return nearest;
    Length pen = run.origin.x;
    for (const PlacedGlyph& glyph : run.glyphs) {
        const Rect ink = fonts.glyph_bounds(run.face, glyph.id, run.size)
                             .moved({pen + glyph.offset.x, run.origin.y - glyph.offset.y});
        pen += glyph.advance;
        if (ink.size.width <= Length{} || ink.size.height <= Length{}) continue;
        nearest =
            std::min({nearest, ink.left(), ink.top(), trim.width - ink.right(), trim.height - ink.bottom()});
    }
    return nearest;
}

}  // namespace brochure::page
