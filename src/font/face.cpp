#include "font/face.hpp"

#include <hb-ot.h>
#include FT_CID_H
#include FT_TRUETYPE_TABLES_H

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <initializer_list>
#include <limits>
#include <memory>
#include <vector>

#include "base/file.hpp"
#include "diag/codes.hpp"
#include "font/font_file.hpp"
#include "unicode/unicode.hpp"

namespace brochure::font {

namespace {

const TT_OS2* os2_table(FT_Face face) {
    const auto* table = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
    return table != nullptr && table->version != 0xFFFF ? table : nullptr;
}

// A PDF name of printable ASCII without delimiters (ISO 32000-1, 7.3.5), as the PostScript name should be
// anyway.
std::string postscript_name(FT_Face face) {
    const char* own = FT_Get_Postscript_Name(face);
    std::string name = own != nullptr ? own : face->family_name != nullptr ? face->family_name : "";
    std::erase_if(name, [](char c) {
        return c <= ' ' || c > '~' || std::string_view("()<>[]{}/%#").find(c) != std::string_view::npos;
    });
    return name.empty() ? "Unnamed" : name;
}

// From the OS/2 table: the family class, else PANOSE's serif style.
bool has_serifs(const TT_OS2& os2) {
    const int family_class = os2.sFamilyClass >> 8;
    if (family_class != 0) return (family_class >= 1 && family_class <= 5) || family_class == 7;
    const bool latin_text = os2.panose[0] == 2;
    return latin_text && os2.panose[1] >= 2 && os2.panose[1] <= 10;
}

// The width of the dominant upright stem, which no table holds. The usual estimate from the weight class: 88
// for regular, 166 for bold. Viewers use it only to imitate a face they cannot load.
int estimated_stem(int weight) {
    const double share = weight / 65.0;
    return static_cast<int>(50 + share * share + 0.5);
}

// The height of a flat letter, for faces whose OS/2 table does not give it.
std::int64_t height_of(hb_font_t* font, char32_t letter, std::int64_t otherwise) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents{};
    if (!hb_font_get_nominal_glyph(font, letter, &glyph)) return otherwise;
    return hb_font_get_glyph_extents(font, glyph, &extents) ? extents.y_bearing : otherwise;
}

Refusal unreadable(std::string why) {
    return {diag::code::font_unreadable, std::move(why), "install the font anew, or name another file"};
}

// OS/2 fsType: the four low bits are the licence (2 alone: none without permission), the two others limit the
// means.
constexpr unsigned licence_bits = 0x000F;
constexpr unsigned restricted_licence = 0x0002;
constexpr unsigned no_subsetting = 0x0100;
constexpr unsigned bitmaps_only = 0x0200;

std::optional<Refusal> embedding_refusal(unsigned permissions) {
    std::string_view why;
    if ((permissions & licence_bits) == restricted_licence) {
        why = "may not be embedded in a document: its licence is restricted";
    } else if ((permissions & bitmaps_only) != 0) {
        why = "may be embedded as bitmaps only";
    } else if ((permissions & no_subsetting) != 0) {
        why = "may be embedded only whole, not as a subset";
    } else {
        return std::nullopt;
    }
    return Refusal{
        diag::code::font_embedding_forbidden, fmt::format("{} (fsType {:#06x})", why, permissions),
        "choose a face whose licence allows embedding, such as one under the SIL Open Font License"};
}

std::optional<Refusal> outline_refusal(hb_face_t* face) {
    if (has_table(face, HB_TAG('g', 'l', 'y', 'f')) || has_table(face, HB_TAG('C', 'F', 'F', ' '))) {
        return std::nullopt;
    }
    return Refusal{
        diag::code::font_without_outlines, "has no TrueType or CFF outlines",
        "choose a face with outlines; fonts of bitmaps or in colour cannot be printed at every size"};
}

constexpr unsigned most_named_faces = 20;  // in a message

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, 256> text{};
    auto size = static_cast<unsigned>(text.size());
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text.data());
    return {text.data(), size};
}

// The name that tells a face from others of its family: "Noto Sans Bold".
std::string own_name(hb_face_t* face) {
    const std::string full = name_of(face, HB_OT_NAME_ID_FULL_NAME);
    if (!full.empty()) return full;
    return name_of(face, HB_OT_NAME_ID_FONT_FAMILY) + " " + name_of(face, HB_OT_NAME_ID_FONT_SUBFAMILY);
}

