#include "pdf/editions/write_press.hpp"

#include "pdf/content/content.hpp"
#include "pdf/content/painter.hpp"
#include "pdf/content/pictures.hpp"
#include "pdf/font/fonts.hpp"
#include "pdf/font/reading.hpp"
#include "pdf/object/haru.hpp"
#include "pdf/object/number.hpp"
#include "pdf/tagged/metadata.hpp"

namespace brochure::pdf {

namespace {

constexpr std::string_view version_of_pdf_x_4 = "1.6";  // ISO 15930-7, 5

constexpr Length mark_width = Length::points(0.25);
constexpr Length mark_gap = Length::millimetres(1);  // from the bleed, so that a cut a little off shows none
constexpr Length mark_length = Length::millimetres(5);
const Colour registration{{0, 0, 0}, Inks{100, 100, 100, 100}};  // on every plate

// Two lines at each corner of the trim, along its edges.
void draw_crop_marks(Content& content, const page::PagedDocument& document) {
    const Length from = document.bleed + mark_gap, to = from + mark_length;
    const Length width = document.trim.width, height = document.trim.height;
    const auto stroke = [&](Point a, Point b) { content.stroke(a, b, mark_width, registration); };
    for (const Length x : {Length{}, width}) {
        stroke({x, -from}, {x, -to});
        stroke({x, height + from}, {x, height + to});
    }
    for (const Length y : {Length{}, height}) {
        stroke({-from, y}, {-to, y});
        stroke({width + from, y}, {width + to, y});
    }
}

// A box of the page dictionary: PDF counts from the sheet's lower left corner, upwards.
void set_box(Dict& page, const char* name, const Rect& box, const Rect& sheet) {
    page.set(name, Direct::array(
                       {(box.left() - sheet.left()).to_points(), (sheet.bottom() - box.bottom()).to_points(),
                        (box.right() - sheet.left()).to_points(), (sheet.bottom() - box.top()).to_points()}));
}

std::string clip_to(const Rect& box, const Rect& sheet) {
    return decimal(box.left() - sheet.left()) + ' ' + decimal(sheet.bottom() - box.bottom()) + ' ' +
           decimal(box.size.width) + ' ' + decimal(box.size.height) + " re W n\n";
}

bool is_of_run(const Mark& mark, const page::GlyphRun* run) {
    const auto* piece = std::get_if<RunPiece>(&mark);
    return piece != nullptr && run != nullptr && piece->run == run;
}

class SheetWriter {
  public:
    SheetWriter(const PressDocument& press, const Reading& reading, const std::vector<EmbeddedFace>& faces,
                Pictures& pictures, const PressOptions& options)
        : press_(press),
          reading_(reading),
          faces_(faces),
          pictures_(pictures),
          options_(options),
          ink_(options.greyscale ? Plates::black : Plates::cmyk),
          sheet_(sheet_box(press.pages, options)),
          bleed_(bleed_box(press.pages)) {}

    void write(File& file, std::size_t p) {
        Painter painter(press_.pages, reading_, faces_, pictures_);
        Content inside(ink_, sheet_), around(ink_, sheet_);
        const page::GlyphRun* slug =
            press_.has_slug ? std::get_if<page::GlyphRun>(&press_.pages.pages[p].items.back().content)
                            : nullptr;
        for (const Sequence& sequence : reading_.pages[p]) {
            for (const Mark& mark : sequence.marks) {
                if (!is_only_a_place(mark)) painter.paint(mark, is_of_run(mark, slug) ? around : inside);
            }
        }
        if (options_.crop_marks) draw_crop_marks(around, press_.pages);

        Dict page = file.new_page();
        set_box(page, "MediaBox", sheet_, sheet_);
        set_box(page, "BleedBox", bleed_, sheet_);
        set_box(page, "TrimBox", {{}, press_.pages.trim}, sheet_);
        painter.set_resources(page, ink_.plates());
        page.set("Contents",
                 file.new_stream("q\n" + clip_to(bleed_, sheet_) + inside.take() + "Q\n" + around.take(),
                                 Filter::flate));
    }

  private:
    const PressDocument& press_;
    const Reading& reading_;
    const std::vector<EmbeddedFace>& faces_;
    Pictures& pictures_;
    const PressOptions& options_;
    Ink ink_;
    Rect sheet_, bleed_;
};

// In greyscale too: ISO 15930-7 takes DeviceGray under a profile of four inks for the black plate of that
// condition, which is what such a job is printed on. A profile of grey alone would name a condition that no
// registry knows.
void write_press_intent(File& file, const PressProfile& profile, const std::string& condition) {
    Dict bytes = file.new_stream(profile.bytes(), Filter::flate);
    bytes.set("N", 4);
    Dict intent = file.new_dict();
    intent.set("Type", Name{"OutputIntent"});
    intent.set("S", Name{"GTS_PDFX"});
    intent.set("OutputConditionIdentifier", Text{condition});
    intent.set("RegistryName", Text{"http://www.color.org"});
    intent.set("Info", Text{condition});
    intent.set("DestOutputProfile", bytes);
    file.catalog().add_array("OutputIntents").add(intent);
}

}  // namespace

base::Result<std::string> write_press(const PressDocument& press, const font::Library& fonts,
                                      const PressProfile& profile, const PressOptions& options) {
    const Reading reading = read_pages(press.pages, fonts);
    const std::string identifier =
        press.pages.metadata.identifier + (options.greyscale ? ".press.grey" : ".press");
    return write_file(identifier, version_of_pdf_x_4, [&](File& file) {
        const std::vector<EmbeddedFace> faces = embed_faces(file, fonts, reading);
        Pictures pictures(file, press.pages, Ink(options.greyscale ? Plates::black : Plates::cmyk));
        SheetWriter writer(press, reading, faces, pictures, options);
        for (std::size_t p = 0; p < press.pages.pages.size(); ++p) writer.write(file, p);
        file.catalog()
            .add_dict("ViewerPreferences")
            .set("PrintScaling", Name{"None"});  // a proof in its size
        write_metadata(file, press.pages.metadata, Claim::press);
        write_press_intent(file, profile, options.condition);
    });
}

}  // namespace brochure::pdf
