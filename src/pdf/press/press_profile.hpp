// PressProfile: the printing condition of a press, as an ICC profile of its four inks, and colours in its
// terms. In: a profile file; sRGB colours, rasters with or without a profile of their own. Out: shares of
// ink, in percent or samples of 8 bits. Conversion is relative colorimetric with black point compensation:
// white stays bare paper, and the darkest colour becomes the darkest the press can print.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/colour.hpp"
#include "base/result.hpp"
#include "picture/picture.hpp"

namespace brochure::pdf {

// Percent of cyan, magenta, yellow, black.
using Inks = std::array<std::uint8_t, 4>;

int total_ink(const Inks& inks);

// More than this does not dry (field practice; the limit the default profile was made for).
inline constexpr int most_ink = 300;

// The same with the three colours reduced alike until all together are at most `most_ink`: black carries the
// drawing and stays.
Inks within_limit(const Inks& inks);

// Where profiles are looked for, with all folders below: the system's, and those of TeX Live, which has the
// default.
std::vector<std::filesystem::path> profile_folders();

// A path, or the name of a profile file with or without its ending, or "FOGRA39". The error names the Debian
// package to install.
base::Result<std::filesystem::path> find_profile(
    const std::string& name, const std::vector<std::filesystem::path>& folders = profile_folders());

// Remembers what it has converted. Once it is open, many threads may ask it.
class PressProfile {
  public:
    static base::Result<PressProfile> open(const std::filesystem::path& path);
    PressProfile(PressProfile&&) noexcept;
    PressProfile& operator=(PressProfile&&) noexcept;
    ~PressProfile();

    [[nodiscard]] const std::string& bytes() const;

    // As the profile has it: may be a little over the limit.
    [[nodiscard]] Inks inks_of(const Colour& colour) const;
    // The share of black ink alone, in percent, that is as light as the colour.
    [[nodiscard]] int black_of(const Colour& colour) const;
    // How light so many percent of black are on this paper: L* relative to the paper.
    [[nodiscard]] double lightness_of_black(int percent) const;

    struct Samples {
        std::string bytes;
        int most_ink = 0;  // percent, of its darkest pixel, before it was brought within the limit
    };
    // CMYK stays as it is: whoever made it chose the inks. Grey becomes black of the same lightness.
    [[nodiscard]] Samples inks_of(const picture::Raster& raster) const;
    // Samples of grey, 0 for full black.
    [[nodiscard]] std::string grey_of(const picture::Raster& raster) const;

  private:
    struct State;
    explicit PressProfile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace brochure::pdf
