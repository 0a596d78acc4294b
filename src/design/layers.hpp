// The files of a layout: the named one and, one after another, what it extends.
// In: a layout's name and the folders to look in. Out: their root tables, the named one first.
// A missing base, a cycle or a path out of the folders is reported where `extends` stands.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "config/toml.hpp"
#include "design/section.hpp"

namespace brochure::design {

// Empty if a file is missing or is no TOML.
Section read_layers(const std::string& name, const std::vector<std::filesystem::path>& folders,
                    const std::filesystem::path& project_root, Sink& sink);

}  // namespace brochure::design
