#include "base/folder_watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

namespace brochure::base {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t changes =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ONLYDIR | IN_EXCL_UNLINK;

// What editors keep beside a file while it is open, and what this program writes before it renames.
bool is_passing(std::string_view name) {
    return name.empty() || name.starts_with('.') || name.starts_with('#') || name.ends_with('~') ||
           name.ends_with(".swp") || name.ends_with(".tmp") || name == "4913";
}

}  // namespace

Result<std::unique_ptr<FolderWatch>> FolderWatch::open() {
    const int descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor < 0) return Error{std::string{"folders cannot be watched: "} + std::strerror(errno)};
    return std::unique_ptr<FolderWatch>(new FolderWatch(descriptor));
}

void FolderWatch::add(const fs::path& folder) {
    const int number = ::inotify_add_watch(descriptor_.get(), folder.c_str(), changes);
    if (number < 0) return;
    folders_[number] = folder;
    std::error_code failed;
    for (fs::directory_iterator at{folder, failed}, end; !failed && at != end; at.increment(failed)) {
        std::error_code unknown;
        if (at->is_directory(unknown) && !is_passing(at->path().filename().string())) add(at->path());
    }
}

std::optional<SavedFiles> FolderWatch::wait(int stop, std::chrono::milliseconds quiet) {
    constexpr int for_ever = -1;
    SavedFiles saved;
    while (true) {
        const bool any = saved.others || !saved.files.empty();
        std::array<pollfd, 2> waited{pollfd{descriptor_.get(), POLLIN, 0}, pollfd{stop, POLLIN, 0}};
        const int ready =
            ::poll(waited.data(), waited.size(), any ? static_cast<int>(quiet.count()) : for_ever);
        if (ready < 0 && errno != EINTR) return std::nullopt;
        if (ready > 0 && waited[1].revents != 0) return std::nullopt;
        if (ready == 0 && any) return saved;
        if (ready > 0) take_events(saved);
    }
}

void FolderWatch::take_events(SavedFiles& saved) {
    alignas(inotify_event) std::array<char, 65536> buffer{};
    for (ssize_t got = 0; (got = ::read(descriptor_.get(), buffer.data(), buffer.size())) > 0;) {
        const char* const end = buffer.data() + got;
        for (const char* at = buffer.data(); at < end;) {
            inotify_event event{};
            std::memcpy(&event, at, sizeof event);
            const std::string name = event.len > 0 ? at + sizeof event : "";
            at += sizeof event + event.len;
            if ((event.mask & IN_Q_OVERFLOW) != 0) saved.others = true;
            const auto folder = folders_.find(event.wd);
            if (folder == folders_.end()) continue;
            if ((event.mask & IN_IGNORED) != 0) {
                folders_.erase(folder);
                continue;
            }
            if (is_passing(name)) continue;
            const fs::path path = folder->second / name;
            const bool of_folder = (event.mask & IN_ISDIR) != 0;
            // A file that is created is told when it has been written.
            if (!of_folder && (event.mask & IN_CREATE) != 0) continue;
            if (of_folder && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) add(path);
            saved.files.insert(path);
        }
    }
}

}  // namespace brochure::base
