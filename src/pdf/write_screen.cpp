#include "pdf/fonts.hpp"
#include "pdf/haru.hpp"
#include "pdf/page_content.hpp"
#include "pdf/pictures.hpp"
#include "pdf/reading.hpp"
#include "pdf/write.hpp"

namespace brochure::pdf {

base::Result<std::string> write_screen(const page::PagedDocument& document, const font::Library& fonts) {
    const Reading reading = read_pages(document, fonts);
    File file;
    std::vector<EmbeddedFace> faces;
    for (const UsedFace& face : reading.faces) faces.push_back(embed_face(file, fonts, face.id, face.codes));
    const Ink ink(Plates::rgb);
    Pictures pictures(file, document, ink);
    const WrittenPages written = write_pages(file, document, reading, faces, pictures, ink);
    return file.save(document.metadata.identifier);
}

}  // namespace brochure::pdf
