// The elements of a drawing that hold others: groups, copies, drawings within drawings, and what clips them.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "diag/codes.hpp"
#include "picture/svg/svg_reader.hpp"
#include "picture/svg/svg_values.hpp"

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

void refuse_element(xml::Node element, std::string_view name, SvgSource& source) {
    const auto* const known = std::ranges::find(refused, name, &Refused::name);
    source.error(
        diag::code::svg_element, element.name(), fmt::format("<{}> cannot be drawn.", element.name()),
        known == refused.end() ? "Convert it to plain paths before export, or place the drawing as PNG."
                               : std::string(known->remedy));
}

Drawing DrawingReader::read() {
    const xml::Node root = source_.root();
    const Style style = style_of(root, {}, root_attributes, sheet_, source_);
    read_size(root);
    check_aspect(root);
    for (const xml::Node script : source_.elements_named("script")) refuse_element(script, "script", source_);
    read_children(root, style, {});
    return std::move(drawing_);
}

void DrawingReader::read_size(xml::Node root) {
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
void DrawingReader::check_aspect(xml::Node root) {
    const xml::Attribute aspect = root.attribute("preserveAspectRatio");
    const std::string_view value = aspect.value();
    if (value != "none" && value.find("slice") == std::string_view::npos) return;
    source_.error(diag::code::svg_property, aspect.name(), "A drawing is neither stretched nor cut to fit.",
                  "Remove preserveAspectRatio.");
}

void DrawingReader::read_element(xml::Node element, const Style& around, const Matrix& outer) {
    if (!element.is_element()) return;  // text between shapes is not drawn in SVG
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
    } else {
        refuse_element(element, name.local, source_);
    }
}

void DrawingReader::read_group(xml::Node element, std::string_view own, const Style& around,
                               const Matrix& outer) {
    const Style style = style_of(element, around, own, sheet_, source_);
    if (style.shows()) read_children(element, style, matrix_of(element, outer));
}

void DrawingReader::read_children(xml::Node element, const Style& style, const Matrix& matrix) {
    clipped(style.clip ? clip_of(*style.clip, matrix) : std::nullopt, [&] {
        for (const xml::Node child : element.children()) read_element(child, style, matrix);
    });
}

// The first that asks for nothing (SVG 1.1, 5.8.2): neither a language nor what only one program knows.
void DrawingReader::read_alternative(xml::Node element, const Style& around, const Matrix& outer) {
    const Style style = style_of(element, around, "transform", sheet_, source_);
    if (!style.shows()) return;
    for (const xml::Node child : element.children()) {
        if (!child.is_element() || qualified_name(child).space == Namespace::foreign) continue;
        if (child.attribute("systemLanguage") || child.attribute("requiredExtensions")) continue;
        read_element(child, style, matrix_of(element, outer));
        return;
    }
}

// What a use refers to, if it is in this drawing.
xml::Node DrawingReader::target_of(xml::Node element) {
    const xml::Attribute plain = element.attribute("href");
    const xml::Attribute href = plain ? plain : element.attribute("xlink:href");
    const std::string_view reference = trimmed(href.value());
    if (!reference.starts_with('#')) {
        source_.error(diag::code::svg_unsafe, href ? href.name() : element.name(),
                      fmt::format("<{}> refers to nothing in this drawing.", element.name()),
                      "Put the shape itself in the drawing.");
        return {};
    }
    const xml::Node target = source_.element_of(reference.substr(1));
    if (!target)
        source_.error(diag::code::svg_value, href.value(),
                      fmt::format("Nothing in the drawing has the id '{}'.", reference.substr(1)),
                      "Export the drawing again, or take this copy out.");
    return target;
}

void DrawingReader::read_use(xml::Node element, const Style& around, const Matrix& outer) {
    const Style style =
        style_of(element, around, "transform x y width height href xlink:href", sheet_, source_);
    if (!style.shows()) return;
    const xml::Node target = target_of(element);
    if (!target) return;
    if (std::ranges::find(within_uses_, target) != within_uses_.end() ||
        within_uses_.size() == static_cast<std::size_t>(max_svg_depth)) {
        source_.error(diag::code::svg_too_complex, element.name(), "This copy holds itself.",
                      "Take it out of what it is a copy of.");
        return;
    }
    const Matrix matrix = matrix_of(element, outer) * Matrix{.e = length_of(element, "x", source_),
                                                             .f = length_of(element, "y", source_)};
    within_uses_.push_back(target);
    clipped(style.clip ? clip_of(*style.clip, matrix) : std::nullopt,
            [&] { read_copy(element, target, style, matrix); });
    within_uses_.pop_back();
}