// Names that one face alone should have come before those that a family shares.
bool is_itself_called(hb_face_t* face, const std::string& name) {
    return own_name(face) == name || name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME) == name;
}

bool is_of_family(hb_face_t* face, const std::string& name) {
    return name_of(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY) == name ||
           name_of(face, HB_OT_NAME_ID_FONT_FAMILY) == name;
}

// Faces of a collection are chosen by name, as their order is nobody's promise: the faces of Noto Sans CJK
// draw the same characters for Japan, Korea, China, Taiwan and Hong Kong.
std::variant<unsigned, Refusal> face_index(hb_blob_t* file, const std::string& name) {
    const unsigned count = hb_face_count(file);
    if (name.empty() && count <= 1) return 0U;
    if (count == 0) return unreadable("is not an OpenType or TrueType font");
    std::string names;
    std::vector<unsigned> of_family;
    for (unsigned i = 0; i < count; ++i) {
        const FaceHandle face(hb_face_create(file, i));
        if (!name.empty() && is_itself_called(face.get(), name)) return i;
        if (!name.empty() && is_of_family(face.get(), name)) of_family.push_back(i);
        if (i < most_named_faces) names += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", own_name(face.get()));
    }
    if (count > most_named_faces) names += ", …";
    if (of_family.size() == 1) return of_family.front();
    return Refusal{diag::code::font_face_unknown,
                   name.empty()        ? fmt::format("holds {} faces, and none of them is named", count)
                   : of_family.empty() ? fmt::format("has no face named '{}'", name)
                                       : fmt::format("has {} faces named '{}'", of_family.size(), name),
                   fmt::format("write face = \"…\" with one of {}", names)};
}

}  // namespace

bool has_table(hb_face_t* face, hb_tag_t tag) {
    const BlobHandle table(hb_face_reference_table(face, tag));
    return hb_blob_get_length(table.get()) > 0;
}

Face::Face(FontHandle font, FreeTypeFace opened)
    : font_(std::move(font)), units_per_em_(hb_face_get_upem(hb_font_get_face(font_.get()))) {
    FT_Face tables = opened.get();
    ascender_ = tables->ascender;
    descender_ = tables->descender;
    const TT_OS2* os2 = os2_table(tables);
    if (os2 != nullptr && os2->version >= 2) {
        x_height_ = os2->sxHeight;
        cap_height_ = os2->sCapHeight;
    }
    if (x_height_ <= 0) x_height_ = height_of(font_.get(), U'x', units_per_em_ / 2);
    if (cap_height_ <= 0) cap_height_ = height_of(font_.get(), U'H', units_per_em_ * 7 / 10);

    const auto per_mille = [this](std::int64_t font_units) {
        return static_cast<int>(to_length(font_units, Length::from_units(1000)).units());
    };
    descriptor_.postscript_name = postscript_name(tables);
    descriptor_.family = tables->family_name != nullptr ? tables->family_name : descriptor_.postscript_name;
    descriptor_.weight = (tables->style_flags & FT_STYLE_FLAG_BOLD) != 0 ? 700 : 400;
    if (os2 != nullptr) {
        if (os2->usWeightClass > 0) descriptor_.weight = std::min<int>(os2->usWeightClass, 1000);
        descriptor_.serif = has_serifs(*os2);
    }
    if (const auto* post = static_cast<const TT_Postscript*>(FT_Get_Sfnt_Table(tables, FT_SFNT_POST))) {
        descriptor_.italic_angle = static_cast<double>(post->italicAngle) / 65536.0;
    }
    descriptor_.italic = (tables->style_flags & FT_STYLE_FLAG_ITALIC) != 0;
    descriptor_.fixed_pitch = FT_IS_FIXED_WIDTH(tables) != 0;
    descriptor_.ascent = per_mille(ascender_);
    descriptor_.descent = per_mille(descender_);
    descriptor_.cap_height = per_mille(cap_height_);
    descriptor_.x_height = per_mille(x_height_);
    descriptor_.stem_v = estimated_stem(descriptor_.weight);
    descriptor_.bounding_box = {per_mille(tables->bbox.xMin), per_mille(tables->bbox.yMin),
                                per_mille(tables->bbox.xMax), per_mille(tables->bbox.yMax)};
    descriptor_.cff = has_table(face(), HB_TAG('C', 'F', 'F', ' '));
    FT_Bool cid_keyed = 0;
    if (FT_Get_CID_Is_Internally_CID_Keyed(tables, &cid_keyed) == 0 && cid_keyed != 0) {
        cid_keyed_ = std::move(opened);
    }
}

