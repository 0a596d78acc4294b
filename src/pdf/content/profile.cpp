#include "pdf/content/profile.hpp"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>

#include "base/grey.hpp"
#include "base/must.hpp"
#include "pdf/content/colour_handles.hpp"

namespace brochure::pdf {

namespace {

constexpr double version_of_pdf_1_7 = 4.2;  // the newest that ISO 32000-1, table 66, knows

// ICC.1:2004-10, 7.2: bytes 24 to 35 tell when the profile was made, as six big-endian numbers.
void fix_date(std::string& profile) {
    static constexpr std::string_view first_of_2020{"\x07\xE4\0\x01\0\x01\0\0\0\0\0\0", 12};
    profile.replace(24, first_of_2020.size(), first_of_2020);
}

std::string_view colour_space(picture::Components components) {
    switch (components) {
        case picture::Components::grey:
            return "GRAY";
        case picture::Components::rgb:
            return "RGB ";
        case picture::Components::cmyk:
            return "CMYK";
    }
    return "";
}

cmsUInt32Number format_of(picture::Components components) {
    switch (components) {
        case picture::Components::grey:
            return TYPE_GRAY_8;
        case picture::Components::rgb:
            return TYPE_RGB_8;
        case picture::Components::cmyk:
            return TYPE_CMYK_8;
    }
    return TYPE_RGB_8;
}

// Null if the profile has no way from its samples to colours: lcms reads a profile's tables when they are
// needed, so opening one says little.
Transform to_srgb(std::string_view profile, picture::Components components) {
    const Profile from(cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size())));
    const Profile to(cmsCreate_sRGBProfile());
    if (!from || !to) return nullptr;
    return Transform(cmsCreateTransform(from.get(), format_of(components), to.get(), TYPE_RGB_8,
                                        INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION));
}

std::string through(const Transform& transform, std::string_view samples, std::size_t pixels) {
    std::string rgb(pixels * 3, '\0');
    cmsDoTransform(transform.get(), samples.data(), rgb.data(), static_cast<cmsUInt32Number>(pixels));
    return rgb;
}

// The grey of each luminance, in steps fine enough for the darkest samples to stay apart.
class GreyTable {
  public:
    GreyTable() {
        for (std::size_t i = 0; i < linear_.size(); ++i) {
            linear_[i] = base::light_of(static_cast<std::uint8_t>(i));
        }
        for (std::size_t i = 0; i < greys_.size(); ++i)
            greys_[i] = base::grey_of_luminance(static_cast<double>(i) / steps);
    }
    [[nodiscard]] char grey(const char* rgb) const {
        double luminance = 0;
        for (std::size_t i = 0; i < 3; ++i)
            luminance += base::luminance_shares[i] * linear_[static_cast<unsigned char>(rgb[i])];
        return static_cast<char>(greys_[static_cast<std::size_t>(std::lround(luminance * steps))]);
    }

  private:
    std::array<double, 256> linear_{};
    static constexpr double steps = (1U << 16U) - 1;
    std::array<std::uint8_t, 1U << 16U> greys_{};
};

}  // namespace

std::string srgb_profile() {
    const Profile profile(cmsCreate_sRGBProfile());
    base::must(profile != nullptr, "Little CMS had no memory for the profile of sRGB.");
    cmsSetProfileVersion(profile.get(), version_of_pdf_1_7);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    std::string bytes(size, '\0');
    cmsSaveProfileToMem(profile.get(), bytes.data(), &size);
    fix_date(bytes);
    return bytes;
}

bool is_usable_profile(std::string_view profile, picture::Components components) {
    static constexpr std::size_t header_size = 128;
    if (profile.size() <= header_size || profile.substr(16, 4) != colour_space(components)) return false;
    const std::string_view device = profile.substr(12, 4);
    const auto version = static_cast<unsigned char>(profile[8]);
    if (version < 2 || version > 4 ||
        (device != "scnr" && device != "mntr" && device != "prtr" && device != "spac"))
        return false;
    return to_srgb(profile, components) != nullptr;
}

std::string cmyk_to_srgb(std::string_view samples, std::string_view profile) {
    const std::size_t pixels = samples.size() / 4;
    if (is_usable_profile(profile, picture::Components::cmyk))
        return through(to_srgb(profile, picture::Components::cmyk), samples, pixels);
    std::string rgb(pixels * 3, '\0');
    for (std::size_t i = 0; i < pixels; ++i) {
        const auto ink = [&](std::size_t plate) {
            return int{static_cast<unsigned char>(samples[4 * i + plate])};
        };
        for (std::size_t plate = 0; plate < 3; ++plate)
            rgb[3 * i + plate] = static_cast<char>((255 - ink(plate)) * (255 - ink(3)) / 255);
    }
    return rgb;
}

std::string grey_samples(const picture::Raster& raster) {
    const std::size_t pixels = std::size_t{raster.width} * raster.height;
    const bool profiled = is_usable_profile(raster.icc_profile, raster.components);
    if (raster.components == picture::Components::grey && !profiled) return samples_of(raster);
    std::string rgb;
    if (profiled)
        rgb = through(to_srgb(raster.icc_profile, raster.components), samples_of(raster), pixels);
    else if (raster.components == picture::Components::cmyk)
        rgb = cmyk_to_srgb(samples_of(raster), {});
    const std::string& colours = rgb.empty() ? samples_of(raster) : rgb;
    static const GreyTable table;
    std::string grey(pixels, '\0');
    for (std::size_t i = 0; i < pixels; ++i) grey[i] = table.grey(colours.data() + 3 * i);
    return grey;
}

}  // namespace brochure::pdf
