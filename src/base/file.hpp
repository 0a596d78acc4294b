// Files: whole reads, and writes that are either complete or have not happened.
// In: paths and bytes. Out: Results. Written files appear by rename, so a reader never sees half of one. What
// a thread looks at here is written down where somebody observes it (base/reads), so nothing else reads
// files, looks for them or lists folders.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_digests.hpp"
#include "base/result.hpp"

namespace brochure::base {

// The whole file; refuses one larger than `limit` bytes, so that no later step meets a hostile size.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

// A large file as it lies on the disk, mapped and not copied.
class MappedFile {
  public:
    static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path,
                                                          std::uint64_t limit);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    [[nodiscard]] std::string_view bytes() const { return bytes_; }

  private:
    explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
    std::string_view bytes_;
};

// The regular file at a path, every link followed; nothing if no such entry exists. An entry that is there
// and cannot be used (a link that leads nowhere, a folder, a pipe, no permission) is an error with its path:
// what stands in for an absent file must never stand in silently for one that could not be read.
Result<std::optional<std::filesystem::path>> find_regular_file(const std::filesystem::path& path);

// The same in several folders, the first that has it; stops at an entry that cannot be used.
Result<std::optional<std::filesystem::path>> find_regular_file(std::span<const std::filesystem::path> folders,
                                                               const std::filesystem::path& name);

// What a folder holds, by name, in order.
struct Entry {
    std::string name;
    bool folder = false;    // or a link to one
    bool unusable = false;  // a link that leads nowhere
};
Result<std::vector<Entry>> list_folder(const std::filesystem::path& folder);
// As one heap of bytes, in which no two different lists are the same.
std::string as_bytes(std::span<const Entry> entries);

enum class Replaced { written, unchanged };

// Writes beside the target, flushes to disk, renames over it. A target that already holds the same bytes is
// not touched.
Result<Replaced> replace_file(const std::filesystem::path& target, std::string_view bytes);

// Several files that are replaced together or not at all, as far as a file system lets: all are written
// beside their targets first, and then renamed one right after the other. What was not renamed is gone when
// this is.
class Replacement {
  public:
    Replacement();
    ~Replacement();
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;

    // An error, if there was one, is of this file; the others then must not be renamed.
    Result<Replaced> add(const std::filesystem::path& target, std::string_view bytes);
    // An error is of the first that could not be renamed.
    std::optional<Error> rename_all();
    // Of a file that was renamed: as the file system knows it, before anybody else could have written to it.
    [[nodiscard]] std::optional<FileState> state_of(const std::filesystem::path& target) const;

  private:
    class Beside;
    std::vector<std::unique_ptr<Beside>> written_;
};

// Takes away what runs that were killed left beside their targets: files whose names this program gives and
// that no running program holds. Returns how many.
std::size_t remove_leftovers(const std::filesystem::path& folder);

// True if `path`, with every link resolved, lies inside `folder`.
bool lies_inside(const std::filesystem::path& path, const std::filesystem::path& folder);

}  // namespace brochure::base
