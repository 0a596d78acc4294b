// Places: names for files that mean the same on another machine. In: the folder of a project and the
// program's own. Out: "content/x/nl.md" for a file of the project, "brochure:layouts/a5.toml" for one of the
// program's, and the whole path for any other.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/reads.hpp"
#include "record/record.hpp"

namespace brochure::record {

class Places {
  public:
    // `data` may be empty.
    Places(const std::filesystem::path& root, const std::filesystem::path& data);

    [[nodiscard]] std::string name_of(const std::filesystem::path& path) const;
    [[nodiscard]] std::filesystem::path path_of(const std::string& name) const;
    [[nodiscard]] Inputs named(const std::map<std::string, base::Sight>& sights) const;

  private:
    // A folder as it was named, and as it is found when every link is followed.
    struct Home {
        std::string prefix;
        std::filesystem::path named;
        std::vector<std::string> beginnings;  // of whole paths, each with a slash at its end
    };
    std::vector<Home> homes_;
};

}  // namespace brochure::record
