#include "cli/cli.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "cli/build.hpp"
#include "cli/day.hpp"
#include "cli/exit_code.hpp"
#include "cli/import_text.hpp"
#include "cli/interruption.hpp"
#include "cli/new_brochure.hpp"
#include "cli/options.hpp"
#include "cli/review_commands.hpp"
#include "cli/streams.hpp"
#include "cli/translation_commands.hpp"
#include "cli/version.hpp"
#include "cli/watch.hpp"
#include "make/make.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

const std::vector<std::string> formats{"text", "json", "sarif", "junit", "github"};

bool is_for_programs(const std::string& format) {
    return format != "text" && std::find(formats.begin(), formats.end(), format) != formats.end();
}

void add_common(CLI::App& app, Options& options) {
    app.add_option("-C", options.folder, "Work in this folder, which holds content/, layouts/ and fonts/")
        ->type_name("DIR");
    app.add_option("--format", options.format,
                   "How results are printed: text or json; of build and check also sarif, junit, or github "
                   "(lines that a code host shows beside the text)")
        ->check(CLI::IsMember(formats))
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
    const auto day = day_of_review(options.on, fault);
    if (!day) return misused(fault, options);
    return status(folders, {options.brochures, *day, options.due, options.json()});
}

int run_review(const Options& options, const document::ProjectFolders& folders) {
    std::string fault;
    const auto day = day_of_review(options.on, fault);
    if (!day) return misused(fault, options);
    const fs::path output = options.output.empty() ? options.folder / "out" : options.output;
    return options.review.run({folders, output, *day, options.json()});
}

int run_export(Options options, const document::ProjectFolders& folders) {
    if (const std::string format = options.exported.printed_format(); !format.empty())
        options.format = format;
    std::string fault;
    const auto wish = options.exported.wish(options.translated_language.empty(), fault);
    if (!wish) return misused(fault, options);
    return export_translation(folders,
                              {options.translated_id, options.translated_language, *wish, options.json()});
}

// Before the command line is understood, or where it is not: how an answer is wanted.
std::string wanted_format(int argc, char** argv) {
    constexpr std::string_view option = "--format";
    for (int i = 1; i < argc; ++i) {
        const std::string_view word{argv[i]};
        if (word.starts_with("--format=")) return std::string{word.substr(option.size() + 1)};
        if (word == option && i + 1 < argc) return argv[i + 1];
    }
    return "text";
}

// Help and version end well; anything else was no command.
int explain_usage(const CLI::App& app, const CLI::ParseError& error, const std::string& format) {
    std::ostringstream out, err;
    const bool well = app.exit(error, out, err) == 0;
    Options answer;
    answer.format = format;
    if (!well && is_for_programs(format)) return misused(error.what(), answer);
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

    CLI::App* watched =
        app.add_subcommand("watch", "Make the PDFs, and again whenever a file is saved, until Ctrl-C");
    add_selection(*watched, options);
    watched->add_option("-o", options.output, "Write below this folder (out/ if not given)")
        ->type_name("DIR");

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
    CLI::App* based_on = app.add_subcommand("sources", "What the brochures are based on");
    based_on->require_subcommand(1);
    CLI::App* ask = based_on->add_subcommand(
        "check", "Ask for every cited web page, and tell which has changed, moved or gone");
    options.sources.add_to(*ask);

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
        return explain_usage(app, error, wanted_format(argc, argv));
    }
    std::error_code failed;
    const fs::path itself{"/proc/self/exe"};
    const fs::path program = fs::exists(itself, failed) ? itself : fs::path{argv[0]};
    if (*build) return build_or_check(options, program, true);
    if (*check) return build_or_check(options, program, false);
    if (options.format != "text" && options.format != "json")
        return misused(fmt::format("--format {} is for build and check.", options.format), options);
    if (*watched && options.json()) return misused("watch prints text alone.", options);
    if (*watched) return watch(options, program);
    if (*plan) return print_plan(options, program);
    const document::ProjectFolders folders{options.folder, make::data_folder_of(program)};
    if (*ask) return check_sources(folders, options.sources, options.json(), options.quiet);
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
    end_as_interrupted();
    if (all_printed()) return code;
    print_err("error: the results could not be printed\n");
    return environment_failed;
}

}  // namespace brochure::cli
