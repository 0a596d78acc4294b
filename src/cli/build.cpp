#include "cli/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "base/counted.hpp"
#include "cli/day.hpp"
#include "cli/exit_code.hpp"
#include "cli/interruption.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "cli/streams.hpp"
#include "cli/version.hpp"
#include "diag/render.hpp"
#include "results/annotations.hpp"
#include "results/json.hpp"
#include "results/junit.hpp"
#include "results/sarif.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

// Empty where people are to read it.
std::string for_a_program(const make::Report& report, const Options& options) {
    if (options.format == "json") return results::as_json(report, options.rebuild.prints_deps());
    if (options.format == "sarif")
        return results::as_sarif(report, options.folder, std::string{version_number});
    if (options.format == "junit") return results::as_junit(report);
    return options.format == "github" ? results::as_annotations(report) : "";
}

}  // namespace

int misused(const std::string& sentence, const Options& options) {
    make::Report report;
    report.misused.push_back(sentence);
    if (options.for_people())
        print_err("error: " + sentence + "\n");
    else
        print_out(for_a_program(report, options));
    return wrong_usage;
}

namespace {

void print_diagnostics(const make::Report& report, const std::vector<diag::Diagnostic>& diagnostics,
                       const Options& options, bool checking) {
    print_err(diag::as_text(diagnostics));
    for (const std::string& sentence : report.misused) print_err("error: " + sentence + "\n");
    for (const std::string& sentence : report.refused) print_err("error: " + sentence + "\n");
    if (options.quiet) return;
    const auto errors = static_cast<std::size_t>(
        std::count_if(diagnostics.begin(), diagnostics.end(),
                      [](const diag::Diagnostic& d) { return d.severity == diag::Severity::error; }));
    const std::size_t warnings = diagnostics.size() - errors;
    if (!diagnostics.empty()) {
        std::string_view unwritten;
        if (!checking && errors > 0) unwritten = " A brochure with errors was not written.";
        if (!checking && options.strict) unwritten = " A brochure with errors or warnings was not written.";
        print_err(fmt::format("{}, {}.{}\n", base::counted(errors, "error"),
                              base::counted(warnings, "warning"), unwritten));
    } else if (checking && report.misused.empty() && report.refused.empty()) {
        print_out("Nothing to complain about.\n");
    }
}

void print_report(const make::Report& report, const std::vector<diag::Diagnostic>& diagnostics,
                  const Options& options, bool checking) {
    if (!options.for_people()) return print_out(for_a_program(report, options));
    if (options.rebuild.prints_deps()) print_out(results::deps_as_json(report));
    if (options.explain) {
        for (const make::Output& file : report.outputs) {
            if (!file.reports.empty()) print_out(explanation(file));
        }
    }
    print_err(gone_as_text(report));
    print_diagnostics(report, diagnostics, options, checking);
}

}  // namespace

int finish(make::Report report, const Options& options, const fs::path& data, bool checking) {
    write_depfile(options.rebuild, options.folder, data, report);
    const auto diagnostics = report.diagnostics.sorted();
    print_report(report, diagnostics, options, checking);
    const bool unreadable = std::any_of(diagnostics.begin(), diagnostics.end(), make::is_of_environment);
    if (!report.refused.empty() || unreadable) return environment_failed;
    if (!report.misused.empty()) return wrong_usage;
    if (report.diagnostics.has_errors() || (options.strict && !diagnostics.empty())) return content_errors;
    const bool held = std::any_of(report.outputs.begin(), report.outputs.end(),
                                  [](const make::Output& file) { return file.state == make::State::held; });
    return held ? work_waits : done;
}

make::Request request_of(const Options& options, bool write) {
    make::Request request;
    request.brochures = options.brochures;
    request.languages = options.languages;
    request.layouts = options.layouts;
    for (const std::string& name : options.editions) {
        if (const auto edition = base::named<design::Edition>(name)) request.editions.push_back(*edition);
    }
    request.output = options.output.empty() ? options.folder / "out" : options.output;
    request.jobs = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    request.write = write;
    request.strict = options.strict;
    request.explain = options.explain;
    request.greyscale = options.greyscale;
    options.rebuild.ask(request);
    if (options.pages > 0) request.pages = options.pages;
    return request;
}

int build_or_check(const Options& options, const fs::path& program, bool write) {
    make::Request request = request_of(options, write);
    std::string fault;
    request.today = day_of_review(options.on, fault);
    if (!request.today) return misused(fault, options);
    request.created = source_date().seconds;

    std::error_code failed;
    if (!fs::is_directory(options.folder, failed)) {
        make::Report nothing;
        nothing.refused.push_back(fmt::format("there is no folder {}", options.folder.string()));
        return finish(std::move(nothing), options, {}, !write);
    }
    const make::Project project = make::open_project(options.folder, make::data_folder_of(program));
    make::Report report;
    const Interruption interruption;
    {
        const bool talks = !options.quiet && options.for_people() && !options.rebuild.prints_deps();
        ProgressLine line(talks && !options.no_progress);
        make::Listener listener;
        listener.progress = [&](std::size_t ready, std::size_t total, const std::string& name) {
            line.show(ready, total, name);
        };
        if (talks) {
            listener.output = [&](const make::Output& output) {
                line.clear();
                print_out(line_of(output));
            };
        }
        listener.stopped = [&] { return interruption.came(); };
        report = make::build(project, request, listener);
    }
    if (report.unfinished > 0)
        report.refused.push_back(fmt::format("ended by {}: {} of {} done; the same command does the others",
                                             interruption.name(), report.jobs - report.unfinished,
                                             base::counted(report.jobs, "set")));
    return finish(std::move(report), options, project.folders.data, !write);
}

}  // namespace brochure::cli
