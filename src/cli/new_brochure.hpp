// Writes the files of a new brochure. What only its author can know stands between braces, {name of the
// hospital}: `check` names every one that is left, and no edition for print is made with it.
#pragma once

#include <string>

#include "document/project.hpp"

namespace brochure::cli {

struct NewBrochure {
    std::string id;
    std::string language;  // a tag; empty: the house's
};

// Never touches a file that is there. `json`: what is printed is one JSON object. Gives the exit code.
int new_brochure(const document::ProjectFolders& folders, const NewBrochure& wanted, bool json);

}  // namespace brochure::cli
