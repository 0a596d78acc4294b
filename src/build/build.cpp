#include "build/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <utility>

#include "build/editions.hpp"
#include "build/plan.hpp"
#include "build/produce.hpp"
#include "diag/codes.hpp"
#include "document/read.hpp"
#include "lint/lint.hpp"
#include "lint/untranslated.hpp"
#include "translation/lag.hpp"
#include "translation/values.hpp"

namespace brochure::build {

namespace {

struct JobResult {
    Sink sink;
    std::vector<std::string> refused;
};

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

bool has_mistakes(const Sink& sink, bool strict) {
    return sink.has_errors() || (strict && sink.warnings() > 0);
}

// On paper, words that were never filled in reach a patient; on the screen they help to see what is missing.
bool goes_to_print(const Job& job) {
    return std::any_of(job.outputs.begin(), job.outputs.end(), [](const Output& output) {
        return output.edition == spec::Edition::press || output.edition == spec::Edition::booklet;
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

std::vector<spec::Edition> editions_of(const Job& job) {
    std::vector<spec::Edition> editions;
    for (const Output& output : job.outputs) editions.push_back(output.edition);
    return editions;
}

// One job at a time of its own data; the listener and the master texts are shared.
class Worker {
  public:
    // `held`: nothing is to be written, whatever the job finds.
    Worker(const Project& project, const Request& request, const Listener& listener, std::size_t jobs,
           bool held)
        : project_(project), request_(request), listener_(listener), jobs_(jobs), held_(held) {}

    // Whatever happens in a job ends that job alone.
    void work(Job& job, JobResult& result) {
        const auto ended = [&](std::string_view why) {
            result.refused.push_back(
                fmt::format("{}.{} could not be made: {}", job.brochure, job.language, why));
            for (Output& output : job.outputs) {
                if (output.state == State::refused) output.state = State::failed;
            }
        };
        try {
            run(job, result);
        } catch (const std::bad_alloc&) {
            ended("there was not enough memory");
        } catch (const std::exception& error) {
            ended(error.what());
        }
        tell_done(job);
    }

  private:
    void run(Job& job, JobResult& result) {
        auto document = document::read_document(project_.folders, job.brochure, job.language, result.sink);
        if (document) run(job, std::move(*document), result);
        const auto found = result.sink.sorted();
        if (!std::any_of(found.begin(), found.end(), is_of_environment)) return;
        for (Output& output : job.outputs) {
            if (output.state == State::refused) output.state = State::failed;
        }
    }

    void run(Job& job, document::Document document, JobResult& result) {
        if (document.master != job.language) {
            if (const document::Document* master = master_of(document)) {
                // First: what is not translated anew may be the master's own words from here on.
                const bool held = is_held(job, *master, document, result.sink);
                document::compare_translation(*master, document, result.sink);
                lint::untranslated(*master, document, result.sink);
                translation::compare_values(*master, document, result.sink);
                if (held) return;
            }
        }
        if (goes_to_print(job)) result.sink = with_errors_for(diag::code::placeholder, result.sink);
        const bool pictograms = job.layout != nullptr && job.layout->pictogram.shown;
        const style::Pictures pictures = read_pictures(document, pictograms, result.sink);
        if (job.layout == nullptr) return;
        font::Library fonts(project_.font_folders);
        Fitted fitted = fit(job, document, pictures, fonts, project_, request_, result.sink);
        const spec::LayoutSpec& layout = fitted.other ? *fitted.other : *job.layout;
        for (Output& output : job.outputs) output.pages = fitted.pages.document.pages.size();
        const preflight::Subject subject{fitted.pages.document, fonts, layout};
        Editions editions(subject, request_.greyscale);
        result.refused = editions.look_over(editions_of(job), result.sink);
        if (request_.write) {
            write(job, editions, result);
            explain(job, fitted.pages);
        } else {
            lint::check_text(document, request_.today, result.sink);
            lint::check_pages({document, layout, fitted.pages, fonts}, result.sink);
        }
    }

    // A language file without words for it cannot say so: the text is held instead.
    static bool can_say_so(const document::Document& document, Sink& sink) {
        bool can = true;
        const bool borrows = document.stale_policy == document::StalePolicy::source;
        for (const std::string label :
             {"translation_of", borrows ? "passage_untranslated" : "passage_behind"}) {
            if (!document.language.label(label).empty()) continue;
            can = false;
            sink.warning(
                diag::code::key_missing, document.language.place,
                fmt::format("without the label '{}' a text that is behind its master text cannot say "
                            "so, and is held",
                            label),
                "add it under [labels], as the language files of the program have it");
        }
        return can;
    }

    // A translation that is behind stays as it was built, or says on its pages what it is.
    bool is_held(Job& job, const document::Document& master, document::Document& document, Sink& sink) {
        const auto lag = translation::lag_of(project_.folders, master, document, sink);
        if (!lag) return false;
        translation::report(*lag, document, sink);
        if (document.stale_policy != document::StalePolicy::hold && can_say_so(document, sink)) {
            translation::mark(*lag, master, document);
            return false;
        }
        if (!request_.write) return false;
        for (Output& output : job.outputs) {
            output.state = State::held;
            tell(output);
        }
        return true;
    }

    // Read once for all its translations; its mistakes are reported by its own job. Null if it cannot be
    // read.
    const document::Document* master_of(const document::Document& translation) {
        const std::scoped_lock lock(reading_);
        const auto [at, is_new] = masters_.try_emplace(translation.id);
        if (is_new) {
            Sink own;
            at->second = document::read_document(project_.folders, translation.id, translation.master, own);
        }
        return at->second ? &*at->second : nullptr;
    }

    // All are made before the first is written.
    void write(Job& job, Editions& editions, JobResult& result) {
        if (held_ || has_mistakes(result.sink, request_.strict)) return;
        std::vector<std::pair<Output*, std::string>> made;
        for (Output& output : job.outputs) {
            auto bytes = editions.bytes_of(output.edition);
            if (bytes.ok())
                made.emplace_back(&output, std::move(bytes).value());
            else
                fail(output, bytes.error().message, result);
        }
        for (const auto& [output, bytes] : made) {
            const auto replaced = base::replace_file(output->file, bytes);
            if (!replaced.ok()) {
                fail(*output, replaced.error().message, result);
                continue;
            }
            output->state = replaced.value() == base::Replaced::written ? State::made : State::unchanged;
            output->bytes = bytes.size();
            tell(*output);
        }
    }

    void fail(Output& output, const std::string& why, JobResult& result) {
        output.state = State::failed;
        if (std::find(result.refused.begin(), result.refused.end(), why) == result.refused.end())
            result.refused.push_back(why);
        tell(output);
    }

    void explain(Job& job, page::Pagination& pages) const {
        if (!request_.explain) return;
        const auto first = std::find_if(job.outputs.begin(), job.outputs.end(), [](const Output& output) {
            return output.state == State::made || output.state == State::unchanged;
        });
        if (first == job.outputs.end()) return;
        first->reports = std::move(pages.reports);
        first->count = pages.count;
    }

    void tell(const Output& output) {
        const std::scoped_lock lock(telling_);
        if (listener_.output) listener_.output(output);
    }

    void tell_done(const Job& job) {
        const std::scoped_lock lock(telling_);
        ++done_;
        if (listener_.progress)
            listener_.progress(done_, jobs_, fmt::format("{}.{}", job.brochure, job.language));
    }

    const Project& project_;
    const Request& request_;
    const Listener& listener_;
    std::size_t jobs_, done_ = 0;
    bool held_;
    std::mutex telling_, reading_;
    std::map<std::string, std::optional<document::Document>> masters_;  // by brochure
};

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
        case State::failed:
            break;
    }
    return "failed";
}

bool is_of_environment(const diag::Diagnostic& diagnostic) {
    return diagnostic.code == diag::code::file_unreadable;
}

Report build(const Project& project, const Request& request, const Listener& listener) {
    Report report;
    Plan planned = plan(project, request, report);
    std::vector<JobResult> results(planned.jobs.size());
    // A layout's warnings are every brochure's.
    const bool held = request.strict && report.diagnostics.warnings() > 0;
    Worker worker(project, request, listener, planned.jobs.size(), held);
    std::atomic<std::size_t> next{0};
    auto work = [&] {
        for (std::size_t at = next++; at < results.size(); at = next++)
            worker.work(planned.jobs[at], results[at]);
    };
    const auto threads = std::min<std::size_t>(std::max(1U, request.jobs), results.size());
    std::vector<std::jthread> helpers;
    for (std::size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
    work();
    helpers.clear();
    for (std::size_t i = 0; i < results.size(); ++i) {
        Job& job = planned.jobs[i];
        if (request.write)
            std::move(job.outputs.begin(), job.outputs.end(), std::back_inserter(report.outputs));
        for (std::string& sentence : results[i].refused) {
            if (std::find(report.refused.begin(), report.refused.end(), sentence) == report.refused.end())
                report.refused.push_back(std::move(sentence));
        }
        report.diagnostics.take(std::move(results[i].sink));
    }
    return report;
}

}  // namespace brochure::build
