// The house: who hands the brochure out, and its disclaimer.
// In: content/house/house.toml and content/house/disclaimer.LANG.md. Out: House, and the disclaimer's blocks.
#pragma once

#include <vector>

#include "document/markdown/inlines.hpp"
#include "document/model/document.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

// `words` are those of `language`; a missing house file or language is reported.
House read_house(const ProjectFolders& folders, const Language& language, Sink& sink);

std::vector<Block> read_disclaimer(const ProjectFolders& folders, References& references, Sink& sink);

}  // namespace brochure::document
