// FileDigests: the digests of files that were read once, as long as the files are what they were.
// In: what the file system says of a file (size, times, inode), and its bytes. Out: their digest, without
// reading them again where nothing can have changed. For many threads.
#pragma once

#include <sys/stat.h>

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace brochure::base {

// Two states are the same only if nobody has written to the file between them: no program can set the time
// of the last change (ctime), so a file that was put in the place of another, or written anew with its old
// date, has another state. Times in nanoseconds since 1970.
struct FileState {
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t modified = 0, changed = 0;
    auto operator<=>(const FileState&) const = default;

    static FileState of(const struct stat& status);
    static std::optional<FileState> at(const std::filesystem::path& file);  // a regular one
    // Whether a later change would show, seen at this moment: a file that was written just now may be written
    // again within the same tick of the file system's clock.
    [[nodiscard]] bool is_settled(std::int64_t now) const;
};

std::int64_t now_in_nanoseconds();

class FileDigests {
  public:
    struct Known {
        std::string digest;
        std::string file;
        bool used = false;  // asked for, or learned, since it was loaded
    };

    [[nodiscard]] std::optional<std::string> known(const FileState& state);
    // The known digest, or that of these bytes, which were read after the state was asked for.
    std::string digest_of(const FileState& state, std::string_view bytes, const std::filesystem::path& file);
    void learn(const FileState& state, Known known);
    [[nodiscard]] std::map<FileState, Known> all() const;
    // How many bytes had to be gone through.
    [[nodiscard]] std::uint64_t gone_through() const;

  private:
    mutable std::mutex asking_;
    std::map<FileState, Known> known_;
    std::uint64_t gone_through_ = 0;
};

}  // namespace brochure::base
