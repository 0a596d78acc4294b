#include "make/make.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <utility>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "diag/codes.hpp"
#include "make/gone.hpp"
#include "make/plan.hpp"
#include "make/run.hpp"
#include "make/worker.hpp"
#include "record/memo.hpp"

namespace brochure::make {

namespace {

// What runs that were killed left behind, where this one writes.
void remove_leftovers(const std::vector<Job>& jobs) {
    std::set<std::filesystem::path> folders;
    for (const Job& job : jobs) {
        for (const Output& output : job.outputs) folders.insert(output.file.parent_path());
    }
    for (const std::filesystem::path& folder : folders) (void)base::remove_leftovers(folder);
}

void work_at_all(Worker& worker, std::vector<Job>& jobs, std::vector<JobResult>& results,
                 unsigned at_a_time) {
    std::atomic<std::size_t> next{0};
    auto work = [&] {
        for (std::size_t at = next++; at < results.size(); at = next++) worker.work(jobs[at], results[at]);
    };
    const auto threads = std::min<std::size_t>(std::max(1U, at_a_time), results.size());
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
    work();
}

Set set_of(const Job& job) {
    Set set{job.brochure, job.language, job.layout_name, {}};
    for (const Output& output : job.outputs) set.files.push_back(output.file);
    return set;
}

void add(Report& report, Job& job, JobResult& result, const Request& request) {
    if (request.write) {
        if (request.tell_inputs) {
            report.sets.push_back(set_of(job));
            report.sets.back().inputs = std::move(result.inputs);
        }
        std::move(job.outputs.begin(), job.outputs.end(), std::back_inserter(report.outputs));
    }
    for (std::string& sentence : result.refused) {
        if (std::find(report.refused.begin(), report.refused.end(), sentence) == report.refused.end())
            report.refused.push_back(std::move(sentence));
    }
    ++report.jobs;
    if (result.unfinished) ++report.unfinished;
    report.diagnostics.take(std::move(result.sink));
}

// The memo is a file too: it is written where something was, or where it saves going through much anew.
void remember(const Kept& kept, const Request& request, const Report& report) {
    constexpr std::uint64_t much = 30'000'000;  // a tenth of a second
    const bool made = std::any_of(report.outputs.begin(), report.outputs.end(),
                                  [](const Output& output) { return output.state == State::made; });
    std::error_code failed;
    if ((made || kept.digests.gone_through() > much) && std::filesystem::is_directory(request.output, failed))
        record::remember(request.output / record::memo_name, kept.digests);
}

}  // namespace

std::string_view name_of(State state) {
    switch (state) {
        case State::made:
            return "made";
        case State::unchanged:
            return "unchanged";
        case State::refused:
            return "refused";
        case State::held:
            return "held";
        case State::stale:
            return "stale";
        case State::failed:
            break;
    }
    return "failed";
}

bool Shard::has(const std::string& set) const {
    constexpr std::size_t digits = 8;
    const std::string start = base::sha256(set).substr(0, digits);
    return std::stoul(start, nullptr, 16) % of == number - 1;
}

bool is_of_environment(const diag::Diagnostic& diagnostic) {
    return diagnostic.code == diag::code::file_unreadable;
}

std::vector<Set> sets_of(const Project& project, const Request& request, Report& report) {
    std::vector<Set> sets;
    for (const Job& job : plan(project, request, report).jobs) sets.push_back(set_of(job));
    return sets;
}

Report build(const Project& project, const Request& request, const Listener& listener) {
    Kept kept;
    const bool writes = request.write && !request.dry_run;
    if (request.write) record::recall(request.output / record::memo_name, kept.digests);
    if (writes) (void)base::remove_leftovers(request.output);
    Report report = build(project, request, listener, kept);
    if (request.write && report.unfinished == 0) look_for_gone(project, request, report);
    if (writes) remember(kept, request, report);
    return report;
}

Report build(const Project& project, const Request& request, const Listener& listener, Kept& kept) {
    Report report;
    Run run(project, request, kept);
    Plan planned;
    {
        base::Reads of_the_plan;
        std::optional<base::Observing> observing;
        if (request.write) observing.emplace(of_the_plan, run.digests);
        planned = plan(project, request, report);
    }
    if (request.write && !request.dry_run) remove_leftovers(planned.jobs);
    // A layout's warnings are every brochure's.
    run.held = request.strict && report.diagnostics.warnings() > 0;
    std::vector<JobResult> results(planned.jobs.size());
    Worker worker(run, listener, planned.jobs);
    work_at_all(worker, planned.jobs, results, request.jobs);
    for (std::size_t i = 0; i < results.size(); ++i) add(report, planned.jobs[i], results[i], request);
    return report;
}

}  // namespace brochure::make
