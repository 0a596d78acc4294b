#include "pdf/content/painter.hpp"

#include <fmt/format.h>

namespace brochure::pdf {

namespace {

std::string face_name(std::size_t face) { return fmt::format("F{}", face); }

std::string_view blending_space(Plates plates) {
    switch (plates) {
        case Plates::rgb:
            return "DeviceRGB";
        case Plates::cmyk:
            return "DeviceCMYK";
        case Plates::grey:
        case Plates::black:
            return "DeviceGray";
    }
    return "";
}

}  // namespace

void Painter::paint(const Mark& mark, Content& content) {
    if (const auto* piece = std::get_if<RunPiece>(&mark)) return paint(*piece, content);
    if (const auto* rect = std::get_if<const page::FilledRect*>(&mark))
        return content.fill((*rect)->box, (*rect)->colour);
    if (const auto* line = std::get_if<const page::StrokedLine*>(&mark))
        return content.stroke((*line)->from, (*line)->to, (*line)->width, (*line)->colour);
    paint(*std::get<const page::PlacedPicture*>(mark), content);
}

void Painter::paint(const RunPiece& piece, Content& content) {
    const FaceCodes& codes = reading_.faces[piece.face].codes;
    const std::vector<int>& widths = faces_[piece.face].widths;
    std::vector<ShownGlyph> glyphs;
    glyphs.reserve(piece.uses.size());
    for (std::size_t i = 0; i < piece.uses.size(); ++i) {
        const std::uint16_t code = codes.code(piece.uses[i]);
        glyphs.push_back(
            {code, static_cast<double>(widths[code]), piece.x[i], piece.rise[i], piece.unseen[i]});
    }
    used_faces_.insert(piece.face);
    const std::string name = face_name(piece.face);
    for (const RunPiece::Drawn& mark : piece.drawn) {
        const Point at{piece.run->origin.x + mark.x, piece.run->origin.y - mark.rise};
        content.fill(reading_.outlines[mark.outline], at, piece.run->size, piece.run->colour);
    }
    const TextStyle style{name, piece.run->size, piece.run->horizontal_scale, piece.run->colour};
    if (piece.run->right_to_left)
        content.show_one_by_one(style, piece.run->origin, glyphs);
    else
        content.show(style, piece.run->origin, glyphs);
}

void Painter::paint(const page::PlacedPicture& placed, Content& content) {
    const Pictures::Written& written = pictures_.written(placed.picture);
    used_pictures_[written.name] = written.xobject;
    transparent_ = transparent_ || written.transparent;
    const picture::Picture& picture = *document_.pictures[placed.picture].picture;
    if (const auto* drawing = std::get_if<picture::Drawing>(&picture))
        content.draw_form(written.name, placed.box, DrawingSpace(*drawing));
    else
        content.draw_image(written.name, placed.box);
}

void Painter::set_resources(Dict& page, Plates plates) const {
    Dict resources = page.add_dict("Resources");
    if (!used_faces_.empty()) {
        Dict fonts = resources.add_dict("Font");
        for (const std::size_t face : used_faces_) fonts.set(face_name(face).c_str(), faces_[face].font);
    }
    if (!used_pictures_.empty()) {
        Dict pictures = resources.add_dict("XObject");
        for (const auto& [name, xobject] : used_pictures_) pictures.set(name.c_str(), xobject);
    }
    if (plates == Plates::cmyk) resources.set("ExtGState", overprint_states());
    if (!transparent_) return;
    // ISO 19005-2, 6.2.10: a page with transparency names the space it is blended in.
    Dict group = page.add_dict("Group");
    group.set("S", Name{"Transparency"});
    group.set("CS", Name{blending_space(plates)});
}

}  // namespace brochure::pdf
