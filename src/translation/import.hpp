// Import: what a translator sent back, put into the content file piece by piece.
// In: the project's folders and the file's text. Out: the content file as it is to be, in which every byte of
// what was not translated anew stands as it stood; what is wrong in the file is told with its line and key
// and left out. The new content is read back by the reader of all texts before it is given: it says what was
// sent, word for word and mark for mark, or the piece is refused. Writes nothing, confirms nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "document/model/project.hpp"

namespace brochure::translation {

struct Imported {
    std::string brochure, language;
    std::string file;   // relative to the project
    std::string bytes;  // what it is to hold
    bool changed = false;
    std::vector<std::string> taken;    // keys that say something else now, or are new
    std::vector<std::string> dropped;  // keys that the master text no longer has
    bool reordered = false;            // the body now follows the master's order
    std::size_t unchanged = 0, fuzzy = 0, empty = 0, refused = 0;
};

// Nothing, and errors in the sink, if nothing of it can be used. Errors in the sink beside a result are about
// pieces that were refused.
std::optional<Imported> import_translation(const document::ProjectFolders& folders, const std::string& text,
                                           const std::string& shown_file, Sink& sink);

}  // namespace brochure::translation
