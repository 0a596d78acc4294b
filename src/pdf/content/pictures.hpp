// Pictures: rasters as image XObjects, drawings as form XObjects; each is written once, however often it is
// drawn. In: pictures of the document. Out: XObject dictionaries and their resource names. Press keeps a
// raster's CMYK; for the screen it becomes sRGB, since no second device space may stand beside the output
// intent's; and in a greyscale edition every raster becomes grey.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "page/paged_document.hpp"
#include "pdf/content/ink.hpp"
#include "pdf/object/haru.hpp"

namespace brochure::pdf {

class Pictures {
  public:
    Pictures(File& file, const page::PagedDocument& document, Ink ink)
        : file_(file), document_(document), ink_(ink) {}

    struct Written {
        std::string name;  // "X0"
        Dict xobject;
        bool transparent = false;
    };
    const Written& written(page::PictureId id);

  private:
    Dict write(const picture::Raster& raster);
    Dict write(const picture::Drawing& drawing);
    void set_colour_space(Dict& image, picture::Components components, const std::string& profile);

    File& file_;
    const page::PagedDocument& document_;
    Ink ink_;
    std::map<page::PictureId, Written> written_;
    std::map<std::string, Dict> profiles_;  // streams by content: photographs often share one
};

}  // namespace brochure::pdf
