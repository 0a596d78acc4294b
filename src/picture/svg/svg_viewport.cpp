#include "picture/svg/svg_viewport.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "diag/codes.hpp"
#include "picture/svg/svg_values.hpp"

namespace brochure::picture {

namespace {

// The share of what is left over that comes before: none, half or all of it.
double share(std::string_view align, std::string_view axis) {
    const std::size_t at = align.find(axis);
    const std::string_view place = at == std::string_view::npos ? "Mid" : align.substr(at + 1, 3);
    return place == "Min" ? 0 : place == "Max" ? 1 : 0.5;
}

}  // namespace

std::optional<Box> view_box_of(xml::Node element, SvgSource& source) {
    const xml::Attribute view_box = element.attribute("viewBox");
    if (!view_box) return std::nullopt;
    const auto box = parse_numbers(view_box.value());
    if (box.value && box.value->size() == 4 && (*box.value)[2] > 0 && (*box.value)[3] > 0)
        return Box{(*box.value)[0], (*box.value)[1], (*box.value)[2], (*box.value)[3]};
    source.error(diag::code::svg_size, view_box.value(), fmt::format("'{}' is no viewBox.", view_box.value()),
                 "Write four numbers: left, top, width and height, the last two above 0.");
    return std::nullopt;
}

Matrix fitting(const Box& view_box, const Box& port, xml::Node element) {
    const std::string_view align = element.attribute("preserveAspectRatio").value();
    double across = port.width / view_box.width, down = port.height / view_box.height;
    if (align.find("none") == std::string_view::npos) {
        const bool slice = align.find("slice") != std::string_view::npos;
        across = down = slice ? std::max(across, down) : std::min(across, down);
    }
    const double x = port.x + (port.width - view_box.width * across) * share(align, "xM");
    const double y = port.y + (port.height - view_box.height * down) * share(align, "YM");
    return {across, 0, 0, down, x - view_box.x * across, y - view_box.y * down};
}

ClipArea box_under(const Matrix& matrix, const Box& box) {
    using Kind = PathStep::Kind;
    const auto corner = [&](Kind kind, double x, double y) {
        return PathStep{kind, {matrix.x_of(x, y), matrix.y_of(x, y)}};
    };
    const double right = box.x + box.width, bottom = box.y + box.height;
    return {{corner(Kind::move, box.x, box.y), corner(Kind::line, right, box.y),
             corner(Kind::line, right, bottom), corner(Kind::line, box.x, bottom),
             PathStep{Kind::close, {}}}};
}

}  // namespace brochure::picture
