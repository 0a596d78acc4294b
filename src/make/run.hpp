// Run: what all jobs of one run share. In: a project and what is wanted of it. Out: what is made once for all
// of them: how files are named, what is known of them, profiles, dictionaries. For many threads.
#pragma once

#include <memory>

#include "base/file_digests.hpp"
#include "make/editions.hpp"
#include "make/kept.hpp"
#include "make/label_warnings.hpp"
#include "make/make.hpp"
#include "make/project.hpp"
#include "record/places.hpp"
#include "record/present.hpp"
#include "record/program.hpp"
#include "text/shaped_document.hpp"

namespace brochure::make {

struct Run {
    Run(const Project& all_of_project, const Request& all_of_request, Kept& of_earlier_runs)
        : project(all_of_project),
          request(all_of_request),
          kept(of_earlier_runs),
          places(project.folders.root, project.folders.data),
          present(places, digests),
          labels(project.folders, present) {}

    const Project& project;
    const Request& request;
    bool held = false;  // nothing is to be written, whatever a job finds
    Kept& kept;
    const record::Program& program = kept.program;
    record::Places places;
    base::FileDigests& digests = kept.digests;
    record::Present present;
    LabelWarnings labels;
    PressProfiles& profiles = *kept.profiles;
    const std::shared_ptr<text::Dictionaries>& dictionaries = kept.dictionaries;
};

}  // namespace brochure::make
