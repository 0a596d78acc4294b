#include "picture/raster/raster.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/bytes.hpp"
#include "diag/codes.hpp"

namespace brochure::picture {

namespace {

std::string_view profile_space(Components components) {
    switch (components) {
        case Components::grey:
            return "GRAY";
        case Components::rgb:
            return "RGB ";
        case Components::cmyk:
            return "CMYK";
    }
    return {};
}

struct Pixel {
    std::size_t x, y;
};

// The pixel of the stored image that is seen at `seen`, in an image stored `width` by `height`.
Pixel stored_pixel(Pixel seen, int orientation, std::size_t width, std::size_t height) {
    switch (orientation) {
        case 2:
            return {width - 1 - seen.x, seen.y};
        case 3:
            return {width - 1 - seen.x, height - 1 - seen.y};
        case 4:
            return {seen.x, height - 1 - seen.y};
        case 5:
            return {seen.y, seen.x};
        case 6:
            return {seen.y, height - 1 - seen.x};
        case 7:
            return {width - 1 - seen.y, height - 1 - seen.x};
        case 8:
            return {width - 1 - seen.y, seen.x};
        default:
            return seen;
    }
}

}  // namespace

bool refused_as_too_large(std::uint64_t width, std::uint64_t height, const std::string& shown_file,
                          Sink& sink) {
    if (width * height <= max_pixels) return false;
    sink.error(
        diag::code::picture_too_large, {shown_file, 0, 0},
        fmt::format("The image has {} × {} pixels; at most {} million are read.", width, height,
                    max_pixels / 1'000'000),
        "Save it smaller: a full A5 page at 300 dots an inch needs 1819 × 2551 pixels with its bleed.");
    return true;
}

void report_damaged(const std::string& what, const std::string& shown_file, Sink& sink) {
    sink.error(
        diag::code::picture_damaged, {shown_file, 0, 0}, fmt::format("The image is damaged: {}.", what),
        "Fetch the original file again, or open it in an image program, look at it whole and save it anew.");
}

std::string checked_profile(std::string profile, Components components, const std::string& shown_file,
                            Sink& sink) {
    if (profile.empty()) return profile;
    const bool sound = profile.size() >= 128 && base::number_at(profile, 0, 4) == profile.size() &&
                       profile.compare(36, 4, "acsp") == 0;
    if (sound && profile.compare(16, 4, profile_space(components)) == 0) return profile;
    sink.warning(diag::code::picture_profile, {shown_file, 0, 0},
                 sound ? "The colour profile in the image is for another kind of colour and is left out."
                       : "The colour profile in the image is damaged and is left out.",
                 "Convert the image to sRGB in an image program and save it anew.");
    return {};
}

int exif_orientation(std::string_view block) {
    constexpr std::uint32_t orientation_tag = 0x0112;
    constexpr std::size_t entry_size = 12;
    constexpr std::string_view head("Exif\0\0", 6);
    const std::string_view tiff = block.starts_with(head) ? block.substr(head.size()) : block;
    if (tiff.size() < 8) return 1;
    const bool big_endian = tiff.starts_with("MM");
    if (!big_endian && !tiff.starts_with("II")) return 1;
    const auto order = big_endian ? base::ByteOrder::big_endian : base::ByteOrder::little_endian;
    const std::size_t directory = base::number_at(tiff, 4, 4, order);
    if (directory > tiff.size() - 2) return 1;
    const std::size_t entries = base::number_at(tiff, directory, 2, order);
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * entry_size;
        if (entry + entry_size > tiff.size()) return 1;
        if (base::number_at(tiff, entry, 2, order) != orientation_tag) continue;
        const std::uint32_t value = base::number_at(tiff, entry + 8, 2, order);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

namespace {

std::string turned(const std::string& stored, std::size_t sample_size, int orientation, std::size_t width,
                   std::size_t height) {
    const bool on_its_side = orientation >= 5;
    std::string seen;
    seen.reserve(stored.size());
    for (std::size_t y = 0; y < (on_its_side ? width : height); ++y) {
        for (std::size_t x = 0; x < (on_its_side ? height : width); ++x) {
            const Pixel from = stored_pixel({x, y}, orientation, width, height);
            seen.append(stored, (from.y * width + from.x) * sample_size, sample_size);
        }
    }
    return seen;
}

}  // namespace

Raster oriented(Raster raster, int orientation) {
    if (orientation == 1) return raster;
    const auto pixel_size = static_cast<std::size_t>(raster.components);
    raster.samples = turned(raster.samples, pixel_size, orientation, raster.width, raster.height);
    if (!raster.alpha.empty())
        raster.alpha = turned(raster.alpha, 1, orientation, raster.width, raster.height);
    if (orientation >= 5) std::swap(raster.width, raster.height);
    raster.jpeg.clear();
    return raster;
}

}  // namespace brochure::picture
