// Colour profiles, by lcms2: the sRGB profile of the output intent, and what the profile of a picture is good
// for. In: bytes of ICC profiles, samples. Out: bytes. The sRGB profile is the same at every run: its date is
// fixed.
#pragma once

#include <string>
#include <string_view>

#include "picture/picture.hpp"

namespace brochure::pdf {

std::string srgb_profile();

// True if a PDF/A-2 file may carry the profile for pictures of so many components (ISO 19005-2, 6.2.4.2), and
// it leads to colours: its tables are there and can be read.
bool is_usable_profile(std::string_view profile, picture::Components components);

// CMYK samples as sRGB, through the picture's profile where it has a usable one; else as if inks were ideal.
std::string cmyk_to_srgb(std::string_view samples, std::string_view profile);

// A picture as grey samples of the luminance of its colours; through its profile where it has a usable one.
std::string grey_samples(const picture::Raster& raster);

}  // namespace brochure::pdf
