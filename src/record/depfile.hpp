// Depfile: what was read, for a build tool. In: files that were made, and those that they were made from.
// Out: a rule in the form that Make and Ninja read, in a file.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "record/places.hpp"

namespace brochure::record {

// A path as a rule has it.
std::string escaped(std::string_view path);

// "out/a.pdf out/b.pdf: content/a.md", and an empty rule for each file behind the colon, so that one that is
// removed later does not stop Make. A name that one of the tools cannot read, such as one with quotation
// marks, stands there under another: a link to the file, in a folder beside the depfile. Nothing wanted: no
// rule.
std::optional<base::Error> write_depfile(const std::filesystem::path& depfile,
                                         const std::vector<std::filesystem::path>& targets,
                                         const std::set<std::string>& sources);

// The files among inputs, where this machine has them; what was not there is nothing a rule can name.
std::set<std::string> files_in(const Inputs& inputs, const Places& places);

}  // namespace brochure::record
