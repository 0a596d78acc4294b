#include "cli/failure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/nearest.hpp"
#include "cli/streams.hpp"
#include "results/dumped.hpp"

namespace brochure::cli {

int failed(ExitCode code, const std::string& sentence, bool json) {
    if (json)
        print_out(results::dumped(nlohmann::ordered_json{{"error", sentence}}));
    else
        print_err("error: " + sentence + "\n");
    return code;
}

Known known_brochures(const document::ProjectFolders& folders, const std::vector<std::string>& wanted,
                      bool json) {
    auto listed = document::list_brochures(folders.root);
    if (!listed.ok()) return {{}, failed(environment_failed, listed.error().message, json)};
    const std::vector<std::string>& known = listed.value();
    for (const std::string& name : wanted) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const auto nearest = base::nearest_name(name, known);
        const std::string remedy = nearest ? fmt::format("Did you mean '{}'?", *nearest)
                                           : fmt::format("There are: {}.", fmt::join(known, ", "));
        return {{}, failed(wrong_usage, fmt::format("There is no brochure '{}'. {}", name, remedy), json)};
    }
    return {std::move(listed).value(), std::nullopt};
}

}  // namespace brochure::cli
