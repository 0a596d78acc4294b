#include "picture/colour_at.hpp"

#include <algorithm>
#include <cstdint>

namespace brochure::picture {

namespace {

constexpr int parts_of_a_curve = 8;

std::optional<Colour> pixel_at(const Raster& raster, double across, double down) {
    if (raster.components == Components::cmyk) return std::nullopt;
    const std::string& samples = samples_of(raster);
    if (samples.empty()) return std::nullopt;
    const auto nearest = [](double share, std::uint32_t count) {
        return std::min(static_cast<std::size_t>(share * count), std::size_t{count} - 1);
    };
    const std::size_t pixel = nearest(down, raster.height) * raster.width + nearest(across, raster.width);
    constexpr unsigned char half = 128;
    if (!raster.alpha.empty() && static_cast<unsigned char>(raster.alpha[pixel]) < half) return std::nullopt;
    const auto sample = [&](std::size_t i) { return static_cast<std::uint8_t>(samples[i]); };
    if (raster.components == Components::grey) return Colour{{sample(pixel), sample(pixel), sample(pixel)}};
    return Colour{{sample(3 * pixel), sample(3 * pixel + 1), sample(3 * pixel + 2)}};
}

}  // namespace

Surface::Spot Surface::on_curve(const Spot& from, const PathStep& step, double t) {
    const double u = 1 - t;
    const auto mixed = [&](double a, double b, double c, double d) {
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    };
    return {mixed(from.x, step.at[0], step.at[2], step.at[4]),
            mixed(from.y, step.at[1], step.at[3], step.at[5])};
}

std::vector<Surface::Polygon> Surface::polygons_of(const VectorPath& path) {
    std::vector<Polygon> polygons;
    for (const PathStep& step : path.steps) {
        if (step.kind == PathStep::Kind::close) continue;  // a fill closes by itself
        if (step.kind == PathStep::Kind::move || polygons.empty()) polygons.emplace_back();
        Polygon& line = polygons.back();
        if (step.kind != PathStep::Kind::curve || line.empty()) {
            const std::size_t end = step.kind == PathStep::Kind::curve ? 4 : 0;
            line.push_back({step.at[end], step.at[end + 1]});
            continue;
        }
        const Spot from = line.back();
        for (int part = 1; part <= parts_of_a_curve; ++part)
            line.push_back(on_curve(from, step, static_cast<double>(part) / parts_of_a_curve));
    }
    return polygons;
}

// How often the outline goes round a spot (ISO 32000-1, 8.5.3.3.2).
int Surface::winding(const Polygon& polygon, const Spot& spot) {
    int turns = 0;
    for (std::size_t i = 0; i < polygon.size(); ++i) {
        const Spot& a = polygon[i];
        const Spot& b = polygon[(i + 1) % polygon.size()];
        if ((a.y <= spot.y) == (b.y <= spot.y)) continue;
        const double x = a.x + (spot.y - a.y) / (b.y - a.y) * (b.x - a.x);
        if (x > spot.x) turns += a.y <= spot.y ? 1 : -1;
    }
    return turns;
}

bool Surface::Area::holds(const Spot& spot) const {
    if (spot.x < bounds.left || spot.x > bounds.right || spot.y < bounds.top || spot.y > bounds.bottom)
        return false;
    int turns = 0;
    for (const Polygon& polygon : polygons) turns += winding(polygon, spot);
    return even_odd ? turns % 2 != 0 : turns != 0;
}

Surface::Surface(const Picture& picture) : picture_(picture) {
    const auto* drawing = std::get_if<Drawing>(&picture);
    if (drawing == nullptr) return;
    for (auto path = drawing->paths.rbegin(); path != drawing->paths.rend(); ++path) {
        if (path->fill)
            areas_.push_back(
                {bounds_of(*path), polygons_of(*path), path->even_odd, *path->fill, path->clips});
    }
    for (const ClipArea& clip : drawing->clips) {
        const VectorPath path{clip.steps};
        clips_.push_back({bounds_of(path), polygons_of(path), clip.even_odd, {}, {}});
    }
}

std::optional<Colour> Surface::at(double across, double down) const {
    if (across < 0 || down < 0 || across >= 1 || down >= 1) return std::nullopt;
    const auto* drawing = std::get_if<Drawing>(&picture_);
    if (drawing == nullptr) return pixel_at(std::get<Raster>(picture_), across, down);
    const Spot spot{drawing->x + across * drawing->width, drawing->y + down * drawing->height};
    for (const Area& area : areas_) {
        const bool kept =
            std::ranges::all_of(area.clips, [&](std::uint32_t clip) { return clips_[clip].holds(spot); });
        if (kept && area.holds(spot)) return area.colour;
    }
    return std::nullopt;
}

}  // namespace brochure::picture
