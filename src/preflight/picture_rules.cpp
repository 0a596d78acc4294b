#include "preflight/picture_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/grey.hpp"
#include "diag/codes.hpp"
#include "pdf/profile.hpp"

namespace brochure::preflight {

namespace {

std::set<page::PictureId> placed_pictures(const page::PagedDocument& document) {
    std::set<page::PictureId> placed;
    for (const page::Page& page : document.pages) {
        for (const page::Item& item : page.items) {
            if (const auto* picture = std::get_if<page::PlacedPicture>(&item.content))
                placed.insert(picture->picture);
        }
    }
    return placed;
}

// ---- Two colours that are one grey

// CIE 15, 8.2.1: equal steps look alike; from 0 to 100.
double lightness(const Colour& colour) {
    const double luminance = base::luminance_of(colour);
    return luminance > 0.008856 ? 116 * std::cbrt(luminance) - 16 : 903.3 * luminance;
}

// A step that an office printer still shows; and how far two colours' red, green or blue must lie apart to
// have been chosen to differ.
constexpr double least_step = 5;
constexpr int clearly_other = 64;

bool become_alike(const Colour& a, const Colour& b) {
    int apart = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i)
        apart = std::max(apart, std::abs(int{a.rgb[i]} - int{b.rgb[i]}));
    return apart >= clearly_other && std::abs(lightness(a) - lightness(b)) < least_step;
}

struct Area {
    Colour colour;
    double left = std::numeric_limits<double>::max(), top = left, right = -left, bottom = -left;

    [[nodiscard]] bool meets(const Area& other) const {
        return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
    }
};

std::vector<Area> areas_of(const picture::Drawing& drawing) {
    std::vector<Area> areas;
    for (const picture::VectorPath& path : drawing.paths) {
        Area area;
        for (const picture::PathStep& step : path.steps) {
            const std::size_t numbers = step.kind == picture::PathStep::Kind::curve   ? 6
                                        : step.kind == picture::PathStep::Kind::close ? 0
                                                                                      : 2;
            for (std::size_t i = 0; i < numbers; i += 2) {
                area.left = std::min(area.left, step.at[i]), area.right = std::max(area.right, step.at[i]);
                area.top = std::min(area.top, step.at[i + 1]),
                area.bottom = std::max(area.bottom, step.at[i + 1]);
            }
        }
        for (const Colour* colour :
             {path.fill ? &*path.fill : nullptr, path.stroke ? &path.stroke->colour : nullptr}) {
            if (colour == nullptr) continue;
            area.colour = *colour;
            areas.push_back(area);
        }
    }
    return areas;
}

// The first two colours that stand side by side and could no longer be told apart. Each colour counts with
// the union of its areas, so that the thousand strokes of one colour are looked at once.
std::optional<std::pair<Colour, Colour>> alike_in_grey(const picture::Drawing& drawing) {
    std::vector<Area> colours;
    for (const Area& area : areas_of(drawing)) {
        const auto known = std::ranges::find(colours, area.colour, &Area::colour);
        if (known == colours.end()) {
            colours.push_back(area);
            continue;
        }
        known->left = std::min(known->left, area.left), known->right = std::max(known->right, area.right);
        known->top = std::min(known->top, area.top), known->bottom = std::max(known->bottom, area.bottom);
    }
    for (std::size_t i = 0; i < colours.size(); ++i) {
        for (std::size_t j = i + 1; j < colours.size(); ++j) {
            if (colours[i].meets(colours[j]) && become_alike(colours[i].colour, colours[j].colour))
                return std::pair{colours[i].colour, colours[j].colour};
        }
    }
    return std::nullopt;
}

}  // namespace

void check_profiles(const page::PagedDocument& document, Sink& sink) {
    for (const page::PictureId id : placed_pictures(document)) {
        const style::NamedPicture& named = document.pictures[id];
        const auto* raster = std::get_if<picture::Raster>(named.picture.get());
        if (raster == nullptr || raster->icc_profile.empty()) continue;
        if (pdf::is_usable_profile(raster->icc_profile, raster->components)) continue;
        sink.warning(
            diag::code::picture_profile, named.place,
            fmt::format("The colour profile in the picture '{}' cannot be read and is left out; its colours "
                        "may come out a little different.",
                        named.id),
            "Convert the picture to sRGB in an image program and save it anew.");
    }
}

void check_greys(const page::PagedDocument& document, Sink& sink) {
    for (const page::PictureId id : placed_pictures(document)) {
        const style::NamedPicture& named = document.pictures[id];
        const auto* drawing = std::get_if<picture::Drawing>(named.picture.get());
        const auto alike = drawing == nullptr ? std::nullopt : alike_in_grey(*drawing);
        if (!alike) continue;
        sink.warning(diag::code::greys_alike, named.place,
                     fmt::format("Without colour {} and {} in the drawing '{}' look alike.",
                                 alike->first.hex(), alike->second.hex(), named.id),
                     "Make one of them lighter or darker, or part them by a line.");
    }
}

}  // namespace brochure::preflight
