#include "pdf/content/content.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "pdf/object/number.hpp"

namespace brochure::pdf {

namespace {

std::int64_t thousandths(Length length) { return std::llround(length.to_points() * 1000); }

// The least width that is written: 0 would be a line as thin as the device can draw (ISO 32000-1, 8.4.3.2).
constexpr double finest = 0.001;

std::string point(double x, double y) { return decimal(x) + ' ' + decimal(y); }

void append_code(std::string& out, std::uint16_t code) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    for (const unsigned shift : {12U, 8U, 4U, 0U}) out += digits[unsigned{code} >> shift & 15U];
}

}  // namespace

void Content::line(std::string_view operation) {
    out_ += operation;
    out_ += '\n';
}

Point Content::on_sheet(Point at) const { return {at.x - sheet_.left(), sheet_.bottom() - at.y}; }

std::string Content::place(Point at) const {
    const Point place = on_sheet(at);
    return decimal(place.x) + ' ' + decimal(place.y);
}

Direct overprint_states() {
    const auto state = [](bool on) {
        return Direct::dictionary({{"Type", Name{"ExtGState"}}, {"OP", on}, {"op", on}, {"OPM", on ? 1 : 0}});
    };
    return Direct::dictionary({{"Over", state(true)}, {"Knock", state(false)}});
}

void Content::begin_marked(std::string_view tag, const Direct& properties) {
    end_text();
    out_ += Atom(Name{tag}).printed();
    out_ += properties.printed();
    line("BDC");
}

void Content::end_marked() {
    end_text();
    line("EMC");
}

void Content::begin_text() {
    if (in_text_) return;
    line("BT");
    in_text_ = true;
    line_x_ = line_y_ = 0;
    advanced_ = false;
}

void Content::end_text() {
    if (!in_text_) return;
    line("ET");
    in_text_ = false;
}

void Content::set_fill(const Colour& colour) {
    if (fill_ == colour) return;
    fill_ = colour;
    line(ink_.fill(colour));
}

void Content::set_overprint(bool on) {
    if (overprints_ == on) return;
    overprints_ = on;
    line(on ? "/Over gs" : "/Knock gs");
}

// Td moves from the line's start; written as a difference of rounded places, so that roundings do not add up.
void Content::move_to(Point pen) {
    const Point place = on_sheet(pen);
    const std::int64_t x = thousandths(place.x);
    const std::int64_t y = thousandths(place.y);
    if (x == line_x_ && y == line_y_ && !advanced_) return;
    line(point(static_cast<double>(x - line_x_) / 1000, static_cast<double>(y - line_y_) / 1000) + " Td");
    line_x_ = x;
    line_y_ = y;
    advanced_ = false;
}

void Content::show(const TextStyle& style, Point start, std::span<const ShownGlyph> glyphs) {
    if (glyphs.empty()) return;
    begin_text();
    set_overprint(ink_.overprints(style.colour));
    set_fill(style.colour);
    if (font_ != style.font || size_ != style.size) {
        font_ = style.font;
        size_ = style.size;
        line('/' + font_ + ' ' + decimal(size_) + " Tf");
    }
    if (horizontal_scale_ != style.horizontal_scale) {
        horizontal_scale_ = style.horizontal_scale;
        line(decimal(horizontal_scale_ * 100) + " Tz");
    }
    move_to({start.x + glyphs.front().x, start.y});

    // `pen` is where the viewer stands, in thousandths of the font size: what it has advanced by the font's
    // widths and by our adjustments, which are rounded against it. So an error never grows along the line.
    const double unit = style.size.to_points() * style.horizontal_scale / 1000;
    const double first = glyphs.front().x.to_points();
    double pen = 0;
    std::string shown;
    const auto flush = [&] {
        if (shown.empty()) return;
        if (shown.front() == '<' && shown.find('<', 1) == std::string::npos && shown.back() == '>')
            line(shown + "Tj");
        else
            line('[' + shown + "]TJ");
        shown.clear();
    };
    for (const ShownGlyph& glyph : glyphs) {
        if (glyph.rise != rise_) {
            flush();
            rise_ = glyph.rise;
            line(decimal(rise_) + " Ts");
        }
        const double wanted = unit == 0 ? 0 : (glyph.x.to_points() - first) / unit;
        const long long adjustment = std::llround(pen - wanted);
        if (adjustment != 0) {
            shown += std::to_string(adjustment);
            pen -= static_cast<double>(adjustment);
        }
        if (shown.empty() || shown.back() != '>')
            shown += '<';
        else
            shown.pop_back();
        append_code(shown, glyph.code);
        shown += '>';
        pen += glyph.width;
    }
    flush();
    advanced_ = true;
    if (rise_ != Length{}) {
        rise_ = Length{};
        line("0 Ts");
    }
}

