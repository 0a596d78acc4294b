// What of a drawing can be seen. In: paths as they are painted, the drawing's viewBox. Out: whether any of it
// shows. Told by points and control points: a shape that only surrounds the viewBox counts as seen.
#pragma once

#include <algorithm>
#include <limits>

#include "picture/picture.hpp"

namespace brochure::picture {

// The least box around the points and control points of a path; inside out where it has none.
struct Bounds {
    double left = std::numeric_limits<double>::max(), top = left;
    double right = -left, bottom = -left;

    void take_in(double x, double y);
    [[nodiscard]] bool is_point() const { return right <= left && bottom <= top; }
    [[nodiscard]] double size() const { return std::max(right - left, bottom - top); }
    [[nodiscard]] bool holds(const Bounds& other) const;
    [[nodiscard]] bool meets(const Bounds& other) const;
};
Bounds bounds_of(const VectorPath& path);

// Whether the path is one box with sides along the axes.
bool is_box(const VectorPath& path);

// Whether the path paints anything at all: an area that is filled, or a line with a length.
bool leaves_a_mark(const VectorPath& path);

// Whether it does so inside the viewBox and its clips, which all the rest is cut off at.
bool is_seen(const VectorPath& path, const Drawing& drawing);

}  // namespace brochure::picture
