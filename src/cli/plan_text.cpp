#include "cli/plan_text.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "record/depfile.hpp"
#include "results/dumped.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

// Beside the record.
fs::path depfile_of(const make::Set& set, const make::Request& request) {
    return request.output / set.brochure /
           fmt::format("{}.{}.{}{}.d", set.brochure, set.language, set.layout,
                       request.greyscale ? ".grey" : "");
}

std::vector<std::string> command_of(const make::Set& set, const PlannedRun& run) {
    const make::Request& request = run.request;
    std::vector<std::string> words{run.program.string(), "-C",     run.folder.string(),    "build",
                                   set.brochure,         "--lang", set.language,           "--layout",
                                   set.layout,           "-o",     request.output.string()};
    std::string editions;
    for (const design::Edition edition : request.editions)
        editions += (editions.empty() ? "" : ",") + std::string{name_of(edition)};
    if (!editions.empty()) words.insert(words.end(), {"--edition", editions});
    if (request.pages) words.insert(words.end(), {"--pages", std::to_string(*request.pages)});
    if (request.greyscale) words.emplace_back("--greyscale");
    if (request.strict) words.emplace_back("--strict");
    words.insert(words.end(), {"--quiet", "--no-progress", "--depfile",
                               depfile_of(set, request).lexically_normal().string()});
    return words;
}

// One word of a shell's (POSIX, 2.2.2).
std::string as_shell_word(std::string_view word) {
    std::string out = "'";
    for (const char c : word) out += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return out + "'";
}

// In Ninja and in Make a '$' in a command is written twice.
std::string as_recipe(const std::vector<std::string>& words) {
    std::string recipe;
    for (const std::string& word : words) {
        recipe += recipe.empty() ? "" : " ";
        for (const char c : as_shell_word(word)) {
            if (c == '$') recipe += c;
            recipe += c;
        }
    }
    return recipe;
}

// A path in a build statement of Ninja's.
std::string as_ninja_path(const fs::path& path) {
    std::string out;
    for (const char c : path.lexically_normal().string()) {
        if (c == '$' || c == ' ' || c == ':' || c == '|') out += '$';
        out += c;
    }
    return out;
}

template <class Paths, class Write>
std::string in_a_row(const Paths& paths, const Write& write) {
    std::string out;
    for (const fs::path& path : paths) out += (out.empty() ? "" : " ") + write(path);
    return out;
}

std::string as_ninja(const PlannedRun& run, const std::vector<make::Set>& sets) {
    std::string out =
        "# Printed by brochure plan --ninja. A new brochure, language or layout needs a new one.\n"
        "rule brochure\n  command = $set\n  description = $name\n  depfile = $depfile\n  deps = gcc\n"
        "  restat = 1\n";
    for (const make::Set& set : sets) {
        out += fmt::format("build {}: brochure | {}\n", in_a_row(set.files, as_ninja_path),
                           as_ninja_path(run.program));
        out +=
            fmt::format("  set = {}\n  name = {}.{}.{}\n  depfile = {}\n", as_recipe(command_of(set, run)),
                        set.brochure, set.language, set.layout, as_ninja_path(depfile_of(set, run.request)));
    }
    return out;
}

std::string as_make(const PlannedRun& run, const std::vector<make::Set>& sets) {
    const auto path = [](const fs::path& one) { return record::escaped(one.lexically_normal().string()); };
    std::string out =
        "# Printed by brochure plan --make. A new brochure, language or layout needs a new one.\n.PHONY: "
        "all\nall:";
    for (const make::Set& set : sets) out += " \\\n " + in_a_row(set.files, path);
    out += "\n";
    for (const make::Set& set : sets) {
        out += fmt::format("{} &: {}\n\t{}\n-include {}\n", in_a_row(set.files, path), path(run.program),
                           as_recipe(command_of(set, run)), path(depfile_of(set, run.request)));
    }
    return out;
}

std::string as_json(const PlannedRun& run, const std::vector<make::Set>& sets) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const make::Set& set : sets) {
        std::vector<std::string> files;
        for (const fs::path& file : set.files) files.push_back(file.string());
        list.push_back({{"id", set.brochure},
                        {"language", set.language},
                        {"layout", set.layout},
                        {"outputs", files},
                        {"command", command_of(set, run)}});
    }
    return results::dumped(nlohmann::ordered_json{{"sets", list}});
}

}  // namespace

std::string plan_as_text(const PlannedRun& run, const std::vector<make::Set>& sets, PlanForm form) {
    switch (form) {
        case PlanForm::ninja:
            return as_ninja(run, sets);
        case PlanForm::make:
            return as_make(run, sets);
        case PlanForm::json:
            break;
    }
    return as_json(run, sets);
}

}  // namespace brochure::cli
