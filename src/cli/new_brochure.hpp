// Writes the files of a new brochure. What only its author can know stands between braces, {name of the
// hospital}: `check` names every one that is left, and no edition for print is made with it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/model/project.hpp"

namespace brochure::cli {

struct NewBrochure {
    std::string id;
    std::string language;  // a tag; empty: the house's
};

// Never touches a file that is there. `json`: what is printed is one JSON object. Gives the exit code.
int new_brochure(const document::ProjectFolders& folders, const NewBrochure& wanted, bool json);

// Why no brochure can begin under this name and in this language; nothing if one can.
std::optional<std::string> usage_fault(const document::ProjectFolders& folders, const NewBrochure& wanted);

// The language that a brochure is begun in where nobody names one: the house's first, else Dutch.
std::string usual_language(const document::ProjectFolders& folders);

// Files to be written, and what they are to hold.
using NewFiles = std::vector<std::pair<std::filesystem::path, std::string>>;

// What a brochure in this language needs of the house, and is not there yet.
NewFiles missing_house_files(const document::ProjectFolders& folders, const std::string& language);

// What is typed to run the program where this one was run: "brochure -C FOLDER".
std::string command_in(const std::filesystem::path& folder);

}  // namespace brochure::cli
