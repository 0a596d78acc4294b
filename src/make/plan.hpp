// Plan: what there is to do. In: a project and a request. Out: the jobs, each with the files it is to make;
// names that do not exist, each with the nearest that does. Names that are wrong stop no others.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/reads.hpp"
#include "design/design.hpp"
#include "make/make.hpp"

namespace brochure::make {

// A brochure in a language and a layout: its pages are made once, and written as often as there are outputs.
struct Job {
    std::string brochure, language, layout_name;
    const design::Design* layout = nullptr;  // none: it has mistakes; the text is read all the same
    const base::Reads* layout_reads = nullptr;
    std::vector<Output> outputs;
};

struct Plan {
    std::map<std::string, design::Design> layouts;
    std::map<std::string, base::Reads> layout_reads;
    std::vector<Job> jobs;
};

// What cannot be done at all goes to `report`.
Plan plan(const Project& project, const Request& request, Report& report);

// Read anew for a brochure whose every page is to have some lines more or fewer.
std::optional<design::Design> read_layout(const std::string& name, const Project& project,
                                          const Request& request, Sink& sink, int more_lines = 0);

}  // namespace brochure::make
