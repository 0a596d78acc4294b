// Verdict: whether a set's files are what a build would make now. In: its record, what is wanted, what there
// is. Out: why not, one sentence for each thing that is different; none if nothing is.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "record/present.hpp"
#include "record/record.hpp"

namespace brochure::record {

struct Wanted {
    Program program;
    Options options;
    std::vector<design::Edition> editions;
};

enum class Reasons { first, all };

// `folder`: the record's.
std::vector<std::string> why_stale(const Record& record, const Wanted& wanted,
                                   const std::filesystem::path& folder, Present& present, Reasons how_many);

// Whether all of these are as they were.
bool hold(const Inputs& inputs, Present& present);

}  // namespace brochure::record
