// SourceLines: the lines that diagnostics point at. In: a project's folder, names of files in it. Out: each
// line's text; nothing for a file that cannot be read or a line it does not have. Internal to this folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace brochure::results {

class SourceLines {
  public:
    explicit SourceLines(std::filesystem::path project) : project_(std::move(project)) {}
    std::string_view line(const std::string& file, std::uint32_t number);

  private:
    std::filesystem::path project_;
    std::map<std::string, std::string> texts_;  // by file
};

// The column of a line in UTF-16 units for one in code points; both count from 1.
std::uint32_t utf16_column(std::string_view line, std::uint32_t column);

}  // namespace brochure::results
