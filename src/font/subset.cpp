#include "font/subset.hpp"

#include <hb-subset.h>

#include <array>

#include "base/must.hpp"

namespace brochure::font {

namespace {

using InputHandle = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;

// A composite font in a PDF is read by glyph id (ISO 32000-1, 9.9): it needs neither characters, names nor
// layout, and a variable face is embedded as its default instance.
constexpr std::array<hb_tag_t, 29> needless_tables{
    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('C', 'B', 'D', 'T'), HB_TAG('C', 'B', 'L', 'C'),
    HB_TAG('C', 'O', 'L', 'R'), HB_TAG('C', 'P', 'A', 'L'), HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('E', 'B', 'D', 'T'), HB_TAG('E', 'B', 'L', 'C'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'S', 'U', 'B'), HB_TAG('H', 'V', 'A', 'R'),
    HB_TAG('M', 'A', 'T', 'H'), HB_TAG('M', 'V', 'A', 'R'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('S', 'T', 'A', 'T'), HB_TAG('S', 'V', 'G', ' '), HB_TAG('V', 'O', 'R', 'G'),
    HB_TAG('a', 'v', 'a', 'r'), HB_TAG('c', 'm', 'a', 'p'), HB_TAG('f', 'v', 'a', 'r'),
    HB_TAG('g', 'a', 's', 'p'), HB_TAG('g', 'v', 'a', 'r'), HB_TAG('k', 'e', 'r', 'n'),
    HB_TAG('m', 'e', 't', 'a'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'),
    HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x')};

// Glyph ids are kept: on Noto Sans the empty places cost 130 bytes once compressed, and no map has to follow
// the ids through the writers. A CID-keyed program has such a map in itself, its charset; there the empty
// places would be 65 535. Hints would double the size and no printer reads them.
InputHandle subset_input(const Face& face, const std::vector<GlyphId>& glyphs) {
    InputHandle input(hb_subset_input_create_or_fail());
    base::must(input != nullptr, "HarfBuzz had no memory to subset a face.");
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
    if (!face.cid_keyed()) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_subset_input_set_flags(input.get(), flags);
    hb_set_t* kept = hb_subset_input_glyph_set(input.get());
    hb_set_add(kept, 0);
    for (const GlyphId glyph : glyphs) hb_set_add(kept, glyph);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const hb_tag_t tag : needless_tables) hb_set_add(dropped, tag);
    return input;
}

std::string bytes_of(hb_blob_t* blob) {
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(blob, &length);
    return {bytes, length};
}

}  // namespace

Subset subset_face(const Face& face, const std::vector<GlyphId>& glyphs) {
    const bool cff = face.descriptor().cff;
    const hb_tag_t outlines = cff ? HB_TAG('C', 'F', 'F', ' ') : HB_TAG('l', 'o', 'c', 'a');
    const InputHandle input = subset_input(face, glyphs);
    FaceHandle reduced(hb_subset_or_fail(face.face(), input.get()));
    // A damaged font may open and yet not be reduced; embedded whole it has the same glyph ids.
    if (!reduced || !has_table(reduced.get(), outlines)) reduced.reset(hb_face_reference(face.face()));
    const BlobHandle program(cff ? hb_face_reference_table(reduced.get(), outlines)
                                 : hb_face_reference_blob(reduced.get()));
    Subset subset;
    subset.program = bytes_of(program.get());
    subset.widths.reserve(glyphs.size());
    for (const GlyphId glyph : glyphs) subset.widths.push_back(face.advance_per_mille(glyph));
    return subset;
}

}  // namespace brochure::font
