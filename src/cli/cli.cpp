#include "cli/cli.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/counted.hpp"
#include "cli/exit_code.hpp"
#include "cli/export_options.hpp"
#include "cli/import_text.hpp"
#include "cli/new_brochure.hpp"
#include "cli/plan_text.hpp"
#include "cli/progress.hpp"
#include "cli/rebuild_options.hpp"
#include "cli/report.hpp"
#include "cli/review_commands.hpp"
#include "cli/streams.hpp"
#include "cli/translation_commands.hpp"
#include "cli/version.hpp"
#include "diag/render.hpp"
#include "make/make.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
    fs::path folder = ".";
    fs::path output;
    std::vector<std::string> brochures, languages, layouts{"a5"}, editions;
    std::string format = "text", on;
    unsigned jobs = 0;
    bool quiet = false, no_progress = false, explain = false, strict = false, greyscale = false;
    RebuildOptions rebuild;
    PlanForm plan_form = PlanForm::json;
    int pages = 0;
    std::string new_id, new_language;
    std::int64_t due = 0;
    std::string translated_id, translated_language, exchange_file;
    std::vector<std::string> keys;
    ExportOptions exported;
    ReviewCommands review;

    [[nodiscard]] bool json() const { return format == "json"; }
};

// A command that cannot be carried out as it stands: said in the form that was asked for.
int misused(const std::string& sentence, bool json) {
    make::Report report;
    report.misused.push_back(sentence);
    if (json)
        print_out(report_as_json(report));
    else
        print_err("error: " + sentence + "\n");
    return wrong_usage;
}

// SOURCE_DATE_EPOCH, as reproducible-builds.org defines it; a value that is none is no value to guess at.
struct SourceDate {
    std::optional<std::int64_t> seconds;
    bool malformed = false;
};

SourceDate source_date() {
    constexpr std::int64_t last_of_year_9999 = 253402300799;  // no date in a PDF has five digits for its year
    const char* value = std::getenv("SOURCE_DATE_EPOCH");
    if (value == nullptr) return {};
    const std::string_view text{value};
    std::int64_t seconds = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (failed != std::errc{} || end != text.data() + text.size() || seconds < 0 ||
        seconds > last_of_year_9999)
        return {std::nullopt, true};
    return {seconds, false};
}

base::Date today() {
    return base::Date::from_unix_time(
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count());
}

// The day that reviews are judged by: the one asked for, SOURCE_DATE_EPOCH's or today. No byte of a PDF
// depends on it. Nothing, and a sentence, for what is no day.
std::optional<base::Date> day_of_review(const Options& options, std::string& fault) {
    const SourceDate date = source_date();
    if (date.malformed) {
        fault =
            "SOURCE_DATE_EPOCH is no whole number of seconds since 1970 up to the year 9999: set it to one, "
            "or "
            "unset it";
        return std::nullopt;
    }
    if (options.on.empty()) return date.seconds ? base::Date::from_unix_time(*date.seconds) : today();
    const auto day = date_of(options.on);
    if (!day) {
        fault = fmt::format("--on: '{}' is no date; write year, month and day, as in 2027-02-01", options.on);
    }
    return day;
}

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
    if (options.json()) {
        print_out(report_as_json(report, options.rebuild.prints_deps()));
        return;
    }
    if (options.rebuild.prints_deps()) print_out(deps_as_json(report));
    if (options.explain) {
        for (const make::Output& file : report.outputs) {
            if (!file.reports.empty()) print_out(explanation(file));
        }
    }
    print_err(gone_as_text(report));
    print_diagnostics(report, diagnostics, options, checking);
}

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
    request.today = day_of_review(options, fault);
    if (!request.today) return misused(fault, options.json());
    request.created = source_date().seconds;

    std::error_code failed;
    if (!fs::is_directory(options.folder, failed)) {
        make::Report nothing;
        nothing.refused.push_back(fmt::format("there is no folder {}", options.folder.string()));
        return finish(std::move(nothing), options, {}, !write);
    }
    const make::Project project = make::open_project(options.folder, make::data_folder_of(program));
    make::Report report;
    {
        const bool talks = !options.quiet && !options.json() && !options.rebuild.prints_deps();
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
        report = make::build(project, request, listener);
    }
    return finish(std::move(report), options, project.folders.data, !write);
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
    const std::vector<std::string> editions = base::all_names<design::Edition>();
    app.add_option("--edition", options.editions,
                   "These editions in place of the layout's: screen, press (for a print shop), booklet (A4 "
                   "sheets to fold), 2up (spreads for a proof)")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->check(CLI::IsMember(editions))
        ->type_name("NAME,…");
    app.add_option("--pages", options.pages, "Make so many pages in all")
        ->check(CLI::Range(1, 2000))
        ->type_name("N");
    app.add_option("-j", options.jobs,
                   "How many to make at a time; as many as there are processors if not given")
        ->type_name("N");
    app.add_flag("--greyscale", options.greyscale,
                 "No colour in any edition, in files of their own that end in .grey.pdf");
    app.add_flag("--strict", options.strict, "A warning counts as an error");
}

