#include "cli/rebuild_options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <set>
#include <system_error>
#include <vector>

#include "record/depfile.hpp"
#include "record/places.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

// "2/3": the second of three. A sentence for what is none.
std::string read_shard(const std::string& text, make::Shard& shard) {
    constexpr unsigned most = 10000;
    make::Shard read{0, 0};
    const char* const end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, read.number);
    if (number.ec == std::errc{} && number.ptr != end && *number.ptr == '/') {
        const auto of = std::from_chars(number.ptr + 1, end, read.of);
        if (of.ec == std::errc{} && of.ptr == end && read.number >= 1 && read.number <= read.of &&
            read.of <= most) {
            shard = read;
            return {};
        }
    }
    return fmt::format("'{}' is no part: write 1/3, 2/3 or 3/3 for a third of all", text);
}

}  // namespace

void RebuildOptions::add_shard_to(CLI::App& command) {
    command
        .add_option("--shard", shard_text,
                    "Only this part of all, such as 2/3: for several machines, each of which makes its own")
        ->check([this](const std::string& text) { return read_shard(text, shard); })
        ->type_name("I/N");
}

void RebuildOptions::add_to(CLI::App& build) {
    add_shard_to(build);
    build.add_flag("--force", force, "Make also what is up to date");
    build.add_flag("--dry-run", dry_run, "Say what would be made, and write nothing");
    build.add_flag("--explain-rebuild", explain_rebuild, "Say what made a brochure out of date");
    build.add_flag("--prune", prune,
                   "Remove files whose brochure, language or layout the project no longer has");
    build
        .add_option("--depfile", depfile,
                    "Write to this file, for Make or Ninja, which files everything was made from")
        ->type_name("FILE");
    build.add_option("--deps", deps, "Print what was read, looked for in vain and listed: json")
        ->check(CLI::IsMember({"json"}))
        ->type_name("json");
}

void RebuildOptions::ask(make::Request& request) const {
    request.force = force;
    request.dry_run = dry_run;
    request.explain_rebuild = explain_rebuild;
    request.prune = prune;
    request.tell_inputs = !depfile.empty() || !deps.empty();
    request.shard = shard;
}

void write_depfile(const RebuildOptions& options, const fs::path& folder, const fs::path& data,
                   make::Report& report) {
    if (options.depfile.empty() || options.dry_run || report.unfinished > 0) return;
    const record::Places places(folder, data);
    std::vector<fs::path> made;
    std::set<std::string> sources;
    for (const make::Set& set : report.sets) {
        made.insert(made.end(), set.files.begin(), set.files.end());
        sources.merge(record::files_in(set.inputs, places));
    }
    if (const auto error = record::write_depfile(options.depfile, made, sources))
        report.refused.push_back(error->message);
}

}  // namespace brochure::cli
