#include "base/file_digests.hpp"

#include <chrono>
#include <utility>

#include "base/digest.hpp"

namespace brochure::base {

namespace {

constexpr std::int64_t milliseconds = 1'000'000, seconds = 1'000'000'000;

std::int64_t nanoseconds_of(const struct timespec& time) { return time.tv_sec * seconds + time.tv_nsec; }

}  // namespace

FileState FileState::of(const struct stat& status) {
    return {status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
            nanoseconds_of(status.st_mtim), nanoseconds_of(status.st_ctim)};
}

std::optional<FileState> FileState::at(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return of(status);
}

bool FileState::is_settled(std::int64_t now) const {
    // The kernel's clock for files ticks every 10 ms at the slowest; a file system that keeps whole seconds
    // (FAT: two of them) shows by its round times.
    constexpr std::int64_t tick = 20 * milliseconds, coarse_tick = 3 * seconds;
    return now - changed > (changed % seconds == 0 ? coarse_tick : tick);
}

std::int64_t now_in_nanoseconds() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::optional<std::string> FileDigests::known(const FileState& state) {
    const std::scoped_lock lock(asking_);
    const auto found = known_.find(state);
    if (found == known_.end()) return std::nullopt;
    found->second.used = true;
    return found->second.digest;
}

std::string FileDigests::digest_of(const FileState& state, std::string_view bytes,
                                   const std::filesystem::path& file) {
    if (auto digest = known(state)) return *std::move(digest);
    std::string digest = sha256(bytes);
    // Only what is settled may be taken for known later.
    if (state.is_settled(now_in_nanoseconds())) learn(state, {digest, file.string(), true});
    const std::scoped_lock lock(asking_);
    gone_through_ += bytes.size();
    return digest;
}

void FileDigests::learn(const FileState& state, Known known) {
    const std::scoped_lock lock(asking_);
    known_.insert_or_assign(state, std::move(known));
}

std::map<FileState, FileDigests::Known> FileDigests::all() const {
    const std::scoped_lock lock(asking_);
    return known_;
}

std::uint64_t FileDigests::gone_through() const {
    const std::scoped_lock lock(asking_);
    return gone_through_;
}

}  // namespace brochure::base
