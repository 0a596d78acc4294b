// Process: another program, run to its end.
// In: its words, a file for its standard input, changes of its surroundings. Out: what it printed, and how it
// ended. It is looked for as a shell would; no shell is asked.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace brochure::base {

struct Ended {
    int started = 0;  // an error of the system, as errno has them
    int exit_code = -1;
    std::string out, err;

    [[nodiscard]] bool not_installed() const;
    [[nodiscard]] std::string why_not_started() const;
    [[nodiscard]] std::string first_complaint() const;  // the first line of what it said
};

// `environment`: "NAME=value", in place of or beside those of this program.
Ended run(const std::vector<std::string>& words, const std::filesystem::path& input = "/dev/null",
          const std::vector<std::string>& environment = {});

}  // namespace brochure::base
