#include "pdf/page_content.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "pdf/content.hpp"

namespace brochure::pdf {

namespace {

std::string face_name(std::size_t face) { return fmt::format("F{}", face); }

std::string_view artifact_properties(page::Artifact artifact) {
    switch (artifact) {
        case page::Artifact::pagination_header:
            return "<</Type/Pagination/Subtype/Header>>";
        case page::Artifact::pagination_footer:
            return "<</Type/Pagination/Subtype/Footer>>";
        case page::Artifact::layout:
            return "<</Type/Layout>>";
        case page::Artifact::background:
            return "<</Type/Background>>";
    }
    return "";
}

class PageWriter {
  public:
    PageWriter(const page::PagedDocument& document, const Reading& reading,
               const std::vector<EmbeddedFace>& faces, Pictures& pictures, Ink ink)
        : document_(document),
          reading_(reading),
          faces_(faces),
          pictures_(pictures),
          content_(ink, {{}, document.trim}) {}

    void write(const Sequence& sequence, WrittenPages& out, std::size_t page) {
        if (const auto* artifact = std::get_if<page::Artifact>(&sequence.belongs)) {
            content_.begin_marked("Artifact", artifact_properties(*artifact));
        } else {
            const auto leaf = std::get<style::LeafId>(sequence.belongs);
            const int mcid = static_cast<int>(out.leaf_of_mcid[page].size());
            out.leaf_of_mcid[page].push_back(leaf);
            out.places[leaf].push_back({page, mcid});
            const style::StructureTree& tree = document_.structure;
            if (sequence.actual_text)
                content_.begin_marked("Span", fmt::format("<</MCID {}/ActualText{}>>", mcid,
                                                          text_token(*sequence.actual_text)));
            else
                content_.begin_marked(style::pdf_name(tree[tree.parent_of(leaf)].role),
                                      fmt::format("<</MCID {}>>", mcid));
        }
        for (const Mark& mark : sequence.marks) std::visit([this](const auto& m) { paint(m); }, mark);
        content_.end_marked();
    }

    // Fonts and pictures of this page alone, in the order of their names.
    void set_resources(Dict& page) const {
        Dict resources = page.add_dict("Resources");
        if (!used_faces_.empty()) {
            Dict fonts = resources.add_dict("Font");
            for (const std::size_t face : used_faces_) fonts.set(face_name(face).c_str(), faces_[face].font);
        }
        if (!used_pictures_.empty()) {
            Dict pictures = resources.add_dict("XObject");
            for (const auto& [name, xobject] : used_pictures_) pictures.set(name.c_str(), xobject);
        }
        if (!transparent_) return;
        // ISO 19005-2, 6.2.10: a page with transparency names the space it is blended in.
        Dict group = page.add_dict("Group");
        group.set_name("S", "Transparency");
        group.set_name("CS", "DeviceRGB");
    }

    std::string take() { return content_.take(); }

  private:
    void paint(const RunPiece& piece) {
        const FaceCodes& codes = reading_.faces[piece.face].codes;
        const std::vector<int>& widths = faces_[piece.face].widths;
        std::vector<ShownGlyph> glyphs;
        glyphs.reserve(piece.uses.size());
        for (std::size_t i = 0; i < piece.uses.size(); ++i) {
            const std::uint16_t code = codes.code(piece.uses[i]);
            glyphs.push_back({code, static_cast<double>(widths[code]), piece.x[i], piece.rise[i]});
        }
        used_faces_.insert(piece.face);
        const std::string name = face_name(piece.face);
        content_.show({name, piece.run->size, piece.run->horizontal_scale, piece.run->colour}, piece.start,
                      glyphs);
    }

    void paint(const page::FilledRect* rect) { content_.fill(rect->box, rect->colour); }

    void paint(const page::StrokedLine* line) {
        content_.stroke(line->from, line->to, line->width, line->colour);
    }

    void paint(const page::PlacedPicture* placed) {
        const Pictures::Written& written = pictures_.written(placed->picture);
        used_pictures_[written.name] = written.xobject;
        transparent_ = transparent_ || written.transparent;
        if (const auto* drawing = std::get_if<picture::Drawing>(&document_.pictures[placed->picture]))
            content_.draw_form(written.name, placed->box, DrawingSpace(*drawing));
        else
            content_.draw_image(written.name, placed->box);
    }

    const page::PagedDocument& document_;
    const Reading& reading_;
    const std::vector<EmbeddedFace>& faces_;
    Pictures& pictures_;
    Content content_;
    std::set<std::size_t> used_faces_;
    std::map<std::string, Dict> used_pictures_;
    bool transparent_ = false;
};

}  // namespace

WrittenPages write_pages(File& file, const page::PagedDocument& document, const Reading& reading,
                         const std::vector<EmbeddedFace>& faces, Pictures& pictures, Ink ink) {
    WrittenPages out;
    out.places.resize(document.structure.leaf_count());
    out.leaf_of_mcid.resize(document.pages.size());
    const double width = document.trim.width.to_points();
    const double height = document.trim.height.to_points();
    for (std::size_t p = 0; p < document.pages.size(); ++p) {
        PageWriter writer(document, reading, faces, pictures, ink);
        for (const Sequence& sequence : reading.pages[p]) {
            if (!sequence.marks.empty()) writer.write(sequence, out, p);
        }
        Dict page = file.new_page();
        // On a screen there is no bleed: the sheet is the trim, and what reaches beyond it is not shown.
        for (const char* box : {"MediaBox", "CropBox", "BleedBox", "TrimBox"})
            page.set_numbers(box, {0, 0, width, height});
        writer.set_resources(page);
        page.set("Contents", file.new_stream(writer.take(), Filter::flate));
        out.pages.push_back(page);
    }
    return out;
}

}  // namespace brochure::pdf
