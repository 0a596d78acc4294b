// SVG++ reads the values (svg_values.hpp), but the tree is walked here: its document traversal knows no
// lines, stops at the first fault and passes over what it does not know, where we owe the author all of them
// with their places.
#include "picture/svg/svg.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.hpp"
#include "picture/svg/svg_reader.hpp"
#include "picture/svg/svg_source.hpp"
#include "picture/visible.hpp"

namespace brochure::picture {

namespace {

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
