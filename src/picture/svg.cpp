// SVG++ reads the values (svg_values.hpp), but the tree is walked here: its document traversal knows no
// lines, stops at the first fault and passes over what it does not know, where we owe the author all of them
// with their places.
#include "picture/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <set>

#include "diag/codes.hpp"
#include "picture/svg_shapes.hpp"
#include "picture/svg_source.hpp"
#include "picture/svg_style.hpp"
#include "picture/svg_values.hpp"
#include "picture/visible.hpp"

namespace brochure::picture {

namespace {

constexpr std::string_view root_attributes =
    "x y width height viewBox preserveAspectRatio zoomAndPan contentScriptType contentStyleType";

struct Refused {
    std::string_view name, remedy;
};
constexpr auto refused = std::to_array<Refused>({
    {"a", "Take the link away from the drawing; links belong in the text."},
    {"clipPath", "Cut the shapes themselves before export (in Inkscape: Path, Intersection)."},
    {"filter", "Remove the filter, or place the drawing as PNG."},
    {"foreignObject", "Convert the text to labels: <text data-label=\"…\">."},
    {"image", "Place the bitmap as a picture of its own, or trace it to paths."},
    {"linearGradient", "Give the shapes plain colours instead of gradients."},
    {"marker", "Convert the arrow heads to plain paths before export (in Inkscape: Path, Stroke to Path)."},
    {"mask", "Cut the shapes themselves before export, or place the drawing as PNG."},
    {"pattern", "Give the shapes plain colours instead of patterns."},
    {"radialGradient", "Give the shapes plain colours instead of gradients."},
    {"script", "Remove the script from the drawing."},
    {"style", "Export with presentation attributes instead of a style sheet."},
    {"svg", "Ungroup the drawing inside the drawing before export."},
    {"switch", "Keep one of the alternatives and delete <switch>."},
    {"symbol", "Unlink the copies before export, so that each is a shape of its own."},
    {"textPath", "Convert text on a path to plain paths before export."},
    {"tspan", "Put the words directly in <text>, one line each."},
    {"use", "Unlink the copies before export, so that each is a shape of its own."},
});

void refuse_element(xml::Node element, std::string_view name, SvgSource& source) {
    const auto* const known = std::ranges::find(refused, name, &Refused::name);
    source.error(
        diag::code::svg_element, element.name(), fmt::format("<{}> cannot be drawn.", element.name()),
        known == refused.end() ? "Convert it to plain paths before export, or place the drawing as PNG."
                               : std::string(known->remedy));
}

std::vector<PathStep> transformed(std::vector<PathStep> steps, const Matrix& matrix) {
    for (PathStep& step : steps) {
        for (std::size_t i = 0; i < step.at.size(); i += 2) {
            const double x = step.at[i], y = step.at[i + 1];
            step.at[i] = matrix.x_of(x, y);
            step.at[i + 1] = matrix.y_of(x, y);
        }
        if (step.kind == PathStep::Kind::close) step.at = {};
        if (step.kind != PathStep::Kind::curve) step.at[2] = step.at[3] = step.at[4] = step.at[5] = 0;
    }
    return steps;
}

// White space as xml:space="default" has it, and as a label needs it: single spaces, none at the ends.
std::string collapsed(std::string_view words) {
    std::string text;
    for (const char c : words) {
        const bool space = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!space) {
            text += c;
        } else if (!text.empty() && text.back() != ' ') {
            text += ' ';
        }
    }
    if (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

// The stroke of a shape whose coordinates are scaled by `scale`; a negative dash phase, which PDF lacks, is
// brought into the first period.
Stroke scaled_pen(Stroke pen, double scale) {
    pen.width *= scale;
    for (double& dash : pen.dashes) dash *= scale;
    pen.dash_phase *= scale;
    const double once = std::accumulate(pen.dashes.begin(), pen.dashes.end(), 0.0);
    if (once <= 0) {
        pen.dashes.clear();
        pen.dash_phase = 0;
        return pen;
    }
    const double period = pen.dashes.size() % 2 == 0 ? once : 2 * once;
    pen.dash_phase = std::fmod(pen.dash_phase, period);
    if (pen.dash_phase < 0) pen.dash_phase += period;
    return pen;
}

class DrawingReader {
  public:
    explicit DrawingReader(SvgSource& source) : source_(source) {}

    Drawing read() {
        const xml::Node root = source_.root();
        const Style style = style_of(root, {}, root_attributes, source_);
        read_view_box(root);
        check_aspect(root);
        for (const xml::Node child : root.children()) read_element(child, style, {});
        return std::move(drawing_);
    }

  private:
    void read_view_box(xml::Node root);
    void check_aspect(xml::Node root);
    void read_element(xml::Node element, const Style& around, const Matrix& outer);
    void read_group(xml::Node element, const Style& around, const Matrix& outer);
    void read_shape(xml::Node element, const Shape& shape, const Style& around, const Matrix& outer);
    void read_label(xml::Node element, const Style& around, const Matrix& outer);
    void check_definitions(xml::Node element);
    void add_path(xml::Node element, std::vector<PathStep> steps, const Style& style, const Matrix& matrix,
                  bool has_area);
    void refuse_opacity(const std::optional<Declaration>& opacity);
    Matrix matrix_of(xml::Node element, const Matrix& outer);

    SvgSource& source_;
    std::set<const char*> refused_opacities_;  // one of a group concerns all its shapes
    Drawing drawing_;
    std::size_t steps_ = 0;
};

void DrawingReader::read_view_box(xml::Node root) {
    const xml::Attribute view_box = root.attribute("viewBox");
    if (view_box) {
        const auto box = parse_numbers(view_box.value());
        if (box.value && box.value->size() == 4 && (*box.value)[2] > 0 && (*box.value)[3] > 0) {
            drawing_.x = (*box.value)[0], drawing_.y = (*box.value)[1];
            drawing_.width = (*box.value)[2], drawing_.height = (*box.value)[3];
            return;
        }
        source_.error(diag::code::svg_size, view_box.value(),
                      fmt::format("'{}' is no viewBox.", view_box.value()),
                      "Write four numbers: left, top, width and height, the last two above 0.");
        return;
    }
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
    const QualifiedName name = qualified_name(element);
    if (name.space == Namespace::foreign || is_among(name.local, "title desc metadata")) return;
    if (name.local == "g") {
        read_group(element, around, outer);
    } else if (name.local == "defs") {
        check_definitions(element);
    } else if (name.local == "text") {
        read_label(element, around, outer);
    } else if (const Shape* shape = shape_named(name.local)) {
        read_shape(element, *shape, around, outer);
    } else {
        refuse_element(element, name.local, source_);
    }
}

void DrawingReader::read_group(xml::Node element, const Style& around, const Matrix& outer) {
    const Style style = style_of(element, around, "transform", source_);
    if (!style.shows()) return;
    const Matrix matrix = matrix_of(element, outer);
    for (const xml::Node child : element.children()) read_element(child, style, matrix);
}

void DrawingReader::read_shape(xml::Node element, const Shape& shape, const Style& around,
                               const Matrix& outer) {
    const Style style = style_of(element, around, shape.attributes, source_);
    if (!style.shows()) return;
    for (const xml::Node child : element.children()) {
        const QualifiedName name = qualified_name(child);
        if (!child.is_element() || name.space == Namespace::foreign) continue;
        if (!is_among(name.local, "title desc metadata")) refuse_element(child, name.local, source_);
    }
    add_path(element, shape.path(element, source_), style, matrix_of(element, outer), shape.has_area);
}

void DrawingReader::add_path(xml::Node element, std::vector<PathStep> steps, const Style& style,
                             const Matrix& matrix, bool has_area) {
    const double scale = matrix.scale();
    if (steps.empty() || scale == 0) return;
    if (steps_ <= max_steps && steps_ + steps.size() > max_steps) {
        source_.error(diag::code::svg_too_complex, element.name(),
                      fmt::format("The drawing has more than {} points and curves.", max_steps),
                      "Simplify it, or place it as PNG.");
    }
    steps_ += steps.size();
    if (steps_ > max_steps) return;

    VectorPath path;
    if (has_area) path.fill = style.seen_fill();
    if (path.fill) refuse_opacity(style.fill_opacity);
    path.even_odd = style.even_odd;
    if (const auto stroke = style.seen_stroke()) {
        if (!matrix.keeps_shape()) {
            source_.error(diag::code::svg_property, element.name(),
                          fmt::format("The stroke of <{}> is slanted or scaled unevenly.", element.name()),
                          "Convert the stroke to a path before export, or apply the transform to the shape.");
        }
        refuse_opacity(style.stroke_opacity);
        path.stroke = scaled_pen(style.pen, scale);
        path.stroke->colour = *stroke;
    }
    if (!path.fill && !path.stroke) return;
    path.steps = transformed(std::move(steps), matrix);
    drawing_.paths.push_back(std::move(path));
}

void DrawingReader::read_label(xml::Node element, const Style& around, const Matrix& outer) {
    const xml::Attribute key = element.attribute("data-label");
    if (!key) {
        source_.error(diag::code::svg_label, element.name(),
                      "<text> without data-label cannot be translated.",
                      "Add data-label=\"…\" with a name for these words, or convert the text to paths.");
        return;
    }
    const Style style = style_of(element, around, "transform x y", source_);
    if (!style.shows()) return;
    const Matrix matrix = matrix_of(element, outer);
    DrawingLabel label;
    label.key = collapsed(key.value());
    for (const xml::Node child : element.children()) {
        if (child.is_element()) {
            refuse_element(child, qualified_name(child).local, source_);
        } else {
            label.words += child.value();
        }
    }
    label.words = collapsed(label.words);
    const double x = length_of(element, "x", source_), y = length_of(element, "y", source_);
    label.x = matrix.x_of(x, y), label.y = matrix.y_of(x, y);
    label.size = style.font_size * matrix.scale();
    label.anchor = style.anchor;
    label.bold = style.bold;
    label.line = source_.line_of(element.name());
    if (style.fill) label.colour = *style.fill;
    refuse_opacity(style.fill_opacity);

    const auto refuse = [&](const char* at, std::string_view message, std::string_view remedy) {
        source_.error(diag::code::svg_label, at, std::string(message), std::string(remedy));
    };
    if (label.key.empty()) refuse(key.name(), "data-label is empty.", "Give the label a name.");
    if (label.words.empty())
        refuse(element.name(), "The label has no words.", "Write its words, or delete it.");
    if (!matrix.keeps_upright()) {
        refuse(element.name(), "A label cannot be turned, mirrored, slanted or scaled unevenly.",
               "Set it level, or convert the text to paths.");
    }
    if (!style.seen_fill() || label.size <= 0) {
        refuse(element.name(), "The label cannot be seen.", "Give it a fill colour and a font-size.");
    }
    if (style.seen_stroke()) {
        refuse(element.name(), "A label has no outline.", "Set stroke=\"none\" on the label.");
    }
    drawing_.labels.push_back(std::move(label));
}

// What is defined shows only where something refers to it, and every reference is refused where it stands. A
// style sheet needs none: it acts from here.
void DrawingReader::check_definitions(xml::Node element) {
    for (const xml::Node child : element.children()) {
        if (!child.is_element()) continue;
        const QualifiedName name = qualified_name(child);
        if (name.space == Namespace::svg && is_among(name.local, "style script")) {
            refuse_element(child, name.local, source_);
        }
        check_definitions(child);
    }
}

void DrawingReader::refuse_opacity(const std::optional<Declaration>& opacity) {
    if (!opacity || !refused_opacities_.insert(opacity->name.data()).second) return;
    refuse_property(*opacity, flatten, source_);
}

Matrix DrawingReader::matrix_of(xml::Node element, const Matrix& outer) {
    const xml::Attribute transform = element.attribute("transform");
    if (!transform) return outer;
    const auto matrix = parse_transform(transform.value());
    if (matrix.value) return outer * *matrix.value;
    source_.error(diag::code::svg_value, matrix.stopped, "The transform cannot be read from here on.",
                  "Write matrix, translate, scale, rotate, skewX or skewY with numbers in brackets.");
    return outer;
}

void check_seen(const Drawing& drawing, SvgSource& source) {
    const bool seen =
        std::ranges::any_of(drawing.paths, [&](const VectorPath& path) { return is_seen(path, drawing); });
    if (seen || (drawing.paths.empty() && !drawing.labels.empty())) return;
    const bool elsewhere =
        std::ranges::any_of(drawing.paths, [](const VectorPath& path) { return leaves_a_mark(path); });
    source.error(
        diag::code::svg_empty, source.root().name(),
        elsewhere ? "All that the drawing shows lies outside its viewBox." : "The drawing shows nothing.",
        elsewhere ? "Fit the page to the drawing and export it again (in Inkscape: Edit, Resize Page to "
                    "Selection)."
                  : "Export it again with its shapes visible, or take it out.");
}

}  // namespace

std::optional<Drawing> read_svg(std::string_view bytes, const std::string& shown_file, Sink& sink) {
    if (bytes.size() > max_svg_bytes) {
        sink.error(diag::code::picture_too_large, {shown_file, 0, 0},
                   fmt::format("The drawing has more than {} MiB.", max_svg_bytes >> 20),
                   "Simplify it, or place it as PNG.");
        return std::nullopt;
    }
    SvgSource source(bytes, shown_file, sink);
    Drawing drawing;
    if (source.root()) drawing = DrawingReader(source).read();
    if (!source.has_errors()) check_seen(drawing, source);
    source.sum_up();
    if (source.has_errors()) return std::nullopt;
    return drawing;
}

}  // namespace brochure::picture
