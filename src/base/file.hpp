// Files: whole reads, and writes that are either complete or have not happened.
// In: paths and bytes. Out: Results. Written files appear by rename, so a reader never sees half of one.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace brochure::base {

// The whole file; refuses one larger than `limit` bytes, so that no later step meets a hostile size.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

// The regular file at a path, every link followed; nothing if no such entry exists. An entry that is there
// and cannot be used (a link that leads nowhere, a folder, a pipe, no permission) is an error with its path:
// what stands in for an absent file must never stand in silently for one that could not be read.
Result<std::optional<std::filesystem::path>> find_regular_file(const std::filesystem::path& path);

// The same in several folders, the first that has it; stops at an entry that cannot be used.
Result<std::optional<std::filesystem::path>> find_regular_file(std::span<const std::filesystem::path> folders,
                                                               const std::filesystem::path& name);

enum class Replaced { written, unchanged };

// Writes beside the target, flushes to disk, renames over it. A target that already holds the same bytes is
// not touched.
Result<Replaced> replace_file(const std::filesystem::path& target, std::string_view bytes);

// True if `path`, with every link resolved, lies inside `folder`.
bool lies_inside(const std::filesystem::path& path, const std::filesystem::path& folder);

}  // namespace brochure::base
