// The elements of a drawing that hold others: groups, copies, drawings within drawings, and what clips them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "diag/codes.hpp"
#include "picture/svg_reader.hpp"
#include "picture/svg_values.hpp"

namespace brochure::picture {

namespace {

constexpr std::string_view root_attributes =
    "x y width height viewBox preserveAspectRatio zoomAndPan contentScriptType contentStyleType";

constexpr std::string_view link_attributes =
    "transform href xlink:href target download rel hreflang type referrerpolicy ping";

// Nothing of these is drawn where they stand; whoever refers to one is refused there, or draws it.
constexpr std::string_view definitions =
    "title desc metadata defs symbol clipPath mask filter linearGradient radialGradient pattern marker style "
    "view "
    "cursor font font-face color-profile";

// One may hold others, so that few of them stand for countless shapes.
constexpr std::size_t max_elements = 500'000;

struct Refused {
    std::string_view name, remedy;
};
constexpr auto refused = std::to_array<Refused>({
    {"foreignObject", "Convert the text to labels: <text data-label=\"…\">."},
    {"image", "Place the bitmap as a picture of its own, or trace it to paths."},
    {"script", "Remove the script from the drawing."},
    {"textPath", "Convert text on a path to plain paths before export."},
    {"tspan", "Put the words directly in <text>, one line each."},
});

}  // namespace

void refuse_element(pugi::xml_node element, std::string_view name, SvgSource& source) {
    const auto* const known = std::ranges::find(refused, name, &Refused::name);
    source.error(
        diag::code::svg_element, element.name(), fmt::format("<{}> cannot be drawn.", element.name()),
        known == refused.end() ? "Convert it to plain paths before export, or place the drawing as PNG."
                               : std::string(known->remedy));
}

Drawing DrawingReader::read() {
    const pugi::xml_node root = source_.root();
    const Style style = style_of(root, {}, root_attributes, sheet_, source_);
    read_size(root);
    check_aspect(root);
    for (const pugi::xml_node script : source_.elements_named("script"))
        refuse_element(script, "script", source_);
    for (const pugi::xml_node child : root.children()) read_element(child, style, {});
    if (style.clip) check_clip(*style.clip, {}, 0);
    return std::move(drawing_);
}

void DrawingReader::read_size(pugi::xml_node root) {
    if (const auto box = view_box_of(root, source_)) {
        drawing_.x = box->x, drawing_.y = box->y;
        drawing_.width = box->width, drawing_.height = box->height;
        return;
    }
    if (root.attribute("viewBox")) return;  // unreadable, and reported
    const auto width = parse_length(root.attribute("width").value());
    const auto height = parse_length(root.attribute("height").value());
    if (width.value && height.value && *width.value > 0 && *height.value > 0) {
        drawing_.width = *width.value, drawing_.height = *height.value;
        return;
    }
    source_.error(diag::code::svg_size, root.name(), "The drawing does not say how large it is.",
                  "Give <svg> a viewBox, or a width and a height in px or mm.");
}

// The layout scales a drawing evenly and shows all of it, as preserveAspectRatio does unless it says
// otherwise.
void DrawingReader::check_aspect(pugi::xml_node root) {
    const pugi::xml_attribute aspect = root.attribute("preserveAspectRatio");
    const std::string_view value = aspect.value();
    if (value != "none" && value.find("slice") == std::string_view::npos) return;
    source_.error(diag::code::svg_property, aspect.name(), "A drawing is neither stretched nor cut to fit.",
                  "Remove preserveAspectRatio.");
}

void DrawingReader::read_element(pugi::xml_node element, const Style& around, const Matrix& outer) {
    if (element.type() != pugi::node_element) return;  // text between shapes is not drawn in SVG
    if (++elements_ > max_elements) {
        source_.error(diag::code::svg_too_complex, source_.root().name(),
                      fmt::format("With its copies the drawing has more than {} elements.", max_elements),
                      "Simplify it, or place it as PNG.");
        return;
    }
    const QualifiedName name = qualified_name(element);
    if (name.space == Namespace::foreign || is_among(name.local, definitions)) return;
    if (name.local == "g") {
        read_group(element, "transform", around, outer);
    } else if (name.local == "a") {
        read_group(element, link_attributes, around, outer);
    } else if (name.local == "switch") {
        read_alternative(element, around, outer);
    } else if (name.local == "use") {
        read_use(element, around, outer);
    } else if (name.local == "svg") {
        const Style style = style_of(element, around, root_attributes, sheet_, source_);
        const Box port = port_of(element, drawing_.width, drawing_.height);
        if (style.shows()) read_viewport(element, style, outer, port);
    } else if (name.local == "text") {
        read_label(element, around, outer);
    } else if (const Shape* shape = shape_named(name.local)) {
        read_shape(element, *shape, around, outer);
    } else if (name.local != "script") {
        refuse_element(element, name.local, source_);
    }
}

void DrawingReader::read_group(pugi::xml_node element, std::string_view own, const Style& around,
                               const Matrix& outer) {
    const Style style = style_of(element, around, own, sheet_, source_);
    if (style.shows()) read_children(element, style, matrix_of(element, outer));
}

void DrawingReader::read_children(pugi::xml_node element, const Style& style, const Matrix& matrix) {
    const std::size_t from = drawing_.paths.size();
    for (const pugi::xml_node child : element.children()) read_element(child, style, matrix);
    if (style.clip) check_clip(*style.clip, matrix, from);
}

// The first that asks for nothing (SVG 1.1, 5.8.2): neither a language nor what only one program knows.
void DrawingReader::read_alternative(pugi::xml_node element, const Style& around, const Matrix& outer) {
    const Style style = style_of(element, around, "transform", sheet_, source_);
    if (!style.shows()) return;
    for (const pugi::xml_node child : element.children()) {
        if (child.type() != pugi::node_element || qualified_name(child).space == Namespace::foreign) continue;
        if (child.attribute("systemLanguage") || child.attribute("requiredExtensions")) continue;
        read_element(child, style, matrix_of(element, outer));
        return;
    }
}

// What a use refers to, if it is in this drawing.
pugi::xml_node DrawingReader::target_of(pugi::xml_node element) {
    const pugi::xml_attribute plain = element.attribute("href");
    const pugi::xml_attribute href = plain ? plain : element.attribute("xlink:href");
    const std::string_view reference = trimmed(href.value());
    if (!reference.starts_with('#')) {
        source_.error(diag::code::svg_unsafe, href ? href.name() : element.name(),
                      fmt::format("<{}> refers to nothing in this drawing.", element.name()),
                      "Put the shape itself in the drawing.");
        return {};
    }
    const pugi::xml_node target = source_.element_of(reference.substr(1));
    if (!target)
        source_.error(diag::code::svg_value, href.value(),
                      fmt::format("Nothing in the drawing has the id '{}'.", reference.substr(1)),
                      "Export the drawing again, or take this copy out.");
    return target;
}

void DrawingReader::read_use(pugi::xml_node element, const Style& around, const Matrix& outer) {
    const Style style =
        style_of(element, around, "transform x y width height href xlink:href", sheet_, source_);
    if (!style.shows()) return;
    const pugi::xml_node target = target_of(element);
    if (!target) return;
    if (std::ranges::find(within_uses_, target) != within_uses_.end() ||
        within_uses_.size() == static_cast<std::size_t>(max_svg_depth)) {
        source_.error(diag::code::svg_too_complex, element.name(), "This copy holds itself.",
                      "Take it out of what it is a copy of.");
        return;
    }
    const Matrix matrix = matrix_of(element, outer) * Matrix{.e = length_of(element, "x", source_),
                                                             .f = length_of(element, "y", source_)};
    const std::size_t from = drawing_.paths.size();
    within_uses_.push_back(target);
    read_copy(element, target, style, matrix);
    within_uses_.pop_back();
    if (style.clip) check_clip(*style.clip, matrix, from);
}

// A symbol is drawn where it is used and nowhere else; the use says how large.
void DrawingReader::read_copy(pugi::xml_node use, pugi::xml_node target, const Style& style,
                              const Matrix& matrix) {
    const QualifiedName name = qualified_name(target);
    const bool sized = name.local == "symbol" || name.local == "svg";
    if (name.space == Namespace::foreign || !sized) {
        read_element(target, style, matrix);
        return;
    }
    const Box own = port_of(target, drawing_.width, drawing_.height);
    const Box port{own.x, own.y, length_of(use, "width", source_, own.width),
                   length_of(use, "height", source_, own.height)};
    const Style inner = style_of(target, style, root_attributes, sheet_, source_);
    if (inner.shows()) read_viewport(target, inner, matrix, port);
}

// A drawing's box within another; "100%" is all of it.
Box DrawingReader::port_of(pugi::xml_node element, double width, double height) {
    const auto size = [&](const char* attribute, double whole) {
        const std::string_view value = trimmed(element.attribute(attribute).value());
        return value.empty() || value == "100%" || value == "auto" ? whole
                                                                   : length_of(element, attribute, source_);
    };
    return {length_of(element, "x", source_), length_of(element, "y", source_), size("width", width),
            size("height", height)};
}

void DrawingReader::read_viewport(pugi::xml_node element, const Style& style, const Matrix& outer,
                                  const Box& port) {
    if (port.width <= 0 || port.height <= 0) return;
    const auto view_box = view_box_of(element, source_);
    const Matrix inner = view_box ? fitting(*view_box, port, element) : Matrix{.e = port.x, .f = port.y};
    const std::size_t from = drawing_.paths.size();
    read_children(element, style, outer * inner);
    if (std::string_view(element.attribute("overflow").value()) == "visible") return;
    if (outer.keeps_boxes() && lies_within(under(outer, port), from)) return;
    source_.error(
        diag::code::svg_element, element.name(),
        fmt::format("What <{}> holds reaches beyond its edge, where it would be cut.", element.name()),
        "Cut the shapes themselves before export (in Inkscape: Path, Intersection).");
}

// Drawing programs clip with a plain box around everything, which cuts nothing; all else is refused.
void DrawingReader::check_clip(const Declaration& clip, const Matrix& matrix, std::size_t from) {
    std::string_view name = clip.value;
    if (name.starts_with("url(") && name.ends_with(')')) {
        name = trimmed(name.substr(4, name.size() - 5));
        if (name.size() > 2 && (name.front() == '"' || name.front() == '\''))
            name = name.substr(1, name.size() - 2);
    }
    const pugi::xml_node path = name.starts_with('#') ? source_.element_of(name.substr(1)) : pugi::xml_node();
    const pugi::xml_node box = path.child("rect");
    const bool plain = box && path.first_child() == box && path.last_child() == box &&
                       !path.attribute("clipPathUnits") && !path.attribute("transform") &&
                       !box.attribute("transform") && !box.attribute("rx") && !box.attribute("ry") &&
                       matrix.keeps_boxes();
    if (plain) {
        const Box cut{length_of(box, "x", source_), length_of(box, "y", source_),
                      length_of(box, "width", source_), length_of(box, "height", source_)};
        if (lies_within(under(matrix, cut), from)) return;
    }
    refuse_property(clip, "Cut the shapes themselves before export (in Inkscape: Path, Intersection).",
                    source_);
}

// Whether all of the paths from there on that can be seen lies in a box; what is outside the viewBox is not.
bool DrawingReader::lies_within(const Bounds& box, std::size_t from) const {
    constexpr double slack = 1e-3;  // of the box: rounding on export
    const double more = slack * box.size();
    const Bounds all{drawing_.x, drawing_.y, drawing_.x + drawing_.width, drawing_.y + drawing_.height};
    return std::all_of(drawing_.paths.begin() + static_cast<std::ptrdiff_t>(from), drawing_.paths.end(),
                       [&](const VectorPath& path) {
                           const Bounds ink = bounds_of(path);
                           const double pen = path.stroke ? path.stroke->width / 2 : 0;
                           return std::max(ink.left - pen, all.left) >= box.left - more &&
                                  std::max(ink.top - pen, all.top) >= box.top - more &&
                                  std::min(ink.right + pen, all.right) <= box.right + more &&
                                  std::min(ink.bottom + pen, all.bottom) <= box.bottom + more;
                       });
}

}  // namespace brochure::picture
