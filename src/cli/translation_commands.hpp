// Translations: what `status` and `translation …` do.
// In: the project's folders and what was asked. Out: what is printed, and an exit code. `status` writes
// nothing; `confirm`, `export` and `import` replace one file, whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "document/model/project.hpp"
#include "translation/export.hpp"

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

struct ExportRequest {
    std::string brochure, language;  // no language: a template
    translation::ExportWish wish;
    bool json = false;
};
int export_translation(const document::ProjectFolders& folders, const ExportRequest& request);

struct ImportRequest {
    std::filesystem::path file;  // as typed, or relative to the project
    bool json = false;
};
int import_translation(const document::ProjectFolders& folders, const ImportRequest& request);

}  // namespace brochure::cli
