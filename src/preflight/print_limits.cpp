#include "preflight/print_limits.hpp"

#include <algorithm>

#include "layout/figures/ink_box.hpp"

namespace brochure::preflight {

namespace {

// Whether the run's whole box keeps clear of the edges: most do, and need no look at their ink.
bool is_well_inside(const page::GlyphRun& run, const Size& trim) {
    Length width;
    for (const page::PlacedGlyph& glyph : run.glyphs) width += glyph.advance;
    const Rect box = Rect::from_edges(run.origin.x, run.origin.y - run.size * 2, run.origin.x + width,
                                      run.origin.y + run.size)
                         .inflated(run.size / 2 + safe_margin);
    return box.left() > Length{} && box.top() > Length{} && box.right() < trim.width &&
           box.bottom() < trim.height;
}

}  // namespace

Length distance_to_trim(const page::GlyphRun& run, const Size& trim, const font::Library& fonts) {
    Length nearest = Length::max();
    if (is_well_inside(run, trim)) return nearest;
    layout::visit_ink(run, fonts, [&](const Rect& ink) {
        nearest =
            std::min({nearest, ink.left(), ink.top(), trim.width - ink.right(), trim.height - ink.bottom()});
    });
    return nearest;
}

}  // namespace brochure::preflight
