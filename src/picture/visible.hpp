// What of a drawing can be seen. In: paths as they are painted, the drawing's viewBox. Out: whether any of it
// shows. Told by points and control points: a shape that only surrounds the viewBox counts as seen.
#pragma once

#include "picture/picture.hpp"

namespace brochure::picture {

// Whether the path paints anything at all: an area that is filled, or a line with a length.
bool leaves_a_mark(const VectorPath& path);

// Whether it does so inside the viewBox, which all the rest is cut off at.
bool is_seen(const VectorPath& path, const Drawing& drawing);

}  // namespace brochure::picture
