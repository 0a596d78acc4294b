// RebuildOptions: the switches about what is made again, by whom, and who is told what it was made from. In:
// the command line. Out: a part of a build's request; the depfile, however the run ended.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>

#include "make/make.hpp"

namespace brochure::cli {

struct RebuildOptions {
    bool force = false, dry_run = false, explain_rebuild = false, prune = false;
    std::filesystem::path depfile;
    std::string deps;  // "json", or nothing
    std::string shard_text;
    make::Shard shard;

    void add_to(CLI::App& build);
    void add_shard_to(CLI::App& command);
    void ask(make::Request& request) const;
    [[nodiscard]] bool prints_deps() const { return deps == "json"; }
};

// What failed is tried again by a build tool when one of its files has changed. `folder` and `data` are the
// project's; a depfile that cannot be written is told in the report.
void write_depfile(const RebuildOptions& options, const std::filesystem::path& folder,
                   const std::filesystem::path& data, make::Report& report);

}  // namespace brochure::cli
