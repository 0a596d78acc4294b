#include "pdf/font/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "pdf/font/to_unicode.hpp"
#include "pdf/object/bytes.hpp"

namespace brochure::pdf {

namespace {

std::string subset_tag(std::string_view program) {
    const Digest digest = digest_of(program);
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) tag += static_cast<char>('A' + digest[i] % 26);
    return tag + '+';
}

// ISO 32000-1, table 123. Symbolic: a composite font is not limited to the Latin set.
int descriptor_flags(const font::Descriptor& descriptor) {
    static constexpr int fixed_pitch = 1, serif = 2, symbolic = 4, italic = 64;
    return (descriptor.fixed_pitch ? fixed_pitch : 0) | (descriptor.serif ? serif : 0) | symbolic |
           (descriptor.italic ? italic : 0);
}

Dict descriptor_dict(File& file, const font::Descriptor& descriptor, std::string_view name,
                     std::string_view program) {
    Dict dict = file.new_dict();
    dict.set("Type", Name{"FontDescriptor"});
    dict.set("FontName", Name{name});
    dict.set("Flags", descriptor_flags(descriptor));
    const auto& [left, bottom, right, top] = descriptor.bounding_box;
    dict.set("FontBBox", Direct::array({double(left), double(bottom), double(right), double(top)}));
    dict.set("ItalicAngle", std::lround(descriptor.italic_angle));
    dict.set("Ascent", descriptor.ascent);
    dict.set("Descent", descriptor.descent);
    dict.set("CapHeight", descriptor.cap_height);
    dict.set("XHeight", descriptor.x_height);
    dict.set("StemV", descriptor.stem_v);
    Dict font_file = file.new_stream(program, Filter::flate);
    if (descriptor.cff) {
        font_file.set("Subtype", Name{"CIDFontType0C"});
        dict.set("FontFile3", font_file);
    } else {
        font_file.set("Length1", static_cast<std::int64_t>(program.size()));
        dict.set("FontFile2", font_file);
    }
    return dict;
}

// W (ISO 32000-1, 9.7.4.3): "first [w w …]" for every stretch of consecutive codes.
void set_widths(Dict& dict, const std::vector<FaceCodes::Entry>& by_code, const std::vector<int>& widths) {
    Array list = dict.add_array("W");
    Array stretch;
    for (std::size_t i = 0; i < by_code.size(); ++i) {
        if (i == 0 || by_code[i].code != by_code[i - 1].code + 1) {
            list.add(by_code[i].code);
            stretch = list.add_array();
        }
        stretch.add(widths[by_code[i].code]);
    }
}

std::string glyph_map(const std::vector<FaceCodes::Entry>& by_code) {
    std::string map(2 * (std::size_t{by_code.back().code} + 1), '\0');
    for (const FaceCodes::Entry& entry : by_code) {
        map[2 * std::size_t{entry.code}] = static_cast<char>(entry.glyph >> 8U);
        map[2 * std::size_t{entry.code} + 1] = static_cast<char>(entry.glyph & 0xFFU);
    }
    return map;
}

}  // namespace

EmbeddedFace embed_face(File& file, const font::Library& fonts, font::FaceId face, const FaceCodes& codes) {
    EmbeddedFace embedded;
    const std::vector<FaceCodes::Entry> by_code = codes.by_code();
    if (by_code.empty()) return embedded;

    std::vector<font::GlyphId> glyphs;
    for (const FaceCodes::Entry& entry : by_code) glyphs.push_back(entry.glyph);
    std::ranges::sort(glyphs);
    glyphs.erase(std::unique(glyphs.begin(), glyphs.end()), glyphs.end());
    const font::Subset subset = fonts.subset(face, glyphs);
    std::map<font::GlyphId, double> width_of;
    for (std::size_t i = 0; i < glyphs.size(); ++i) width_of[glyphs[i]] = subset.widths[i];
    embedded.widths.resize(std::size_t{by_code.back().code} + 1);
    for (const FaceCodes::Entry& entry : by_code)
        embedded.widths[entry.code] = static_cast<int>(std::lround(width_of[entry.glyph]));

    const font::Descriptor& descriptor = fonts.descriptor(face);
    const std::string name = subset_tag(subset.program) + descriptor.postscript_name;
    Dict cid_font = file.new_dict();
    cid_font.set("Type", Name{"Font"});
    cid_font.set("Subtype", Name{descriptor.cff ? "CIDFontType0" : "CIDFontType2"});
    cid_font.set("BaseFont", Name{name});
    Dict system = cid_font.add_dict("CIDSystemInfo");
    system.set("Registry", Text{"Adobe"});
    system.set("Ordering", Text{"Identity"});
    system.set("Supplement", 0);
    cid_font.set("FontDescriptor", descriptor_dict(file, descriptor, name, subset.program));
    set_widths(cid_font, by_code, embedded.widths);
    if (!descriptor.cff) cid_font.set("CIDToGIDMap", file.new_stream(glyph_map(by_code), Filter::flate));

    embedded.font = file.new_dict();
    embedded.font.set("Type", Name{"Font"});
    embedded.font.set("Subtype", Name{"Type0"});
    // ISO 32000-1, table 121: the encoding's name belongs to the name of a font of CFF outlines.
    embedded.font.set("BaseFont", Name{descriptor.cff ? name + "-Identity-H" : name});
    embedded.font.set("Encoding", Name{"Identity-H"});
    embedded.font.add_array("DescendantFonts").add(cid_font);
    embedded.font.set("ToUnicode", file.new_stream(to_unicode_map(by_code), Filter::flate));
    return embedded;
}

std::vector<EmbeddedFace> embed_faces(File& file, const font::Library& fonts, const Reading& reading) {
    std::vector<EmbeddedFace> faces;
    for (const UsedFace& face : reading.faces) faces.push_back(embed_face(file, fonts, face.id, face.codes));
    return faces;
}

}  // namespace brochure::pdf
