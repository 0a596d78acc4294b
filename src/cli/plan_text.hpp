// PlanText: what is to be made, as a file for a tool that runs many commands at a time. In: the sets of a
// build. Out: a file of Ninja's or GNU Make's, or JSON, in which each set is one command.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "make/make.hpp"

namespace brochure::cli {

enum class PlanForm { ninja, make, json };

struct PlannedRun {
    std::filesystem::path program, folder;
    const make::Request& request;
};

std::string plan_as_text(const PlannedRun& run, const std::vector<make::Set>& sets, PlanForm form);

}  // namespace brochure::cli
