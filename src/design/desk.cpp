#include <fmt/format.h>

#include "design/readers.hpp"
#include "diag/codes.hpp"

namespace brochure::design {

namespace {

constexpr Length thickest_rule = Length::points(12);
constexpr Length thinnest_rule =
    Length::points(0.25);  // what an offset plate and an office printer still hold

std::optional<Length> size_of(const TextStyle* text) {
    return text != nullptr ? std::optional{text->size} : std::nullopt;
}

}  // namespace

Length Desk::across(Section& section, std::string_view key, const TextStyle* text) const {
    const Units units{size_of(text), page_.baseline, page_.measure()};
    return section.length(key, {Length{}, page_.measure()}, units, required).value_or(Length{});
}

Length Desk::down(Section& section, std::string_view key, const TextStyle* text) const {
    const Units units{size_of(text), page_.baseline, std::nullopt};
    return section.length(key, {Length{}, page_.trim.height}, units, required).value_or(Length{});
}

Length Desk::rule(Section& section, std::string_view key) const {
    return section.length(key, {thinnest_rule, thickest_rule}, Units{}, required).value_or(thinnest_rule);
}

Space Desk::space(Section& section, const TextStyle* text, std::string_view prefix) const {
    Space space;
    space.before = down(section, fmt::format("{}space_before", prefix), text);
    space.after = down(section, fmt::format("{}space_after", prefix), text);
    return space;
}

Rect Desk::box(Section& section, std::string_view key, Length beyond) const {
    Section box = section.section(key, required);
    const Units units{std::nullopt, page_.baseline, std::nullopt};
    const Length far = Length::max();
    const auto left = box.length("left", {-far, far}, units, required);
    const auto top = box.length("top", {-far, far}, units, required);
    const auto width = box.length("width", {Length::millimetres(5), far}, units, required);
    const auto height = box.length("height", {Length::millimetres(5), far}, units, required);
    box.report_unknown_keys();
    if (!left || !top || !width || !height) return {};
    const Rect rect{{*left, *top}, {*width, *height}};
    // Millimetres are rounded to a Length each, so that edges which meet on paper may miss by a unit.
    const Rect sheet = Rect{{}, page_.trim}.inflated(beyond + Length::from_units(2));
    if (sheet.united(rect) != sheet) {
        section.refuse(
            key, diag::code::layout_geometry, fmt::format("'{}' reaches out of the page", box.path()),
            fmt::format("keep it between {} and {} from the left, {} and {} from the top",
                        length_text(-beyond, Unit::mm), length_text(page_.trim.width + beyond, Unit::mm),
                        length_text(-beyond, Unit::mm), length_text(page_.trim.height + beyond, Unit::mm)));
    }
    return rect;
}

}  // namespace brochure::design
