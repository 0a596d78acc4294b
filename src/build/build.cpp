#include "build/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "base/nearest.hpp"
#include "build/produce.hpp"
#include "diag/codes.hpp"
#include "document/read.hpp"
#include "impose/impose.hpp"
#include "lint/lint.hpp"
#include "pdf/picture_checks.hpp"
#include "pdf/press_profile.hpp"
#include "pdf/write.hpp"
#include "pdf/write_booklet.hpp"
#include "pdf/write_press.hpp"
#include "spec/read.hpp"

namespace brochure::build {

namespace {

struct Job {
    std::string brochure, language;
    const spec::LayoutSpec* layout = nullptr;
};

struct JobResult {
    std::vector<Written> written;
    Sink sink;
    std::vector<std::string> refused;
};

// What is named twice is made once.
std::vector<std::string> once_each(const std::vector<std::string>& names) {
    std::vector<std::string> once;
    for (const std::string& name : names) {
        if (std::find(once.begin(), once.end(), name) == once.end()) once.push_back(name);
    }
    return once;
}

std::optional<spec::LayoutSpec> read_layout(const std::string& name, const Project& project,
                                            const Request& request, Sink& sink, int more_lines = 0) {
    auto layout = spec::read_layout(name, project.layout_folders, project.folders.root, sink, more_lines);
    if (layout && request.pages) layout->copyfitting.pages = *request.pages;
    return layout;
}

// Finds out what there is to do, reporting names that do not exist.
class Planner {
  public:
    Planner(const Project& project, const Request& request, Report& report)
        : project_(project), request_(request), report_(report) {}

    std::vector<Job> plan(std::map<std::string, spec::LayoutSpec>& layouts) {
        std::vector<const spec::LayoutSpec*> wanted;
        for (const std::string& name : once_each(request_.layouts)) {
            if (auto layout = read_layout(name, project_, request_, report_.diagnostics)) {
                wanted.push_back(&layouts.insert_or_assign(name, std::move(*layout)).first->second);
            }
        }
        // With a broken layout the texts are read all the same, so that all mistakes are shown at once.
        if (wanted.empty()) wanted.push_back(nullptr);
        std::vector<Job> jobs;
        for (const std::string& brochure : brochures()) {
            for (const std::string& language : languages(brochure)) {
                for (const spec::LayoutSpec* layout : wanted) jobs.push_back({brochure, language, layout});
            }
        }
        return jobs;
    }

  private:
    std::vector<std::string> brochures() {
        const auto all = document::list_brochures(project_.folders.root);
        if (!all.ok()) {
            report_.refused.push_back(all.error().message);
            return {};
        }
        if (request_.brochures.empty()) {
            if (all.value().empty()) {
                report_.diagnostics.error(diag::code::file_missing, {"content", 0, 0},
                                          "There is no brochure in this project.",
                                          "Start one with: brochure new ID");
            }
            return all.value();
        }
        std::vector<std::string> known;
        for (const std::string& name : once_each(request_.brochures)) {
            if (std::find(all.value().begin(), all.value().end(), name) != all.value().end()) {
                known.push_back(name);
            } else {
                unknown("content/" + name, fmt::format("There is no brochure '{}'.", name), name,
                        all.value());
            }
        }
        return known;
    }

    std::vector<std::string> languages(const std::string& brochure) {
        const auto all = document::languages_of(project_.folders.root, brochure);
        if (!all.ok()) {
            report_.refused.push_back(all.error().message);
            return {};
        }
        if (request_.languages.empty()) {
            if (all.value().empty()) {
                report_.diagnostics.error(
                    diag::code::file_missing, {"content/" + brochure, 0, 0},
                    fmt::format("The brochure '{}' has no text in any language.", brochure),
                    "Add a Markdown file named after its language, such as nl.md.");
            }
            return all.value();
        }
        std::vector<std::string> known;
        for (const std::string& name : once_each(request_.languages)) {
            if (std::find(all.value().begin(), all.value().end(), name) != all.value().end()) {
                known.push_back(name);
            } else {
                unknown("content/" + brochure + "/" + name + ".md",
                        fmt::format("The brochure '{}' has no text in '{}'.", brochure, name), name,
                        all.value());
            }
        }
        return known;
    }

