// The geometry of SVG's basic shapes and paths (SVG 1.1, chapters 8 and 9).
// In: one element. Out: its path in the element's own coordinates; empty if SVG draws nothing; errors for
// values that cannot be read.
#pragma once

#include <string_view>
#include <vector>

#include "picture/picture.hpp"
#include "picture/svg/svg_source.hpp"

namespace brochure::picture {

struct Shape {
    std::string_view name;
    std::string_view attributes;  // what it may carry besides its paint, parted by spaces
    std::vector<PathStep> (*path)(xml::Node element, SvgSource& source);
    bool has_area = true;  // else there is nothing to fill
};

// Null if `name` is no shape.
const Shape* shape_named(std::string_view name);

// A length attribute; `otherwise` where it is missing or, after an error, unreadable.
double length_of(xml::Node element, const char* attribute, SvgSource& source, double otherwise = 0);

}  // namespace brochure::picture
