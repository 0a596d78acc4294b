// SetRecord: a job and the record beside its files. In: a job before it is done, or what came of it. Out:
// whether it need be done, and why; the record to write.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "make/plan.hpp"
#include "make/run.hpp"
#include "record/record.hpp"

namespace brochure::make {

// What was found and read for one edition alone.
struct EditionResult {
    Sink found;
    base::Reads reads;
    std::string digest;  // of the file, once there are bytes for it
};

struct Standing {
    std::optional<record::Record> record;  // if there is one that can be read
    std::vector<std::string> reasons;      // to do the job; none: its files are up to date
};

std::filesystem::path record_file(const Job& job, const Request& request);

Standing standing_of(const Job& job, Run& run);

// What a set says, beside what it is made from.
struct Said {
    std::string seal, edition;
    std::vector<record::PlacedPiece> pieces;
};

// Of the outputs that are written now; what an earlier record says of other editions is kept.
record::Record record_of(const Job& job, const base::Reads& reads, const Sink& found,
                         const std::vector<EditionResult>& editions, const Standing& before, Said said,
                         const Run& run);

}  // namespace brochure::make
