// What JPEG and PNG share: their limits, their readers, and what is done to decoded samples.
// In: the bytes of an image file. Out: a Raster, or diagnostics.
// No reader asks for more memory than max_pixels allows, whatever the file claims.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "picture/picture.hpp"

namespace brochure::picture {

// An A4 page at 600 dots an inch has 35 million pixels; a file that claims three times that is not for a
// brochure.
inline constexpr std::uint64_t max_pixels = 100'000'000;

std::optional<Raster> read_jpeg(std::string_view bytes, const std::string& shown_file, Sink& sink);
std::optional<Raster> read_png(std::string_view bytes, const std::string& shown_file, Sink& sink);

// Reports an image with more than max_pixels; true if it has.
bool refused_as_too_large(std::uint64_t width, std::uint64_t height, const std::string& shown_file,
                          Sink& sink);

void report_damaged(const std::string& what, const std::string& shown_file, Sink& sink);

// The profile itself if its header (ICC.1:2022, 7.2) is sound and it is one for these components; else
// nothing, with a warning.
std::string checked_profile(std::string profile, Components components, const std::string& shown_file,
                            Sink& sink);

// The orientation (1 to 8) in an Exif block, with "Exif" at its head (JPEG) or without (PNG); 1 if it says
// nothing we understand.
int exif_orientation(std::string_view block);

// Turns and mirrors the samples so that the picture stands as the orientation tag says (Exif 2.32, 4.6.4).
Raster oriented(Raster raster, int orientation);

}  // namespace brochure::picture