int print_plan(const Options& options, const fs::path& program) {
    const make::Request request = request_of(options, true);
    const make::Project project = make::open_project(options.folder, make::data_folder_of(program));
    make::Report report;
    const auto sets = make::sets_of(project, request, report);
    std::error_code failed;
    const fs::path itself = fs::canonical(program, failed);
    print_out(plan_as_text({failed ? program : itself, options.folder, request}, sets, options.plan_form));
    Options told_beside = options;  // standard output holds the plan alone
    told_beside.format = "text";
    return finish(std::move(report), told_beside, {}, false);
}

int run_status(const Options& options, const document::ProjectFolders& folders) {
    std::string fault;
    const auto day = day_of_review(options, fault);
    if (!day) return misused(fault, options.json());
    return status(folders, {options.brochures, *day, options.due, options.json()});
}

int run_review(const Options& options, const document::ProjectFolders& folders) {
    std::string fault;
    const auto day = day_of_review(options, fault);
    if (!day) return misused(fault, options.json());
    const fs::path output = options.output.empty() ? options.folder / "out" : options.output;
    return options.review.run({folders, output, *day, options.json()});
}

int run_export(Options options, const document::ProjectFolders& folders) {
    if (const std::string format = options.exported.printed_format(); !format.empty())
        options.format = format;
    std::string fault;
    const auto wish = options.exported.wish(options.translated_language.empty(), fault);
    if (!wish) return misused(fault, options.json());
    return export_translation(folders,
                              {options.translated_id, options.translated_language, *wish, options.json()});
}

// Before the command line is understood, or where it is not: how an answer is wanted.
bool wants_json(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word{argv[i]};
        if (word == "--format=json") return true;
        if (word == "--format" && i + 1 < argc && std::string_view{argv[i + 1]} == "json") return true;
    }
    return false;
}

// Help and version end well; anything else was no command.
int explain_usage(const CLI::App& app, const CLI::ParseError& error, bool json) {
    std::ostringstream out, err;
    const bool well = app.exit(error, out, err) == 0;
    if (!well && json) return misused(error.what(), true);
    print_out(out.str());
    print_err(err.str());
    return well ? done : wrong_usage;
}

