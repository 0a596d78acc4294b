#include "pdf/profile.hpp"

#include <lcms2.h>

#include <algorithm>
#include <cassert>
#include <memory>

namespace brochure::pdf {

namespace {

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct DeleteTransform {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Profile = std::unique_ptr<void, CloseProfile>;
using Transform = std::unique_ptr<void, DeleteTransform>;

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

}  // namespace

std::string srgb_profile() {
    const Profile profile(cmsCreate_sRGBProfile());
    assert(profile);
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
    return Profile(cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size()))) !=
           nullptr;
}

std::string cmyk_to_srgb(std::string_view samples, std::string_view profile) {
    const std::size_t pixels = samples.size() / 4;
    std::string rgb(pixels * 3, '\0');
    if (is_usable_profile(profile, picture::Components::cmyk)) {
        const Profile from(
            cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size())));
        const Profile to(cmsCreate_sRGBProfile());
        const Transform transform(cmsCreateTransform(from.get(), TYPE_CMYK_8, to.get(), TYPE_RGB_8,
                                                     INTENT_RELATIVE_COLORIMETRIC,
                                                     cmsFLAGS_BLACKPOINTCOMPENSATION));
        if (transform) {
            cmsDoTransform(transform.get(), samples.data(), rgb.data(), static_cast<cmsUInt32Number>(pixels));
            return rgb;
        }
    }
    for (std::size_t i = 0; i < pixels; ++i) {
        const auto ink = [&](std::size_t plate) {
            return int{static_cast<unsigned char>(samples[4 * i + plate])};
        };
        for (std::size_t plate = 0; plate < 3; ++plate)
            rgb[3 * i + plate] = static_cast<char>((255 - ink(plate)) * (255 - ink(3)) / 255);
    }
    return rgb;
}

}  // namespace brochure::pdf
