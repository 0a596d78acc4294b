#include "layout/figures/ink_box.hpp"

#include <optional>

namespace brochure::layout {

Rect ink_of(const GlyphRun& run, const font::Library& fonts) {
    std::optional<Rect> box;
    visit_ink(run, fonts, [&](const Rect& ink) { box = box ? box->united(ink) : ink; });
    return box.value_or(Rect{run.origin, {}});
}

}  // namespace brochure::layout
