// What a press or an office printer cannot do: show more than the pixels there are, print lines thinner than
// its dots, cut to a hair's breadth.
#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "diag/codes.hpp"
#include "lint/page_rules.hpp"
#include "lint/passages.hpp"
#include "lint/thresholds.hpp"

namespace brochure::lint {

namespace {

constexpr double points_per_inch = 72;

// A picture may be placed more than once: its largest size asks most of its pixels, its smallest of its
// lines.
struct PlacedSizes {
    base::Size smallest, largest;
};

std::map<page::PictureId, PlacedSizes> placed_sizes(const page::PagedDocument& document) {
    std::map<page::PictureId, PlacedSizes> sizes;
    for (const page::Page& page : document.pages) {
        for (const page::Item& item : page.items) {
            const auto* placed = std::get_if<page::PlacedPicture>(&item.content);
            if (placed == nullptr || placed->box.size.width <= Length{}) continue;
            const base::Size size = placed->box.size;
            PlacedSizes& known = sizes.try_emplace(placed->picture, PlacedSizes{size, size}).first->second;
            if (size.width < known.smallest.width) known.smallest = size;
            if (size.width > known.largest.width) known.largest = size;
        }
    }
    return sizes;
}

// The thinnest stroke as printed; nothing where all is filled.
std::optional<Length> thinnest_stroke(const picture::Drawing& drawing, const base::Size& placed) {
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

}  // namespace

void coarse_pictures(const Setting& setting, Sink& sink) {
    for (const auto& [id, sizes] : placed_sizes(setting.pages.document)) {
        const base::Size size = sizes.largest;
        const style::NamedPicture& named = setting.pages.document.pictures[id];
        const auto* raster = std::get_if<picture::Raster>(named.picture.get());
        if (raster == nullptr) continue;
        const double resolution =
            std::min(raster->width / size.width.to_points(), raster->height / size.height.to_points()) *
            points_per_inch;
        // A hair less is rounding, not a coarse picture.
        if (resolution > good_resolution - 1) continue;
        const std::string message =
            fmt::format("The picture '{}' has {:.0f} pixels an inch at its size in the layout {}.", named.id,
                        resolution, setting.layout.name);
        const std::string remedy = fmt::format(
            "Take a file of {:.0f} pixels across or more for print; enlarging this one does not help.",
            size.width.to_points() / points_per_inch * good_resolution);
        if (resolution < least_resolution) {
            sink.error(diag::code::picture_coarse, named.place, message, remedy);
        } else {
            sink.warning(diag::code::picture_coarse, named.place, message, remedy);
        }
    }
}

void hairlines(const Setting& setting, Sink& sink) {
    Length thinnest = hairline;
    for (const page::Page& page : setting.pages.document.pages) {
        for (const page::Item& item : page.items) {
            const Length own = thickness(item);
            if (own > Length{}) thinnest = std::min(thinnest, own);
        }
    }
    constexpr std::string_view wanted =
        "Make it 0.25 pt or more: a press and an office printer lose thinner lines.";
    if (thinnest < hairline) {
        sink.warning(diag::code::line_thin, setting.layout.place,
                     fmt::format("The layout has a line of {:.2f} pt.", thinnest.to_points()),
                     std::string{wanted});
    }
    for (const auto& [id, sizes] : placed_sizes(setting.pages.document)) {
        const style::NamedPicture& named = setting.pages.document.pictures[id];
        const auto* drawing = std::get_if<picture::Drawing>(named.picture.get());
        const auto stroke = drawing == nullptr ? std::nullopt : thinnest_stroke(*drawing, sizes.smallest);
        if (!stroke || *stroke >= hairline) continue;
        sink.warning(diag::code::line_thin, named.place,
                     fmt::format("The drawing '{}' has a line of {:.2f} pt at its size in the layout {}.",
                                 named.id, stroke->to_points(), setting.layout.name),
                     std::string{wanted});
    }
}

void text_near_trim(const Setting& setting, Sink& sink) {
    const page::PagedDocument& document = setting.pages.document;
    struct Nearest {
        Length distance = safe_margin;
        std::string words, page;
    } nearest;
    for (const page::Page& page : document.pages) {
        for (const page::Item& item : page.items) {
            const auto* run = std::get_if<page::GlyphRun>(&item.content);
            if (run == nullptr) continue;
            const Length distance = page::distance_to_trim(*run, document.trim, setting.fonts);
            if (distance >= nearest.distance) continue;
            nearest = {distance, first_words(words_of(*run, document), setting.document.language.tag, 4),
                       page.label};
        }
    }
    if (nearest.words.empty()) return;
    sink.warning(
        diag::code::text_near_trim, setting.layout.place,
        fmt::format("“{}” on page {} stands {:.1f} mm from the edge.", nearest.words, nearest.page,
                    nearest.distance.to_millimetres()),
        fmt::format("Keep text {:.0f} mm away from every edge, or a printer may not print it and a knife "
                    "may cut it.",
                    safe_margin.to_millimetres()));
}

}  // namespace brochure::lint
