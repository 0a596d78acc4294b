// BrochureFiles: what all jobs of one brochure have in common, each file read when it is first asked for and
// only then. In: a project's folders, a brochure. Out: its texts, what was found in them, its pictures. For
// many threads; what is given stays where it is as long as this lives.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/read_once.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"
#include "document/model/project.hpp"
#include "make/produce.hpp"
#include "units/readable.hpp"

namespace brochure::make {

struct Text {
    std::optional<document::Document> document;  // none: it cannot be read
    Sink found;                                  // in a translation also what sets it apart from its master
    std::vector<units::Piece> pieces;
    std::string seal;  // of all that a reader sees
    Imprint imprint;
    bool held = false;  // it is behind its master text, and no file is to be made of it
};

class BrochureFiles {
  public:
    BrochureFiles(const document::ProjectFolders& folders, std::string brochure,
                  std::shared_ptr<PictureFiles> pictures)
        : folders_(folders), brochure_(std::move(brochure)), pictures_(std::move(pictures)) {}

    const Text& text(const std::string& language);
    PictureFiles& pictures() { return *pictures_; }

  private:
    // Not yet compared with its master.
    const Text& as_written(const std::string& language);
    void compare(const document::Document& master, Text& translation) const;
    void seal(Text& text);
    void look_for_lag(const document::Document& master, Text& translation) const;

    const document::ProjectFolders& folders_;
    std::string brochure_;
    base::ReadOnce<std::string, Text> written_, compared_;  // by language
    std::shared_ptr<PictureFiles> pictures_;
};

}  // namespace brochure::make
