// What a drawing shows: shapes as paths, and words as labels.
#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "diag/codes.hpp"
#include "picture/svg/svg_reader.hpp"
#include "picture/svg/svg_values.hpp"

namespace brochure::picture {

namespace {

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

}  // namespace

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

void DrawingReader::read_shape(xml::Node element, const Shape& shape, const Style& around,
                               const Matrix& outer) {
    const Style style = style_of(element, around, shape.attributes, sheet_, source_);
    if (!style.shows()) return;
    for (const xml::Node child : element.children()) {
        const QualifiedName name = qualified_name(child);
        if (!child.is_element() || name.space == Namespace::foreign) continue;
        if (!is_among(name.local, "title desc metadata")) refuse_element(child, name.local, source_);
    }
    const Matrix matrix = matrix_of(element, outer);
    clipped(style.clip ? clip_of(*style.clip, matrix) : std::nullopt,
            [&] { add_path(element, shape.path(element, source_), style, matrix, shape.has_area); });
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
    path.clips = clips_;
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
    const Style style = style_of(element, around, "transform x y", sheet_, source_);
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
    if (style.clip) refuse_property(*style.clip, "Words are never cut off: take the clip away.", source_);

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

}  // namespace brochure::picture