// A symbol is drawn where it is used and nowhere else; the use says how large.
void DrawingReader::read_copy(xml::Node use, xml::Node target, const Style& style, const Matrix& matrix) {
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
Box DrawingReader::port_of(xml::Node element, double width, double height) {
    const auto size = [&](const char* attribute, double whole) {
        const std::string_view value = trimmed(element.attribute(attribute).value());
        return value.empty() || value == "100%" || value == "auto" ? whole
                                                                   : length_of(element, attribute, source_);
    };
    return {length_of(element, "x", source_), length_of(element, "y", source_), size("width", width),
            size("height", height)};
}

void DrawingReader::read_viewport(xml::Node element, const Style& style, const Matrix& outer,
                                  const Box& port) {
    if (port.width <= 0 || port.height <= 0) return;
    const auto view_box = view_box_of(element, source_);
    const Matrix inner = view_box ? fitting(*view_box, port, element) : Matrix{.e = port.x, .f = port.y};
    const bool open = std::string_view(element.attribute("overflow").value()) == "visible";
    clipped(open ? std::nullopt : std::optional(box_under(outer, port)),
            [&] { read_children(element, style, outer * inner); });
}

// The shapes of a clipPath as one area (SVG 1.1, 14.3). Shapes side by side are fine; where they overlap, one
// area would have a hole where SVG has none.
std::optional<ClipArea> DrawingReader::clip_of(const Declaration& clip, const Matrix& matrix) {
    const auto refuse = [&] {
        refuse_property(clip, "Cut the shapes themselves before export (in Inkscape: Path, Intersection).",
                        source_);
        return std::nullopt;
    };
    std::string_view name = clip.value;
    if (!name.starts_with("url(") || !name.ends_with(')')) return refuse();
    name = trimmed(name.substr(4, name.size() - 5));
    if (name.size() > 2 && (name.front() == '"' || name.front() == '\''))
        name = name.substr(1, name.size() - 2);
    const xml::Node path = name.starts_with('#') ? source_.element_of(name.substr(1)) : xml::Node{};
    const bool boxed = std::string_view(path.attribute("clipPathUnits").value()) == "objectBoundingBox";
    if (!path || qualified_name(path).local != "clipPath" || boxed) return refuse();
    const Style around = style_of(path, {}, "transform clipPathUnits", sheet_, source_);
    if (around.clip) return refuse();
    ClipArea area;
    std::vector<Bounds> parts;
    for (const xml::Node child : path.children()) {
        if (!child.is_element() || is_among(qualified_name(child).local, definitions)) continue;
        const Shape* shape = shape_named(qualified_name(child).local);
        if (shape == nullptr) return refuse();
        const Style style = style_of(child, around, shape->attributes, sheet_, source_);
        if (!style.displayed) continue;
        if (style.clip) return refuse();
        const VectorPath part{
            transformed(shape->path(child, source_), matrix_of(child, matrix_of(path, matrix)))};
        const Bounds bounds = bounds_of(part);
        const auto meets = [&](const Bounds& other) { return bounds.meets(other); };
        if (!parts.empty() && (style.clips_even_odd || area.even_odd || std::ranges::any_of(parts, meets)))
            return refuse();
        parts.push_back(bounds);
        area.even_odd = style.clips_even_odd;
        area.steps.insert(area.steps.end(), part.steps.begin(), part.steps.end());
    }
    if (area.steps.empty()) return refuse();
    return area;
}

// Drawing programs clip with a plain box around everything. What is outside the viewBox is not seen anyway.
bool DrawingReader::cuts_nothing(const ClipArea& clip, std::size_t from) const {
    const VectorPath area{clip.steps};
    if (!is_box(area)) return false;
    const Bounds box = bounds_of(area);
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
