// How the shapes of a drawing are painted: presentation attributes and style="…", inherited from group to
// shape. In: one element and the style around it. Out: the element's own style, or errors for what would
// paint it otherwise than we can.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "picture/picture.hpp"
#include "picture/svg/svg_sheet.hpp"
#include "picture/svg/svg_source.hpp"

namespace brochure::picture {

// Initial values of SVG 1.1, chapter 11.
struct Style {
    std::optional<base::Colour> fill = base::Colour{};
    bool even_odd = false, clips_even_odd = false;
    std::optional<base::Colour> stroke;
    Stroke pen;  // everything about the stroke but its colour
    // Half-transparent paint, which we cannot draw. It is no fault where nothing is painted: editors leave it
    // beside fill="none".
    std::optional<Declaration> fill_opacity, stroke_opacity;
    bool fill_unseen = false, stroke_unseen = false;  // an opacity of 0
    double font_size = 16;
    bool bold = false;
    int anchor = 0;
    base::Colour colour;  // what currentColor stands for
    bool fill_is_current = false, stroke_is_current = false;
    // Not inherited.
    bool displayed = true, unseen = false;
    std::optional<Declaration> clip;

    [[nodiscard]] bool shows() const { return displayed && !unseen; }
    [[nodiscard]] std::optional<base::Colour> seen_fill() const { return fill_unseen ? std::nullopt : fill; }
    [[nodiscard]] std::optional<base::Colour> seen_stroke() const {
        return stroke_unseen || pen.width <= 0 ? std::nullopt : stroke;
    }
};

// The style of `element`, given its parent's. Attributes named in `own` and `transform` are left to the
// caller; every other attribute is either understood here, without effect on the picture, or an error. A clip
// is left to the caller as well.
Style style_of(xml::Node element, Style inherited, std::string_view own, const StyleSheet& sheet,
               SvgSource& source);

// Reports a property and its value as what cannot be drawn.
void refuse_property(const Declaration& declaration, std::string_view remedy, SvgSource& source);
inline constexpr std::string_view to_paths =
    "Convert it to plain paths before export, or place the drawing as PNG.";
inline constexpr std::string_view flatten =
    "Flatten transparency before export, or choose the lighter colour itself.";

// True if `word` is among `words`, which are parted by single spaces.
bool is_among(std::string_view word, std::string_view words);

}  // namespace brochure::picture
