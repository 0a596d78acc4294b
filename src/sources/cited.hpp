// Cited: the web pages that a project's brochures are based on. In: the project's folders, ids of brochures.
// Out: each page once, with every brochure that cites it, when somebody there last looked at it, and the
// pieces of text that stand or fall with it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/project.hpp"

namespace brochure::sources {

struct Citing {
    std::string brochure, source;  // ids
    std::optional<base::Date> looked;
    Place place;
    std::vector<std::string> units;  // keys in the master text, as `status` names them
};

struct Cited {
    std::string address, heading;
    std::vector<Citing> by;

    // When the last of them has looked; nothing as long as one has not.
    [[nodiscard]] std::optional<base::Date> looked() const;
};

// In the order of their addresses. Mistakes in texts are left to `check` to tell.
std::vector<Cited> cited_pages(const document::ProjectFolders& folders,
                               const std::vector<std::string>& brochures);

}  // namespace brochure::sources