GlyphId Face::glyph_for(char32_t character) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_.get(), character, &glyph) ? glyph : 0;
}

namespace {

// Spaces, and characters that are blank by their nature.
bool is_blank(char32_t c) {
    return c == U' ' || c == U'\t' || c == 0x00A0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x2800 || c == 0x115F || c == 0x1160 ||
           c == 0x3164 || c == 0xFFA0 || c == 0x070F;
}

}  // namespace

bool Face::sets(char32_t character) const {
    if (is_invisible(character)) return true;
    if (const GlyphId glyph = glyph_for(character); glyph != 0) return is_blank(character) || draws(glyph);
    constexpr char32_t no_break_hyphen = 0x2011;
    constexpr char32_t hyphen = 0x2010;
    if (character == no_break_hyphen) return glyph_for(hyphen) != 0;
    const bool space_of_a_width = (character >= 0x2000 && character <= 0x200A) || character == 0x00A0 ||
                                  character == 0x202F || character == 0x205F;
    return space_of_a_width && glyph_for(U' ') != 0;
}

bool Face::draws(GlyphId glyph) const {
    static hb_draw_funcs_t* const drawing = [] {
        hb_draw_funcs_t* funcs = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(
            funcs,
            [](hb_draw_funcs_t*, void* drawn, hb_draw_state_t*, float, float, void*) {
                *static_cast<bool*>(drawn) = true;
            },
            nullptr, nullptr);
        hb_draw_funcs_make_immutable(funcs);
        return funcs;
    }();
    bool drawn = false;
    hb_font_get_glyph_shape(font_.get(), glyph, drawing, &drawn);
    return drawn;
}

bool Face::variable() const { return hb_ot_var_has_data(face()) != 0; }

int Face::default_weight() const {
    hb_ot_var_axis_info_t axis{};
    if (hb_ot_var_find_axis_info(face(), HB_OT_TAG_VAR_AXIS_WEIGHT, &axis))
        return static_cast<int>(std::lround(axis.default_value));
    return descriptor_.weight;
}

std::optional<Refusal> style_refusal(const Face& face, int weight, bool italic) {
    if (!face.variable()) return std::nullopt;
    constexpr int near_enough = 50;  // half a step of CSS's hundred: no eye tells
    const bool other_weight = std::abs(face.default_weight() - weight) > near_enough;
    const bool other_slope = italic && !face.descriptor().italic && face.descriptor().italic_angle == 0;
    if (!other_weight && !other_slope) return std::nullopt;
    return Refusal{
        diag::code::font_variable,
        other_weight ? fmt::format("is a variable font, and would print in weight {} where {} is meant",
                                   face.default_weight(), weight)
                     : std::string{"is a variable font, and would print upright where italic is meant"},
        "name the font's static file for this face, such as …-Bold.ttf: most families bring a folder "
        "'static' with one file for each"};
}

VerticalMetrics Face::metrics(Length size) const {
    return {to_length(ascender_, size), to_length(descender_, size), to_length(x_height_, size),
            to_length(cap_height_, size)};
}

Rect Face::glyph_bounds(GlyphId glyph, Length size) const {
    hb_glyph_extents_t extents{};
    if (!hb_font_get_glyph_extents(font_.get(), glyph, &extents)) return {};
    return Rect::from_edges(to_length(extents.x_bearing, size), -to_length(extents.y_bearing, size),
                            to_length(extents.x_bearing + extents.width, size),
                            -to_length(extents.y_bearing + extents.height, size));
}

namespace {

// Gathers what HarfBuzz draws; quadratic curves come as cubic ones.
struct Pen {
    Outline outline;
    double per_unit = 1;

