// ReviewCommands: what those call who answer for the texts: changes, sign-off, verify, report merge.
// In: the command line. Out: what is printed, and an exit code.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "cli/changes_command.hpp"
#include "document/model/project.hpp"

namespace brochure::cli {

class ReviewCommands {
  public:
    // `day` and `output` are options that other commands have as well.
    void add_to(CLI::App& app, std::string& day, std::filesystem::path& output);
    [[nodiscard]] bool called() const;

    struct Around {
        const document::ProjectFolders& folders;
        const std::filesystem::path& output;
        base::Date today;
        bool json = false;
    };
    [[nodiscard]] int run(const Around& around) const;

  private:
    [[nodiscard]] int run_sign_off(const Around& around) const;

    CLI::App *changes_ = nullptr, *sign_off_ = nullptr, *verify_ = nullptr, *merge_ = nullptr;
    ChangesRequest compared_;
    std::string brochure_, language_, by_, until_, verified_;
    std::vector<std::filesystem::path> reports_;
};

}  // namespace brochure::cli
