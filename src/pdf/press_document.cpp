#include "pdf/press_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/utf8.hpp"

namespace brochure::pdf {

namespace {

// An sRGB colour that a reader takes for black: dark, and hardly coloured (the shipped layouts' text is
// #1c2b30).
constexpr int darkest_coloured = 96, most_spread = 32;

bool is_dark_neutral(const Colour& colour) {
    const auto [least, most] = std::ranges::minmax(colour.rgb);
    return most <= darkest_coloured && most - least <= most_spread;
}

const Inks full_black{0, 0, 0, 100};

class Converter {
  public:
    Converter(const PressProfile& profile, bool greyscale) : profile_(profile), greyscale_(greyscale) {}

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

    [[nodiscard]] picture::Drawing converted(picture::Drawing drawing) const {
        for (picture::VectorPath& path : drawing.paths) {
            if (path.fill) convert(*path.fill);
            if (path.stroke) convert(path.stroke->colour);
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
        return out;
    }

  private:
    const PressProfile& profile_;
    bool greyscale_;
};

std::set<page::PictureId> placed_pictures(const page::PagedDocument& document) {
    std::set<page::PictureId> placed;
    for (const page::Page& page : document.pages) {
        for (const page::Item& item : page.items) {
            if (const auto* picture = std::get_if<page::PlacedPicture>(&item.content))
                placed.insert(picture->picture);
        }
    }
    return placed;
}

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
    if (!colour.cmyk && thin && is_dark_neutral(colour))
        return {0, 0, 0, static_cast<std::uint8_t>(profile.black_of(colour))};
    return profile.inks_of(colour);
}

PressDocument press_document(const page::PagedDocument& document, const font::Library& fonts,
                             const PressProfile& profile, const PressOptions& options) {
    const Converter converter(profile, options.greyscale);
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
    const std::set<page::PictureId> placed = placed_pictures(document);
    out.most_ink.resize(document.pictures.size());
    for (const picture::Picture& picture : document.pictures) {
        const page::PictureId id = pages.pictures.next_id();
        if (!placed.contains(id))
            pages.pictures.push_back(picture::Drawing{});
        else if (const auto* raster = std::get_if<picture::Raster>(&picture))
            pages.pictures.push_back(converter.converted(*raster, out.most_ink[id.index()]));
        else
            pages.pictures.push_back(converter.converted(std::get<picture::Drawing>(picture)));
    }
    out.has_slug = options.slug && !document.pages.empty() && add_slugs(pages, fonts);
    return out;
}

}  // namespace brochure::pdf
