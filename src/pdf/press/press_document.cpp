#include "pdf/press/press_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "base/utf8.hpp"

namespace brochure::pdf {

namespace {

// An sRGB colour that a reader takes for black: dark, and hardly coloured (the shipped layouts' text is
// #1c2b30).
constexpr int darkest_coloured = 96, most_spread = 32;

// What is printed with black alone: grey and black wherever they stand, since four plates a hair out of
// register show as coloured edges; and in letters and lines, which have nothing but edges, near-black too.
bool belongs_on_black(const Colour& colour, bool thin) {
    const auto [least, most] = std::ranges::minmax(colour.rgb);
    if (most == least) return true;
    return thin && most <= darkest_coloured && most - least <= most_spread;
}

const Inks full_black{0, 0, 0, 100};

using NamedInks = std::map<std::array<std::uint8_t, 3>, Inks>;

// The inks that the layout names for its colours, by what they are on a screen; without those of which it
// names two for one colour.
NamedInks named_inks(const page::PagedDocument& document) {
    NamedInks named;
    std::set<std::array<std::uint8_t, 3>> unclear;
    const auto add = [&](const Colour& colour) {
        if (!colour.cmyk) return;
        const auto [known, is_new] = named.try_emplace(colour.rgb, *colour.cmyk);
        if (!is_new && known->second != *colour.cmyk) unclear.insert(colour.rgb);
    };
    for (const page::Page& page : document.pages) {
        for (const page::Item& item : page.items) {
            if (const auto* run = std::get_if<page::GlyphRun>(&item.content)) add(run->colour);
            if (const auto* rect = std::get_if<page::FilledRect>(&item.content)) add(rect->colour);
            if (const auto* line = std::get_if<page::StrokedLine>(&item.content)) add(line->colour);
        }
    }
    std::erase_if(named, [&](const auto& one) { return unclear.contains(one.first); });
    return named;
}

class Converter {
  public:
    Converter(const PressProfile& profile, bool greyscale, NamedInks named)
        : profile_(profile), greyscale_(greyscale), named_(std::move(named)) {}

    // `thin`: letters and lines, which show every plate that is out of register.
    void convert(Colour& colour, bool thin = false) const {
        if (greyscale_)
            colour.cmyk = Inks{0, 0, 0, static_cast<std::uint8_t>(profile_.black_of(colour))};
        else
            colour.cmyk = within_limit(inks_wanted(colour, profile_, thin));
    }

    void convert(page::Item& item) const {
        if (auto* run = std::get_if<page::GlyphRun>(&item.content)) convert(run->colour, true);
        if (auto* rect = std::get_if<page::FilledRect>(&item.content)) convert(rect->colour);
        if (auto* line = std::get_if<page::StrokedLine>(&item.content)) convert(line->colour, true);
    }

    // A picture's colour that is the layout's, as of a logo on the cover's ground, has the layout's inks.
    void convert_drawn(Colour& colour) const {
        if (const auto named = named_.find(colour.rgb); named != named_.end()) colour.cmyk = named->second;
        convert(colour);
    }

    [[nodiscard]] picture::Drawing converted(picture::Drawing drawing) const {
        for (picture::VectorPath& path : drawing.paths) {
            if (path.fill) convert_drawn(*path.fill);
            if (path.stroke) convert_drawn(path.stroke->colour);
        }
        return drawing;
    }

    [[nodiscard]] picture::Raster converted(const picture::Raster& raster, int& most) const {
        picture::Raster out;
        out.width = raster.width;
        out.height = raster.height;
        out.alpha = raster.alpha;
        if (greyscale_) {
            out.components = picture::Components::grey;
            out.samples = profile_.grey_of(raster);
            return out;
        }
        PressProfile::Samples samples = profile_.inks_of(raster);
        out.components = picture::Components::cmyk;
        out.samples = std::move(samples.bytes);
        most = samples.most_ink;
        take_named_inks(raster, out.samples);
        return out;
    }

  private:
    // Where areas have one of the layout's colours. A photograph meets such a colour by chance, in a pixel
    // here and there, which would stand out.
    void take_named_inks(const picture::Raster& from, std::string& samples) const {
        if (from.components != picture::Components::rgb || !from.jpeg.empty() || named_.empty()) return;
        const std::size_t pixels = std::size_t{from.width} * from.height;
        const auto colour_at = [&](std::size_t pixel) {
            std::array<std::uint8_t, 3> rgb{};
            for (std::size_t i = 0; i < rgb.size(); ++i)
                rgb[i] = static_cast<std::uint8_t>(from.samples[3 * pixel + i]);
            return rgb;
        };
        std::map<NamedInks::key_type, std::size_t> counts;
        for (std::size_t i = 0; i < pixels; ++i) {
            const auto rgb = colour_at(i);
            if (named_.contains(rgb)) ++counts[rgb];
        }
        std::erase_if(counts, [&](const auto& one) { return one.second < pixels / parts_of_an_area; });
        if (counts.empty()) return;
        for (std::size_t i = 0; i < pixels; ++i) {
            const auto rgb = colour_at(i);
            if (!counts.contains(rgb)) continue;
            const Inks inks = within_limit(named_.at(rgb));
            for (std::size_t plate = 0; plate < inks.size(); ++plate)
                samples[4 * i + plate] = static_cast<char>(std::lround(inks[plate] * 255 / 100.0));
        }
    }

