#include "make/set_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "record/keeping.hpp"
#include "record/verdict.hpp"

namespace brochure::make {

namespace fs = std::filesystem;

namespace {

record::Options options_of(const Request& request) { return {request.greyscale, request.pages}; }

bool has_warnings(const record::Record& record) {
    return !record.diagnostics.empty() ||
           std::any_of(record.outputs.begin(), record.outputs.end(),
                       [](const record::Output& output) { return !output.diagnostics.empty(); });
}

std::vector<std::string> why_not_current(const Standing& standing, const Job& job, Run& run) {
    const Request& request = run.request;
    if (request.force) return {"everything is to be made anew"};
    if (!standing.record) return {"there is no record of it"};
    if (job.layout == nullptr) return {"its layout has mistakes"};
    if (run.held || (request.strict && has_warnings(*standing.record)))
        return {"a warning counts as an error"};
    record::Wanted wanted{run.program, options_of(request), {}};
    for (const Output& output : job.outputs) wanted.editions.push_back(output.edition);
    auto reasons =
        record::why_stale(*standing.record, wanted, record_file(job, request).parent_path(), run.present,
                          request.explain_rebuild ? record::Reasons::all : record::Reasons::first);
    // What is up to date is set all the same where its pages are to be explained.
    if (reasons.empty() && request.explain && !request.dry_run) return {"its pages are to be explained"};
    return reasons;
}

// What the edition needs and the others do not.
record::Inputs own_inputs(record::Inputs inputs, const record::Inputs& of_all) {
    std::erase_if(inputs, [&](const auto& input) {
        const auto known = of_all.find(input.first);
        return known != of_all.end() && known->second == input.second;
    });
    return inputs;
}

}  // namespace

fs::path record_file(const Job& job, const Request& request) {
    return request.output / job.brochure /
           record::record_name(job.brochure, job.language, job.layout_name, request.greyscale);
}

Standing standing_of(const Job& job, Run& run) {
    Standing standing;
    auto record = record::read_record(record_file(job, run.request));
    if (!record.ok()) {
        standing.reasons.push_back(fmt::format("its record cannot be used: {}", record.error().message));
        return standing;
    }
    standing.record = std::move(record).value();
    standing.reasons = why_not_current(standing, job, run);
    return standing;
}

record::Record record_of(const Job& job, const base::Reads& reads, const Sink& found,
                         const std::vector<EditionResult>& editions, const Standing& before, Said said,
                         const Run& run) {
    record::Record record;
    record.program = run.program;
    record.brochure = job.brochure;
    record.language = job.language;
    record.layout = job.layout_name;
    record.options = options_of(run.request);
    record.inputs = run.places.named(reads.by_path());
    record.asides = run.places.named(reads.asides());
    record.diagnostics = found.sorted();
    record.made_from = record::digest_of_sources(record);
    record.seal = std::move(said.seal);
    record.text_edition = std::move(said.edition);
    record.pieces = std::move(said.pieces);
    for (std::size_t i = 0; i < job.outputs.size(); ++i) {
        const Output& output = job.outputs[i];
        const EditionResult& edition = editions[i];
        if (edition.digest.empty()) continue;
        record.outputs.push_back({output.edition, output.file.filename().string(), edition.digest,
                                  output.bytes, output.pages, run.request.created, record.made_from,
                                  own_inputs(run.places.named(edition.reads.by_path()), record.inputs),
                                  edition.found.sorted()});
    }
    if (!before.record) return record;
    const fs::path folder = record_file(job, run.request).parent_path();
    for (const record::Output& earlier : before.record->outputs) {
        std::error_code failed;
        if (record.find(earlier.edition) == nullptr && fs::exists(folder / earlier.file, failed))
            record.outputs.push_back(earlier);
    }
    std::sort(record.outputs.begin(), record.outputs.end(),
              [](const record::Output& a, const record::Output& b) { return a.edition < b.edition; });
    return record;
}

}  // namespace brochure::make