void Content::show_one_by_one(const TextStyle& style, Point start, std::span<const ShownGlyph> glyphs) {
    static constexpr double narrow = 0.05;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        TextStyle own = style;
        if (glyphs[i].unseen) own.horizontal_scale = narrow;
        show(own, start, glyphs.subspan(i, 1));
    }
}

void Content::fill(const Rect& box, const Colour& colour) {
    end_text();
    set_overprint(false);
    set_fill(colour);
    line(place({box.left(), box.bottom()}) + ' ' + decimal(box.size.width) + ' ' + decimal(box.size.height) +
         " re f");
}

void Content::fill(const font::Outline& outline, Point origin, Length size, const Colour& colour) {
    if (outline.empty()) return;
    end_text();
    set_overprint(ink_.overprints(colour));
    set_fill(colour);
    static constexpr int scale_places = 6;
    const std::string scale = decimal(size.to_points() / 1000, scale_places);
    line("q " + scale + " 0 0 " + scale + ' ' + place(origin) + " cm");
    for (const font::OutlineStep& step : outline) {
        for (std::size_t i = 0; i < step.numbers(); ++i) out_ += std::to_string(step.at[i]) + ' ';
        out_ += static_cast<char>(step.kind);
        out_ += '\n';
    }
    line("f Q");
}

void Content::stroke(Point from, Point to, Length width, const Colour& colour) {
    if (width <= Length{}) return;  // 0 w is no missing line but the thinnest of the device
    end_text();
    set_overprint(false);
    if (stroke_ != colour) {
        stroke_ = colour;
        line(ink_.stroke(colour));
    }
    if (stroke_width_ != width) {
        stroke_width_ = width;
        line(decimal(std::max(width.to_points(), finest)) + " w");
    }
    line(place(from) + " m " + place(to) + " l S");
}

void Content::draw_image(std::string_view name, const Rect& box) {
    end_text();
    set_overprint(false);
    out_ += "q " + decimal(box.size.width) + " 0 0 " + decimal(box.size.height) + ' ' +
            place({box.left(), box.bottom()}) + " cm/";
    out_ += name;
    line(" Do Q");
}

DrawingSpace::DrawingSpace(const picture::Drawing& drawing) {
    static constexpr double enough = 5000;
    const double longer = std::max(drawing.width, drawing.height);
    while (longer > 0 && longer * steps < enough && steps < 1e6) steps *= 10;
    left = std::floor(drawing.x * steps);
    top = std::floor(drawing.y * steps);
    width = std::ceil((drawing.x + drawing.width) * steps) - left;
    height = std::ceil((drawing.y + drawing.height) * steps) - top;
}

void Content::draw_form(std::string_view name, const Rect& box, const DrawingSpace& space) {
    if (space.width <= 0 || space.height <= 0) return;
    end_text();
    set_overprint(false);
    const double across = box.size.width.to_points() / space.width;
    const double down = box.size.height.to_points() / space.height;
    const Point corner = on_sheet(box.origin);
    const double x = corner.x.to_points() - space.left * across;
    const double y = corner.y.to_points() + space.top * down;
    static constexpr int scale_places = 6;  // the factors multiply coordinates of some thousands
    out_ += "q " + decimal(across, scale_places) + " 0 0 " + decimal(-down, scale_places) + ' ' +
            point(x, y) + " cm/";
    out_ += name;
    line(" Do Q");
}

std::string Content::take() {
    end_text();
    return std::move(out_);
}

