// Files: whole reads, and writes that are either complete or have not happened.
// In: paths and bytes. Out: Results. Written files appear by rename, so a reader never sees half of one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace brochure::base {

// The whole file; refuses one larger than `limit` bytes, so that no later step meets a hostile size.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

enum class Replaced { written, unchanged };

// Writes beside the target, flushes to disk, renames over it. A target that already holds the same bytes is
// not touched.
Result<Replaced> replace_file(const std::filesystem::path& target, std::string_view bytes);

// True if `path`, with every link resolved, lies inside `folder`.
bool lies_inside(const std::filesystem::path& path, const std::filesystem::path& folder);

}  // namespace brochure::base
