#include "pdf/press/press_profile.hpp"

#include <fmt/format.h>
#include <lcms2.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <numeric>

#include "base/file.hpp"
#include "base/must.hpp"
#include "pdf/content/colour_handles.hpp"
#include "pdf/content/profile.hpp"

namespace brochure::pdf {

namespace {

namespace fs = std::filesystem;
using picture::Components;

Transform transform(const Profile& from, cmsUInt32Number from_format, const Profile& to,
                    cmsUInt32Number to_format) {
    return Transform(cmsCreateTransform(from.get(), from_format, to.get(), to_format,
                                        INTENT_RELATIVE_COLORIMETRIC,
                                        cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE));
}

// A printing condition that a layout may name instead of a file, and where Debian keeps its profile.
struct KnownCondition {
    std::string_view name, file, package;
};
constexpr std::array<KnownCondition, 1> known_conditions{
    {{"FOGRA39", "FOGRA39L_coated.icc", "texlive-base"}}};

constexpr std::uint64_t largest_profile = 16U << 20U;

// The 8-bit sample of each lightness, for rasters: L* in steps of 100/255.
using LightnessTable = std::array<std::uint8_t, 256>;

constexpr int full = 255;

// In any unit of ink: percent or samples.
template <class Plates>
void limit(Plates&& plates, int most) {
    const int black = int{plates[3]};
    const int colours = int{plates[0]} + int{plates[1]} + int{plates[2]};
    if (colours + black <= most || colours == 0) return;
    for (std::size_t i = 0; i < 3; ++i)
        plates[i] = static_cast<std::uint8_t>(int{plates[i]} * std::max(most - black, 0) / colours);
}

// Grey that was saved as colours; with a profile too, since three equal samples are grey by any profile of
// pictures.
bool is_neutral(const picture::Raster& raster) {
    if (raster.components != Components::rgb) return false;
    const std::string& rgb = samples_of(raster);
    for (std::size_t i = 0; i + 2 < rgb.size(); i += 3) {
        if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) return false;
    }
    return true;
}

int byte_at(std::string_view bytes, std::size_t i) { return int{static_cast<unsigned char>(bytes[i])}; }

}  // namespace

int total_ink(const Inks& inks) { return std::accumulate(inks.begin(), inks.end(), 0); }

Inks within_limit(const Inks& inks) {
    Inks out = inks;
    limit(out, most_ink);
    return out;
}

std::vector<fs::path> profile_folders() {
    return {"/usr/local/share/color/icc", "/usr/share/color/icc",
            "/usr/share/texlive/texmf-dist/tex/generic/colorprofiles"};
}

namespace {

// In a folder and all below it; links to folders are not followed, since they may lead in a circle.
void look_for(const std::string& wanted, const fs::path& folder, std::vector<fs::path>& found) {
    const auto entries = base::list_folder(folder);
    if (!entries.ok()) return;
    for (const base::Entry& entry : entries.value()) {
        const std::string& file = entry.name;
        if (file == wanted || file == wanted + ".icc" || file == wanted + ".icm")
            found.push_back(folder / file);
        std::error_code unknown;
        if (entry.folder && !fs::is_symlink(folder / file, unknown)) look_for(wanted, folder / file, found);
    }
}

}  // namespace

base::Result<fs::path> find_profile(const std::string& name, const std::vector<fs::path>& folders) {
    if (name.find('/') != std::string::npos) {
        const auto found = base::find_regular_file(name);
        if (!found.ok()) return found.error();
        if (found.value()) return fs::path(name);
        return base::Error{fmt::format("There is no colour profile {}.", name)};
    }
    const auto* known = std::ranges::find(known_conditions, name, &KnownCondition::name);
    const std::string wanted = known == known_conditions.end() ? name : std::string(known->file);
    std::vector<fs::path> found;
    for (const fs::path& folder : folders) {
        look_for(wanted, folder, found);
        // The order in which a folder lists its files is not the same everywhere.
        if (!found.empty()) return *std::ranges::min_element(found);
    }
    const std::string remedy =
        known == known_conditions.end()
            ? "give its path, or install the Debian package that has it (icc-profiles, colord-data)"
            : fmt::format("install the Debian package {} (apt-get install {})", known->package,
                          known->package);
    return base::Error{
        fmt::format("The colour profile {} of the press edition is not installed: {}.", wanted, remedy)};
}

struct PressProfile::State {
    std::string bytes;
    Profile press, srgb, lab;
    Transform srgb_to_inks, srgb_to_lab, inks_to_lab;  // without a cache, so that threads may share them
    std::array<double, 101> black_lightness{};         // L* of each percent of black; falls
    mutable std::mutex asking;
    std::map<std::array<std::uint8_t, 3>, Inks> known;  // a drawing says one colour hundreds of times

