#include "picture/svg/svg_shapes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "diag/codes.hpp"
#include "picture/svg/svg_values.hpp"

namespace brochure::picture {

namespace {

using Kind = PathStep::Kind;

double size_of(xml::Node element, const char* attribute, SvgSource& source) {
    const double size = length_of(element, attribute, source);
    if (size >= 0) return size;
    source.error(diag::code::svg_value, element.attribute(attribute).value(),
                 fmt::format("{} of <{}> is negative.", attribute, element.name()),
                 "Write a length of 0 or more.");
    return 0;
}

struct Radii {
    double across = 0, down = 0;
};

// A radius that is missing or `auto` is taken from the other (SVG 2, 7.4).
Radii radii_of(xml::Node element, SvgSource& source) {
    const auto own = [&](const char* attribute) -> std::optional<double> {
        const std::string_view value = trimmed(element.attribute(attribute).value());
        if (!element.attribute(attribute) || value == "auto") return std::nullopt;
        return size_of(element, attribute, source);
    };
    const std::optional<double> across = own("rx"), down = own("ry");
    return {across.value_or(down.value_or(0)), down.value_or(across.value_or(0))};
}

std::vector<PathStep> path(xml::Node element, SvgSource& source) {
    const std::string_view data = element.attribute("d").value();
    auto steps = parse_path_data(data);
    if (steps.value) return std::move(*steps.value);
    source.error(
        diag::code::svg_value, steps.stopped, "The path data cannot be read from here on.",
        "Export the drawing again; a path is M x y, then L, C, Q, A, H, V, S, T or Z with their numbers.");
    return {};
}

std::vector<PathStep> rect(xml::Node element, SvgSource& source) {
    const double x = length_of(element, "x", source), y = length_of(element, "y", source);
    const double width = size_of(element, "width", source), height = size_of(element, "height", source);
    const auto [rx, ry] = radii_of(element, source);
    if (width <= 0 || height <= 0) return {};
    if (rx > 0 && ry > 0) return rounded_rect_path(x, y, width, height, rx, ry);
    return {{Kind::move, {x, y}},
            {Kind::line, {x + width, y}},
            {Kind::line, {x + width, y + height}},
            {Kind::line, {x, y + height}},
            {Kind::close, {}}};
}

std::vector<PathStep> ellipse_of(xml::Node element, SvgSource& source, Radii radii) {
    const double cx = length_of(element, "cx", source), cy = length_of(element, "cy", source);
    if (radii.across <= 0 || radii.down <= 0) return {};
    return ellipse_path(cx, cy, radii.across, radii.down);
}

std::vector<PathStep> circle(xml::Node element, SvgSource& source) {
    const double radius = size_of(element, "r", source);
    return ellipse_of(element, source, {radius, radius});
}

std::vector<PathStep> ellipse(xml::Node element, SvgSource& source) {
    return ellipse_of(element, source, radii_of(element, source));
}

std::vector<PathStep> line(xml::Node element, SvgSource& source) {
    return {{Kind::move, {length_of(element, "x1", source), length_of(element, "y1", source)}},
            {Kind::line, {length_of(element, "x2", source), length_of(element, "y2", source)}}};
}

std::vector<PathStep> polyline(xml::Node element, SvgSource& source) {
    const std::string_view text = element.attribute("points").value();
    const auto points = parse_numbers(text);
    if (!points.value || points.value->size() % 2 != 0) {
        source.error(diag::code::svg_value, points.value ? text.data() : points.stopped,
                     fmt::format("The points of <{}> cannot be read from here on.", element.name()),
                     "Write pairs of numbers, as in 0,0 10,5.");
        return {};
    }
    std::vector<PathStep> steps;
    for (std::size_t i = 0; i < points.value->size(); i += 2) {
        steps.push_back({i == 0 ? Kind::move : Kind::line, {(*points.value)[i], (*points.value)[i + 1]}});
    }
    return steps;
}

std::vector<PathStep> polygon(xml::Node element, SvgSource& source) {
    std::vector<PathStep> steps = polyline(element, source);
    if (!steps.empty()) steps.push_back({Kind::close, {}});
    return steps;
}

constexpr auto shapes = std::to_array<Shape>({
    {"path", "transform d", path},
    {"rect", "transform x y width height rx ry", rect},
    {"circle", "transform cx cy r", circle},
    {"ellipse", "transform cx cy rx ry", ellipse},
    {"line", "transform x1 y1 x2 y2", line, false},
    {"polyline", "transform points", polyline},
    {"polygon", "transform points", polygon},
});

}  // namespace

const Shape* shape_named(std::string_view name) {
    const auto* const found = std::ranges::find(shapes, name, &Shape::name);
    return found == shapes.end() ? nullptr : found;
}

double length_of(xml::Node element, const char* attribute, SvgSource& source, double otherwise) {
    const xml::Attribute found = element.attribute(attribute);
    if (!found) return otherwise;
    const auto length = parse_length(found.value());
    if (length.value) return *length.value;
    source.error(diag::code::svg_value, found.value(),
                 fmt::format("'{}' is no length for {} of <{}>.", found.value(), attribute, element.name()),
                 "Write a number, or a length in px, mm, cm, in, pt or pc; percentages are not drawn.");
    return otherwise;
}

}  // namespace brochure::picture
