// `import`: a first content folder from an existing text, and the list of what it lacks.
// In: a file, the brochure's name and language. Out: files, what is printed, an exit code.
#pragma once

#include <filesystem>
#include <string>

#include "document/model/project.hpp"

namespace brochure::cli {

struct ImportTextRequest {
    std::filesystem::path file;
    std::string id, language;  // no language: the house's
    bool json = false;
};

// Never touches a file that is there. What the new brochure lacks is no fault of the command's.
int import_text(const document::ProjectFolders& folders, const ImportTextRequest& request);

}  // namespace brochure::cli
