#include "preflight/words_on_pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "diag/codes.hpp"
#include "page/ink_box.hpp"
#include "picture/visible.hpp"
#include "preflight/print_limits.hpp"

namespace brochure::preflight {

namespace {

using page::GlyphRun;
using page::PlacedPicture;
using picture::PathStep;
using picture::VectorPath;

struct Spot {
    double x = 0, y = 0;
};
using Polygon = std::vector<Spot>;

// Enough for a letter to be found on this or that side of a curve.
constexpr int parts_of_a_curve = 8;

Spot on_curve(const Spot& from, const std::array<double, 6>& at, double t) {
    const double u = 1 - t;
    const auto mixed = [&](double a, double b, double c, double d) {
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    };
    return {mixed(from.x, at[0], at[2], at[4]), mixed(from.y, at[1], at[3], at[5])};
}

std::vector<Polygon> polygons_of(const VectorPath& path) {
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
            line.push_back(on_curve(from, step.at, static_cast<double>(part) / parts_of_a_curve));
    }
    return polygons;
}

// How often the outline goes round a spot (ISO 32000-1, 8.5.3.3.2).
int winding(const Polygon& polygon, const Spot& spot) {
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

bool holds(const VectorPath& path, const picture::Bounds& bounds, const Spot& spot) {
    if (spot.x < bounds.left || spot.x > bounds.right || spot.y < bounds.top || spot.y > bounds.bottom)
        return false;
    int turns = 0;
    for (const Polygon& polygon : polygons_of(path)) turns += winding(polygon, spot);
    return path.even_odd ? turns % 2 != 0 : turns != 0;
}

// Of the paths that letters may lie over, each found once.
using KnownBounds = std::unordered_map<const VectorPath*, picture::Bounds>;

// `share`: of the picture's width and height. None where it lets through what lies below it.
std::optional<Colour> colour_at(const picture::Drawing& drawing, const Spot& share, KnownBounds& known) {
    const Spot spot{drawing.x + share.x * drawing.width, drawing.y + share.y * drawing.height};
    for (auto path = drawing.paths.rbegin(); path != drawing.paths.rend(); ++path) {
        if (!path->fill) continue;
        const auto [bounds, is_new] = known.try_emplace(&*path);
        if (is_new) bounds->second = picture::bounds_of(*path);
        if (holds(*path, bounds->second, spot)) return path->fill;
    }
    return std::nullopt;
}

std::optional<Colour> colour_at(const picture::Raster& raster, const Spot& share, KnownBounds&) {
    if (raster.components == picture::Components::cmyk) return std::nullopt;
    const std::string& samples = samples_of(raster);
    if (samples.empty()) return std::nullopt;
    const auto across =
        std::min(static_cast<std::size_t>(share.x * raster.width), std::size_t{raster.width} - 1);
    const auto down =
        std::min(static_cast<std::size_t>(share.y * raster.height), std::size_t{raster.height} - 1);
    const std::size_t pixel = down * raster.width + across;
    constexpr unsigned char half = 128;
    if (!raster.alpha.empty() && static_cast<unsigned char>(raster.alpha[pixel]) < half) return std::nullopt;
    const auto sample = [&](std::size_t i) { return static_cast<std::uint8_t>(samples[i]); };
    if (raster.components == picture::Components::grey)
        return Colour{{sample(pixel), sample(pixel), sample(pixel)}};
    return Colour{{sample(3 * pixel), sample(3 * pixel + 1), sample(3 * pixel + 2)}};
}

class Pages {
  public:
    Pages(const page::PagedDocument& document, const font::Library& fonts, Sink& sink)
        : document_(document), fonts_(fonts), sink_(sink) {}

    void check(const page::Page& page) {
        painted_.clear();
        has_picture_ = false;
        for (const page::Item& item : page.items) {
            if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
                check(*run, item);
            } else {
                painted_.push_back(&item);
                has_picture_ = has_picture_ || std::holds_alternative<PlacedPicture>(item.content);
            }
        }
    }

  private:
    void check(const GlyphRun& run, const page::Item& item) {
        if (!has_picture_ || told_.contains(run.text)) return;
        page::visit_ink(run, fonts_, [&](const Rect& ink) {
            if (told_.contains(run.text)) return;
            const auto below = picture_below(ink, item);
            if (!below || base::contrast_ratio(run.colour, below->second) >= large_text_contrast) return;
            told_.insert(run.text);
            tell(run, item, document_.pictures[below->first->picture], below->second);
        });
    }

    // The picture that is seen behind the middle of a letter, and its colour there.
    std::optional<std::pair<const PlacedPicture*, Colour>> picture_below(const Rect& ink,
                                                                         const page::Item& letter) {
        const Point middle{(ink.left() + ink.right()) / 2, (ink.top() + ink.bottom()) / 2};
        for (auto item = painted_.rbegin(); item != painted_.rend(); ++item) {
            if (const auto* ground = std::get_if<page::FilledRect>(&(*item)->content);
                ground != nullptr && within(ground->box, middle))
                return std::nullopt;
            const auto* placed = std::get_if<PlacedPicture>(&(*item)->content);
            if (placed == nullptr || !within(placed->box, middle)) continue;
            if ((*item)->belongs == letter.belongs && std::holds_alternative<style::LeafId>(letter.belongs))
                return std::nullopt;  // its own words
            const Spot share{
                (middle.x - placed->box.left()).to_points() / placed->box.size.width.to_points(),
                (middle.y - placed->box.top()).to_points() / placed->box.size.height.to_points()};
            const auto colour =
                std::visit([&](const auto& picture) { return colour_at(picture, share, bounds_); },
                           *document_.pictures[placed->picture].picture);
            if (colour) return std::pair{placed, *colour};
        }
        return std::nullopt;
    }

    static bool within(const Rect& box, const Point& point) {
        return box.left() <= point.x && point.x < box.right() && box.top() <= point.y &&
               point.y < box.bottom();
    }

    void tell(const GlyphRun& run, const page::Item& item, const style::NamedPicture& picture,
              const Colour& colour) {
        sink_.error(diag::code::words_on_picture, place_of(document_, item),
                    fmt::format("“{}” runs over the picture '{}', where it can hardly be read ({} on {}).",
                                document_.texts[run.text], picture.id, run.colour.hex(), colour.hex()),
                    "Shorten these words and those above them, or place the picture lower in the layout.");
    }

    const page::PagedDocument& document_;
    const font::Library& fonts_;
    Sink& sink_;
    std::vector<const page::Item*> painted_;  // on this page so far, but for words
    bool has_picture_ = false;                // among these
    KnownBounds bounds_;
    std::set<page::TextId> told_;
};

}  // namespace

void check_words_on_pictures(const page::PagedDocument& document, const font::Library& fonts, Sink& sink) {
    Pages pages(document, fonts, sink);
    for (const page::Page& page : document.pages) pages.check(page);
}

}  // namespace brochure::preflight