    void add(OutlineStep::Kind kind, std::initializer_list<float> numbers = {}) {
        OutlineStep& step = outline.emplace_back();
        step.kind = kind;
        std::transform(numbers.begin(), numbers.end(), step.at.begin(),
                       [&](float number) { return static_cast<int>(std::lround(number * per_unit)); });
    }
};

hb_draw_funcs_t* new_drawing() {
    hb_draw_funcs_t* drawing = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(
        drawing,
        [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
            static_cast<Pen*>(pen)->add(OutlineStep::Kind::move, {x, y});
        },
        nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(
        drawing,
        [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
            static_cast<Pen*>(pen)->add(OutlineStep::Kind::line, {x, y});
        },
        nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(
        drawing,
        [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x,
           float y, void*) {
            static_cast<Pen*>(pen)->add(OutlineStep::Kind::curve, {x1, y1, x2, y2, x, y});
        },
        nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(
        drawing,
        [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, void*) {
            static_cast<Pen*>(pen)->add(OutlineStep::Kind::close);
        },
        nullptr, nullptr);
    hb_draw_funcs_make_immutable(drawing);
    return drawing;
}

}  // namespace

Outline Face::outline(GlyphId glyph) const {
    static hb_draw_funcs_t* const drawing = new_drawing();
    Pen pen;
    pen.per_unit = 1000.0 / static_cast<double>(units_per_em_);
    hb_font_get_glyph_shape(font_.get(), glyph, drawing, &pen);
    return std::move(pen.outline);
}

double Face::advance_per_mille(GlyphId glyph) const {
    return hb_font_get_glyph_h_advance(font_.get(), glyph) * 1000.0 / static_cast<double>(units_per_em_);
}

std::uint16_t Face::character_id(GlyphId glyph) const {
    FT_UInt cid = glyph;
    // A damaged face may lack the glyph; its number is as good as any then.
    if (cid_keyed_ && FT_Get_CID_From_Glyph_Index(cid_keyed_.get(), glyph, &cid) != 0) cid = glyph;
    return static_cast<std::uint16_t>(cid);
}

Length Face::to_length(std::int64_t font_units, Length size) const {
    const std::int64_t scaled = font_units * size.units();
    const std::int64_t half = units_per_em_ / 2;
    return Length::from_units((scaled < 0 ? scaled - half : scaled + half) / units_per_em_);
}

namespace {

// Null if it cannot be read.
BlobHandle blob_of(const std::filesystem::path& path) {
    const auto file = base::MappedFile::open(path, std::numeric_limits<unsigned>::max());
    if (!file.ok()) return nullptr;
    using Held = std::shared_ptr<const base::MappedFile>;
    const std::string_view bytes = file.value()->bytes();
    return BlobHandle(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, new Held(file.value()),
                                     [](void* held) { delete static_cast<Held*>(held); }));
}

}  // namespace

std::variant<std::unique_ptr<Face>, Refusal> open_face(const std::filesystem::path& path,
                                                       const std::string& name, FT_Library library) {
    const BlobHandle file = blob_of(path);
    if (!file) return unreadable("cannot be read");
    unsigned length = 0;
    const char* start = hb_blob_get_data(file.get(), &length);
    if (std::optional<Refusal> refusal = file_refusal({start, length})) return *std::move(refusal);
    const std::variant<unsigned, Refusal> chosen = face_index(file.get(), name);
    if (const auto* refusal = std::get_if<Refusal>(&chosen)) return *refusal;
    const unsigned index = std::get<unsigned>(chosen);
    const FaceHandle face(hb_face_create(file.get(), index));
    if (hb_face_get_glyph_count(face.get()) == 0) return unreadable("is not an OpenType or TrueType font");
    if (std::optional<Refusal> refusal = outline_refusal(face.get())) return *std::move(refusal);

    unsigned size = 0;
    const char* bytes = hb_blob_get_data(file.get(), &size);
    FT_Face opened = nullptr;
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes), static_cast<FT_Long>(size),
                           static_cast<FT_Long>(index), &opened) != 0) {
        return unreadable("is damaged");
    }
    FreeTypeFace tables(opened);
    if (const TT_OS2* os2 = os2_table(opened)) {
        if (std::optional<Refusal> refusal = embedding_refusal(os2->fsType)) return *std::move(refusal);
    }
    FontHandle font(hb_font_create(face.get()));
    hb_font_make_immutable(font.get());
    return std::make_unique<Face>(std::move(font), std::move(tables));
}

bool is_line_end(char32_t character) {
    return character == U'\n' || character == U'\r' || character == 0x85 || character == 0x2028 ||
           character == 0x2029;
}

bool is_invisible(char32_t character) {
    if (is_line_end(character)) return true;
    const bool hangul_filler = (character >= 0x115F && character <= 0x1160) || character == 0x3164 ||
                               character == 0xFFA0;  // these take up room
    return !hangul_filler && unicode::is_default_ignorable(character);
}

}  // namespace brochure::font
