#include "base/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/descriptor.hpp"
#include "base/digest.hpp"
#include "base/reads.hpp"

namespace brochure::base {

namespace fs = std::filesystem;

namespace {

void saw(const fs::path& path, Sight sight) {
    if (const Observing* now = Observing::current()) now->note(path, std::move(sight));
}

Error could_not(std::string_view what, const fs::path& path, int failed) {
    saw(path, {failed == ENOENT ? Sight::Kind::absent : Sight::Kind::unusable, {}, {}});
    errno = failed;
    return refused(what, path);
}

void saw_bytes(const fs::path& path, const FileState& state, std::string_view bytes) {
    if (const Observing* now = Observing::current())
        now->note(path, {Sight::Kind::read, now->digests().digest_of(state, bytes, path), {}});
}

// A regular file, open for reading, of no more than `limit` bytes.
struct Opened {
    std::unique_ptr<Descriptor> file;
    FileState state;
};

Result<Opened> open_regular(const fs::path& path, std::uint64_t limit) {
    Opened opened{std::make_unique<Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), {}};
    if (opened.file->get() < 0) return could_not("cannot open", path, errno);
    struct stat status {};
    if (::fstat(opened.file->get(), &status) != 0) return could_not("cannot read", path, errno);
    opened.state = FileState::of(status);
    if (S_ISREG(status.st_mode) && opened.state.size <= limit) return opened;
    saw(path, {Sight::Kind::unusable, {}, {}});
    if (!S_ISREG(status.st_mode)) return Error{fmt::format("{} is not a regular file", path.string())};
    return Error{fmt::format("{} has {} bytes, the limit is {}", path.string(), status.st_size, limit)};
}

}  // namespace

Result<std::string> read_file(const fs::path& path, std::uint64_t limit) {
    const auto opened = open_regular(path, limit);
    if (!opened.ok()) return opened.error();
    const int file = opened.value().file->get();
    std::string bytes(opened.value().state.size, '\0');
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file, bytes.data() + filled, bytes.size() - filled);
        if (got < 0) {
            if (errno == EINTR) continue;
            return could_not("cannot read", path, errno);
        }
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    saw_bytes(path, opened.value().state, bytes);
    return bytes;
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const fs::path& path, std::uint64_t limit) {
    const auto opened = open_regular(path, limit);
    if (!opened.ok()) return opened.error();
    const std::size_t size = opened.value().state.size;
    std::string_view bytes;
    if (size > 0) {  // no bytes cannot be mapped
        void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, opened.value().file->get(), 0);
        if (start == MAP_FAILED) return could_not("cannot read", path, errno);
        bytes = {static_cast<const char*>(start), size};
    }
    std::shared_ptr<const MappedFile> mapped(new MappedFile(bytes));
    saw_bytes(path, opened.value().state, bytes);
    return mapped;
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
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
    const auto cannot_be_used = [&](Error error) {
        saw(path, {Sight::Kind::unusable, {}, {}});
        return error;
    };
    if (::lstat(path.c_str(), &status) != 0) {
        if (errno != ENOENT && errno != ENOTDIR) return cannot_be_used(unusable(path, errno, status));
        if (auto error = hidden_by_a_folder(path)) return cannot_be_used(*std::move(error));
        saw(path, {Sight::Kind::absent, {}, {}});
        return std::optional<fs::path>{};
    }
    const bool link = S_ISLNK(status.st_mode);
    const int failed = ::stat(path.c_str(), &status) == 0 ? 0 : errno;
    if (failed != 0 || !S_ISREG(status.st_mode)) return cannot_be_used(unusable(path, failed, status));
    std::error_code unknown;
    saw(path, {Sight::Kind::present, {}, link ? fs::canonical(path, unknown).string() : std::string{}});
    return std::optional{path};
}

Result<std::optional<fs::path>> find_regular_file(std::span<const fs::path> folders, const fs::path& name) {
    for (const fs::path& folder : folders) {
        auto found = find_regular_file(folder / name);
        if (!found.ok() || found.value()) return found;
    }
    return std::optional<fs::path>{};
}

Result<std::vector<Entry>> list_folder(const fs::path& folder) {
    std::vector<Entry> entries;
    std::error_code failed;
    for (fs::directory_iterator at{folder, failed}, end; !failed && at != end; at.increment(failed)) {
        std::error_code unknown;
        const bool is_folder = at->is_directory(unknown);
        entries.push_back({at->path().filename().string(), is_folder, static_cast<bool>(unknown)});
    }
    if (failed) return could_not("cannot list", folder, failed.value());
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    if (Observing::current() != nullptr) saw(folder, {Sight::Kind::listed, sha256(as_bytes(entries)), {}});
    return entries;
}

std::string as_bytes(std::span<const Entry> entries) {
    std::string bytes;
    for (const Entry& entry : entries) {
        bytes += entry.name;
        bytes += entry.folder ? '/' : entry.unusable ? '?' : ' ';  // none of these can be mistaken:
        bytes += '\0';                                             // no name holds this
    }
    return bytes;
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
