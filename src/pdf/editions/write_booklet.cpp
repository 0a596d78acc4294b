#include "pdf/editions/write_booklet.hpp"

#include <fmt/format.h>

#include <map>

#include "pdf/content/content.hpp"
#include "pdf/content/painter.hpp"
#include "pdf/content/pictures.hpp"
#include "pdf/font/fonts.hpp"
#include "pdf/font/reading.hpp"
#include "pdf/object/haru.hpp"
#include "pdf/object/number.hpp"
#include "pdf/press/press_document.hpp"
#include "pdf/tagged/metadata.hpp"

namespace brochure::pdf {

namespace {

constexpr Length mark_width = Length::points(0.25);
const Colour mark_colour{{128, 128, 128}, {}};

class SidesWriter {
  public:
    SidesWriter(File& file, const page::PagedDocument& document, const Reading& reading,
                const std::vector<EmbeddedFace>& faces, Pictures& pictures, Size sheet, Ink ink)
        : file_(file),
          document_(document),
          reading_(reading),
          faces_(faces),
          pictures_(pictures),
          sheet_(sheet),
          ink_(ink) {}

    void write(const impose::Side& side) {
        std::string contents;
        std::map<std::string, Dict> forms;
        for (const impose::PlacedPage& placed : side.pages) {
            if (!placed.page) continue;
            const std::string name = fmt::format("P{}", *placed.page + 1);
            forms.emplace(name, form_of(*placed.page));
            contents += "q\n" + clip(placed.clip) + matrix(placed) + "/" + name + " Do\nQ\n";
        }
        Content marks(ink_, {{}, sheet_});
        for (const impose::Mark& mark : side.marks) marks.stroke(mark.from, mark.to, mark_width, mark_colour);
        contents += marks.take();
        Dict page = file_.new_page();
        page.set("MediaBox", Direct::array({0, 0, sheet_.width.to_points(), sheet_.height.to_points()}));
        Dict resources = page.add_dict("Resources");
        Dict objects = resources.add_dict("XObject");
        for (const auto& [name, form] : forms) objects.set(name.c_str(), form);
        page.set("Contents", file_.new_stream(contents, Filter::flate));
    }

  private:
    // A page with its bleed, from the lower left corner of the bleed.
    Dict form_of(std::size_t index) {
        if (const auto known = forms_.find(index); known != forms_.end()) return known->second;
        const Rect box = bleed_box(document_);
        Painter painter(document_, reading_, faces_, pictures_);
        Content content(ink_, box);
        for (const Sequence& sequence : reading_.pages[index]) {
            for (const Mark& mark : sequence.marks) {
                if (!is_only_a_place(mark)) painter.paint(mark, content);
            }
        }
        Dict form = file_.new_stream(content.take(), Filter::flate);
        form.set("Type", Name{"XObject"});
        form.set("Subtype", Name{"Form"});
        form.set("BBox", Direct::array({0, 0, box.size.width.to_points(), box.size.height.to_points()}));
        painter.set_resources(form, ink_.plates());
        forms_.emplace(index, form);
        return form;
    }

    [[nodiscard]] std::string clip(const Rect& box) const {
        return decimal(box.left()) + ' ' + decimal(sheet_.height - box.bottom()) + ' ' +
               decimal(box.size.width) + ' ' + decimal(box.size.height) + " re W n\n";
    }

    // From the form's space to the sheet's, both upwards from their lower left corners.
    [[nodiscard]] std::string matrix(const impose::PlacedPage& placed) const {
        const Length bleed = document_.bleed, below = document_.trim.height + bleed;
        const Length y = sheet_.height - placed.corner.y;
        if (placed.turned) {
            return "-1 0 0 -1 " + decimal(placed.corner.x + bleed) + ' ' + decimal(y + below) + " cm\n";
        }
        return "1 0 0 1 " + decimal(placed.corner.x - bleed) + ' ' + decimal(y - below) + " cm\n";
    }

    File& file_;
    const page::PagedDocument& document_;
    const Reading& reading_;
    const std::vector<EmbeddedFace>& faces_;
    Pictures& pictures_;
    Size sheet_;
    Ink ink_;
    std::map<std::size_t, Dict> forms_;
};

// A page printed smaller, to fit, would no longer fold on its fold.
void write_print_dialogue(File& file, PrintSides sides) {
    Dict preferences = file.catalog().add_dict("ViewerPreferences");
    preferences.set("PrintScaling", Name{"None"});
    preferences.set("Duplex", Name{sides == PrintSides::one                         ? "Simplex"
                                   : sides == PrintSides::both_flipped_on_long_edge ? "DuplexFlipLongEdge"
                                                                                    : "DuplexFlipShortEdge"});
}

}  // namespace

base::Result<std::string> write_sheets(const page::PagedDocument& document, const font::Library& fonts,
                                       const std::vector<impose::Sheet>& sheets,
                                       const SheetOptions& options) {
    const Reading reading = read_pages(document, fonts);
    const std::string identifier =
        document.metadata.identifier + "." + options.kind + (options.greyscale ? ".grey" : "");
    return write_file(identifier, pdf_1_7, [&](File& file) {
        const std::vector<EmbeddedFace> faces = embed_faces(file, fonts, reading);
        const Ink ink(options.greyscale ? Plates::grey : Plates::rgb);
        Pictures pictures(file, document, ink);
        SidesWriter writer(file, document, reading, faces, pictures, options.size, ink);
        for (const impose::Sheet& one : sheets) {
            writer.write(one.front);
            if (one.back) writer.write(*one.back);
        }
        write_print_dialogue(file, options.sides);
        write_metadata(file, document.metadata, Claim::none);
    });
}

}  // namespace brochure::pdf
