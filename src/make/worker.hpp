// Worker: one job, from its record to its files. In: a job. Out: what became of its outputs, what the author
// is to be told, all that was looked at. Many threads may call it; what they share is guarded.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "make/brochure_files.hpp"
#include "make/editions.hpp"
#include "make/plan.hpp"
#include "make/run.hpp"
#include "make/set_record.hpp"

namespace brochure::make {

struct JobResult {
    Sink sink;                            // of all editions
    std::vector<EditionResult> editions;  // of the job's outputs, in their order
    std::vector<std::string> refused;     // by the environment
    record::Inputs inputs;
    bool unfinished = false;  // the run was stopped
};

class Worker {
  public:
    Worker(Run& run, const Listener& listener, const std::vector<Job>& jobs);

    // Whatever happens in a job ends that job alone.
    void work(Job& job, JobResult& result);

  private:
    struct Task {
        Job& job;
        JobResult& result;
        base::Reads reads = {};
        Standing before = {};
        Said said = {};
    };
    struct Made {
        Output* output;
        EditionResult* result;
        std::string bytes;
    };

    void work(Task& task);
    void foretell(Task& task);
    void take_over(Task& task);
    void make(Task& task);
    void make(Task& task, const Text& text, PictureFiles& files);
    void hold(Job& job);
    void write(Task& task, Editions& editions);
    void replace(Task& task, std::vector<Made>& made);
    void stop(Task& task) const;
    [[nodiscard]] bool stopped() const { return listener_.stopped && listener_.stopped(); }
    void fail(Output& output, const std::string& why, JobResult& result);
    void explain(Job& job, page::Pagination& pages) const;
    BrochureFiles& files_of(const std::string& brochure);
    void let_go_of(const std::string& brochure);
    void tell(const Output& output);
    void tell_done(const Job& job);

    Run& run_;
    const Listener& listener_;
    std::size_t jobs_, done_ = 0;
    std::mutex telling_, reading_;
    // A brochure's files are kept until the last of its jobs is done.
    struct InWork {
        std::size_t jobs = 0;
        std::unique_ptr<BrochureFiles> files;
    };
    std::map<std::string, InWork> in_work_;  // by brochure
};

}  // namespace brochure::make