int run_command(int argc, char** argv) {
    Options options;
    CLI::App app{"Typesets patient brochures from Markdown and a layout file.", "brochure"};
    app.set_version_flag("--version", std::string{version_text});
    app.require_subcommand(1);
    app.fallthrough();
    add_common(app, options);

    CLI::App* build = app.add_subcommand("build", "Make the PDFs");
    add_selection(*build, options);
    build->add_option("-o", options.output, "Write below this folder (out/ if not given)")->type_name("DIR");
    build->add_flag("--explain", options.explain,
                    "Say how full every page is, what it cost, and how even the lines are");

    options.rebuild.add_to(*build);

    CLI::App* plan = app.add_subcommand("plan", "Print a build file that makes every set by itself");
    add_selection(*plan, options);
    options.rebuild.add_shard_to(*plan);
    plan->add_option("-o", options.output, "Write below this folder (out/ if not given)")->type_name("DIR");
    plan->add_flag_callback(
        "--ninja", [&] { options.plan_form = PlanForm::ninja; }, "For Ninja");
    plan->add_flag_callback(
        "--make", [&] { options.plan_form = PlanForm::make; }, "For GNU Make");
    plan->add_flag_callback(
        "--json", [&] { options.plan_form = PlanForm::json; },
        "For any other (this is what is printed if none is named)");

    CLI::App* check = app.add_subcommand("check",
                                         "Say everything that build would complain about, and check the "
                                         "rules of reading and setting; write nothing");
    add_selection(*check, options);
    check->add_option("--on", options.on, "The day to judge reviews by (today if not given): 2027-02-01")
        ->type_name("DATE");

    CLI::App* behind = app.add_subcommand(
        "status",
        "Say of every translation what is missing, stale or not confirmed, and what is to be reviewed");
    behind->add_option("ID", options.brochures, "The brochures meant; all of them if none is named");
    behind->add_option("--due", options.due, "Tell reviews that are due within so many days")
        ->check(CLI::Range(0, 36500))
        ->type_name("DAYS");
    behind->add_option("--on", options.on, "The day to judge reviews by (today if not given): 2027-02-01")
        ->type_name("DATE");

    options.review.add_to(app, options.on, options.output);

    CLI::App* translation = app.add_subcommand("translation", "What translators do");
    translation->require_subcommand(1);
    CLI::App* confirm = translation->add_subcommand(
        "confirm", "Say that a translation is right as it stands beside the master text of today");
    confirm->add_option("ID", options.translated_id, "The brochure")->required();
    confirm->add_option("LANG", options.translated_language, "The translation's language")->required();
    confirm->add_option("KEY", options.keys, "Only these pieces, by the keys that status names; all if none");

    CLI::App* hand_out = translation->add_subcommand(
        "export", "Write a file for a translator's tool, po/ID.LANG.po; without LANG a template, po/ID.pot");
    hand_out->add_option("ID", options.translated_id, "The brochure")->required();
    hand_out->add_option("LANG", options.translated_language, "The translation's language");
    options.exported.add_to(*hand_out);
    CLI::App* take_in = translation->add_subcommand(
        "import", "Put what a translator sent back into the content file, piece by piece");
    take_in->add_option("FILE", options.exchange_file, "The file, PO or XLIFF, such as po/ID.LANG.po")
        ->required();

    CLI::App* start = app.add_subcommand("new", "Start a brochure: a folder with a text to replace");
    start->add_option("ID", options.new_id, "Its name: lower-case letters, digits and hyphens")->required();

    start->add_option("--lang", options.new_language, "Write it in this language; the house's if not given")
        ->type_name("LANG");

    CLI::App* existing = app.add_subcommand(
        "import",
        "Start a brochure from an existing text (.html, .md, .docx, .odt, .txt), and list what it lacks");
    existing->add_option("FILE", options.exchange_file, "The text")->required();
    existing->add_option("ID", options.new_id, "The brochure's name: lower-case letters, digits and hyphens")
        ->required();
    existing->add_option("--lang", options.new_language, "The text's language; the house's if not given")
        ->type_name("LANG");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return explain_usage(app, error, wants_json(argc, argv));
    }
    std::error_code failed;
    const fs::path itself{"/proc/self/exe"};
    const fs::path program = fs::exists(itself, failed) ? itself : fs::path{argv[0]};
    if (*build) return build_or_check(options, program, true);
    if (*check) return build_or_check(options, program, false);
    if (*plan) return print_plan(options, program);
    const document::ProjectFolders folders{options.folder, make::data_folder_of(program)};
    if (*behind) return run_status(options, folders);
    if (options.review.called()) return run_review(options, folders);
    if (*confirm)
        return confirm_translation(
            folders, {options.translated_id, options.translated_language, options.keys, options.json()});
    if (*hand_out) return run_export(options, folders);
    if (*take_in) return import_translation(folders, {options.exchange_file, options.json()});
    if (*existing)
        return import_text(folders,
                           {options.exchange_file, options.new_id, options.new_language, options.json()});
    return new_brochure(folders, {options.new_id, options.new_language}, options.json());
}

}  // namespace

int run(int argc, char** argv) {
    hold_standard_streams();
    int code = environment_failed;
    try {
        code = run_command(argc, argv);
    } catch (const std::bad_alloc&) {
        print_err("error: there was not enough memory\n");
    } catch (const std::exception& error) {
        print_err(std::string{"error: "} + error.what() + "\n");
    }
    if (all_printed()) return code;
    print_err("error: the results could not be printed\n");
    return environment_failed;
}

}  // namespace brochure::cli
