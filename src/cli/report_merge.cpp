#include "cli/report_merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/file.hpp"
#include "base/result.hpp"
#include "cli/exit_code.hpp"
#include "cli/failure.hpp"
#include "cli/streams.hpp"

namespace brochure::cli {

namespace {

using nlohmann::ordered_json;

constexpr std::uint64_t largest_report = std::uint64_t{1} << 30U;

base::Result<ordered_json> read_report(const std::filesystem::path& file) {
    const auto text = base::read_file(file, largest_report);
    if (!text.ok()) return text.error();
    try {
        ordered_json report = ordered_json::parse(text.value());
        if (report.is_object() && report.contains("outputs") && report.contains("diagnostics")) return report;
    } catch (const std::exception&) {
        // said below, as of what is JSON and no report
    }
    return base::Error{fmt::format("{} is no report of brochure build --format json", file.string())};
}

// Lists one behind the other, what several shards tell (a layout's warnings) once; what is true of one is
// true of all.
void take(ordered_json& whole, const ordered_json& shard) {
    for (const auto& [key, value] : shard.items()) {
        ordered_json& into = whole[key];
        if (value.is_array()) {
            if (into.is_null()) into = ordered_json::array();
            std::set<std::string> known;
            for (const ordered_json& one : into) known.insert(one.dump());
            for (const ordered_json& one : value) {
                if (known.insert(one.dump()).second) into.push_back(one);
            }
        } else if (value.is_boolean()) {
            into = value.get<bool>() || (into.is_boolean() && into.get<bool>());
        } else if (into.is_null()) {
            into = value;
        }
    }
}

// However many shards there were, the same order.
void put_in_order(ordered_json& whole) {
    static constexpr std::array of_outputs{"id", "language", "layout", "edition", "file"};
    static constexpr std::array of_diagnostics{"file", "line", "column", "code", "message"};
    const auto sort = [&](const char* list, const auto& keys) {
        if (!whole.contains(list)) return;
        std::stable_sort(
            whole[list].begin(), whole[list].end(), [&](const ordered_json& a, const ordered_json& b) {
                const auto* const differs = std::find_if(keys.begin(), keys.end(), [&](const char* key) {
                    return a.value(key, ordered_json{}) != b.value(key, ordered_json{});
                });
                return differs != keys.end() &&
                       a.value(*differs, ordered_json{}) < b.value(*differs, ordered_json{});
            });
    };
    sort("outputs", of_outputs);
    sort("diagnostics", of_diagnostics);
}

int exit_code_of(const ordered_json& whole) {
    const auto has = [&](const char* list) { return whole.contains(list) && !whole[list].empty(); };
    const auto any_output = [&](std::string_view state) {
        return std::any_of(whole["outputs"].begin(), whole["outputs"].end(),
                           [&](const ordered_json& one) { return one.value("state", "") == state; });
    };
    if (has("refused") || any_output("failed")) return environment_failed;
    if (has("misused")) return wrong_usage;
    const bool mistakes =
        std::any_of(whole["diagnostics"].begin(), whole["diagnostics"].end(),
                    [](const ordered_json& one) { return one.value("severity", "") == "error"; });
    if (mistakes || any_output("refused")) return content_errors;
    return any_output("held") ? work_waits : done;
}

}  // namespace

int merge_reports(const std::vector<std::filesystem::path>& files) {
    ordered_json whole;
    for (const std::filesystem::path& file : files) {
        const auto report = read_report(file);
        if (!report.ok()) return failed(environment_failed, report.error().message, false);
        take(whole, report.value());
    }
    put_in_order(whole);
    print_out(whole.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n");
    return exit_code_of(whole);
}

}  // namespace brochure::cli