    // An area is a hundredth of a picture or more.
    static constexpr std::size_t parts_of_an_area = 100;

    const PressProfile& profile_;
    bool greyscale_;
    NamedInks named_;
};

// ---- The slug line

constexpr Length slug_size = Length::points(6);
constexpr Length slug_drop = Length::millimetres(6);   // from the bleed's edge to the baseline
constexpr Length slug_start = Length::millimetres(5);  // from the trim's left edge, clear of the crop mark

std::size_t missing_characters(const font::Library& fonts, font::FaceId face, std::string_view text) {
    std::size_t missing = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::code_point_at(text, at);
        if (!fonts.has_glyph(face, c.value)) ++missing;
        at += std::max<std::size_t>(c.length, 1);
    }
    return missing;
}

// Of the faces that the brochure is set in, the first that can set most of the text.
std::optional<font::FaceId> face_for_slug(const page::PagedDocument& document, const font::Library& fonts,
                                          std::string_view text) {
    std::vector<font::FaceId> faces;
    for (const page::Page& page : document.pages) {
        for (const page::Item& item : page.items) {
            const auto* run = std::get_if<page::GlyphRun>(&item.content);
            if (run != nullptr && std::ranges::find(faces, run->face) == faces.end())
                faces.push_back(run->face);
        }
    }
    if (faces.empty()) return std::nullopt;
    return *std::ranges::min_element(
        faces, {}, [&](font::FaceId face) { return missing_characters(fonts, face, text); });
}

page::GlyphRun slug_run(const font::Library& fonts, font::FaceId face, page::TextId id,
                        const std::string& text, Point origin) {
    page::GlyphRun run;
    run.face = face;
    run.size = slug_size;
    run.colour.cmyk = full_black;
    run.origin = origin;
    run.text = id;
    const auto end = static_cast<std::uint32_t>(text.size());
    const std::vector<font::Glyph> glyphs = fonts.shape(face, slug_size, text, {0, end}, {});
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i].id == 0) continue;  // no face of the brochure has the character; .notdef is not printed
        const auto next = std::find_if(glyphs.begin() + static_cast<std::ptrdiff_t>(i), glyphs.end(),
                                       [&](const font::Glyph& g) { return g.cluster > glyphs[i].cluster; });
        const std::uint32_t cluster_end = next == glyphs.end() ? end : next->cluster;
        const bool first = i == 0 || glyphs[i - 1].cluster != glyphs[i].cluster;
        run.glyphs.push_back({glyphs[i].id,
                              {first ? glyphs[i].cluster : cluster_end, cluster_end},
                              glyphs[i].advance,
                              glyphs[i].offset});
    }
    return run;
}

bool add_slugs(page::PagedDocument& document, const font::Library& fonts) {
    const auto line = [&](std::size_t page) {
        return fmt::format("{}, {}/{}", document.metadata.slug, page + 1, document.pages.size());
    };
    const auto face = face_for_slug(document, fonts, line(0));
    if (!face) return false;
    const Point origin{slug_start, document.trim.height + document.bleed + slug_drop};
    for (std::size_t p = 0; p < document.pages.size(); ++p) {
        const page::TextId text = document.texts.push_back(line(p));
        document.pages[p].items.push_back(
            {slug_run(fonts, *face, text, document.texts[text], origin), page::Artifact::layout});
    }
    return true;
}

}  // namespace

Rect bleed_box(const page::PagedDocument& document) {
    return Rect{{}, document.trim}.inflated(document.bleed);
}

Rect sheet_box(const page::PagedDocument& document, const PressOptions& options) {
    return bleed_box(document).inflated(options.crop_marks || options.slug ? marks_room : Length{});
}

Inks inks_wanted(const Colour& colour, const PressProfile& profile, bool thin) {
    if (!colour.cmyk && belongs_on_black(colour, thin))
        return {0, 0, 0, static_cast<std::uint8_t>(profile.black_of(colour))};
    return profile.inks_of(colour);
}

PressDocument press_document(const page::PagedDocument& document, const font::Library& fonts,
                             const PressProfile& profile, const PressOptions& options) {
    const Converter converter(profile, options.greyscale, named_inks(document));
    PressDocument out;
    page::PagedDocument& pages = out.pages;
    pages.trim = document.trim;
    pages.bleed = document.bleed;
    pages.right_to_left = document.right_to_left;
    pages.pages = document.pages;
    pages.texts = document.texts;
    pages.sources = document.sources;
    pages.structure = document.structure;
    pages.metadata = document.metadata;
    for (page::Page& page : pages.pages) {
        page.links.clear();
        for (page::Item& item : page.items) converter.convert(item);
    }
    const std::set<page::PictureId> placed = page::placed_pictures(document);
    out.most_ink.resize(document.pictures.size());
    for (const style::NamedPicture& named : document.pictures) {
        const page::PictureId id = pages.pictures.push_back(named);
        if (!placed.contains(id)) continue;
        picture::Picture inked;
        if (const auto* raster = std::get_if<picture::Raster>(named.picture.get()))
            inked = converter.converted(*raster, out.most_ink[id.index()]);
        else
            inked = converter.converted(std::get<picture::Drawing>(*named.picture));
        pages.pictures[id].picture = std::make_shared<const picture::Picture>(std::move(inked));
    }
    out.has_slug = options.slug && !document.pages.empty() && add_slugs(pages, fonts);
    return out;
}

}  // namespace brochure::pdf
