#include "font/shape.hpp"

#include <array>
#include <cassert>

namespace brochure::font {

namespace {

hb_buffer_t* empty_buffer() {
    thread_local const BufferHandle buffer(hb_buffer_create());
    hb_buffer_reset(buffer.get());
    return buffer.get();
}

hb_buffer_flags_t flags_for(std::string_view paragraph, TextRange range) {
    unsigned flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES;
    if (range.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
    if (range.end == paragraph.size()) flags |= HB_BUFFER_FLAG_EOT;
    return static_cast<hb_buffer_flags_t>(flags);
}

// What ends a line is no glyph, but letters do not join across it: a zero width non-joiner does both.
void hide_line_ends(hb_buffer_t* buffer) {
    constexpr hb_codepoint_t non_joiner = 0x200C;
    unsigned count = 0;
    hb_glyph_info_t* characters = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; ++i) {
        if (is_line_end(characters[i].codepoint)) characters[i].codepoint = non_joiner;
    }
}

void fill(hb_buffer_t* buffer, std::string_view paragraph, TextRange range,
          const ShapeProperties& properties) {
    hb_buffer_add_utf8(buffer, paragraph.data(), static_cast<int>(paragraph.size()), range.begin,
                       static_cast<int>(range.length()));
    hide_line_ends(buffer);
    const auto& [a, b, c, d] = properties.script;
    hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(HB_TAG(a, b, c, d)));
    hb_buffer_set_direction(buffer, properties.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer, hb_language_from_string(properties.language.data(),
                                                           static_cast<int>(properties.language.size())));
    hb_buffer_set_flags(buffer, flags_for(paragraph, range));
    // Every character keeps its own cluster unless shaping merges it, so that a mark that stays a glyph of
    // its own also stands for its own bytes, and a letter composed from two stands for both.
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
}

class Features {
  public:
    explicit Features(const ShapeProperties& properties) {
        if (!properties.kerning) set(HB_TAG('k', 'e', 'r', 'n'), 0);
        if (!properties.ligatures) {
            set(HB_TAG('l', 'i', 'g', 'a'), 0);
            set(HB_TAG('c', 'l', 'i', 'g'), 0);
        }
        if (properties.tabular_figures) set(HB_TAG('t', 'n', 'u', 'm'), 1);
    }
    [[nodiscard]] const hb_feature_t* data() const { return list_.data(); }
    [[nodiscard]] unsigned count() const { return count_; }

  private:
    void set(hb_tag_t tag, std::uint32_t value) {
        list_[count_++] = {tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    }
    std::array<hb_feature_t, 4> list_{};
    unsigned count_ = 0;
};

}  // namespace

std::vector<Glyph> shape_range(const Face& face, Length size, std::string_view paragraph, TextRange range,
                               const ShapeProperties& properties) {
    assert(range.end <= paragraph.size());
    if (range.empty()) return {};
    hb_buffer_t* buffer = empty_buffer();
    fill(buffer, paragraph, range, properties);
    const Features features(properties);
    hb_shape(face.font(), buffer, features.data(), features.count());

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    std::vector<Glyph> glyphs;
    glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        const bool unsafe = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
        glyphs.push_back(
            {infos[i].codepoint,
             infos[i].cluster,
             face.to_length(positions[i].x_advance, size),
             {face.to_length(positions[i].x_offset, size), face.to_length(positions[i].y_offset, size)},
             unsafe});
    }
    return glyphs;
}

}  // namespace brochure::font
