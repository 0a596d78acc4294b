#include "make/worker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "diag/codes.hpp"
#include "lint/lint.hpp"
#include "make/fit.hpp"
#include "make/produce.hpp"
#include "record/placed.hpp"

namespace brochure::make {

namespace {

bool has_mistakes(const Sink& sink, bool strict) {
    return sink.has_errors() || (strict && sink.warnings() > 0);
}

bool has_mistakes(const JobResult& result, bool strict) {
    return has_mistakes(result.sink, strict) ||
           std::any_of(result.editions.begin(), result.editions.end(),
                       [&](const EditionResult& edition) { return has_mistakes(edition.found, strict); });
}

// On paper, words that were never filled in reach a patient; on the screen they help to see what is missing.
bool goes_to_print(const Job& job) {
    return std::any_of(job.outputs.begin(), job.outputs.end(), [](const Output& output) {
        return output.edition == design::Edition::press || output.edition == design::Edition::booklet;
    });
}

// The same reports, those of a code as errors.
Sink with_errors_for(std::string_view code, const Sink& sink) {
    Sink raised;
    for (diag::Diagnostic& diagnostic : sink.sorted()) {
        if (diagnostic.code == code) diagnostic.severity = diag::Severity::error;
        raised.report(std::move(diagnostic));
    }
    return raised;
}

Sink as_sink(const std::vector<diag::Diagnostic>& diagnostics) {
    Sink sink;
    for (const diag::Diagnostic& diagnostic : diagnostics) sink.report(diagnostic);
    return sink;
}

}  // namespace

Worker::Worker(Run& run, const Listener& listener, const std::vector<Job>& jobs)
    : run_(run), listener_(listener), jobs_(jobs.size()) {
    for (const Job& job : jobs) ++in_work_[job.brochure].jobs;
}

void Worker::work(Job& job, JobResult& result) {
    Task task{job, result};
    result.editions.resize(job.outputs.size());
    const auto ended = [&](std::string_view why) {
        result.refused.push_back(fmt::format("{}.{} could not be made: {}", job.brochure, job.language, why));
        for (Output& output : job.outputs) {
            if (output.state == State::refused) output.state = State::failed;
        }
    };
    try {
        work(task);
    } catch (const std::bad_alloc&) {
        ended("there was not enough memory");
    } catch (const std::exception& error) {
        ended(error.what());
    }
    // A batch has thousands of them: what is told of the job is kept, and nothing else.
    for (EditionResult& edition : result.editions) result.sink.take(std::move(edition.found));
    std::vector<EditionResult>{}.swap(result.editions);
    let_go_of(job.brochure);
    tell_done(job);
}

void Worker::work(Task& task) {
    const Request& request = run_.request;
    if (stopped()) return stop(task);
    if (!request.write) return make(task);
    task.before = standing_of(task.job, run_);
    if (task.before.reasons.empty()) return take_over(task);
    if (request.explain_rebuild) {
        for (Output& output : task.job.outputs) output.reasons = task.before.reasons;
    }
    if (request.dry_run) return foretell(task);
    const auto note_inputs = [&] {
        if (!request.tell_inputs) return;
        base::Reads all = task.reads;
        for (const EditionResult& edition : task.result.editions) all.add(edition.reads);
        task.result.inputs = run_.places.named(all.by_path());
    };
    try {
        const base::Observing observing(task.reads, run_.digests);
        make(task);
    } catch (...) {
        note_inputs();  // a build tool is told also of what failed
        throw;
    }
    note_inputs();
}

// As far as the text alone tells: pages are not made.
void Worker::foretell(Task& task) {
    const Text& text = files_of(task.job.brochure).text(task.job.language);
    task.result.sink = text.found;
    const bool refused = task.job.layout == nullptr || !text.document || has_mistakes(text.found, false);
    for (Output& output : task.job.outputs) {
        output.state = text.held ? State::held : refused ? State::refused : State::stale;
        tell(output);
    }
}

// What was made before is what would be made now: it is told as if it had been.
void Worker::take_over(Task& task) {
    const record::Record& record = *task.before.record;
    task.result.sink = as_sink(run_.labels.brought_up_to_date(record));
    record::Inputs inputs = record.inputs;
    for (std::size_t i = 0; i < task.job.outputs.size(); ++i) {
        Output& output = task.job.outputs[i];
        const record::Output& known = *record.find(output.edition);
        task.result.editions[i].found = as_sink(known.diagnostics);
        inputs.insert(known.inputs.begin(), known.inputs.end());
        output.state = State::unchanged;
        output.pages = known.pages;
        output.bytes = known.bytes;
        tell(output);
    }
    if (run_.request.tell_inputs) task.result.inputs = std::move(inputs);
}

void Worker::make(Task& task) {
    if (task.job.layout_reads != nullptr) base::observe(*task.job.layout_reads);
    BrochureFiles& files = files_of(task.job.brochure);
    const Text& text = files.text(task.job.language);
    task.result.sink = text.found;
    if (text.document) make(task, text, files.pictures());
    const auto found = task.result.sink.sorted();
    if (!std::any_of(found.begin(), found.end(), is_of_environment)) return;
    for (Output& output : task.job.outputs) {
        if (output.state == State::refused) output.state = State::failed;
    }
}

void Worker::make(Task& task, const Text& text, PictureFiles& files) {
    auto& [job, result, reads, before, said] = task;
    const document::Document& document = *text.document;
    const Request& request = run_.request;
    if (text.held && request.write) return hold(job);
    if (goes_to_print(job)) result.sink = with_errors_for(diag::code::placeholder, result.sink);
    const bool pictograms = job.layout != nullptr && job.layout->pictogram.shown;
    const style::Pictures pictures = read_pictures(document, pictograms, files, result.sink);
    if (job.layout == nullptr) return;
    if (stopped()) return stop(task);
    font::Library fonts(run_.project.font_folders);
    Fitted fitted = fit(job, document, pictures, {fonts, run_.dictionaries}, text.imprint, run_, result.sink);
    if (stopped()) return stop(task);
    const design::Design& layout = fitted.other ? *fitted.other : *job.layout;
    const preflight::Subject subject{fitted.pages.document, fonts, layout};
    Editions editions(subject, request.greyscale, run_.profiles);
    editions.look_over(result.sink);
    for (std::size_t i = 0; i < job.outputs.size(); ++i) {
        const base::Observing observing(result.editions[i].reads);
        job.outputs[i].pages = fitted.pages.document.pages.size();
        if (auto prevented =
                editions.look_over(job.outputs[i].edition, result.sink, result.editions[i].found))
            result.refused.push_back(*std::move(prevented));
    }
    if (request.write) {
        said = {text.seal, document.edition, record::placed(text.pieces, fitted.pages.document)};
        write(task, editions);
        explain(job, fitted.pages);
    } else {
        lint::check_text(document, request.today, result.sink);
        lint::check_pages({document, layout, fitted.pages, fonts}, result.sink);
    }
}

// A translation that is behind stays as it was built.
void Worker::hold(Job& job) {
    for (Output& output : job.outputs) {
        output.state = State::held;
        tell(output);
    }
}

// All are made before the first is written.
void Worker::write(Task& task, Editions& editions) {
    if (run_.held || has_mistakes(task.result, run_.request.strict)) return;
    std::vector<Made> made;
    for (std::size_t i = 0; i < task.job.outputs.size(); ++i) {
        if (stopped()) return stop(task);
        Output& output = task.job.outputs[i];
        EditionResult& result = task.result.editions[i];
        const base::Observing observing(result.reads);
        auto bytes = editions.bytes_of(output.edition);
        if (bytes.ok())
            made.push_back({&output, &result, std::move(bytes).value()});
        else
            fail(output, bytes.error().message, task.result);
    }
    if (!made.empty()) replace(task, made);
}

// What was found so far is no judgement of the texts: it is left to the run that does the job.
void Worker::stop(Task& task) const {
    task.result.unfinished = true;
    task.result.sink = {};
    for (EditionResult& edition : task.result.editions) edition.found = {};
    for (Output& output : task.job.outputs) output.state = State::failed;
}

// All editions and the record, or none of them. Those that are as they were are not touched.
void Worker::replace(Task& task, std::vector<Made>& made) {
    base::Replacement replacement;
    std::optional<base::Error> error;
    const auto put = [&](const std::filesystem::path& file, std::string_view bytes) {
        if (error) return base::Replaced::unchanged;
        auto replaced = replacement.add(file, bytes);
        if (!replaced.ok()) error = replaced.error();
        return replaced.ok() ? replaced.value() : base::Replaced::unchanged;
    };
    for (auto& [output, result, bytes] : made) {
        result->digest = base::sha256(bytes);
        output->bytes = bytes.size();
        const bool same = run_.present.digest_of(output->file) == result->digest;
        const auto replaced = same ? base::Replaced::unchanged : put(output->file, bytes);
        output->state = replaced == base::Replaced::written ? State::made : State::unchanged;
    }
    const record::Record record = record_of(task.job, task.reads, task.result.sink, task.result.editions,
                                            task.before, std::move(task.said), run_);
    put(record_file(task.job, run_.request), record::as_json(record));
    if (!error) error = replacement.rename_all();
    for (auto& [output, result, bytes] : made) {
        if (error) {
            fail(*output, error->message, task.result);
            continue;
        }
        if (const auto state = replacement.state_of(output->file))
            run_.digests.learn(*state, {result->digest, output->file.string(), true});
        tell(*output);
    }
}

void Worker::fail(Output& output, const std::string& why, JobResult& result) {
    output.state = State::failed;
    if (std::find(result.refused.begin(), result.refused.end(), why) == result.refused.end())
        result.refused.push_back(why);
    tell(output);
}

void Worker::explain(Job& job, page::Pagination& pages) const {
    if (!run_.request.explain) return;
    const auto first = std::find_if(job.outputs.begin(), job.outputs.end(), [](const Output& output) {
        return output.state == State::made || output.state == State::unchanged;
    });
    if (first == job.outputs.end()) return;
    first->reports = std::move(pages.reports);
    first->count = pages.count;
}

BrochureFiles& Worker::files_of(const std::string& brochure) {
    const std::scoped_lock lock(reading_);
    std::unique_ptr<BrochureFiles>& files = in_work_.at(brochure).files;
    if (!files)
        files =
            std::make_unique<BrochureFiles>(run_.project.folders, brochure, run_.kept.pictures_of(brochure));
    return *files;
}

void Worker::let_go_of(const std::string& brochure) {
    const std::scoped_lock lock(reading_);
    InWork& in_work = in_work_.at(brochure);
    if (--in_work.jobs == 0) in_work.files.reset();
}

void Worker::tell(const Output& output) {
    const std::scoped_lock lock(telling_);
    if (listener_.output) listener_.output(output);
}

void Worker::tell_done(const Job& job) {
    const std::scoped_lock lock(telling_);
    ++done_;
    if (listener_.progress)
        listener_.progress(done_, jobs_, fmt::format("{}.{}", job.brochure, job.language));
}

}  // namespace brochure::make
