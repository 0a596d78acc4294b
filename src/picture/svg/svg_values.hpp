// The small languages inside SVG attributes, read with the grammars of SVG++: path data, transforms, colours,
// lengths. In: one attribute's value. Out: plain data, or the place in the value where the grammar stops. All
// numbers that come out are finite and at most max_coordinate; SVG++ and Boost stay in this pair of files.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/trimmed.hpp"
#include "picture/matrix.hpp"
#include "picture/picture.hpp"

namespace brochure::picture {

// Beyond this a drawing is not for paper, and a PDF number loses its decimals (ISO 32000-1, annex C).
inline constexpr double max_coordinate = 1e6;
// What a single drawing may hold; a bitmap traced into more is better placed as PNG.
inline constexpr std::size_t max_steps = 200'000;

template <class T>
struct Parsed {
    std::optional<T> value;
    const char* stopped = nullptr;  // where, if there is no value
};

using base::trimmed;  // never loses its place in the source

// The first byte beyond ASCII, or null. The grammars look characters up in tables that end there, so every
// function below stops at such a byte before they see it.
const char* first_beyond_ascii(std::string_view text);

// Only move, line, curve and close, in absolute coordinates.
Parsed<std::vector<PathStep>> parse_path_data(std::string_view text);
Parsed<Matrix> parse_transform(std::string_view text);
Parsed<base::Colour> parse_colour(std::string_view text);
// In drawing units; absolute units count 96 to the inch. Percentages, em and ex depend on more than the
// drawing.
Parsed<double> parse_length(std::string_view text);
Parsed<std::vector<double>> parse_lengths(std::string_view text);
Parsed<std::vector<double>> parse_numbers(std::string_view text);

// Shapes with round parts, as SVG 1.1, chapter 9 turns them into path data.
std::vector<PathStep> ellipse_path(double cx, double cy, double rx, double ry);
std::vector<PathStep> rounded_rect_path(double x, double y, double width, double height, double rx,
                                        double ry);

}  // namespace brochure::picture
