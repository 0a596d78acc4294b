#include "cli/cli.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "build/build.hpp"
#include "cli/new_brochure.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "cli/version.hpp"
#include "diag/render.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

enum ExitCode { done = 0, content_errors = 1, wrong_usage = 2, environment_failed = 3 };

struct Options {
    fs::path folder = ".";
    fs::path output;
    std::vector<std::string> brochures, languages, layouts{"a5"}, editions;
    std::string format = "text";
    unsigned jobs = 0;
    bool quiet = false, no_progress = false, explain = false, greyscale = false;
    int pages = 0;
    std::string new_id;
};

// SOURCE_DATE_EPOCH, if it is set to a whole number.
std::optional<std::int64_t> source_date() {
    const char* value = std::getenv("SOURCE_DATE_EPOCH");
    if (value == nullptr) return std::nullopt;
    const std::string_view text{value};
    std::int64_t seconds = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (failed != std::errc{} || end != text.data() + text.size() || seconds < 0) return std::nullopt;
    return seconds;
}

int finish(const build::Report& report, const Options& options, bool checking) {
    const auto diagnostics = report.diagnostics.sorted();
    if (options.format == "json") {
        fmt::print("{}", report_as_json(report));
    } else {
        if (!options.quiet) fmt::print("{}", written_as_text(report));
        if (options.explain) {
            for (const build::Written& file : report.written) fmt::print("{}", explanation(file));
        }
        fmt::print(stderr, "{}", diag::as_text(diagnostics));
        for (const std::string& sentence : report.refused) fmt::print(stderr, "error: {}\n", sentence);
        const auto errors = static_cast<std::size_t>(
            std::count_if(diagnostics.begin(), diagnostics.end(),
                          [](const diag::Diagnostic& d) { return d.severity == diag::Severity::error; }));
        const std::size_t warnings = diagnostics.size() - errors;
        if (errors + warnings > 0 && !options.quiet) {
            fmt::print(stderr, "{} error{}, {} warning{}.{}\n", errors, errors == 1 ? "" : "s", warnings,
                       warnings == 1 ? "" : "s",
                       errors > 0 && !checking ? " A brochure with errors was not written." : "");
        } else if (checking && !options.quiet) {
            fmt::print("Nothing to complain about.\n");
        }
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        fmt::print(stderr, "error: the results could not be printed\n");
        return environment_failed;
    }
    if (!report.refused.empty()) return environment_failed;
    return report.diagnostics.has_errors() ? content_errors : done;
}

int build_or_check(const Options& options, const fs::path& program, bool write) {
    std::error_code failed;
    if (!fs::is_directory(options.folder, failed)) {
        fmt::print(stderr, "error: there is no folder {}\n", options.folder.string());
        return environment_failed;
    }
    const build::Project project = build::open_project(options.folder, build::data_folder_of(program));
    build::Request request;
    request.brochures = options.brochures;
    request.languages = options.languages;
    request.layouts = options.layouts;
    request.editions = options.editions;
    request.output = options.output.empty() ? options.folder / "out" : options.output;
    request.jobs = options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
    request.write = write;
    request.explain = options.explain;
    request.greyscale = options.greyscale;
    if (options.pages > 0) request.pages = options.pages;
    request.created = source_date();
    build::Report report;
    {
        ProgressLine line(!options.no_progress && !options.quiet && options.format == "text");
        report = build::build(project, request,
                              [&](std::size_t ready, std::size_t total, const std::string& name) {
                                  line.show(ready, total, name);
                              });
    }
    return finish(report, options, !write);
}

void add_common(CLI::App& app, Options& options) {
    app.add_option("-C", options.folder, "Work in this folder, which holds content/, layouts/ and fonts/")
        ->type_name("DIR");
    app.add_option("--format", options.format, "How results are printed: text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->type_name("FORMAT");
    app.add_flag("--quiet", options.quiet, "Print errors and warnings only");
    app.add_flag("--no-progress", options.no_progress, "No progress line");
}

void add_selection(CLI::App& app, Options& options) {
    app.add_option("ID", options.brochures, "The brochures meant; all of them if none is named");
    app.add_option("--lang", options.languages, "Only these languages, such as nl,en")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("LANG,…");
    app.add_option("--layout", options.layouts, "These layouts (a5 if none is named)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("NAME,…");
    app.add_option("-j", options.jobs,
                   "How many to make at a time; as many as there are processors if not given")
        ->type_name("N");
}

}  // namespace

int run(int argc, char** argv) {
    Options options;
    CLI::App app{"Typesets patient brochures from Markdown and a layout file.", "brochure"};
    app.set_version_flag("--version", std::string{version_text});
    app.require_subcommand(1);
    app.fallthrough();
    add_common(app, options);

    CLI::App* build = app.add_subcommand("build", "Make the PDFs");
    add_selection(*build, options);
    build
        ->add_option("--edition", options.editions,
                     "These editions: screen, press (for a print shop), booklet (A4 sheets to fold), 2up "
                     "(spreads for a proof)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"screen", "press", "booklet", "2up"}))
        ->type_name("NAME,…");
    build->add_option("-o", options.output, "Write below this folder (out/ if not given)")->type_name("DIR");
    build->add_flag("--explain", options.explain,
                    "Say how full every page is, what it cost, and how even the lines are");

    build->add_option("--pages", options.pages, "Make so many pages in all")
        ->check(CLI::Range(1, 2000))
        ->type_name("N");

    build->add_flag("--greyscale", options.greyscale,
                    "No colour in any edition, in files of their own that end in .grey.pdf");

    CLI::App* check = app.add_subcommand("check",
                                         "Say everything that build would complain about, and check the "
                                         "rules of reading and print; write nothing");
    add_selection(*check, options);

    CLI::App* start = app.add_subcommand("new", "Start a brochure: a folder with a text to replace");
    start->add_option("ID", options.new_id, "Its name: lower-case letters, digits and hyphens")->required();

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : wrong_usage;
    }
    const fs::path program = fs::exists("/proc/self/exe") ? fs::path{"/proc/self/exe"} : fs::path{argv[0]};
    if (*build) return build_or_check(options, program, true);
    if (*check) return build_or_check(options, program, false);
    return new_brochure(options.folder, options.new_id);
}

}  // namespace brochure::cli
