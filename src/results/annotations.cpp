#include "results/annotations.hpp"

#include <fmt/format.h>

#include <string_view>

namespace brochure::results {

namespace {

// What would end the line, and in a property also what would end that.
std::string escaped(std::string_view text, bool property) {
    std::string out;
    for (const char c : text) {
        const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
        if (special)
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            out.push_back(c);
    }
    return out;
}

std::string line_of(const diag::Diagnostic& one) {
    std::string where;
    if (!one.place.file.empty()) where = "file=" + escaped(one.place.file, true) + ",";
    if (one.place.line > 0) where += fmt::format("line={},", one.place.line);
    if (one.place.column > 0) where += fmt::format("col={},", one.place.column);
    const std::string advice = one.remedy.empty() ? "" : "\n" + one.remedy;
    return fmt::format("::{} {}title={}::{}\n", one.severity == diag::Severity::error ? "error" : "warning",
                       where, escaped(one.code, true), escaped(one.message + advice, false));
}

}  // namespace

std::string as_annotations(const make::Report& report) {
    std::string out;
    for (const diag::Diagnostic& one : report.diagnostics.sorted()) out += line_of(one);
    for (const auto* sentences : {&report.misused, &report.refused}) {
        for (const std::string& sentence : *sentences) out += "::error::" + escaped(sentence, false) + "\n";
    }
    for (const make::Output& output : report.outputs) {
        if (output.state == make::State::held)
            out += fmt::format("::warning::{}: held, behind its master text\n",
                               escaped(output.file.string(), false));
    }
    for (const record::Gone& gone : report.gone) {
        for (const std::filesystem::path& file : gone.files)
            out += fmt::format("::notice::{} {}\n", report.pruned ? "removed" : "left over",
                               escaped(file.string(), false));
    }
    return out;
}

}  // namespace brochure::results
