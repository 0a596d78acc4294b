#include "picture/svg/svg_style.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diag/codes.hpp"
#include "picture/svg/svg_values.hpp"

namespace brochure::picture {

namespace {

constexpr int max_attributes = 100;  // each is compared with all others of its element

constexpr std::string_view plain_paint = "Give the shape one plain colour such as #0e4a5a.";

// Properties that we do not draw, and the values with which they change nothing. "*": no value changes a
// shape or a label (whose font is the layout's).
struct Harmless {
    std::string_view name, values, remedy;
};
constexpr auto harmless = std::to_array<Harmless>({
    {"alignment-baseline", "baseline auto", to_paths},
    {"baseline-shift", "baseline 0", to_paths},
    {"clip", "auto", to_paths},
    {"color-interpolation", "auto sRGB", to_paths},
    {"color-interpolation-filters", "*", ""},
    {"color-rendering", "*", ""},
    {"cursor", "*", ""},
    {"direction", "ltr", to_paths},
    {"dominant-baseline", "auto alphabetic", to_paths},
    {"enable-background", "*", ""},
    {"filter", "none", to_paths},
    {"flood-color", "*", ""},
    {"flood-opacity", "*", ""},
    {"font-family", "*", ""},
    {"font-feature-settings", "normal", to_paths},
    {"font-size-adjust", "none", to_paths},
    {"font-stretch", "normal 100%", to_paths},
    {"font-style", "normal", "Set the label upright."},
    {"font-variant", "normal", to_paths},
    {"font-variant-alternates", "normal", to_paths},
    {"font-variant-caps", "normal", to_paths},
    {"font-variant-east-asian", "normal", to_paths},
    {"font-variant-ligatures", "*", ""},
    {"font-variant-numeric", "normal", to_paths},
    {"font-variant-position", "normal", to_paths},
    {"font-variation-settings", "normal", to_paths},
    {"image-rendering", "*", ""},
    {"inline-size", "0 auto", to_paths},
    {"isolation", "*", ""},
    {"kerning", "*", ""},
    {"letter-spacing", "normal 0 0px", to_paths},
    {"lighting-color", "*", ""},
    {"line-height", "*", ""},
    {"marker", "none", to_paths},
    {"marker-end", "none", to_paths},
    {"marker-mid", "none", to_paths},
    {"marker-start", "none", to_paths},
    {"mask", "none", to_paths},
    {"mix-blend-mode", "normal", flatten},
    {"overflow", "*", ""},
    {"paint-order", "normal", to_paths},
    {"pointer-events", "*", ""},
    {"shape-padding", "*", ""},
    {"shape-rendering", "*", ""},
    {"solid-color", "*", ""},
    {"solid-opacity", "*", ""},
    {"stop-color", "*", ""},
    {"stop-opacity", "*", ""},
    {"text-align", "*", ""},
    {"text-decoration", "none", to_paths},
    {"text-decoration-color", "*", ""},
    {"text-decoration-line", "none", to_paths},
    {"text-decoration-style", "*", ""},
    {"text-indent", "0 0px", to_paths},
    {"text-orientation", "*", ""},
    {"text-rendering", "*", ""},
    {"text-transform", "none", "Write the words of the label as they are to be read."},
    {"unicode-bidi", "normal", to_paths},
    {"vector-effect", "none", to_paths},
    {"visibility", "visible", "Delete the hidden shape from the drawing."},
    {"white-space", "normal pre", to_paths},
    {"word-spacing", "normal 0 0px", to_paths},
    {"writing-mode", "lr-tb lr horizontal-tb", to_paths},
});
static_assert(std::ranges::is_sorted(harmless, {}, &Harmless::name));

// Keywords of CSS know no case.
bool is_current_colour(std::string_view value) {
    return std::ranges::equal(value, std::string_view("currentcolor"), [](char a, char b) {
        return a == b || (a >= 'A' && a <= 'Z' && a + ('a' - 'A') == b);
    });
}

// Applies declarations to a style; one member per property that we draw.
class StyleReader {
  public:
    StyleReader(Style style, SvgSource& source) : style_(std::move(style)), source_(source) {}

