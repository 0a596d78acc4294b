#include "results/sarif.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/digest.hpp"
#include "base/trimmed.hpp"
#include "results/dumped.hpp"
#include "results/source_lines.hpp"

namespace brochure::results {

namespace {

using nlohmann::ordered_json;

constexpr auto project_base = "PROJECT";

// A path as a URI reference (RFC 3986): what is not unreserved is written %XX.
std::string as_uri(std::string_view path) {
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        if (base::is_ascii_letter(c) || base::is_ascii_digit(c) ||
            std::string_view{"-._~/"}.find(c) != std::string_view::npos)
            uri.push_back(c);
        else
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri;
}

class Results {
  public:
    explicit Results(const std::filesystem::path& project) : lines_(project) {}

    void add(const diag::Diagnostic& one) {
        const bool is_new = !numbers_.contains(one.code);
        const std::size_t number = numbers_.try_emplace(one.code, rules_.size()).first->second;
        if (is_new) rules_.push_back({{"id", one.code}});
        const std::string advice = one.remedy.empty() ? "" : "\n" + one.remedy;
        ordered_json result{{"ruleId", one.code},
                            {"ruleIndex", number},
                            {"level", one.severity == diag::Severity::error ? "error" : "warning"},
                            {"message", {{"text", one.message + advice}}}};
        if (!one.place.file.empty()) {
            const ordered_json place{{"physicalLocation", place_of(one.place)}};
            result["locations"] = ordered_json::array({place});
        }
        result["partialFingerprints"] = {{"brochure/v1", fingerprint(one)}};
        results_.push_back(std::move(result));
    }
    ordered_json rules() { return std::move(rules_); }
    ordered_json results() { return std::move(results_); }

  private:
    ordered_json place_of(const Place& place) {
        ordered_json file{{"uri", as_uri(place.file)}};
        if (!place.file.starts_with('/')) file["uriBaseId"] = project_base;
        ordered_json out{{"artifactLocation", std::move(file)}};
        if (place.line == 0) return out;
        out["region"] = {{"startLine", place.line}};
        if (place.column > 0)
            out["region"]["startColumn"] = utf16_column(lines_.line(place.file, place.line), place.column);
        return out;
    }

    // What is said of which line, and for the how manieth time; not where that line stands.
    std::string fingerprint(const diag::Diagnostic& one) {
        constexpr std::size_t digits = 32;
        const std::string what = fmt::format("{}\n{}\n{}", one.code, one.place.file,
                                             base::trimmed(lines_.line(one.place.file, one.place.line)));
        return base::sha256(fmt::format("{}\n{}", what, ++times_[what])).substr(0, digits);
    }

    SourceLines lines_;
    std::map<std::string, std::size_t> numbers_;  // of rules, by code
    std::map<std::string, std::size_t> times_;
    ordered_json rules_ = ordered_json::array(), results_ = ordered_json::array();
};

ordered_json notifications(const std::vector<std::string>& sentences) {
    ordered_json list = ordered_json::array();
    for (const std::string& sentence : sentences)
        list.push_back({{"level", "error"}, {"message", {{"text", sentence}}}});
    return list;
}

}  // namespace

std::string as_sarif(const make::Report& report, const std::filesystem::path& project,
                     const std::string& version) {
    Results results(project);
    for (const diag::Diagnostic& one : report.diagnostics.sorted()) results.add(one);
    const ordered_json driver{{"name", "brochure"}, {"version", version}, {"rules", results.rules()}};
    const ordered_json invocation{{"executionSuccessful", report.refused.empty() && report.misused.empty()},
                                  {"toolExecutionNotifications", notifications(report.refused)},
                                  {"toolConfigurationNotifications", notifications(report.misused)}};
    ordered_json bases;
    bases[project_base]["description"]["text"] = "The project's folder.";
    ordered_json run;
    run["tool"]["driver"] = driver;
    run["invocations"] = ordered_json::array({invocation});
    run["columnKind"] = "utf16CodeUnits";
    run["originalUriBaseIds"] = std::move(bases);
    run["results"] = results.results();
    ordered_json out{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}};
    out["runs"] = ordered_json::array({std::move(run)});
    return dumped(out);
}

}  // namespace brochure::results
