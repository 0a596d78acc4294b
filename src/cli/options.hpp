// Options: what was asked for on the command line, as far as more than one command knows of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/export_options.hpp"
#include "cli/plan_text.hpp"
#include "cli/rebuild_options.hpp"
#include "cli/review_commands.hpp"
#include "cli/sources_command.hpp"

namespace brochure::cli {

struct Options {
    std::filesystem::path folder = ".";
    std::filesystem::path output;
    std::vector<std::string> brochures, languages, layouts{"a5"}, editions;
    std::string format = "text", on;
    unsigned jobs = 0;
    bool quiet = false, no_progress = false, explain = false, strict = false, greyscale = false;
    RebuildOptions rebuild;
    PlanForm plan_form = PlanForm::json;
    int pages = 0;
    std::string new_id, new_language;
    std::int64_t due = 0;
    std::string translated_id, translated_language, exchange_file;
    std::vector<std::string> keys;
    ExportOptions exported;
    SourcesRequest sources;
    ReviewCommands review;

    [[nodiscard]] bool json() const { return format == "json"; }
    [[nodiscard]] bool for_people() const { return format == "text"; }
};

}  // namespace brochure::cli
