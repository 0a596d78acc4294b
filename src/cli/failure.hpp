// Failure: a command that ends early, said in the form that was asked for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "document/model/project.hpp"

namespace brochure::cli {

// Prints the sentence; the code is the program's.
int failed(ExitCode code, const std::string& sentence, bool json);

// All brochures there are; without them the exit code, where one that is wanted is not among them or none can
// be listed: that has been said then.
struct Known {
    std::vector<std::string> brochures;
    std::optional<int> refused;
};
Known known_brochures(const document::ProjectFolders& folders, const std::vector<std::string>& wanted,
                      bool json);

}  // namespace brochure::cli
