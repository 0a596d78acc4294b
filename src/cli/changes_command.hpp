// Changes: what `changes` does.
// In: two records, two folders that were built to, two projects or two git revisions of one. Out: a report on
// standard output, and an exit code. Nothing is written but a folder for a revision, which is gone at the
// end.
#pragma once

#include <string>
#include <vector>

#include "document/model/project.hpp"

namespace brochure::cli {

struct ChangesRequest {
    std::string before, now;
    std::vector<std::string> brochures;  // empty: all
    std::string format;                  // text, json, html
};
int changes(const document::ProjectFolders& folders, const ChangesRequest& request);

}  // namespace brochure::cli
