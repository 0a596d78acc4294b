// SourcesCommand: `brochure sources check`. In: what was asked for. Out: an exit code, after every cited page
// was asked for and told.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "document/model/project.hpp"
#include "sources/check.hpp"

namespace CLI {
class App;
}

namespace brochure::cli {

struct SourcesRequest {
    std::vector<std::string> brochures;
    std::string now;  // "2026-12-01"; empty: by the clock
    std::vector<std::string> inner_servers;
    double patience = 20;  // seconds

    void add_to(CLI::App& command);
};

int check_sources(const document::ProjectFolders& folders, const SourcesRequest& request, bool json,
                  bool quiet);

// Of the pages that are cited, those that somebody is to look at, as far as is known without asking.
std::vector<sources::Checked> sources_to_review(const document::ProjectFolders& folders,
                                                const std::vector<std::string>& brochures);
std::string sources_as_text(const std::vector<sources::Checked>& pages);
nlohmann::ordered_json sources_as_json(const std::vector<sources::Checked>& pages);

}  // namespace brochure::cli
