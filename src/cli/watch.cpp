#include "cli/watch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "base/folder_watch.hpp"
#include "cli/build.hpp"
#include "cli/day.hpp"
#include "cli/exit_code.hpp"
#include "cli/interruption.hpp"
#include "cli/report.hpp"
#include "cli/streams.hpp"
#include "diag/render.hpp"
#include "make/kept.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

using std::chrono::milliseconds;

// Long enough for an editor's strokes, too short to be noticed.
constexpr milliseconds quiet{8};

class Watching {
  public:
    Watching(const Options& options, make::Project project, make::Request request)
        : options_(options), project_(std::move(project)), request_(std::move(request)) {
        kept_.keeps_pictures = true;
    }

    void watch_folders(base::FolderWatch& folders) const {
        const document::ProjectFolders& of_project = project_.folders;
        for (const fs::path& folder :
             {of_project.root / "content", of_project.data / "content" / "languages"})
            folders.add(folder);
        for (const auto* several : {&project_.layout_folders, &project_.font_folders}) {
            for (const fs::path& folder : *several) folders.add(folder);
        }
    }

    void make_all() { run(request_); }

    // Of a change in one brochure's folder, that brochure; of any other, all of them.
    void make_what_concerns(const base::SavedFiles& saved) {
        make::Request request = request_;
        std::set<std::string> brochures;
        bool all = saved.others;
        for (const fs::path& file : saved.files) {
            const std::string brochure = brochure_of(file);
            all = all || brochure.empty();
            if (brochure.empty()) continue;
            brochures.insert(brochure);
            if (file.extension() != ".md") kept_.forget_pictures_of(brochure);
        }
        if (all) {
            kept_.forget_all();
            return run(request);
        }
        std::erase_if(brochures, [&](const std::string& one) { return !is_wanted(one); });
        if (brochures.empty()) return;
        request.brochures.assign(brochures.begin(), brochures.end());
        run(request);
    }

    void stop_when(std::function<bool()> stopped) { listener_.stopped = std::move(stopped); }

  private:
    // Empty for what more than one may depend on, and for a brochure that is no longer there.
    [[nodiscard]] std::string brochure_of(const fs::path& file) const {
        const fs::path within = file.lexically_relative(project_.folders.root / "content");
        const auto first = within.begin();
        if (first == within.end() || std::next(first) == within.end()) return {};
        const std::string name = first->string();
        std::error_code failed;
        if (name == "house" || name == "languages" || name == "..") return {};
        return fs::exists(project_.folders.root / "content" / name / "brochure.toml", failed) ? name : "";
    }
    [[nodiscard]] bool is_wanted(const std::string& brochure) const {
        const auto& wanted = request_.brochures;
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), brochure) != wanted.end();
    }

    void run(const make::Request& request) {
        const auto start = std::chrono::steady_clock::now();
        std::size_t made = 0;
        listener_.output = [&](const make::Output& output) {
            if (output.state == make::State::unchanged) return;
            if (output.state == make::State::made) ++made;
            if (!options_.quiet) print_out(line_of(output));
        };
        const make::Report report = make::build(project_, request, listener_, kept_);
        print_err(diag::as_text(report.diagnostics.sorted()));
        for (const auto* sentences : {&report.misused, &report.refused}) {
            for (const std::string& sentence : *sentences) print_err("error: " + sentence + "\n");
        }
        if (options_.quiet) return;
        const auto taken = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start);
        const bool wrong =
            report.diagnostics.has_errors() || !report.refused.empty() || !report.misused.empty();
        const char* const outcome = wrong ? "not all was made" : made > 0 ? "done" : "nothing to do";
        print_out(fmt::format("{}, {} ms\n", outcome, taken.count()));
    }

    const Options& options_;
    make::Project project_;
    make::Request request_;
    make::Listener listener_;
    make::Kept kept_;
};

}  // namespace

int watch(const Options& options, const fs::path& program) {
    make::Request request = request_of(options, true);
    std::string fault;
    request.today = day_of_review(options.on, fault);
    if (!request.today) return misused(fault, options);
    request.created = source_date().seconds;
    auto folders = base::FolderWatch::open();
    if (!folders.ok()) {
        print_err("error: " + folders.error().message + "\n");
        return environment_failed;
    }
    const Interruption interruption;
    Watching watching(options, make::open_project(options.folder, make::data_folder_of(program)),
                      std::move(request));
    watching.stop_when([&] { return interruption.came(); });
    watching.watch_folders(*folders.value());
    watching.make_all();
    if (!options.quiet) print_out("watching; end with Ctrl-C\n");
    while (const auto saved = folders.value()->wait(interruption.descriptor(), quiet))
        watching.make_what_concerns(*saved);
    return done;
}

}  // namespace brochure::cli
