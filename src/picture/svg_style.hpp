// How the shapes of a drawing are painted: presentation attributes and style="…", inherited from group to
// shape. In: one element and the style around it. Out: the element's own style, or errors for what would
// paint it otherwise than we can.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "picture/picture.hpp"
#include "picture/svg_source.hpp"

namespace brochure::picture {

// Initial values of SVG 1.1, chapter 11.
struct Style {
    std::optional<base::Colour> fill = base::Colour{};
    bool even_odd = false;
    std::optional<base::Colour> stroke;
    Stroke pen;  // everything about the stroke but its colour
    double font_size = 16;
    bool bold = false;
    int anchor = 0;
    bool displayed = true;  // not inherited
};

// A name and its value as they stand in the source.
struct Declaration {
    std::string_view name, value;
};

// The style of `element`, given its parent's. Attributes named in `own` and `transform` are left to the
// caller; every other attribute is either understood here, without effect on the picture, or an error.
Style style_of(pugi::xml_node element, Style inherited, std::string_view own, SvgSource& source);

// True if `word` is among `words`, which are parted by single spaces.
bool is_among(std::string_view word, std::string_view words);

}  // namespace brochure::picture
