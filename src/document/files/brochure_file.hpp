// brochure.toml: the facts that hold in every language.
// In: the file. Out: ids, dates, images and pictograms with their rights, sources.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "document/markdown/inlines.hpp"
#include "document/model/document.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

struct BrochureFile {
    std::string number, edition, master;
    Place master_place, review_by_place;
    base::Date updated, review_by;
    StalePolicy stale = StalePolicy::hold;
    std::map<std::string, StalePolicy> stale_in;  // of single languages
    std::vector<Image> images;
    std::vector<Pictogram> pictograms;
    std::vector<PullOut> pull_outs;
    std::vector<Mention> sections;  // that pictograms and pull-outs name, and where
    std::vector<Source> sources;
    // Of the part of a source's page that is meant, by the source's id. Printed nowhere: whoever looks
    // whether the page has changed goes by it.
    std::map<std::string, std::string> source_headings;
};

std::optional<BrochureFile> read_brochure_file(const ProjectFolders& folders, const std::string& id,
                                               Sink& sink);

}  // namespace brochure::document
