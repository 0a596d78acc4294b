#include "page/ink_box.hpp"

#include <optional>

namespace brochure::page {

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

}  // namespace brochure::page
