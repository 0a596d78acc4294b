// Keeping: the records of an output folder on the disk: found, read, and taken away with what is gone.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "record/record.hpp"

namespace brochure::record {

// Nothing if there is none; an error if it cannot be used.
base::Result<std::optional<Record>> read_record(const std::filesystem::path& file,
                                                Depth depth = Depth::without_pieces);

// A set of files whose brochure, language or layout is gone.
struct Gone {
    std::string brochure, language, layout;
    std::vector<std::filesystem::path> files;  // those that are still there
    std::filesystem::path record;
};

// What a project has of the three; called with the words of a record.
using IsThere =
    std::function<bool(const std::string& brochure, const std::string& language, const std::string& layout)>;

// In the folders of an output folder, in order.
std::vector<Gone> find_gone(const std::filesystem::path& output, const IsThere& is_there);

// Its files, its record, and their folder if it is empty then.
std::optional<base::Error> remove(const Gone& gone);

}  // namespace brochure::record
