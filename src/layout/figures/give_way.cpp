#include "layout/figures/give_way.hpp"

#include <algorithm>
#include <optional>

#include "base/contrast.hpp"
#include "layout/figures/ink_box.hpp"
#include "picture/colour_at.hpp"

namespace brochure::layout {

namespace {

// Finer than any stroke of a letter on a cover.
constexpr Length step = Length::millimetres(0.5);

class Skyline {
  public:
    Skyline(const picture::Picture& picture, const Rect& placed) : surface_(picture), placed_(placed) {}

    // How far down from the picture's upper edge words of a colour could be read, at `x`; none if that is
    // beyond `deepest`.
    [[nodiscard]] std::optional<Length> clear_until(Length x, Length deepest, const Colour& words) const {
        const double across = share(x - placed_.left(), placed_.size.width);
        for (Length y; y < deepest; y += step) {
            const auto seen = surface_.at(across, share(y, placed_.size.height));
            if (seen && base::contrast_ratio(words, *seen) < base::large_text_contrast) return y;
        }
        return std::nullopt;
    }

  private:
    static double share(Length part, Length whole) { return part.to_points() / whole.to_points(); }

    picture::Surface surface_;
    Rect placed_;
};

}  // namespace

Length way_given(const picture::Picture& picture, const Rect& placed, const std::vector<GlyphRun>& words,
                 Length gap, const font::Library& fonts) {
    const Skyline skyline(picture, placed);
    Length way;
    for (const GlyphRun& run : words) {
        const Rect ink = ink_of(run, fonts);
        if (ink.top() > placed.top() + placed.size.height / 2) continue;  // in the foot
        const Length deepest = ink.bottom() + gap - placed.top();
        for (Length x = ink.left() - gap; x <= ink.right() + gap; x += step) {
            if (const auto clear = skyline.clear_until(x, deepest, run.colour))
                way = std::max(way, deepest - *clear);
        }
    }
    return std::min(way, placed.size.height / 2);
}

}  // namespace brochure::layout
