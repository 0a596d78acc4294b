#include "cli/changes_command.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "base/result.hpp"
#include "changes/report.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

// A folder for a revision's texts, gone with this.
class Apart {
  public:
    Apart() {
        std::error_code failed;
        std::string pattern = (fs::temp_directory_path(failed) / "brochure-revision-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
    }
    ~Apart() {
        std::error_code failed;
        if (!path_.empty()) fs::remove_all(path_, failed);
    }
    Apart(const Apart&) = delete;
    Apart& operator=(const Apart&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

base::Result<changes::Contents> of_revision(const document::ProjectFolders& folders,
                                            const ChangesRequest& request, const std::string& revision) {
    const Apart apart;
    if (apart.path().empty()) return base::Error{"there is no room for a folder of temporary files"};
    const auto out = changes::check_out(folders.root, revision, apart.path());
    if (!out.ok()) return out.error();
    return changes::of_texts({apart.path(), folders.data}, request.brochures);
}

// What a name on the command line means, as typed or within the project.
base::Result<changes::Contents> read(const document::ProjectFolders& folders, const ChangesRequest& request,
                                     const std::string& name) {
    for (const fs::path& path : {fs::path{name}, folders.root / name}) {
        std::error_code failed;
        if (!fs::exists(path, failed)) continue;
        if (fs::is_directory(path / "content", failed))
            return changes::of_texts({path, folders.data}, request.brochures);
        return changes::of_records(path);
    }
    return of_revision(folders, request, name);
}

void keep_wanted(changes::Contents& contents, const std::vector<std::string>& brochures) {
    if (brochures.empty()) return;
    std::erase_if(contents.texts, [&](const auto& text) {
        return std::find(brochures.begin(), brochures.end(), text.first.first) == brochures.end();
    });
}

}  // namespace

int changes(const document::ProjectFolders& folders, const ChangesRequest& request) {
    auto before = read(folders, request, request.before);
    auto now = before.ok() ? read(folders, request, request.now) : before;
    if (!now.ok()) {
        print_err("error: " + now.error().message + "\n");
        return environment_failed;
    }
    changes::Contents old = std::move(before).value(), fresh = std::move(now).value();
    keep_wanted(old, request.brochures);
    keep_wanted(fresh, request.brochures);
    changes::Report report{request.before, request.now, changes::compared(old, fresh, folders), {}};
    for (changes::Contents* contents : {&old, &fresh})
        std::move(contents->left_out.begin(), contents->left_out.end(), std::back_inserter(report.left_out));
    if (request.format == "json")
        print_out(changes::as_json(report));
    else if (request.format == "html")
        print_out(changes::as_html(report));
    else
        print_out(changes::as_text(report));
    return report.left_out.empty() ? done : content_errors;
}

}  // namespace brochure::cli
