#include "cli/report.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/counted.hpp"
#include "diag/render.hpp"

namespace brochure::cli {

namespace {

// Figures on the lines of justified paragraphs, and on hyphens everywhere.
struct LineFigures {
    std::size_t lines = 0, hyphenated = 0, longest_run = 0, run = 0;
    std::size_t stretched = 0, loose = 0;
    double sum = 0, squares = 0, widest = 0;

    static constexpr double loose_space = 4.1;  // pt; wider word spaces tear holes into text of 10 to 12 pt

    void add(const layout::LineReport& line) {
        ++lines;
        run = line.hyphenated ? run + 1 : 0;
        if (line.hyphenated) ++hyphenated;
        longest_run = std::max(longest_run, run);
        if (!line.stretched || line.word_space <= Length{}) return;
        const double space = line.word_space.to_points();
        ++stretched;
        sum += space;
        squares += space * space;
        widest = std::max(widest, space);
        if (space > loose_space) ++loose;
    }
    [[nodiscard]] double mean() const { return stretched == 0 ? 0 : sum / static_cast<double>(stretched); }
    [[nodiscard]] double deviation() const {
        if (stretched == 0) return 0;
        return std::sqrt(std::max(0.0, squares / static_cast<double>(stretched) - mean() * mean()));
    }
};

double percent(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

namespace {

std::string reasons_of(const make::Output& output) {
    std::string out;
    for (const std::string& reason : output.reasons) out += "          because " + reason + "\n";
    return out;
}

}  // namespace

std::string line_of(const make::Output& output) {
    switch (output.state) {
        case make::State::made:
        case make::State::unchanged:
            return fmt::format("{} {} ({} pages, {:.1f} kB)\n{}",
                               output.state == make::State::made ? "written  " : "unchanged",
                               output.file.string(), output.pages, static_cast<double>(output.bytes) / 1000,
                               reasons_of(output));
        case make::State::held:
            return fmt::format("held      {} (behind its master text; the file stays as it was)\n{}",
                               output.file.string(), reasons_of(output));
        case make::State::stale:
            return fmt::format("stale     {} (would be made)\n{}", output.file.string(), reasons_of(output));
        default:
            return {};
    }
}

std::string gone_as_text(const make::Report& report) {
    std::string out;
    for (const record::Gone& gone : report.gone) {
        for (const std::filesystem::path& file : gone.files)
            out += fmt::format("{} {} ({})\n", report.pruned ? "removed  " : "left over", file.string(),
                               "the project has no such brochure, language or layout any more");
    }
    if (!report.pruned && !out.empty()) out += "          remove them with: brochure build --prune\n";
    return out;
}

namespace {

std::string fault_names(const page::PageReport& page, std::string_view quote) {
    const layout::Faults& faults = page.faults;
    std::string out;
    for (const auto& [has, name] : {std::pair{faults.widow, "widow"},
                                    {faults.orphan, "orphan"},
                                    {faults.stranded, "stranded heading"},
                                    {faults.torn_group, "torn call-out"},
                                    {faults.lone_row, "lone row"},
                                    {page.overfull, "overfull"}}) {
        if (has) out += fmt::format("{}{}{}{}", out.empty() ? "" : ", ", quote, name, quote);
    }
    return out;
}

// {"label": "7", "part": "body", "filled": 0.931, …}, one page a line.
std::string page_as_json(const page::PageReport& page) {
    std::string out = fmt::format(
        "{{\"label\": {}, \"part\": {}, \"filled\": {:.3f}, \"flows\": {}, \"last_of_part\": {}, \"faults\": "
        "[{}], "
        "\"cost\": {}, \"costs\": {{",
        diag::json_string(page.label), diag::json_string(page.kind), page.filled, page.flows,
        page.last_of_part, fault_names(page, "\""), page.cost);
    auto at = std::back_inserter(out);
    const char* separator = "";
    for (const auto& cost : page.costs) {
        fmt::format_to(at, "{}\"{}\": {}", separator, cost.kind, cost.cost);
        separator = ", ";
    }
    out += "}, \"adjusted\": [";
    separator = "";
    for (const auto& adjusted : page.adjusted) {
        fmt::format_to(at, "{}{{\"what\": \"{}\", \"lines\": {}, \"line\": {}}}", separator, adjusted.what,
                       adjusted.lines, adjusted.place.line);
        separator = ", ";
    }
    out += "]";
    if (!page.left_to_glossary.empty()) {
        out += ", \"left_to_glossary\": [";
        separator = "";
        for (const std::string& term : page.left_to_glossary) {
            out += separator + diag::json_string(term);
            separator = ", ";
        }
        out += "]";
    }
    if (page.depth) fmt::format_to(at, ", \"depth\": {}", *page.depth);
    if (!page.moved.empty()) fmt::format_to(at, ", \"moved\": {}", diag::json_string(page.moved));
    if (page.runner_up) {
        fmt::format_to(at, ", \"runner_up\": {{\"opens_with\": {}, \"moved\": {}, \"dearer\": {}}}",
                       diag::json_string(page.runner_up->opens_with),
                       diag::json_string(page.runner_up->moved), page.runner_up->dearer);
    }
    return out + "}";
}

std::string explanation_as_json(const make::Output& file) {
    std::string out = fmt::format(
        ", \"notes_pages\": {}, \"multiple\": {}, \"pages_wanted\": {}, \"lines_more\": {}, \"explained\": [",
        file.count.notes, file.count.multiple, file.count.wanted, file.count.more_lines);
    const char* separator = "";
    for (const page::PageReport& page : file.reports) {
        out += fmt::format("{}\n    {}", separator, page_as_json(page));
        separator = ",";
    }
    return out + "]";
}

}  // namespace

namespace {

// One a line, each begun by `one`.
template <class List, class One>
std::string as_list(const List& list, One&& one) {
    std::string out = "[";
    const char* separator = "";
    for (const auto& entry : list) {
        const std::string text = one(entry);
        if (text.empty()) continue;
        out += separator;
        out += "\n  " + text;
        separator = ",";
    }
    return out + "\n]";
}

bool is_written(const make::Output& output) {
    return output.state == make::State::made || output.state == make::State::unchanged;
}

// On one line.
template <class List, class One>
std::string in_a_row(const List& list, One&& one) {
    std::string out;
    for (const auto& entry : list) out += (out.empty() ? "" : ", ") + one(entry);
    return "[" + out + "]";
}

std::string path_as_json(const std::filesystem::path& path) { return diag::json_string(path.string()); }

std::string output_as_json(const make::Output& output) {
    const std::string because =
        output.reasons.empty() ? "" : ", \"because\": " + in_a_row(output.reasons, diag::json_string);
    return fmt::format(
        "{{\"id\": {}, \"language\": {}, \"layout\": {}, \"edition\": {}, \"file\": {}, "
        "\"pages\": {}, \"state\": {}{}}}",
        diag::json_string(output.brochure), diag::json_string(output.language),
        diag::json_string(output.layout), diag::json_string(name_of(output.edition)),
        diag::json_string(output.file.string()), output.pages, diag::json_string(name_of(output.state)),
        because);
}

std::string gone_as_json(const record::Gone& gone) {
    return fmt::format("{{\"id\": {}, \"language\": {}, \"layout\": {}, \"files\": {}}}",
                       diag::json_string(gone.brochure), diag::json_string(gone.language),
                       diag::json_string(gone.layout), in_a_row(gone.files, path_as_json));
}

std::string set_as_json(const make::Set& set) {
    std::string files, absent, folders;
    const auto add = [](std::string& list, const std::string& entry) {
        list += (list.empty() ? "" : ", ") + entry;
    };
    for (const auto& [name, sight] : set.inputs) {
        const std::string quoted = diag::json_string(name);
        switch (sight.kind) {
            case base::Sight::Kind::read:
                add(files, quoted + ": " + diag::json_string(sight.digest));
                break;
            case base::Sight::Kind::listed:
                add(folders, quoted);
                break;
            case base::Sight::Kind::absent:
                add(absent, quoted);
                break;
            default:
                add(files, quoted + ": null");
        }
    }
    return fmt::format(
        "{{\"id\": {}, \"language\": {}, \"layout\": {}, \"outputs\": {}, \"files\": {{{}}}, "
        "\"absent\": [{}], \"folders\": [{}]}}",
        diag::json_string(set.brochure), diag::json_string(set.language), diag::json_string(set.layout),
        in_a_row(set.files, path_as_json), files, absent, folders);
}

std::string written_as_json(const make::Output& file) {
    if (!is_written(file)) return {};
    return fmt::format("{{\"file\": {}, \"pages\": {}, \"bytes\": {}, \"changed\": {}{}}}",
                       diag::json_string(file.file.string()), file.pages, file.bytes,
                       file.state == make::State::made,
                       file.reports.empty() ? std::string{} : explanation_as_json(file));
}

}  // namespace

std::string report_as_json(const make::Report& report, bool with_deps) {
    const std::string deps = with_deps ? "\"deps\": " + as_list(report.sets, set_as_json) + ",\n" : "";
    return fmt::format(
        "{{\n\"outputs\": {},\n\"written\": {},\n\"gone\": {},\n\"pruned\": {},\n{}\"refused\": {},\n"
        "\"misused\": {},\n\"diagnostics\": {}}}\n",
        as_list(report.outputs, output_as_json), as_list(report.outputs, written_as_json),
        as_list(report.gone, gone_as_json), report.pruned, deps, as_list(report.refused, diag::json_string),
        as_list(report.misused, diag::json_string), diag::as_json(report.diagnostics.sorted()));
}

std::string deps_as_json(const make::Report& report) {
    return "{\"deps\": " + as_list(report.sets, set_as_json) + "}\n";
}

namespace {

// "empty 71, facing 40; paragraph in line 31: 1 line less; a figure waits for the next page"
std::string reasons(const page::PageReport& page) {
    std::string out;
    for (const auto& cost : page.costs)
        out += fmt::format("{}{} {}", out.empty() ? "" : ", ", cost.kind, cost.cost);
    auto add = [&](const std::string& words) { out += (out.empty() ? "" : "; ") + words; };
    for (const auto& adjusted : page.adjusted) {
        add(fmt::format("{} in line {}: {} {}", adjusted.what, adjusted.place.line,
                        base::counted(std::abs(adjusted.lines), "line"),
                        adjusted.lines > 0 ? "more" : "less"));
    }
    if (!page.moved.empty()) add(page.moved);
    return out;
}

std::string runner_up(const page::PageReport::RunnerUp& next) {
    std::string out = fmt::format("next best, {} dearer: ", next.dearer);
    out += next.opens_with.empty() ? "ends the text" : fmt::format("ends before “{}”", next.opens_with);
    if (!next.moved.empty()) out += ", " + next.moved;
    return out;
}

}  // namespace

std::string explanation(const make::Output& written) {
    std::string out;
    auto at = std::back_inserter(out);
    LineFigures figures;
    fmt::format_to(at, "{}\n  page  part           filled    cost\n", written.file.filename().string());
    for (const page::PageReport& page : written.reports) {
        fmt::format_to(at, "  {:>4}  {:<13} {:>6.0f} %  {:>6}", page.label, page.kind, page.filled * 100,
                       page.cost);
        if (const std::string why = reasons(page); !why.empty()) out += "  " + why;
        if (const std::string faults = fault_names(page, ""); !faults.empty()) out += "  ! " + faults;
        out += "\n";
        if (page.runner_up) out += std::string(33, ' ') + runner_up(*page.runner_up) + "\n";
        for (const layout::LineReport& line : page.lines) figures.add(line);
        for (const std::string& term : page.left_to_glossary)
            fmt::format_to(at, "        no room beside the text for “{}”: left to the glossary\n", term);
    }
    fmt::format_to(at, "  pages {}, for notes {}", written.count.pages, written.count.notes);
    if (const int lines = written.count.more_lines; lines != 0) {
        fmt::format_to(at, ", with {} {} on every page", base::counted(std::abs(lines), "line"),
                       lines > 0 ? "more" : "fewer");
    }
    out += "\n";
    fmt::format_to(at, "  lines {}, hyphenated {} ({:.1f} %), longest run {}\n", figures.lines,
                   figures.hyphenated, percent(figures.hyphenated, figures.lines), figures.longest_run);
    if (figures.stretched > 0) {
        fmt::format_to(at,
                       "  justified lines {}: word space {:.2f} pt, deviation {:.2f} pt, widest {:.2f} pt, "
                       "over {} pt {:.1f} %\n",
                       figures.stretched, figures.mean(), figures.deviation(), figures.widest,
                       LineFigures::loose_space, percent(figures.loose, figures.stretched));
    }
    return out;
}

}  // namespace brochure::cli
