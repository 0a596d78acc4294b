// Writes the files of a new brochure, ready to build and to be replaced word by word.
#pragma once

#include <filesystem>
#include <string>

namespace brochure::cli {

// Exit code as in cli.hpp. Never touches a brochure that is there.
int new_brochure(const std::filesystem::path& folder, const std::string& id);

}  // namespace brochure::cli
