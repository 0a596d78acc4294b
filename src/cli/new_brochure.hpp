// Writes the files of a new brochure, ready to build and to be replaced word by word.
#pragma once

#include <filesystem>
#include <string>

namespace brochure::cli {

// Never touches a brochure that is there. `json`: what is printed is one JSON object. Gives the exit code.
int new_brochure(const std::filesystem::path& folder, const std::string& id, bool json);

}  // namespace brochure::cli