    // From a picture's colours to those of this profile, or to `lab`.
    [[nodiscard]] Transform from_picture(const Profile& from, cmsUInt32Number from_format, const Profile& to,
                                         cmsUInt32Number to_format) const {
        const std::scoped_lock lock(asking);  // lcms reads tables of a profile when they are first needed
        return transform(from, from_format, to, to_format);
    }

    // Percent of black, with a fraction, for an L* that this paper can have.
    [[nodiscard]] double black_for(double lightness) const {
        if (lightness >= black_lightness.front()) return 0;
        for (std::size_t i = 1; i < black_lightness.size(); ++i) {
            if (lightness < black_lightness[i]) continue;
            const double step = black_lightness[i - 1] - black_lightness[i];
            return static_cast<double>(i) - (step > 0 ? (lightness - black_lightness[i]) / step : 0);
        }
        return 100;
    }

    // sRGB's black has L* 0: the whole range is compressed to what black ink reaches.
    [[nodiscard]] double compensated(double lightness) const {
        const double darkest = black_lightness.back();
        return darkest + (black_lightness.front() - darkest) * lightness / 100;
    }

    // L* of every pixel, as 0 to 255. Without a usable profile the samples are taken for sRGB, or grey with
    // its curve.
    [[nodiscard]] std::string lightness_of(const picture::Raster& raster) const {
        const std::size_t pixels = std::size_t{raster.width} * raster.height;
        std::string out(pixels, '\0');
        const bool own = is_usable_profile(raster.icc_profile, raster.components);
        std::string source = samples_of(raster);
        Profile from;
        cmsUInt32Number format = TYPE_RGB_8;
        if (raster.components == Components::cmyk) {
            from = profile_of(own ? raster.icc_profile : bytes);
            format = TYPE_CMYK_8;
        } else if (raster.components == Components::grey && own) {
            from = profile_of(raster.icc_profile);
            format = TYPE_GRAY_8;
        } else {
            if (raster.components == Components::grey) {
                source.clear();
                source.reserve(3 * pixels);
                for (const char sample : samples_of(raster)) source.append(3, sample);
            }
            from = own ? profile_of(raster.icc_profile) : Profile(cmsCreate_sRGBProfile());
        }
        const Transform to_lab = from_picture(from, format, lab, TYPE_Lab_16);
        base::must(to_lab != nullptr, "A picture's colour profile no longer works.");
        std::vector<std::uint16_t> row(std::size_t{raster.width} * 3);
        const std::size_t row_bytes = source.size() / std::max<std::size_t>(raster.height, 1);
        for (std::size_t y = 0; y < raster.height; ++y) {
            cmsDoTransform(to_lab.get(), source.data() + y * row_bytes, row.data(), raster.width);
            for (std::size_t x = 0; x < raster.width; ++x)
                out[y * raster.width + x] = static_cast<char>(row[3 * x] / 257);
        }
        return out;
    }

    // Samples of black ink by lightness. CMYK is measured on this paper already; all else is compensated.
    [[nodiscard]] LightnessTable black_samples(bool on_paper) const {
        LightnessTable table{};
        for (std::size_t i = 0; i < table.size(); ++i) {
            const double lightness = 100.0 * static_cast<double>(i) / full;
            const double black = black_for(on_paper ? lightness : compensated(lightness));
            table[i] = static_cast<std::uint8_t>(std::lround(black * full / 100));
        }
        return table;
    }
};

PressProfile::PressProfile(std::unique_ptr<State> state) : state_(std::move(state)) {}
PressProfile::PressProfile(PressProfile&&) noexcept = default;
PressProfile& PressProfile::operator=(PressProfile&&) noexcept = default;
PressProfile::~PressProfile() = default;

base::Result<PressProfile> PressProfile::open(const fs::path& path) {
    auto bytes = base::read_file(path, largest_profile);
    if (!bytes) return bytes.error();
    auto state = std::make_unique<State>();
    state->bytes = std::move(bytes).value();
    const std::string_view header = state->bytes;
    // ISO 15930-7, 6.4: the profile of an output device ('prtr').
    if (!is_usable_profile(header, Components::cmyk) || header.substr(12, 4) != "prtr")
        return base::Error{
            fmt::format("{} is no ICC profile of a four-colour printing condition.", path.string())};
    state->press = profile_of(state->bytes);
    state->srgb = Profile(cmsCreate_sRGBProfile());
    state->lab = Profile(cmsCreateLab4Profile(nullptr));
    state->srgb_to_inks = transform(state->srgb, TYPE_RGB_8, state->press, TYPE_CMYK_16);
    state->srgb_to_lab = transform(state->srgb, TYPE_RGB_8, state->lab, TYPE_Lab_DBL);
    // No compensation here: how light the inks are on the paper is asked.
    state->inks_to_lab =
        Transform(cmsCreateTransform(state->press.get(), TYPE_CMYK_8, state->lab.get(), TYPE_Lab_DBL,
                                     INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE));
    if (!state->srgb_to_inks || !state->srgb_to_lab || !state->inks_to_lab)
        return base::Error{
            fmt::format("The colour profile {} cannot be used: it lacks the tables from "
                        "colours to inks or back.",
                        path.string())};
    double darkest = 100;
    for (std::size_t i = 0; i < state->black_lightness.size(); ++i) {
        const std::array<std::uint8_t, 4> inks{
            0, 0, 0, static_cast<std::uint8_t>(std::lround(static_cast<double>(i) * full / 100))};
        cmsCIELab lab;
        cmsDoTransform(state->inks_to_lab.get(), inks.data(), &lab, 1);
        darkest = state->black_lightness[i] = std::min(darkest, lab.L);
    }
    return PressProfile(std::move(state));
}

