// Check: whether the pages that brochures are based on still say what they said. In: a project, ids of
// brochures, the moment, manners. Out: of each page what became of it; what was seen is kept in the project's
// folder `sources/`.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "document/model/project.hpp"
#include "sources/cited.hpp"
#include "sources/client.hpp"
#include "sources/seen.hpp"

namespace brochure::sources {

struct Checked {
    Cited cited;
    Seen seen;
    bool asked = true;  // false: its server wants to be left alone for a while
};

struct CheckReport {
    std::vector<Checked> pages;
    std::vector<std::string> refused;  // by the environment: files that cannot be read or written
};

// `tell` hears of each page when it is done; it says whether to go on.
CheckReport check(const document::ProjectFolders& folders, const std::vector<std::string>& brochures,
                  std::int64_t now, const Manners& manners, const std::function<bool(const Checked&)>& tell);

// What is known without asking anybody.
std::vector<Checked> known(const document::ProjectFolders& folders,
                           const std::vector<std::string>& brochures);

// Whether somebody is to look at a page, and at what is based on it.
bool asks_for_review(const Seen& seen);

}  // namespace brochure::sources
