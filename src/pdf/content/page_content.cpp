#include "pdf/content/page_content.hpp"

#include "pdf/content/content.hpp"
#include "pdf/content/painter.hpp"

namespace brochure::pdf {

namespace {

// ISO 32000-1, 14.8.2.2.2.
Direct artifact_properties(page::Artifact artifact) {
    const auto pagination = [](std::string_view subtype) {
        return Direct::dictionary({{"Type", Name{"Pagination"}}, {"Subtype", Name{subtype}}});
    };
    switch (artifact) {
        case page::Artifact::pagination_header:
            return pagination("Header");
        case page::Artifact::pagination_footer:
            return pagination("Footer");
        case page::Artifact::background:
            return Direct::dictionary({{"Type", Name{"Background"}}});
        case page::Artifact::layout:
            break;
    }
    return Direct::dictionary({{"Type", Name{"Layout"}}});
}

class PageWriter {
  public:
    PageWriter(const page::PagedDocument& document, const Reading& reading,
               const std::vector<EmbeddedFace>& faces, Pictures& pictures, Ink ink)
        : document_(document),
          painter_(document, reading, faces, pictures),
          plates_(ink.plates()),
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
                content_.begin_marked(
                    "Span",
                    Direct::dictionary({{"MCID", mcid}, {"ActualText", Text{*sequence.actual_text}}}));
            else
                content_.begin_marked(style::pdf_name(tree[tree.parent_of(leaf)].role),
                                      Direct::dictionary({{"MCID", mcid}}));
        }
        for (const Mark& mark : sequence.marks) painter_.paint(mark, content_);
        content_.end_marked();
    }

    void set_resources(Dict& page) const { painter_.set_resources(page, plates_); }
    std::string take() { return content_.take(); }

  private:
    const page::PagedDocument& document_;
    Painter painter_;
    Plates plates_;
    Content content_;
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
            page.set(box, Direct::array({0, 0, width, height}));
        writer.set_resources(page);
        page.set("Contents", file.new_stream(writer.take(), Filter::flate));
        out.pages.push_back(page);
    }
    return out;
}

}  // namespace brochure::pdf
