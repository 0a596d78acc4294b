#include "cli/report.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/counted.hpp"
#include "results/page_faults.hpp"

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

std::string fault_names(const page::PageReport& page) {
    std::string out;
    for (const std::string_view name : results::names_of_faults(page))
        out += (out.empty() ? "" : ", ") + std::string{name};
    return out;
}

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
        if (const std::string faults = fault_names(page); !faults.empty()) out += "  ! " + faults;
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
