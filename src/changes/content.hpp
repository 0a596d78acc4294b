// Content: what a brochure in one language said at some time.
// In: records, or texts. Out: its pieces, with pages where a record knows them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "document/model/project.hpp"
#include "record/record.hpp"

namespace brochure::changes {

struct Content {
    std::string edition;
    std::vector<record::PlacedPiece> pieces;
    std::map<std::string, std::size_t> pages;  // how many, by layout; empty where no record says so
};

struct Contents {
    std::map<std::pair<std::string, std::string>, Content> texts;  // by brochure and language
    std::vector<std::string> left_out;  // what could not be read, and why: one sentence each
};

// A record, or the folder that a build wrote to. Of several layouts one gives the pages of the pieces: "a5"
// where there is one. A record of an older program, which has no pieces, is left out.
base::Result<Contents> of_records(const std::filesystem::path& file_or_folder);

// The texts of a project as they stand; those with mistakes are left out. `brochures`: all if none.
Contents of_texts(const document::ProjectFolders& folders, const std::vector<std::string>& brochures);

// The folder `content` of a project as a git revision had it, written below `into`, which is empty.
base::Result<bool> check_out(const std::filesystem::path& project, const std::string& revision,
                             const std::filesystem::path& into);

}  // namespace brochure::changes
