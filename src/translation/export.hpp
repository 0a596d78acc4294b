// Export: the file that a translator is handed.
// In: the project's folders, a brochure, a language. Out: the file's name and bytes; writes nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "document/project.hpp"
#include "exchange/export.hpp"

namespace brochure::translation {

struct Exported {
    std::string file;  // relative to the project: "po/ID.LANG.po"; "po/ID.pot" for a template
    std::string bytes;
    std::size_t pieces = 0, stale = 0, missing = 0, obsolete = 0;
};

// An empty language asks for a template. Nothing, and errors in the sink, if a text has mistakes.
std::optional<Exported> export_translation(const document::ProjectFolders& folders,
                                           const std::string& brochure, const std::string& language,
                                           exchange::Scope scope, Sink& sink);

}  // namespace brochure::translation