    static bool knows(std::string_view property);
    void apply(const Declaration& declaration);
    [[nodiscard]] Style take() {
        if (style_.fill_is_current) style_.fill = style_.colour;
        if (style_.stroke_is_current) style_.stroke = style_.colour;
        return std::move(style_);
    }

  private:
    using Reader = void (StyleReader::*)(const Declaration&);
    struct Drawn {
        std::string_view name;
        Reader read;
    };
    static const std::array<Drawn, 19> drawn;

    void read_fill(const Declaration& d) { read_paint(d, style_.fill, style_.fill_is_current); }
    void read_stroke(const Declaration& d) { read_paint(d, style_.stroke, style_.stroke_is_current); }
    void read_paint(const Declaration& d, std::optional<base::Colour>& paint, bool& is_current);
    void read_colour(const Declaration& d);
    void read_clip(const Declaration& d) {
        style_.clip = d.value == "none" ? std::nullopt : std::optional(d);
    }
    void read_fill_opacity(const Declaration& d) {
        const Opacity opacity = opacity_of(d);
        style_.fill_unseen = opacity == Opacity::none;
        style_.fill_opacity = opacity == Opacity::half ? std::optional(d) : std::nullopt;
    }
    void read_stroke_opacity(const Declaration& d) {
        const Opacity opacity = opacity_of(d);
        style_.stroke_unseen = opacity == Opacity::none;
        style_.stroke_opacity = opacity == Opacity::half ? std::optional(d) : std::nullopt;
    }
    void read_opacity(const Declaration& d) {
        const Opacity opacity = opacity_of(d);
        style_.unseen = opacity == Opacity::none;
        if (opacity == Opacity::half) refuse_property(d, flatten, source_);
    }
    enum class Opacity { none, half, full };
    static Opacity opacity_of(const Declaration& d);
    void read_fill_rule(const Declaration& d) { style_.even_odd = choice(d, "nonzero evenodd", 0) == 1; }
    void read_clip_rule(const Declaration& d) {
        style_.clips_even_odd = choice(d, "nonzero evenodd", 0) == 1;
    }
    void read_cap(const Declaration& d) { style_.pen.cap = choice(d, "butt round square", style_.pen.cap); }
    void read_join(const Declaration& d) {
        style_.pen.join = choice(d, "miter round bevel", style_.pen.join);
    }
    void read_width(const Declaration& d) { style_.pen.width = length(d, 0, style_.pen.width); }
    void read_mitre_limit(const Declaration& d) {
        style_.pen.mitre_limit = length(d, 1, style_.pen.mitre_limit);
    }
    void read_dashes(const Declaration& d);
    void read_dash_phase(const Declaration& d) {
        style_.pen.dash_phase = length(d, -max_coordinate, style_.pen.dash_phase);
    }
    void read_font_size(const Declaration& d) {
        style_.font_size = d.value == "medium" ? Style{}.font_size : length(d, 0, style_.font_size);
    }
    void read_font_weight(const Declaration& d);
    void read_anchor(const Declaration& d) { style_.anchor = choice(d, "start middle end", style_.anchor); }
    void read_display(const Declaration& d) { style_.displayed = d.value != "none"; }

    int choice(const Declaration& d, std::string_view values, int otherwise);
    double length(const Declaration& d, double least, double otherwise);
    void refuse_value(const Declaration& d, const char* at, std::string remedy);

