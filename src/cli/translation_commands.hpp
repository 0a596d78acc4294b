// Translations: what `status` and `translation confirm` do.
// In: the project's folders and what was asked. Out: what is printed, and an exit code. `status` writes
// nothing; `confirm` replaces one file, whole or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "document/project.hpp"

namespace brochure::cli {

struct StatusRequest {
    std::vector<std::string> brochures;  // empty: all
    base::Date today;
    std::int64_t due = 0;  // days: reviews due within them are told
    bool json = false;
};
int status(const document::ProjectFolders& folders, const StatusRequest& request);

struct ConfirmRequest {
    std::string brochure, language;
    std::vector<std::string> keys;  // empty: all
    bool json = false;
};
int confirm_translation(const document::ProjectFolders& folders, const ConfirmRequest& request);

}  // namespace brochure::cli
