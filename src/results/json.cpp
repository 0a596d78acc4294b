#include "results/json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "diag/render.hpp"
#include "results/dumped.hpp"
#include "results/page_faults.hpp"

namespace brochure::results {

namespace {

using nlohmann::ordered_json;

ordered_json fault_names(const page::PageReport& page) {
    ordered_json names = ordered_json::array();
    for (const std::string_view name : names_of_faults(page)) names.push_back(name);
    return names;
}

ordered_json costs_of(const page::PageReport& page) {
    ordered_json costs = ordered_json::object();
    for (const auto& cost : page.costs) costs[std::string{cost.kind}] = cost.cost;
    return costs;
}

ordered_json adjusted_on(const page::PageReport& page) {
    ordered_json list = ordered_json::array();
    for (const auto& adjusted : page.adjusted)
        list.push_back({{"what", adjusted.what}, {"lines", adjusted.lines}, {"line", adjusted.place.line}});
    return list;
}

ordered_json as_object(const page::PageReport& page) {
    constexpr double thousandths = 1000;
    ordered_json out{{"label", page.label},
                     {"part", page.kind},
                     {"filled", std::round(page.filled * thousandths) / thousandths},
                     {"flows", page.flows},
                     {"last_of_part", page.last_of_part},
                     {"faults", fault_names(page)},
                     {"cost", page.cost},
                     {"costs", costs_of(page)},
                     {"adjusted", adjusted_on(page)}};
    if (!page.left_to_glossary.empty()) out["left_to_glossary"] = page.left_to_glossary;
    if (page.depth) out["depth"] = *page.depth;
    if (!page.moved.empty()) out["moved"] = page.moved;
    if (page.runner_up) {
        out["runner_up"] = {{"opens_with", page.runner_up->opens_with},
                            {"moved", page.runner_up->moved},
                            {"dearer", page.runner_up->dearer}};
    }
    return out;
}

template <class List, class One>
ordered_json listed(const List& list, One&& one) {
    ordered_json out = ordered_json::array();
    for (const auto& entry : list) out.push_back(one(entry));
    return out;
}

std::string path_as_text(const std::filesystem::path& path) { return path.string(); }

ordered_json output_as_object(const make::Output& output) {
    ordered_json out{{"id", output.brochure},         {"language", output.language},
                     {"layout", output.layout},       {"edition", name_of(output.edition)},
                     {"file", output.file.string()},  {"pages", output.pages},
                     {"state", name_of(output.state)}};
    if (!output.reasons.empty()) out["because"] = output.reasons;
    return out;
}

ordered_json written_as_object(const make::Output& file) {
    ordered_json out{{"file", file.file.string()},
                     {"pages", file.pages},
                     {"bytes", file.bytes},
                     {"changed", file.state == make::State::made}};
    if (file.reports.empty()) return out;
    out["notes_pages"] = file.count.notes;
    out["multiple"] = file.count.multiple;
    out["pages_wanted"] = file.count.wanted;
    out["lines_more"] = file.count.more_lines;
    out["explained"] = listed(file.reports, as_object);
    return out;
}

ordered_json written_among(const std::vector<make::Output>& outputs) {
    ordered_json out = ordered_json::array();
    for (const make::Output& output : outputs) {
        if (output.state == make::State::made || output.state == make::State::unchanged)
            out.push_back(written_as_object(output));
    }
    return out;
}

ordered_json gone_as_object(const record::Gone& gone) {
    return {{"id", gone.brochure},
            {"language", gone.language},
            {"layout", gone.layout},
            {"files", listed(gone.files, path_as_text)}};
}

ordered_json set_as_object(const make::Set& set) {
    ordered_json files = ordered_json::object();
    ordered_json absent = ordered_json::array(), folders = ordered_json::array();
    for (const auto& [name, sight] : set.inputs) {
        switch (sight.kind) {
            case base::Sight::Kind::read:
                files[name] = sight.digest;
                break;
            case base::Sight::Kind::listed:
                folders.push_back(name);
                break;
            case base::Sight::Kind::absent:
                absent.push_back(name);
                break;
            default:
                files[name] = nullptr;
        }
    }
    return {{"id", set.brochure},           {"language", set.language},
            {"layout", set.layout},         {"outputs", listed(set.files, path_as_text)},
            {"files", std::move(files)},    {"absent", std::move(absent)},
            {"folders", std::move(folders)}};
}

ordered_json diagnostic_as_object(const diag::Diagnostic& one) {
    return {{"file", one.place.file},
            {"line", one.place.line},
            {"column", one.place.column},
            {"severity", one.severity == diag::Severity::error ? "error" : "warning"},
            {"code", one.code},
            {"message", one.message},
            {"remedy", one.remedy}};
}

}  // namespace

std::string as_json(const make::Report& report, bool with_deps) {
    ordered_json out{{"outputs", listed(report.outputs, output_as_object)},
                     {"written", written_among(report.outputs)},
                     {"gone", listed(report.gone, gone_as_object)},
                     {"pruned", report.pruned}};
    if (with_deps) out["deps"] = listed(report.sets, set_as_object);
    out["refused"] = report.refused;
    out["misused"] = report.misused;
    out["diagnostics"] = listed(diag::counted(report.diagnostics.sorted()), diagnostic_as_object);
    return dumped(out);
}

std::string deps_as_json(const make::Report& report) {
    return dumped({{"deps", listed(report.sets, set_as_object)}});
}

}  // namespace brochure::results