namespace {

// A drawing's numbers, in steps.
class StepWriter {
  public:
    StepWriter(std::string& out, double steps) : out_(out), steps_(steps) {}

    void write(const std::vector<picture::PathStep>& path) {
        for (const picture::PathStep& step : path) {
            using Kind = picture::PathStep::Kind;
            switch (step.kind) {
                case Kind::move:
                    write(step, 2, "m\n");
                    break;
                case Kind::line:
                    write(step, 2, "l\n");
                    break;
                case Kind::curve:
                    write(step, 6, "c\n");
                    break;
                case Kind::close:
                    out_ += "h\n";
                    break;
            }
        }
    }

  private:
    // Whole steps: a drawing has tens of thousands of numbers.
    void write(const picture::PathStep& step, std::size_t numbers, std::string_view operation) {
        constexpr std::size_t longest = std::numeric_limits<long long>::digits10 + 3;  // sign and space
        std::array<char, 6 * longest> text;
        char* end = text.data();
        for (std::size_t i = 0; i < numbers; ++i) {
            end = std::to_chars(end, text.data() + text.size(), std::llround(step.at[i] * steps_)).ptr;
            *end++ = ' ';
        }
        out_.append(text.data(), end);
        out_ += operation;
    }

    std::string& out_;
    double steps_;
};

// A stroke's measures are small: rounded to whole steps they would be others.
std::string dash_pattern(const picture::Stroke& stroke, double steps) {
    std::string dashes;
    double period = 0;
    for (const double dash : stroke.dashes) {
        const double written = std::round(dash * steps / finest) * finest;
        period += written;
        dashes += (dashes.empty() ? "" : " ") + decimal(written);
    }
    if (period <= 0) return "[] 0";  // dashes of nothing are no pattern (8.4.3.6): a solid line, as in SVG
    return '[' + dashes + "] " + decimal(stroke.dash_phase * steps);
}

std::string stroke_state(const picture::Stroke& stroke, const Ink& ink, double steps) {
    return ink.stroke(stroke.colour) + '\n' + decimal(std::max(stroke.width * steps, finest)) + " w " +
           std::to_string(stroke.cap) + " J " + std::to_string(stroke.join) + " j " +
           decimal(stroke.mitre_limit) + " M " + dash_pattern(stroke, steps) + " d\n";
}

}  // namespace

std::string drawing_operators(const picture::Drawing& drawing, const Ink& ink) {
    const double steps = DrawingSpace(drawing).steps;
    std::string out;
    StepWriter writer(out, steps);
    std::string fill_now;
    std::string stroke_now;
    const std::vector<std::uint32_t>* clips_now = nullptr;
    // Clips only ever grow smaller, so that others begin anew, and colours with them (8.5.4).
    const auto unclip = [&] {
        if (clips_now != nullptr) out += "Q\n";
        clips_now = nullptr;
        fill_now.clear();
        stroke_now.clear();
    };
    for (const picture::VectorPath& path : drawing.paths) {
        if (path.steps.empty() || (!path.fill && !path.stroke)) continue;
        if (clips_now != nullptr && *clips_now != path.clips) unclip();
        if (clips_now == nullptr && !path.clips.empty()) {
            unclip();
            clips_now = &path.clips;
            out += "q\n";
            for (const std::uint32_t clip : path.clips) {
                writer.write(drawing.clips[clip].steps);
                out += drawing.clips[clip].even_odd ? "W* n\n" : "W n\n";
            }
        }
        if (path.fill) {
            const std::string fill = ink.fill(*path.fill) + '\n';
            if (fill != fill_now) out += fill_now = fill;
        }
        if (path.stroke) {
            const std::string stroke = stroke_state(*path.stroke, ink, steps);
            if (stroke != stroke_now) out += stroke_now = stroke;
        }
        writer.write(path.steps);
        if (path.fill && path.stroke)
            out += path.even_odd ? "B*\n" : "B\n";
        else if (path.fill)
            out += path.even_odd ? "f*\n" : "f\n";
        else
            out += "S\n";
    }
    if (clips_now != nullptr) out += "Q\n";
    return out;
}

}  // namespace brochure::pdf
