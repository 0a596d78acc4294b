// Face: one face of a font file, opened and found fit for embedding.
// In: the path of a font file, and the face's name in a collection. Out: an open Face, or the reason why it
// cannot be used.
// The file is mapped, not read: opening costs the few pages that its tables' heads stand on. An open Face
// never changes.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "font/font.hpp"
#include "font/handles.hpp"

namespace brochure::font {

class Face {
  public:
    Face(FontHandle font, FreeTypeFace tables);

    // The glyph of a character by itself; 0 if there is none.
    [[nodiscard]] GlyphId glyph_for(char32_t character) const;
    // True if shaping the character shows what it should: a glyph of its own or a substitute that HarfBuzz
    // makes (for spaces and the no-break hyphen), or nothing where nothing is to be seen.
    [[nodiscard]] bool sets(char32_t character) const;
    // Of a variable font: the weight and slope that it is embedded with, those of its default instance.
    [[nodiscard]] bool variable() const;
    [[nodiscard]] int default_weight() const;

    [[nodiscard]] const Descriptor& descriptor() const { return descriptor_; }
    [[nodiscard]] VerticalMetrics metrics(Length size) const;
    [[nodiscard]] Rect glyph_bounds(GlyphId glyph, Length size) const;
    [[nodiscard]] Outline outline(GlyphId glyph) const;
    [[nodiscard]] double advance_per_mille(GlyphId glyph) const;
    [[nodiscard]] std::uint16_t character_id(GlyphId glyph) const;
    [[nodiscard]] bool cid_keyed() const { return cid_keyed_ != nullptr; }

    // Font units at a size, rounded to the nearest unit of length.
    [[nodiscard]] Length to_length(std::int64_t font_units, Length size) const;

    [[nodiscard]] hb_font_t* font() const { return font_.get(); }
    [[nodiscard]] hb_face_t* face() const { return hb_font_get_face(font_.get()); }

  private:
    // False if the glyph leaves no mark in black: blank, or drawn in colour layers or bitmaps alone.
    [[nodiscard]] bool draws(GlyphId glyph) const;

    FontHandle font_;
    FreeTypeFace cid_keyed_;  // only of a CID-keyed CFF face: it knows the identifiers of the glyphs
    std::int64_t units_per_em_;
    Descriptor descriptor_;
    std::int64_t ascender_ = 0, descender_ = 0, x_height_ = 0, cap_height_ = 0;  // font units
};

struct Refusal {
    std::string_view code;
    std::string message;  // continues after the file's name: "forbids embedding"
    std::string remedy;
};

// `name` is the face's family, full or PostScript name; empty where the file holds a single face.
std::variant<std::unique_ptr<Face>, Refusal> open_face(const std::filesystem::path& path,
                                                       const std::string& name, FT_Library library);

// Why an open face cannot be what the family file calls it: a variable font prints in its default weight
// alone.
std::optional<Refusal> style_refusal(const Face& face, int weight, bool italic);

bool has_table(hb_face_t* face, hb_tag_t tag);

// Characters that leave no mark and need no glyph: default ignorables and the line and paragraph separators.
bool is_invisible(char32_t character);
// Of those, the ones that end a line, which HarfBuzz would show as a missing glyph.
bool is_line_end(char32_t character);

}  // namespace brochure::font
