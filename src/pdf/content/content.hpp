// Content: the operators of one content stream (ISO 32000-1, annex A), in the order they are asked for.
// In: marked content, glyphs at places, rectangles, lines, paths, pictures, in page coordinates (y
// downwards). Out: the stream's bytes. Nothing is said twice: colour, font, size and width are written only
// when they change. Text objects are opened and closed as needed, always inside one piece of marked content;
// q and Q come in pairs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "font/font.hpp"
#include "pdf/content/ink.hpp"
#include "pdf/object/value.hpp"
#include "picture/picture.hpp"

namespace brochure::pdf {

// The graphics states of a press edition's pages, by name (ISO 32000-1, 8.6.7): with /OPM 1 a plate that a
// colour has no ink of keeps what it has.
Direct overprint_states();

// A glyph as a font's code, where it stands from the start of its line, and how far the font itself would
// move on.
struct ShownGlyph {
    std::uint16_t code = 0;
    double width = 0;     // the font's, in 1/1000 em
    Length x;             // from the line's start to the glyph's origin
    Length rise;          // above the baseline
    bool unseen = false;  // a space that is read as a mark: it takes next to no room
};

struct TextStyle {
    std::string_view font;  // a name in the page's resources
    Length size;
    double horizontal_scale = 1;
    Colour colour;
};

// The space a drawing is written in: its own, counted in whole steps of a power of ten, of which its longer
// side has at least 5000: on A5 a step is below 0.1 pt, and whole numbers take the least room.
struct DrawingSpace {
    explicit DrawingSpace(const picture::Drawing& drawing);
    double steps = 1;                                 // per unit of the drawing
    double left = 0, top = 0, width = 0, height = 0;  // in steps
};

class Content {
  public:
    // `sheet`: what of the page the stream covers, in page coordinates; for the press, the bleed as well.
    Content(Ink ink, const Rect& sheet) : ink_(ink), sheet_(sheet) {}

    void begin_marked(std::string_view tag, const Direct& properties);
    void end_marked();

    void show(const TextStyle& style, Point start, std::span<const ShownGlyph> glyphs);
    // The same, each glyph in a string of its own: for text that runs to the left.
    void show_one_by_one(const TextStyle& style, Point start, std::span<const ShownGlyph> glyphs);
    void fill(const Rect& box, const Colour& colour);
    void fill(const font::Outline& outline, Point origin, Length size, const Colour& colour);
    void stroke(Point from, Point to, Length width, const Colour& colour);
    void draw_image(std::string_view name, const Rect& box);  // an XObject that fills the unit square
    void draw_form(std::string_view name, const Rect& box, const DrawingSpace& space);

    std::string take();  // the bytes; ends what is open

  private:
    void begin_text();
    void end_text();
    void move_to(Point pen);
    void set_fill(const Colour& colour);
    void set_overprint(bool on);
    void line(std::string_view operation);
    [[nodiscard]] Point on_sheet(Point at) const;  // from its lower left corner, y upwards
    [[nodiscard]] std::string place(Point at) const;

    Ink ink_;
    Rect sheet_;
    std::string out_;
    bool in_text_ = false;
    bool overprints_ = false;
    std::int64_t line_x_ = 0,
                 line_y_ = 0;  // the text line matrix, in the thousandths of a point that were written
    bool advanced_ = false;    // text was shown since then
    std::optional<Colour> fill_, stroke_;
    std::optional<Length> stroke_width_;
    std::string font_;
    Length size_;
    double horizontal_scale_ = 1;
    Length rise_;
};

// The operators that paint a drawing in its DrawingSpace; for a form XObject.
std::string drawing_operators(const picture::Drawing& drawing, const Ink& ink);

}  // namespace brochure::pdf
