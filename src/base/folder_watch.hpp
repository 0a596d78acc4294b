// FolderWatch: what is saved in folders while the program runs (inotify). In: folders. Out: after each
// change, the files that are different, once they are quiet: an editor writes a file in several strokes, and
// saves several files at once. Folders are watched and not files, since most editors put a new file in the
// old one's place.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "base/descriptor.hpp"
#include "base/result.hpp"

namespace brochure::base {

struct SavedFiles {
    std::set<std::filesystem::path> files;
    bool others = false;  // there were more changes than could be told one by one
};

class FolderWatch {
  public:
    static Result<std::unique_ptr<FolderWatch>> open();

    // A folder and all in it, now and later. One that is not there is left out.
    void add(const std::filesystem::path& folder);

    // Waits for a change, and then until none has come for `quiet`. Nothing if `stop` became readable.
    std::optional<SavedFiles> wait(int stop, std::chrono::milliseconds quiet);

  private:
    explicit FolderWatch(int descriptor) : descriptor_(descriptor) {}
    void take_events(SavedFiles& saved);

    Descriptor descriptor_;
    std::map<int, std::filesystem::path> folders_;  // by the number that the system gave
};

}  // namespace brochure::base
