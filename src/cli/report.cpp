#include "cli/report.hpp"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

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

std::string written_as_text(const build::Report& report) {
    std::string out;
    for (const build::Written& file : report.written) {
        fmt::format_to(std::back_inserter(out), "{} {} ({} pages, {:.1f} kB)\n",
                       file.changed ? "written  " : "unchanged", file.file.string(), file.pages,
                       static_cast<double>(file.bytes) / 1000);
    }
    return out;
}

std::string report_as_json(const build::Report& report) {
    std::string out = "{\n\"written\": [";
    auto at = std::back_inserter(out);
    const char* separator = "";
    for (const build::Written& file : report.written) {
        fmt::format_to(at, "{}\n  {{\"file\": {}, \"pages\": {}, \"bytes\": {}, \"changed\": {}}}", separator,
                       diag::json_string(file.file.string()), file.pages, file.bytes, file.changed);
        separator = ",";
    }
    out += "\n],\n\"refused\": [";
    separator = "";
    for (const std::string& sentence : report.refused) {
        fmt::format_to(at, "{}\n  {}", separator, diag::json_string(sentence));
        separator = ",";
    }
    out += "\n],\n\"diagnostics\": " + diag::as_json(report.diagnostics.sorted());
    out += "}\n";
    return out;
}

std::string explanation(const build::Written& written) {
    std::string out;
    auto at = std::back_inserter(out);
    LineFigures figures;
    fmt::format_to(at, "{}\n  page  part           filled    cost\n", written.file.filename().string());
    for (const page::PageReport& page : written.reports) {
        fmt::format_to(at, "  {:>4}  {:<13} {:>6.0f} %  {:>6}\n", page.label, page.kind, page.filled * 100,
                       page.cost);
        for (const layout::LineReport& line : page.lines) figures.add(line);
    }
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
