// Viewports: a drawing's own box, and how what stands in it is fitted there (SVG 1.1, chapter 7).
// In: an <svg> or <symbol>. Out: its viewBox, and the matrix from its coordinates to those around it; errors
// for values that cannot be read.
#pragma once

#include <optional>

#include "picture/matrix.hpp"
#include "picture/picture.hpp"
#include "picture/svg/svg_source.hpp"

namespace brochure::picture {

struct Box {
    double x = 0, y = 0, width = 0, height = 0;
};

// None where there is no viewBox, or, after an error, none that can be read.
std::optional<Box> view_box_of(xml::Node element, SvgSource& source);

// As preserveAspectRatio says: evenly and in the middle unless it says otherwise.
Matrix fitting(const Box& view_box, const Box& port, xml::Node element);

// The box as an area, under a matrix.
ClipArea box_under(const Matrix& matrix, const Box& box);

}  // namespace brochure::picture
