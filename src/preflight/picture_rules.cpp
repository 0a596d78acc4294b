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
#include "pdf/content/profile.hpp"
#include "picture/visible.hpp"

namespace brochure::preflight {

namespace {

// ---- Colours that are one grey

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

// Grains and hatching smaller than this share of a drawing are texture: they say nothing by their colour.
constexpr double least_share = 0.04;

bool vanishes(const picture::VectorPath& path, const Colour& ground) {
    return (!path.fill || become_alike(*path.fill, ground)) &&
           (!path.stroke || become_alike(path.stroke->colour, ground));
}

// The first shape that could no longer be told from what it is painted on, and that ground. Shapes side by
// side are parted by their outlines or by what they mean; one that lies in another is seen by its colour.
std::optional<std::pair<Colour, Colour>> alike_in_grey(const picture::Drawing& drawing) {
    struct Ground {
        picture::Bounds bounds;
        Colour colour;
    };
    std::vector<Ground> grounds;
    for (const picture::VectorPath& path : drawing.paths) {
        const picture::Bounds bounds = picture::bounds_of(path);
        if (bounds.size() < least_share * std::max(drawing.width, drawing.height)) continue;
        const auto below = std::find_if(grounds.rbegin(), grounds.rend(),
                                        [&](const Ground& ground) { return ground.bounds.holds(bounds); });
        if (below != grounds.rend() && vanishes(path, below->colour))
            return std::pair{below->colour, path.fill ? *path.fill : path.stroke->colour};
        if (path.fill) grounds.push_back({bounds, *path.fill});
    }
    return std::nullopt;
}

}  // namespace

void check_profiles(const page::PagedDocument& document, Sink& sink) {
    for (const page::PictureId id : page::placed_pictures(document)) {
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
    for (const page::PictureId id : page::placed_pictures(document)) {
        const style::NamedPicture& named = document.pictures[id];
        const auto* drawing = std::get_if<picture::Drawing>(named.picture.get());
        const auto alike = drawing == nullptr ? std::nullopt : alike_in_grey(*drawing);
        if (!alike) continue;
        sink.warning(diag::code::greys_alike, named.place,
                     fmt::format("Without colour {1} on {0} in the drawing '{2}' cannot be seen.",
                                 alike->first.hex(), alike->second.hex(), named.id),
                     "Make one of them lighter or darker, or give the shape an outline.");
    }
}

}  // namespace brochure::preflight
