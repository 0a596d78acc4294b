// Painter: puts the marks of a page into a content stream, and remembers what they need.
// In: marks of a Reading, embedded faces, pictures. Out: operators in a Content; the page's resources.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pdf/content/content.hpp"
#include "pdf/content/pictures.hpp"
#include "pdf/font/fonts.hpp"
#include "pdf/font/reading.hpp"
#include "pdf/object/haru.hpp"

namespace brochure::pdf {

class Painter {
  public:
    Painter(const page::PagedDocument& document, const Reading& reading,
            const std::vector<EmbeddedFace>& faces, Pictures& pictures)
        : document_(document), reading_(reading), faces_(faces), pictures_(pictures) {}

    void paint(const Mark& mark, Content& content);

    // Fonts and pictures that were painted, in the order of their names; the blending space where one is
    // needed.
    void set_resources(Dict& page, Plates plates) const;

  private:
    void paint(const RunPiece& piece, Content& content);
    void paint(const page::PlacedPicture& placed, Content& content);

    const page::PagedDocument& document_;
    const Reading& reading_;
    const std::vector<EmbeddedFace>& faces_;
    Pictures& pictures_;
    std::set<std::size_t> used_faces_;
    std::map<std::string, Dict> used_pictures_;
    bool transparent_ = false;
};

}  // namespace brochure::pdf
