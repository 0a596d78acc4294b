// What is seen at a spot of a picture. In: a picture, and how far the spot lies from its left and upper edge,
// in shares of its width and height. Out: the colour there, or none where the picture lets through what lies
// below it. Curves are followed closely enough for a letter to be found on this or that side of them; strokes
// are left out, being thin.
#pragma once

#include <optional>
#include <vector>

#include "base/colour.hpp"
#include "picture/picture.hpp"
#include "picture/visible.hpp"

namespace brochure::picture {

// Made once for many questions. The picture must outlive it.
class Surface {
  public:
    explicit Surface(const Picture& picture);

    [[nodiscard]] std::optional<Colour> at(double across, double down) const;

  private:
    struct Spot {
        double x = 0, y = 0;
    };
    using Polygon = std::vector<Spot>;
    struct Area {
        Bounds bounds;
        std::vector<Polygon> polygons;
        bool even_odd = false;
        Colour colour;
        std::vector<std::uint32_t> clips;

        [[nodiscard]] bool holds(const Spot& spot) const;
    };

    static Spot on_curve(const Spot& from, const PathStep& step, double t);
    static std::vector<Polygon> polygons_of(const VectorPath& path);
    static int winding(const Polygon& polygon, const Spot& spot);

    const Picture& picture_;
    std::vector<Area> areas_;  // of a drawing, the uppermost first
    std::vector<Area> clips_;
};

}  // namespace brochure::picture
