// A brochure for the press, and what its file says.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "pdf/editions/write_press.hpp"
#include "pdf/press/press_profile.hpp"
#include "pdf/tools.hpp"
#include "pdf/whole_sample.hpp"

namespace brochure::pdf {

#define SKIP_WITHOUT_FOGRA39() \
    if (!find_profile("FOGRA39").ok()) GTEST_SKIP() << find_profile("FOGRA39").error().message

inline PressOptions press_options() {
    PressOptions options;
    options.profile = find_profile("FOGRA39").value();
    return options;
}

inline std::string pressed(const Sample& sample, const PressOptions& options = press_options()) {
    const auto profile = PressProfile::open(options.profile);
    EXPECT_TRUE(profile.ok());
    const PressDocument press = press_document(sample.document, sample.fonts, profile.value(), options);
    auto result = write_press(press, sample.fonts, profile.value(), options);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().message);
    return result.ok() ? std::move(result).value() : "";
}

inline picture::Raster photograph(picture::Components components, std::uint32_t width = 60,
                                  std::uint32_t height = 30) {
    picture::Raster out;
    out.width = width;
    out.height = height;
    out.components = components;
    const std::size_t bytes = std::size_t{width} * height * static_cast<std::size_t>(components);
    for (std::size_t i = 0; i < bytes; ++i) out.samples += static_cast<char>(i * 7);
    return out;
}

// The sample with a photograph into the bleed of its first page, and a see-through one on its second.
struct PressSample : WholeSample {
    PressSample() {
        document.metadata.slug = "botmetastasen, nl, press, 2026-01-01";
        const auto place = [&](std::size_t page, const picture::Picture& raster, Point at) {
            const auto id = document.pictures.push_back(test::named(raster));
            document.pages[page].items.push_back(
                {page::PlacedPicture{id, {at, {Length::points(14.4), Length::points(7.2)}}},
                 page::Artifact::background});
        };
        place(0, photograph(picture::Components::rgb), {Length::points(-8), Length::points(300)});
        picture::Raster shade = photograph(picture::Components::rgb);
        shade.alpha = std::string(std::size_t{60} * 30, '\x80');
        place(1, shade, {Length::points(100), Length::points(300)});
        place(1, photograph(picture::Components::grey), {Length::points(100), Length::points(400)});
    }
};

}  // namespace brochure::pdf
