// Pictures: JPEG checked to its end, PNG decoded whole, SVG turned into paths that stay vectors.
// In: the bytes of an image file. Out: a Picture, or diagnostics that name the file and what it cannot have.
// Nothing is dropped silently: an SVG element we do not draw is an error with its line.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::picture {

enum class Components { grey = 1, rgb = 3, cmyk = 4 };

struct DecodedJpeg;

struct Raster {
    std::uint32_t width = 0, height = 0;  // pixels, after the orientation tag is applied
    Components components = Components::rgb;
    std::string samples;      // 8 bits a component, row by row, no padding; of a JPEG see samples_of
    std::string alpha;        // 8 bits a pixel; empty: opaque
    std::string icc_profile;  // as found; empty: sRGB, grey or device CMYK
    std::string jpeg;  // the original file up to its end marker, where a PDF may embed it as it is: baseline
                       // or progressive, fully decodable, no orientation to apply, grey or RGB; else empty
    std::shared_ptr<DecodedJpeg> decoded;  // of such a file: filled when its samples are asked for
};

// Most editions pass a JPEG through and never look at a sample, so it is decoded when the first one is asked
// for, and then kept as long as the picture. For many threads.
const std::string& samples_of(const Raster& raster);

// A path in drawing units (viewBox), y downwards.
struct PathStep {
    enum class Kind : std::uint8_t { move, line, curve, close } kind = Kind::move;
    std::array<double, 6> at{};  // x y for move and line; control, control, end for curve
};

struct Stroke {
    base::Colour colour;
    double width = 1;
    int cap = 0, join = 0;  // as in PDF: 0 butt/mitre, 1 round, 2 square/bevel
    double mitre_limit = 4;
    std::vector<double> dashes;
    double dash_phase = 0;
};

struct VectorPath {
    std::vector<PathStep> steps;
    std::optional<base::Colour> fill;
    bool even_odd = false;
    std::optional<Stroke> stroke;
    std::vector<std::uint32_t> clips;  // of the drawing's: what lies outside one of them is cut off
};

struct ClipArea {
    std::vector<PathStep> steps;
    bool even_odd = false;
};

// Words in a drawing; the language file may replace them under their key.
struct DrawingLabel {
    std::string key;      // data-label; never empty
    std::string words;    // as in the drawing, the default
    double x = 0, y = 0;  // baseline
    double size = 0;      // drawing units
    int anchor = 0;       // 0 start, 1 middle, 2 end
    bool bold = false;
    base::Colour colour;
    std::uint32_t line = 0;  // in the SVG file
};

struct Drawing {
    double x = 0, y = 0, width = 0, height = 0;  // viewBox
    std::vector<VectorPath> paths;
    std::vector<DrawingLabel> labels;
    std::vector<ClipArea> clips;
};

using Picture = std::variant<Raster, Drawing>;

// Width divided by height.
double aspect_ratio(const Picture& picture);

// `shown_file` names the file in diagnostics. By content, not by file name: JPEG, PNG or SVG.
std::optional<Picture> read_picture(std::string_view bytes, const std::string& shown_file, Sink& sink);

}  // namespace brochure::picture
