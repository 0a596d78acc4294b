// Project: the folders a run works in.
// In: the folder given with -C, and the program's own place. Out: where content, layouts and fonts are looked
// for.
#pragma once

#include <filesystem>
#include <vector>

#include "document/model/project.hpp"

namespace brochure::make {

struct Project {
    document::ProjectFolders folders;
    std::vector<std::filesystem::path> layout_folders;  // the project's, then the installed ones
    std::vector<std::filesystem::path> font_folders;
};

// `data`: the installed data folder (share/brochure); serves what the project lacks. Empty: there is none.
Project open_project(const std::filesystem::path& root, const std::filesystem::path& data);

// The installed data folder of a program at `program`: share/brochure beside its bin, or the source folder of
// a build.
std::filesystem::path data_folder_of(const std::filesystem::path& program);

}  // namespace brochure::make
