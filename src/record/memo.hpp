// Memo: digests of files, kept from one run to the next in a file of the output folder, by what the file
// system says of each. It is this machine's, a short cut and no more: without it all files are read once.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/file_digests.hpp"

namespace brochure::record {

inline constexpr std::string_view memo_name = ".brochure-memo.json";

// What cannot be read is not remembered.
void recall(const std::filesystem::path& memo, base::FileDigests& digests);

// What this run went through, and what it had no use for and is still as it was. A memo that cannot be
// written is no fault: the next run reads more.
void remember(const std::filesystem::path& memo, const base::FileDigests& digests);

}  // namespace brochure::record
