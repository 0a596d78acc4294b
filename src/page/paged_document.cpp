#include "page/paged_document.hpp"

#include <algorithm>

namespace brochure::page {

namespace {

Place place_at(const PagedDocument& document, const GlyphRun& run, std::uint32_t offset) {
    if (!run.text.valid() || run.text.index() >= document.sources.size()) return {};
    return document::place_in(document.texts[run.text], document.sources[run.text], offset);
}

}  // namespace

Place place_of(const PagedDocument& document, const GlyphRun& run) {
    if (run.glyphs.empty()) return {};
    const auto first =
        std::ranges::min_element(run.glyphs, {}, [](const PlacedGlyph& glyph) { return glyph.source.begin; });
    return place_at(document, run, first->source.begin);
}

Place place_of(const PagedDocument& document, const GlyphRun& run, font::GlyphId glyph) {
    const auto found = std::ranges::find(run.glyphs, glyph, &PlacedGlyph::id);
    return found == run.glyphs.end() ? place_of(document, run) : place_at(document, run, found->source.begin);
}

Place place_of(const PagedDocument& document, const Item& item) {
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        if (Place place = place_of(document, *run); !place.file.empty()) return place;
    }
    const auto* leaf = std::get_if<style::LeafId>(&item.belongs);
    return leaf == nullptr ? Place{} : document.structure[document.structure.parent_of(*leaf)].place;
}

std::set<PictureId> placed_pictures(const PagedDocument& document) {
    std::set<PictureId> placed;
    for (const Page& page : document.pages) {
        for (const Item& item : page.items) {
            if (const auto* picture = std::get_if<PlacedPicture>(&item.content))
                placed.insert(picture->picture);
        }
    }
    return placed;
}

}  // namespace brochure::page
