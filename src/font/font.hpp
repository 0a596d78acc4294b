// Fonts: families by name, faces by script, glyphs by HarfBuzz, metrics and permissions by FreeType.
// In: font family files (fonts/*.toml), font files, text. Out: faces, shaped glyphs, bounds, subset programs.
// Promised: a face that forbids embedding, has no outlines we can embed, or cannot be found is an
// author-facing diagnostic. Lengths are in points at the given size; font units never leave this folder.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/length.hpp"
#include "base/text_range.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::font {

struct FaceTag;
using FaceId = base::Id<FaceTag>;

using GlyphId = std::uint32_t;
using ScriptTag = std::array<char, 4>;  // ISO 15924, "Latn"

struct Glyph {
    GlyphId id = 0;
    std::uint32_t cluster = 0;  // byte offset, in the paragraph, of the text this glyph stands for
    Length advance;
    Point offset;  // y upwards, as in the font
    bool unsafe_to_break = false;
};

// Vertical metrics at a size; all positive upwards.
struct VerticalMetrics {
    Length ascender, descender, x_height, cap_height;  // descender is negative
};

// What a PDF font descriptor wants (ISO 32000-1, 9.8), in 1/1000 em.
struct Descriptor {
    std::string postscript_name;
    std::string family;
    int weight = 400;
    bool italic = false, serif = false, fixed_pitch = false;
    double italic_angle = 0;
    int ascent = 0, descent = 0, cap_height = 0, x_height = 0, stem_v = 80;
    std::array<int, 4> bounding_box{};  // left, bottom, right, top
    bool cff = false;                   // outlines are CFF, not glyf
};

// A glyph's outline in 1/1000 em, y upwards: every contour begins with a move and ends with a close.
struct OutlineStep {
    enum class Kind : char { move = 'm', line = 'l', curve = 'c', close = 'h' };
    Kind kind = Kind::move;
    std::array<int, 6> at{};  // x, y; of a curve the two control points and the end
    [[nodiscard]] std::size_t numbers() const {
        return kind == Kind::curve ? 6 : kind == Kind::close ? 0 : 2;
    }
};
using Outline = std::vector<OutlineStep>;

struct ShapeProperties {
    ScriptTag script{'L', 'a', 't', 'n'};
    std::string language;  // BCP 47
    bool right_to_left = false;
    bool kerning = true;
    bool ligatures = true;
    bool tabular_figures = false;
};

// A subset font program for embedding. A TrueType program and a CFF program with glyph names keep the glyph
// ids; a CID-keyed CFF program is packed, and its glyphs keep their character identifiers.
struct Subset {
    std::string program;         // TrueType, or bare CFF when Descriptor::cff
    std::vector<double> widths;  // parallel to the glyph ids asked for, 1/1000 em
};

// A face wanted by style.
struct FaceQuery {
    std::string family;  // as named in a fonts/*.toml file
    int weight = 400;
    bool italic = false;
    auto operator<=>(const FaceQuery&) const = default;
};

// Opens families and faces when they are first asked for. What is const may be called by several threads at
// once; face_for and first_face may not, nor beside it.
class Library {
  public:
    // `folders`: where family files and font files are looked for, in this order; then the system's, for font
    // files. The first is the project's fonts folder: places are told relative to the folder that holds it.
    explicit Library(std::vector<std::filesystem::path> folders);
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    // The family's first face that has the character, of the wanted weight and slope or the nearest there is.
    // Nothing when no face of the family has it; faults of the family's files go to the sink once. Faces that
    // name the script come before the others. A character that shows nothing (soft hyphen, zero width joiner,
    // variation selector, line separator) is in every face: keep it in the run of its neighbours.
    std::optional<FaceId> face_for(const FaceQuery& query, char32_t character, ScriptTag script, Sink& sink);
    // The face that sets the family's metrics: its first for the weight and slope.
    std::optional<FaceId> first_face(const FaceQuery& query, Sink& sink);
    [[nodiscard]] bool has_family(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> family_names() const;

    // True if shaping shows the character: by its own glyph, by HarfBuzz's substitute (a no-break hyphen, a
    // space of some width), or by nothing where nothing is to be seen.
    [[nodiscard]] bool has_glyph(FaceId face, char32_t character) const;
    // What the family file makes of a size asked for: faces of other scripts are set larger or smaller.
    [[nodiscard]] Length size_of(FaceId face, Length asked) const;
    [[nodiscard]] const Descriptor& descriptor(FaceId face) const;
    [[nodiscard]] VerticalMetrics metrics(FaceId face, Length size) const;
    // Ink bounds of a glyph relative to its origin; y downwards.
    [[nodiscard]] Rect glyph_bounds(FaceId face, GlyphId glyph, Length size) const;
    // What a PDF finds a glyph of a CFF program by (ISO 32000-1, 9.7.4.2): its character identifier if the
    // program is CID-keyed, else its glyph id.
    [[nodiscard]] std::uint16_t character_id(FaceId face, GlyphId glyph) const;

    [[nodiscard]] Outline outline(FaceId face, GlyphId glyph) const;

    // Shapes `range` of `paragraph` (the rest is context). Glyphs come from left to right as they are
    // printed, so their clusters fall in a right-to-left run. Characters that show nothing, U+2028 and U+2029
    // among them, leave no glyph; their bytes belong to a cluster beside them.
    [[nodiscard]] std::vector<Glyph> shape(FaceId face, Length size, std::string_view paragraph,
                                           TextRange range, const ShapeProperties& properties) const;

    // Glyph 0 is always in the subset. Faults here are our own: the face was embeddable when it was loaded.
    [[nodiscard]] Subset subset(FaceId face, const std::vector<GlyphId>& glyphs) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace brochure::font