    Style style_;
    SvgSource& source_;
};

const std::array<StyleReader::Drawn, 19> StyleReader::drawn = {{
    {"fill", &StyleReader::read_fill},
    {"fill-opacity", &StyleReader::read_fill_opacity},
    {"fill-rule", &StyleReader::read_fill_rule},
    {"stroke", &StyleReader::read_stroke},
    {"stroke-opacity", &StyleReader::read_stroke_opacity},
    {"stroke-width", &StyleReader::read_width},
    {"stroke-linecap", &StyleReader::read_cap},
    {"stroke-linejoin", &StyleReader::read_join},
    {"stroke-miterlimit", &StyleReader::read_mitre_limit},
    {"stroke-dasharray", &StyleReader::read_dashes},
    {"stroke-dashoffset", &StyleReader::read_dash_phase},
    {"font-size", &StyleReader::read_font_size},
    {"font-weight", &StyleReader::read_font_weight},
    {"text-anchor", &StyleReader::read_anchor},
    {"display", &StyleReader::read_display},
    {"opacity", &StyleReader::read_opacity},
    {"color", &StyleReader::read_colour},
    {"clip-path", &StyleReader::read_clip},
    {"clip-rule", &StyleReader::read_clip_rule},
}};

bool StyleReader::knows(std::string_view property) {
    return std::ranges::find(drawn, property, &Drawn::name) != drawn.end() ||
           std::ranges::binary_search(harmless, property, {}, &Harmless::name);
}

void StyleReader::apply(const Declaration& declaration) {
    // All properties that we draw but these are inherited anyway.
    if (declaration.value == "inherit" && !is_among(declaration.name, "display opacity clip-path")) return;
    const auto own = std::ranges::find(drawn, declaration.name, &Drawn::name);
    if (own != drawn.end()) {
        (this->*own->read)(declaration);
        return;
    }
    const auto other = std::ranges::lower_bound(harmless, declaration.name, {}, &Harmless::name);
    if (other != harmless.end() && other->name == declaration.name) {
        if (other->values != "*" && !is_among(declaration.value, other->values)) {
            refuse_property(declaration, other->remedy, source_);
        }
        return;
    }
    if (declaration.name.starts_with('-')) return;  // an editor's own note, as -inkscape-font-specification
    source_.error(diag::code::svg_property, declaration.name.data(),
                  fmt::format("'{}' is not among the properties that can be drawn.", declaration.name),
                  "Remove it, or convert the shape to plain paths before export.");
}

void StyleReader::read_colour(const Declaration& d) {
    if (is_current_colour(d.value)) return;  // the one around it
    if (const auto colour = parse_colour(d.value); colour.value) {
        style_.colour = *colour.value;
    } else {
        refuse_value(d, d.value.data(), "Write #rrggbb, #rgb, rgb(…) or a colour's name.");
    }
}

void StyleReader::read_paint(const Declaration& d, std::optional<base::Colour>& paint, bool& is_current) {
    is_current = is_current_colour(d.value);
    if (is_current) return;
    if (d.value == "none" || d.value == "transparent") {
        paint.reset();
    } else if (d.value.starts_with("url(")) {
        source_.error(diag::code::svg_property, d.value.data(),
                      fmt::format("A gradient or pattern as {} cannot be drawn.", d.name),
                      std::string(plain_paint));
    } else if (const auto colour = parse_colour(d.value); colour.value) {
        paint = *colour.value;
    } else {
        refuse_value(d, d.value.data(), "Write #rrggbb, #rgb, rgb(…), a colour's name or none.");
    }
}

// However it is written: 1, 1.00, 100%. What cannot be read counts as half, which is refused with its value.
StyleReader::Opacity StyleReader::opacity_of(const Declaration& d) {
    const bool percent = d.value.ends_with('%');
    const auto number = parse_numbers(percent ? d.value.substr(0, d.value.size() - 1) : d.value);
    if (!number.value || number.value->size() != 1) return Opacity::half;
    const double opacity = number.value->front() / (percent ? 100 : 1);
    return opacity >= 1 ? Opacity::full : opacity <= 0 ? Opacity::none : Opacity::half;
}

void StyleReader::read_dashes(const Declaration& d) {
    if (d.value == "none") {
        style_.pen.dashes.clear();
        return;
    }
    auto dashes = parse_lengths(d.value);
    const auto negative = [](double v) { return v < 0; };
    if (!dashes.value || std::ranges::any_of(*dashes.value, negative)) {
        refuse_value(d, dashes.value ? d.value.data() : dashes.stopped,
                     "Write the lengths of dashes and gaps, as in 4 2.");
        return;
    }
    style_.pen.dashes = std::move(*dashes.value);
}

void StyleReader::read_font_weight(const Declaration& d) {
    if (is_among(d.value, "normal bold bolder lighter")) {
        style_.bold = d.value.starts_with("bold");
        return;
    }
    const auto weight = parse_length(d.value);
    constexpr double semibold = 600;
    if (weight.value) {
        style_.bold = *weight.value >= semibold;
    } else {
        refuse_value(d, d.value.data(), "Write normal or bold.");
    }
}

int StyleReader::choice(const Declaration& d, std::string_view values, int otherwise) {
    int place = 0;
    for (std::string_view rest = values; !rest.empty(); ++place) {
        const std::string_view value = rest.substr(0, rest.find(' '));
        if (value == d.value) return place;
        rest.remove_prefix(std::min(rest.size(), value.size() + 1));
    }
    refuse_value(d, d.value.data(), fmt::format("Write one of: {}.", values));
    return otherwise;
}

double StyleReader::length(const Declaration& d, double least, double otherwise) {
    const auto read = parse_length(d.value);
    if (read.value && *read.value >= least) return *read.value;
    refuse_value(d, d.value.data(),
                 "Write a number, or a length in px, mm, cm, in, pt or pc; percentages are not drawn.");
    return otherwise;
}

void StyleReader::refuse_value(const Declaration& d, const char* at, std::string remedy) {
    source_.error(diag::code::svg_value, at,
                  fmt::format("'{}' is no value of {} that can be drawn.", d.value, d.name),
                  std::move(remedy));
}

// Attributes that never touch the picture: names, notes for editors and for assistive technology.
bool is_silent(std::string_view name) {
    if (name == "xlink:href") return false;
    if (name.find(':') != std::string_view::npos) return true;
    return name == "xmlns" || name.starts_with("data-") || name.starts_with("aria-") ||
           is_among(name, "id class role lang tabindex focusable version baseProfile");
}

bool is_repeated(xml::Attribute attribute, xml::Node element) {
    return element.attribute(attribute.name()) != attribute;
}

xml::Attribute attribute_too_many(xml::Node element) {
    int count = 0;
    for (const xml::Attribute attribute : element.attributes()) {
        if (++count > max_attributes) return attribute;
    }
    return {};
}

void refuse_attribute(xml::Attribute attribute, xml::Node element, SvgSource& source) {
    const std::string_view name = attribute.name();
    const std::string place = fmt::format("{} of <{}>", name, element.name());
    if (name == "href" || name == "xlink:href") {
        source.error(diag::code::svg_unsafe, name.data(), fmt::format("{} refers to something else.", place),
                     "Put the shape itself in the drawing.");
    } else if (name.starts_with("on")) {
        source.error(diag::code::svg_unsafe, name.data(), fmt::format("{} is a script.", place),
                     "Export the drawing again as plain SVG, without scripts.");
    } else {
        source.error(diag::code::svg_property, name.data(), fmt::format("{} cannot be drawn.", place),
                     "Remove it, or convert the element to plain paths before export.");
    }
}

}  // namespace

void refuse_property(const Declaration& declaration, std::string_view remedy, SvgSource& source) {
    source.error(diag::code::svg_property, declaration.name.data(),
                 fmt::format("'{}: {}' cannot be drawn.", declaration.name, declaration.value),
                 std::string(remedy));
}

bool is_among(std::string_view word, std::string_view words) {
    if (word.empty() || word.find(' ') != std::string_view::npos) return false;
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

Style style_of(xml::Node element, Style inherited, std::string_view own, const StyleSheet& sheet,
               SvgSource& source) {
    inherited.displayed = true;
    inherited.unseen = false;
    inherited.clip.reset();
    if (const auto last = attribute_too_many(element)) {
        source.error(diag::code::svg_too_complex, last.name(),
                     fmt::format("<{}> has more than {} attributes.", element.name(), max_attributes),
                     "Export the drawing again as plain SVG.");
        return inherited;
    }
    StyleReader reader(std::move(inherited), source);
    for (const xml::Attribute attribute : element.attributes()) {
        const std::string_view name = attribute.name();
        if (is_repeated(attribute, element)) {
            source.error(diag::code::svg_syntax, name.data(), fmt::format("{} stands twice.", name),
                         "Remove one of the two.");
        } else if (StyleReader::knows(name)) {
            reader.apply({name, trimmed(attribute.value())});
        } else if (!is_silent(name) && name != "style" && !is_among(name, own)) {
            refuse_attribute(attribute, element, source);
        }
    }
    // CSS goes before presentation attributes (SVG 1.1, 6.4), an element's own before the sheet's.
    for (const Declaration& declaration : sheet.declarations_for(element)) reader.apply(declaration);
    for (const Declaration& declaration : declarations_of(element.attribute("style").value(), source)) {
        reader.apply(declaration);
    }
    return reader.take();
}

}  // namespace brochure::picture
