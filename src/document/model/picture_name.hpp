// Picture names: which picture a name that is no id may mean, and which file a name that is no file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace brochure::document {

// The index of the image that is meant by a path, a file's name or a mistyped id.
std::optional<std::size_t> meant_picture(std::string_view written, std::span<const std::string> ids,
                                         std::span<const std::string> files);

// The name of the file in the same folder that is meant by one that does not exist: "Pen.svg" for "pen.svg".
std::optional<std::string> meant_file(const std::filesystem::path& missing);

}  // namespace brochure::document
