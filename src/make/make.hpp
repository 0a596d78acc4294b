// Build: many brochures, languages and layouts, each made by `produce` and written when it is whole.
// In: a project and what is wanted of it. Out: what became of every wanted file, and every diagnostic, in an
// order that does not depend on the number of threads. A brochure with errors is not written; the file it had
// stays as it was. What a record says is up to date is not made at all. Promised: no job's failure ends
// another's, not even an exception.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/file.hpp"
#include "design/edition.hpp"
#include "diag/diagnostic.hpp"
#include "make/project.hpp"
#include "page/paginate.hpp"
#include "record/keeping.hpp"

namespace brochure::make {

// Of all sets a part, by each one's name alone, so that a new one moves no other. One of one: all of them.
struct Shard {
    unsigned number = 1, of = 1;
    [[nodiscard]] bool has(const std::string& set) const;
};

class Kept;

struct Request {
    std::vector<std::string> brochures;  // empty: all
    std::vector<std::string> languages;  // empty: all a brochure has
    std::vector<std::string> layouts{"a5"};
    std::vector<design::Edition> editions;  // empty: those the layout names
    std::filesystem::path output;           // folder
    unsigned jobs = 1;
    bool write = true;    // false: check only
    bool strict = false;  // a warning counts as an error
    bool explain = false;
    bool force = false;            // make also what is up to date
    bool dry_run = false;          // say what would be made; write nothing
    bool explain_rebuild = false;  // say why something is made
    bool prune = false;            // remove files whose brochure, language or layout is gone
    bool tell_inputs = false;      // of every set, in the report
    Shard shard;
    bool greyscale = false;               // every edition, in files of their own beside those in colour
    std::optional<int> pages;             // in all; none: as the layout says
    std::optional<std::int64_t> created;  // SOURCE_DATE_EPOCH
    std::optional<base::Date> today;      // for `check`: whether a review is overdue
};

// made: written anew; unchanged: the file held the same bytes; refused: texts, layout or pictures have
// mistakes; failed: the environment would not (disk, permissions, memory, a profile that is not installed).
// held: a translation that is behind its master text; the file stays as it was. stale: a dry run would make
// it.
enum class State { made, unchanged, refused, failed, held, stale };
std::string_view name_of(State state);

// One for each file that was wanted.
struct Output {
    std::string brochure, language, layout;
    design::Edition edition = design::Edition::screen;
    std::filesystem::path file;
    State state = State::refused;
    std::size_t pages = 0;  // 0 where the pages were not made
    std::size_t bytes = 0;
    std::vector<page::PageReport> reports;  // with `explain`, in the first of a layout
    page::CountReport count;
    std::vector<std::string> reasons;  // with `explain_rebuild`, why it is not up to date
};

// A brochure in a language and a layout: its files, and, where that is wanted, all that was looked at for
// them.
struct Set {
    std::string brochure, language, layout;
    std::vector<std::filesystem::path> files;
    record::Inputs inputs = {};
};

struct Report {
    std::vector<Output> outputs;
    Sink diagnostics;
    std::vector<std::string> refused;  // what the environment would not do: one sentence each
    std::vector<std::string> misused;  // names on the command line that there are not: one sentence each
    std::vector<Set> sets;             // with `tell_inputs`
    std::vector<record::Gone> gone;    // files of ours that nothing is the source of any more
    bool pruned = false;               // and they were removed
    std::size_t jobs = 0;              // how many sets there were to see to
    std::size_t unfinished = 0;        // of these, what was not done when the run was stopped
};

// True if a diagnostic tells of the environment, not of an author's mistake: a file that cannot be read.
bool is_of_environment(const diag::Diagnostic& diagnostic);

// What a caller hears while work goes on, from one thread at a time.
struct Listener {
    // A job is done: how many are, of how many, and which.
    std::function<void(std::size_t done, std::size_t total, const std::string& name)> progress;
    // A file is made, unchanged or failed: as soon as it is known.
    std::function<void(const Output&)> output;
    // Asked before each step of a job: whether to begin nothing more. A job that is not done then leaves its
    // files as they were.
    std::function<bool()> stopped;
};

// The sets that a build would go through, in its order; none of them is looked at.
std::vector<Set> sets_of(const Project& project, const Request& request, Report& report);

Report build(const Project& project, const Request& request, const Listener& listener = {});

// One of many runs in the same process: what is not of this change alone is left to others, such as looking
// for files that are gone or for what a killed run left behind.
Report build(const Project& project, const Request& request, const Listener& listener, Kept& kept);

}  // namespace brochure::make
