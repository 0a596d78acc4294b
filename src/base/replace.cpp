#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/descriptor.hpp"
#include "base/file.hpp"
#include "base/held_signals.hpp"
#include "base/reads.hpp"

namespace brochure::base {

namespace fs = std::filesystem;

namespace {

// Between the target's name and six letters that make it unique.
constexpr std::string_view mark_of_ours = ".brochure-";
constexpr std::size_t unique_letters = 6;

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

// What a run wrote before is nothing that it makes anything of.
bool holds(const fs::path& path, std::string_view bytes) {
    const Observing::Pause pause;
    std::error_code failed;
    if (fs::file_size(path, failed) != bytes.size() || failed) return false;
    const auto present = read_file(path, bytes.size());
    return present.ok() && present.value() == bytes;
}

fs::path folder_of(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path{"."};
}

// ".x.pdf.brochure-a1B2c3"
bool is_name_of_ours(std::string_view name) {
    return name.starts_with('.') && name.size() > mark_of_ours.size() + unique_letters &&
           name.substr(0, name.size() - unique_letters).ends_with(mark_of_ours);
}

}  // namespace

// A file beside its target. Whoever writes it holds a lock on it, by which one that was left behind is known.
class Replacement::Beside {
  public:
    static Result<std::unique_ptr<Beside>> make(const fs::path& target) {
        const fs::path folder = folder_of(target);
        while (true) {
            std::string name =
                (folder / fmt::format(".{}{}XXXXXX", target.filename().string(), mark_of_ours)).string();
            const HeldSignals held;
            const int file = ::mkostemp(name.data(), O_CLOEXEC);
            if (file < 0) return refused("cannot write in", folder);
            std::unique_ptr<Beside> made(new Beside(target, std::move(name), file));
            // Where files cannot be locked, no run takes one for a leftover either. Where they can, one may
            // have done so before this was locked.
            (void)::flock(file, LOCK_EX);
            struct stat status {};
            if (::fstat(file, &status) != 0) return refused("cannot write in", folder);
            if (status.st_nlink > 0) return made;
        }
    }
    ~Beside() {
        if (!renamed_) ::unlink(name_.c_str());
    }
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;

    bool write(std::string_view bytes) {
        return write_all(file_.get(), bytes) && ::fchmod(file_.get(), 0644) == 0 && ::fsync(file_.get()) == 0;
    }
    bool rename() {
        renamed_ = ::rename(name_.c_str(), target_.c_str()) == 0;
        return renamed_;
    }
    [[nodiscard]] const fs::path& target() const { return target_; }
    [[nodiscard]] std::optional<FileState> state() const {
        struct stat status {};
        if (!renamed_ || ::fstat(file_.get(), &status) != 0) return std::nullopt;
        return FileState::of(status);
    }

  private:
    Beside(fs::path target, std::string name, int file)
        : target_(std::move(target)), name_(std::move(name)), file_(file) {}

    HeldSignals held_;  // until the file has its name or is gone
    fs::path target_;
    std::string name_;
    Descriptor file_;
    bool renamed_ = false;
};

Replacement::Replacement() = default;
Replacement::~Replacement() = default;

Result<Replaced> Replacement::add(const fs::path& target, std::string_view bytes) {
    if (holds(target, bytes)) return Replaced::unchanged;
    const fs::path folder = folder_of(target);
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return Error{fmt::format("cannot create {}: {}", folder.string(), failed.message())};
    // What could not be renamed is better known before the others are.
    if (fs::is_directory(target, failed))
        return Error{fmt::format("cannot write {}: a folder stands there", target.string())};
    auto beside = Beside::make(target);
    if (!beside.ok()) return beside.error();
    if (!beside.value()->write(bytes)) return refused("cannot write", target);
    written_.push_back(std::move(beside).value());
    return Replaced::written;
}

std::optional<Error> Replacement::rename_all() {
    // Two runs at once must not mix their files: each waits at the folder until the other has renamed its
    // own.
    std::optional<Descriptor> folder;
    if (!written_.empty()) {
        folder.emplace(
            ::open(folder_of(written_.front()->target()).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (folder->get() >= 0) (void)::flock(folder->get(), LOCK_EX);
    }
    for (const auto& beside : written_) {
        if (!beside->rename()) return refused("cannot write", beside->target());
    }
    return std::nullopt;
}

std::optional<FileState> Replacement::state_of(const fs::path& target) const {
    for (const auto& beside : written_) {
        if (beside->target() == target) return beside->state();
    }
    return std::nullopt;
}

Result<Replaced> replace_file(const fs::path& target, std::string_view bytes) {
    Replacement replacement;
    auto replaced = replacement.add(target, bytes);
    if (!replaced.ok()) return replaced;
    if (auto error = replacement.rename_all()) return *std::move(error);
    return replaced;
}

std::size_t remove_leftovers(const fs::path& folder) {
    std::size_t removed = 0;
    std::error_code failed;
    std::vector<fs::path> left;
    for (fs::directory_iterator at{folder, failed}, end; !failed && at != end; at.increment(failed)) {
        if (is_name_of_ours(at->path().filename().string())) left.push_back(at->path());
    }
    for (const fs::path& path : left) {
        const Descriptor file{::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
        struct stat status {};
        if (file.get() < 0 || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
        if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) continue;  // somebody is writing it
        if (::unlink(path.c_str()) == 0) ++removed;
    }
    return removed;
}

}  // namespace brochure::base
