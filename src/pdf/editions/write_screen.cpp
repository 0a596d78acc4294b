#include "pdf/editions/write_screen.hpp"

#include "pdf/content/page_content.hpp"
#include "pdf/content/pictures.hpp"
#include "pdf/font/fonts.hpp"
#include "pdf/font/reading.hpp"
#include "pdf/object/haru.hpp"
#include "pdf/tagged/metadata.hpp"
#include "pdf/tagged/navigation.hpp"
#include "pdf/tagged/structure.hpp"

namespace brochure::pdf {

base::Result<std::string> write_screen(const page::PagedDocument& document, const font::Library& fonts,
                                       const ScreenOptions& options) {
    const Reading reading = read_pages(document, fonts);
    const std::string identifier = document.metadata.identifier + (options.greyscale ? ".grey" : "");
    return write_file(identifier, pdf_1_7, [&](File& file) {
        const std::vector<EmbeddedFace> faces = embed_faces(file, fonts, reading);
        const Ink ink(options.greyscale ? Plates::grey : Plates::rgb);
        Pictures pictures(file, document, ink);
        const WrittenPages written = write_pages(file, document, reading, faces, pictures, ink);
        for (Dict page : written.pages)
            page.set("Tabs", Name{"S"});  // the order of the structure (ISO 14289-1, 7.18.3)

        const std::vector<LinkAnnotation> links = write_links(file, document, written.pages);
        write_structure(file, document, fonts, written, links);
        write_destinations(file, document, written.pages);
        write_outline(file, document);
        write_page_labels(file, document);
        write_viewing(file, document);
        write_metadata(file, document.metadata);
        write_output_intent(file);
    });
}

}  // namespace brochure::pdf
