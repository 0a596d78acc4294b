// Depfile: what was read, for a build tool. In: files that were made, and those that they were made from.
// Out: a rule in the form that Make and Ninja read, or nothing where nothing was wanted.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "record/places.hpp"

namespace brochure::record {

// "out/a.pdf out/b.pdf: content/a.md" and an empty rule for each file behind the colon, so that one that is
// removed later does not stop Make. A name with a line end cannot be written in such a file and is left out.
std::string as_rule(const std::vector<std::filesystem::path>& targets, const std::set<std::string>& sources);

// The files among inputs, where this machine has them; what was not there is nothing a rule can name.
std::set<std::string> files_in(const Inputs& inputs, const Places& places);

}  // namespace brochure::record
