#include "preflight/print_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "preflight/page_words.hpp"
#include "preflight/print_limits.hpp"
#include "preflight/rules.hpp"

namespace brochure::preflight {

namespace {

constexpr double points_per_inch = 72;
constexpr std::string_view thicker =
    "Make it 0.25 pt or more: a press and an office printer lose thinner lines.";

// The thinnest stroke as printed; nothing where all is filled.
std::optional<Length> thinnest_stroke(const picture::Drawing& drawing, const Size& placed) {
    if (drawing.width <= 0) return std::nullopt;
    const double scale = placed.width.to_points() / drawing.width;
    std::optional<Length> thinnest;
    for (const picture::VectorPath& path : drawing.paths) {
        if (!path.stroke || path.stroke->width <= 0) continue;
        const Length width = Length::points(path.stroke->width * scale);
        thinnest = thinnest ? std::min(*thinnest, width) : width;
    }
    return thinnest;
}

Length thickness(const page::Item& item) {
    if (const auto* line = std::get_if<page::StrokedLine>(&item.content)) return line->width;
    if (const auto* ground = std::get_if<page::FilledRect>(&item.content)) {
        return std::min(ground->box.size.width, ground->box.size.height);
    }
    return {};
}

// Where margins are too small every line is too near: the layout is at fault, not the words.
Place place_of_near_text(const Subject& subject, const page::Item& item) {
    const design::PageGeometry& page = subject.design.page;
    const bool tight = std::min({page.inner, page.outer, page.top}) < safe_margin;
    if (tight || std::holds_alternative<page::Artifact>(item.belongs)) return subject.design.place;
    const Place place = page::place_of(subject.pages, item);
    return place.file.empty() ? subject.design.place : place;
}

}  // namespace

std::map<page::PictureId, PlacedSizes> placed_sizes(const page::PagedDocument& pages) {
    std::map<page::PictureId, PlacedSizes> sizes;
    for (const page::Page& page : pages.pages) {
        for (const page::Item& item : page.items) {
            const auto* placed = std::get_if<page::PlacedPicture>(&item.content);
            if (placed == nullptr || placed->box.size.width <= Length{} ||
                placed->box.size.height <= Length{})
                continue;
            const Size size = placed->box.size;
            PlacedSizes& known = sizes.try_emplace(placed->picture, PlacedSizes{size, size}).first->second;
            if (size.width < known.smallest.width) known.smallest = size;
            if (size.width > known.largest.width) known.largest = size;
        }
    }
    return sizes;
}

double resolution_at(const picture::Raster& raster, const Size& size) {
    return points_per_inch *
           std::min(raster.width / size.width.to_points(), raster.height / size.height.to_points());
}

bool is_line_art(const picture::Raster& raster) {
    return std::ranges::all_of(samples_of(raster), [](char c) { return c == '\0' || c == '\xFF'; });
}

double pixels_across(const Size& size, double resolution) {
    return std::ceil(size.width.to_points() / points_per_inch * resolution);
}

void coarse_pictures(const Subject& subject, Sink& sink) {
    for (const auto& [id, sizes] : placed_sizes(subject.pages)) {
        const style::NamedPicture& named = subject.pages.pictures[id];
        const auto* raster = std::get_if<picture::Raster>(named.picture.get());
        if (raster == nullptr) continue;
        const double resolution = resolution_at(*raster, sizes.largest);
        // A hair less is rounding, not a coarse picture.
        if (resolution > good_resolution - 1) continue;
        tell(sink, rule::picture_coarse, named.place,
             fmt::format("The picture '{}' has {:.0f} pixels an inch at its size in the layout {}{}.",
                         named.id, resolution, subject.design.name,
                         resolution < least_resolution ? ", so few that everyone sees them as squares" : ""),
             fmt::format("Take a file of {:.0f} pixels across or more for print; enlarging this one does not "
                         "help.",
                         pixels_across(sizes.largest, good_resolution)));
    }
}

void thin_lines(const Subject& subject, Sink& sink) {
    Length thinnest = hairline;
    for (const page::Page& page : subject.pages.pages) {
        for (const page::Item& item : page.items) {
            const Length own = thickness(item);
            if (own > Length{}) thinnest = std::min(thinnest, own);
        }
    }
    if (thinnest < hairline) {
        tell(sink, rule::line_thin, subject.design.place,
             fmt::format("The layout has a line of {:.2f} pt.", thinnest.to_points()), std::string{thicker});
    }
    for (const auto& [id, sizes] : placed_sizes(subject.pages)) {
        const style::NamedPicture& named = subject.pages.pictures[id];
        const auto* drawing = std::get_if<picture::Drawing>(named.picture.get());
        const auto stroke = drawing == nullptr ? std::nullopt : thinnest_stroke(*drawing, sizes.smallest);
        if (!stroke || *stroke >= hairline) continue;
        tell(sink, rule::line_thin, named.place,
             fmt::format("The drawing '{}' has a line of {:.2f} pt at its size in the layout {}.", named.id,
                         stroke->to_points(), subject.design.name),
             std::string{thicker});
    }
}

void text_near_trim(const Subject& subject, Sink& sink) {
    Length nearest = safe_margin;
    const page::Item* found = nullptr;
    std::size_t on = 0;
    for (std::size_t p = 0; p < subject.pages.pages.size(); ++p) {
        for (const page::Item& item : subject.pages.pages[p].items) {
            const auto* run = std::get_if<page::GlyphRun>(&item.content);
            if (run == nullptr) continue;
            const Length distance = distance_to_trim(*run, subject.pages.trim, subject.fonts);
            if (distance >= nearest) continue;
            nearest = distance;
            found = &item;
            on = p;
        }
    }
    if (found == nullptr) return;
    tell(
        sink, rule::text_near_trim, place_of_near_text(subject, *found),
        fmt::format("“{}” on {} stands {:.1f} mm from the edge.",
                    words_of(subject.pages, std::get<page::GlyphRun>(found->content)),
                    page_name(subject.pages, on), nearest.to_millimetres()),
        fmt::format("Keep text {:.0f} mm away from every edge, or a printer may not print it and a knife may "
                    "cut it.",
                    safe_margin.to_millimetres()));
}

}  // namespace brochure::preflight