const std::string& PressProfile::bytes() const { return state_->bytes; }

Inks PressProfile::inks_of(const Colour& colour) const {
    if (colour.cmyk) return *colour.cmyk;
    const std::scoped_lock lock(state_->asking);
    const auto [known, is_new] = state_->known.try_emplace(colour.rgb);
    if (is_new) {
        std::array<std::uint16_t, 4> inks{};
        cmsDoTransform(state_->srgb_to_inks.get(), colour.rgb.data(), inks.data(), 1);
        for (std::size_t i = 0; i < inks.size(); ++i)
            known->second[i] = static_cast<std::uint8_t>(std::lround(inks[i] * 100.0 / 65535));
    }
    return known->second;
}

int PressProfile::black_of(const Colour& colour) const {
    double lightness = 0;
    cmsCIELab lab;
    if (colour.cmyk) {
        const auto& [cyan, magenta, yellow, black] = *colour.cmyk;
        if (cyan == 0 && magenta == 0 && yellow == 0) return black;
        Inks samples{};
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = static_cast<std::uint8_t>(std::lround((*colour.cmyk)[i] * full / 100.0));
        cmsDoTransform(state_->inks_to_lab.get(), samples.data(), &lab, 1);
        lightness = lab.L;
    } else {
        cmsDoTransform(state_->srgb_to_lab.get(), colour.rgb.data(), &lab, 1);
        lightness = state_->compensated(lab.L);
    }
    return static_cast<int>(std::lround(state_->black_for(lightness)));
}

double PressProfile::lightness_of_black(int percent) const {
    return state_->black_lightness[static_cast<std::size_t>(std::clamp(percent, 0, 100))];
}

PressProfile::Samples PressProfile::inks_of(const picture::Raster& raster) const {
    const std::size_t pixels = std::size_t{raster.width} * raster.height;
    Samples out;
    out.bytes.assign(4 * pixels, '\0');
    if (raster.components == Components::cmyk) {
        out.bytes = samples_of(raster);
    } else if (raster.components == Components::grey || is_neutral(raster)) {
        const LightnessTable table = state_->black_samples(false);
        const std::string lightness = state_->lightness_of(raster);
        for (std::size_t i = 0; i < pixels; ++i)
            out.bytes[4 * i + 3] = static_cast<char>(table[static_cast<unsigned char>(lightness[i])]);
    } else {
        const bool own = is_usable_profile(raster.icc_profile, raster.components);
        const Profile from = own ? profile_of(raster.icc_profile) : Profile(cmsCreate_sRGBProfile());
        const Transform to_inks = state_->from_picture(from, TYPE_RGB_8, state_->press, TYPE_CMYK_8);
        base::must(to_inks != nullptr, "A picture's colour profile no longer works.");
        cmsDoTransform(to_inks.get(), samples_of(raster).data(), out.bytes.data(),
                       static_cast<cmsUInt32Number>(pixels));
    }
    int most = 0;
    auto* plates = reinterpret_cast<std::uint8_t*>(out.bytes.data());
    for (std::size_t i = 0; i < pixels; ++i) {
        std::uint8_t* pixel = plates + 4 * i;
        most = std::max(most, int{pixel[0]} + int{pixel[1]} + int{pixel[2]} + int{pixel[3]});
        limit(pixel, most_ink * full / 100);
    }
    out.most_ink = most * 100 / full;
    return out;
}

std::string PressProfile::grey_of(const picture::Raster& raster) const {
    std::string grey = state_->lightness_of(raster);
    const LightnessTable table = state_->black_samples(raster.components == Components::cmyk);
    for (std::size_t i = 0; i < grey.size(); ++i)
        grey[i] = static_cast<char>(full - int{table[static_cast<std::size_t>(byte_at(grey, i))]});
    return grey;
}

}  // namespace brochure::pdf
