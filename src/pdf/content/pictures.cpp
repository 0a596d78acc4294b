#include "pdf/content/pictures.hpp"

#include <fmt/format.h>

#include "pdf/content/content.hpp"
#include "pdf/content/profile.hpp"
#include "pdf/object/number.hpp"
#include "pdf/object/png_rows.hpp"

namespace brochure::pdf {

namespace {

using picture::Components;

// Rows as PNG filters them (ISO 32000-1, 7.4.4.4).
Direct predictor(std::size_t colours, std::size_t columns) {
    return Direct::dictionary({{"Predictor", 15}, {"Colors", colours}, {"Columns", columns}});
}

Dict image(File& file, const picture::Raster& raster, std::string_view bytes, Filter filter) {
    Dict dict = file.new_stream(bytes, filter);
    dict.set("Type", Name{"XObject"});
    dict.set("Subtype", Name{"Image"});
    dict.set("Width", raster.width);
    dict.set("Height", raster.height);
    dict.set("BitsPerComponent", 8);
    return dict;
}

}  // namespace

const Pictures::Written& Pictures::written(page::PictureId id) {
    if (const auto known = written_.find(id); known != written_.end()) return known->second;
    Written written{fmt::format("X{}", written_.size()), {}, false};
    const picture::Picture& picture = *document_.pictures[id].picture;
    if (const auto* raster = std::get_if<picture::Raster>(&picture)) {
        written.transparent = !raster->alpha.empty();
        written.xobject = write(*raster);
    } else {
        written.xobject = write(std::get<picture::Drawing>(picture));
    }
    return written_.emplace(id, std::move(written)).first->second;
}

Dict Pictures::write(const picture::Raster& raster) {
    Components components = raster.components;
    std::string converted;
    if (ink_.plates() == Plates::grey) {
        converted = grey_samples(raster);
        components = Components::grey;
    } else if (components == Components::cmyk && ink_.plates() == Plates::rgb) {
        converted = cmyk_to_srgb(samples_of(raster), raster.icc_profile);
        components = Components::rgb;
    }
    const bool as_jpeg = !raster.jpeg.empty() && (converted.empty() || converted == samples_of(raster));
    Dict dict;
    if (as_jpeg) {
        dict = image(file_, raster, raster.jpeg, Filter::dct);
    } else {
        const auto colours = static_cast<std::size_t>(components);
        const std::string& samples = converted.empty() ? samples_of(raster) : converted;
        dict = image(file_, raster, filtered_rows(samples, raster.width * colours, colours), Filter::flate);
        dict.set("DecodeParms", predictor(colours, raster.width));
    }
    set_colour_space(dict, components, converted.empty() ? raster.icc_profile : std::string());
    if (!raster.alpha.empty()) {
        Dict mask = image(file_, raster, filtered_rows(raster.alpha, raster.width, 1), Filter::flate);
        mask.set("DecodeParms", predictor(1, raster.width));
        mask.set("ColorSpace", Name{"DeviceGray"});
        dict.set("SMask", mask);
    }
    return dict;
}

void Pictures::set_colour_space(Dict& image, Components components, const std::string& profile) {
    static constexpr std::array<std::string_view, 5> device{"", "DeviceGray", "", "DeviceRGB", "DeviceCMYK"};
    const auto count = static_cast<std::size_t>(components);
    if (!is_usable_profile(profile, components)) return image.set("ColorSpace", Name{device[count]});
    auto [known, is_new] = profiles_.try_emplace(profile);
    if (is_new) {
        known->second = file_.new_stream(profile, Filter::flate);
        known->second.set("N", static_cast<std::int64_t>(count));
    }
    Array space = image.add_array("ColorSpace");
    space.add(Name{"ICCBased"});
    space.add(known->second);
}

Dict Pictures::write(const picture::Drawing& drawing) {
    Dict form = file_.new_stream(drawing_operators(drawing, ink_), Filter::flate);
    form.set("Type", Name{"XObject"});
    form.set("Subtype", Name{"Form"});
    const DrawingSpace space(drawing);
    form.set("BBox",
             Direct::array({space.left, space.top, space.left + space.width, space.top + space.height}));
    form.add_dict("Resources");
    return form;
}

}  // namespace brochure::pdf