    void unknown(std::string file, std::string message, const std::string& name,
                 const std::vector<std::string>& all) {
        const auto nearest = base::nearest_name(name, all);
        std::string remedy = nearest ? fmt::format("Did you mean '{}'?", *nearest) : "There are:";
        if (!nearest) {
            for (const std::string& known : all) remedy += " " + known;
        }
        report_.diagnostics.error(diag::code::file_missing, {std::move(file), 0, 0}, std::move(message),
                                  std::move(remedy));
    }

    const Project& project_;
    const Request& request_;
    Report& report_;
};

base::Result<std::string> edition_bytes(const std::string& edition, const page::PagedDocument& document,
                                        const spec::LayoutSpec& layout, const font::Library& fonts,
                                        bool greyscale, Sink& sink) {
    if (edition == "press") {
        const auto profile = pdf::find_profile(layout.press.profile);
        if (!profile.ok()) return profile.error();
        const pdf::PressOptions options{profile.value(), layout.press.condition,
                                        greyscale || layout.press.greyscale,
                                        layout.press.crop_marks, layout.press.slug};
        return pdf::write_press(document, fonts, options, sink);
    }
    if (edition == "booklet" || edition == "2up") {
        const spec::BookletStyle& style = layout.booklet;
        impose::Options options;
        options.sheet = style.sheet;
        options.binding = document.right_to_left ? impose::Binding::right : impose::Binding::left;
        options.flip = style.flip == spec::Flip::long_edge ? impose::DuplexFlip::long_edge
                                                           : impose::DuplexFlip::short_edge;
        options.paper_thickness = style.paper_thickness;
        options.unprintable_edge = style.unprintable_edge;
        options.cut_marks = style.cut_marks;
        options.fold_marks = style.fold_marks;
        if (style.cut_marks) options.bleed = document.bleed;
        const auto sheets = edition == "booklet"
                                ? impose::impose_booklet(document.pages.size(), document.trim, options)
                                : impose::impose_two_up(document.pages.size(), document.trim, options);
        const pdf::PrintSides sides = edition != "booklet" ? pdf::PrintSides::one
                                      : style.flip == spec::Flip::long_edge
                                          ? pdf::PrintSides::both_flipped_on_long_edge
                                          : pdf::PrintSides::both_flipped_on_short_edge;
        return pdf::write_sheets(document, fonts, sheets, 
                                 {style.sheet, sides, edition, greyscale || style.greyscale}, sink);
    }
    return pdf::write_screen(document, fonts, sink, {greyscale || layout.screen.greyscale});
}

void write(const std::filesystem::path& file, const std::string& bytes, std::size_t pages,
           JobResult& result) {
    const auto replaced = base::replace_file(file, bytes);
    if (replaced.ok()) {
        result.written.push_back(
            {file, pages, bytes.size(), replaced.value() == base::Replaced::written, {}, {}});
    } else {
        result.refused.push_back(replaced.error().message);
    }
}

// A brochure's pages, and the layout they are made with: the job's, or, where that misses the number of
// pages, the same with a line more or fewer on every page. Of all ways to give and take this is the last: it
// is seen on every page.
struct Fitted {
    page::Pagination pages;
    std::optional<spec::LayoutSpec> other;  // none: the job's
};

Fitted fit(const Job& job, const document::Document& document, const style::Pictures& pictures,
           font::Library& fonts, const Project& project, const Request& request, Sink& sink) {
    Sink best;
    Fitted fitted{produce(document, *job.layout, pictures, fonts, request.created, best, request.explain),
                  {}};
    auto ill = [](const page::Pagination& pages) {
        return std::pair{pages.count.missed, pages.count.spoiled};
    };
    for (int step = 1; step <= job.layout->copyfitting.leading_lines; ++step) {
        for (const int more : {step, -step}) {
            if (ill(fitted.pages) == std::pair{false, std::size_t{0}}) break;
            Sink known, found;
            auto layout = read_layout(job.layout->name, project, request, known, more);
            if (!layout) continue;
            auto pages = produce(document, *layout, pictures, fonts, request.created, found, request.explain);
            if (ill(pages) >= ill(fitted.pages) || found.has_errors()) continue;
            pages.count.more_lines = more;
            best = std::move(found);
            fitted = {std::move(pages), std::move(layout)};
        }
    }
    sink.take(std::move(best));
    return fitted;
}

JobResult run(const Job& job, const Project& project, const Request& request) {
    JobResult result;
    const auto document = document::read_document(project.folders, job.brochure, job.language, result.sink);
    if (!document) return result;
    if (document->master != job.language) {
        Sink own;  // the master's mistakes are reported by its own job
        const auto master = document::read_document(project.folders, job.brochure, document->master, own);
        if (master) document::compare_translation(*master, *document, result.sink);
    }
    const bool pictograms = job.layout != nullptr && job.layout->pictogram.shown;
    const style::Pictures pictures = read_pictures(*document, pictograms, result.sink);
    if (job.layout == nullptr) return result;
    font::Library fonts(project.font_folders);
    Fitted fitted = fit(job, *document, pictures, fonts, project, request, result.sink);
    page::Pagination& pages = fitted.pages;
    const spec::LayoutSpec& layout = fitted.other ? *fitted.other : *job.layout;
    pdf::check_profiles(pages.document, result.sink);
    if (request.greyscale || layout.screen.greyscale || layout.press.greyscale || layout.booklet.greyscale)
        pdf::check_greys(pages.document, result.sink);
    if (!request.write) {
        const auto today =
            request.created ? std::optional{base::Date::from_unix_time(*request.created)} : std::nullopt;
        lint::check_text(*document, today, result.sink);
        lint::check_pages({*document, layout, pages, fonts}, result.sink);
    }
    if (!request.write || result.sink.has_errors()) return result;
    // All are made before the first is written: where one would not be what it claims, none is.
    std::vector<std::pair<std::string, std::string>> made;  // edition and bytes
    for (const std::string& edition :
         once_each(request.editions.empty() ? job.layout->editions : request.editions)) {
        auto bytes = edition_bytes(edition, pages.document, layout, fonts, request.greyscale, result.sink);
        if (bytes.ok())
            made.emplace_back(edition, std::move(bytes).value());
        else
            result.refused.push_back(bytes.error().message);
    }
    if (result.sink.has_errors()) return result;
    const std::string stem = fmt::format("{}.{}.{}", job.brochure, job.language, job.layout->name);
    for (const auto& [edition, bytes] : made) {
        const std::string ending =
            (edition == "screen" ? "" : "." + edition) + (request.greyscale ? ".grey.pdf" : ".pdf");
        write(request.output / job.brochure / (stem + ending), bytes, pages.document.pages.size(), result);
    }
    if (!result.written.empty() && request.explain) {
        result.written.front().reports = std::move(pages.reports);
        result.written.front().count = pages.count;
    }
    return result;
}

}  // namespace

Report build(const Project& project, const Request& request, const Progress& progress) {
    Report report;
    std::map<std::string, spec::LayoutSpec> layouts;
    const std::vector<Job> jobs = Planner(project, request, report).plan(layouts);
    std::vector<JobResult> results(jobs.size());
    std::atomic<std::size_t> next{0};
    std::size_t done = 0;
    std::mutex telling;
    auto work = [&] {
        for (std::size_t at = next++; at < jobs.size(); at = next++) {
            results[at] = run(jobs[at], project, request);
            if (!progress) continue;
            const std::scoped_lock lock(telling);
            progress(++done, jobs.size(), fmt::format("{}.{}", jobs[at].brochure, jobs[at].language));
        }
    };
    const auto threads = std::min<std::size_t>(std::max(1U, request.jobs), jobs.size());
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
    work();
    helpers.clear();
    for (JobResult& result : results) {
        std::move(result.written.begin(), result.written.end(), std::back_inserter(report.written));
        std::move(result.refused.begin(), result.refused.end(), std::back_inserter(report.refused));
        report.diagnostics.take(std::move(result.sink));
    }
    return report;
}

}  // namespace brochure::build
