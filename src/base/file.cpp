#include "base/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace brochure::base {

namespace fs = std::filesystem;

namespace {

// A file descriptor that closes itself.
class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }
    int close() {
        const int result = ::close(fd_);
        fd_ = -1;
        return result;
    }

  private:
    int fd_;
};

Error refused(std::string_view what, const fs::path& path) {
    const std::error_code code{errno, std::generic_category()};
    return {fmt::format("{} {}: {}", what, path.string(), code.message())};
}

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool holds(const fs::path& path, std::string_view bytes) {
    std::error_code failed;
    if (fs::file_size(path, failed) != bytes.size() || failed) return false;
    const auto present = read_file(path, bytes.size());
    return present.ok() && present.value() == bytes;
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::uint64_t limit) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.get() < 0) return refused("cannot open", path);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return refused("cannot read", path);
    if (!S_ISREG(status.st_mode)) return Error{fmt::format("{} is not a regular file", path.string())};
    if (static_cast<std::uint64_t>(status.st_size) > limit) {
        return Error{fmt::format("{} has {} bytes, the limit is {}", path.string(), status.st_size, limit)};
    }
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0) {
            if (errno == EINTR) continue;
            return refused("cannot read", path);
        }
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

namespace {

// Why an entry that lstat saw cannot be used; `status` is that of what it leads to, if `failed` is 0.
Error unusable(const fs::path& path, int failed, const struct stat& status) {
    if (failed == ENOENT || failed == ENOTDIR)
        return {fmt::format("{} is a link that leads nowhere", path.string())};
    if (failed == ELOOP) return {fmt::format("{} is a link that leads in a circle", path.string())};
    if (failed != 0) {
        return {fmt::format("cannot look at {}: {}", path.string(),
                            std::error_code{failed, std::generic_category()}.message())};
    }
    const char* kind = S_ISDIR(status.st_mode)    ? "a folder"
                       : S_ISFIFO(status.st_mode) ? "a pipe"
                                                  : "a device";
    return {fmt::format("{} is {}, and a file is wanted", path.string(), kind)};
}

// An entry that no lstat finds is absent only if the folders above it are what they should be: one that is a
// link to nowhere, or no folder at all, hides what it ought to hold.
std::optional<Error> hidden_by_a_folder(const fs::path& path) {
    for (fs::path above = path.parent_path(); !above.empty(); above = above.parent_path()) {
        struct stat status {};
        if (::lstat(above.c_str(), &status) != 0) {
            if (errno != ENOENT && errno != ENOTDIR) return unusable(above, errno, status);
            if (above == above.parent_path()) break;
            continue;
        }
        const int failed = ::stat(above.c_str(), &status) == 0 ? 0 : errno;
        if (failed != 0) return unusable(above, failed, status);
        if (!S_ISDIR(status.st_mode))
            return Error{fmt::format("{} is a file, and a folder is wanted", above.string())};
        break;
    }
    return std::nullopt;
}

}  // namespace

Result<std::optional<fs::path>> find_regular_file(const fs::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        if (errno != ENOENT && errno != ENOTDIR) return unusable(path, errno, status);
        if (auto error = hidden_by_a_folder(path)) return *std::move(error);
        return std::optional<fs::path>{};
    }
    const int failed = ::stat(path.c_str(), &status) == 0 ? 0 : errno;
    if (failed != 0 || !S_ISREG(status.st_mode)) return unusable(path, failed, status);
    return std::optional{path};
}

Result<std::optional<fs::path>> find_regular_file(std::span<const fs::path> folders, const fs::path& name) {
    for (const fs::path& folder : folders) {
        auto found = find_regular_file(folder / name);
        if (!found.ok() || found.value()) return found;
    }
    return std::optional<fs::path>{};
}

Result<Replaced> replace_file(const fs::path& target, std::string_view bytes) {
    if (holds(target, bytes)) return Replaced::unchanged;
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path{"."};
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return Error{fmt::format("cannot create {}: {}", folder.string(), failed.message())};
    std::string beside = (folder / fmt::format(".{}.XXXXXX", target.filename().string())).string();
    Descriptor file{::mkostemp(beside.data(), O_CLOEXEC)};
    if (file.get() < 0) return refused("cannot write in", folder);
    const bool whole = write_all(file.get(), bytes) && ::fchmod(file.get(), 0644) == 0 &&
                       ::fsync(file.get()) == 0 && file.close() == 0;
    if (!whole || ::rename(beside.c_str(), target.c_str()) != 0) {
        const Error error = refused("cannot write", target);
        ::unlink(beside.c_str());
        return error;
    }
    return Replaced::written;
}

bool lies_inside(const fs::path& path, const fs::path& folder) {
    std::error_code failed;
    fs::path whole = fs::canonical(path, failed);
    if (failed) {
        whole = fs::weakly_canonical(path, failed);
        if (failed) return false;
        // A link that leads to nothing could not be resolved: where it will lead is not known.
        for (fs::path part = whole; part.has_relative_path(); part = part.parent_path()) {
            if (fs::is_symlink(part, failed)) return false;
        }
    }
    const fs::path root = fs::weakly_canonical(folder, failed);
    if (failed) return false;
    const auto [at, rest] = std::mismatch(root.begin(), root.end(), whole.begin(), whole.end());
    return at == root.end();
}

}  // namespace brochure::base
