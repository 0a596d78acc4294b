// Produce: the way of the data for one brochure in one language and one layout, from document to pages.
// In: a document, a layout, its pictures, fonts. Out: finished pages. Page numbers in the text are fed back
// until they hold.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/read_once.hpp"
#include "design/design.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"
#include "font/font.hpp"
#include "page/paginate.hpp"
#include "picture/picture.hpp"
#include "style/style.hpp"
#include "text/shaped_document.hpp"

namespace brochure::make {

struct PictureFile {
    std::shared_ptr<const picture::Picture> picture;  // none: it cannot be read, or is no picture
    std::string refused;                              // by the environment: a sentence; else empty
    std::string digest;                               // of the file; empty: it cannot be read
    Sink found;                                       // in the picture
};

// Files of pictures, each decoded once for all languages and layouts that show it. For many threads.
class PictureFiles {
  public:
    const PictureFile& read(const document::Image& image);

  private:
    base::ReadOnce<std::pair<std::filesystem::path, std::string>, PictureFile>
        files_;  // by file, and its name
};

// Every image of a document; what cannot be read is reported and left out.
style::Pictures read_pictures(const document::Document& document, bool pictograms, PictureFiles& files,
                              Sink& sink);

// What a layout is set with.
struct TypeCase {
    font::Library& fonts;
    std::shared_ptr<text::Dictionaries> dictionaries = std::make_shared<text::Dictionaries>();
};

// Which text it is, for those who hold a leaf of it.
struct Imprint {
    std::string code;  // of the edition; may be empty
    std::string mark;  // what is to be said of it on every page; may be empty
};

// `created`: seconds since 1970; none: the brochure's own date.
page::Pagination produce(const document::Document& document, const design::Design& layout,
                         const style::Pictures& pictures, const TypeCase& type_case,
                         std::optional<std::int64_t> created, Sink& sink, bool explain = false,
                         const Imprint& imprint = {});

}  // namespace brochure::make
