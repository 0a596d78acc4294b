#include "diag/render.hpp"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace brochure::diag {

std::vector<Diagnostic> counted(std::span<const Diagnostic> sorted) {
    // A slip made everywhere is one slip: past so many of a code, nobody reads on.
    constexpr std::size_t most_of_a_code = 100;
    std::map<std::pair<Severity, std::string>, std::size_t> seen;
    std::vector<Diagnostic> list;
    for (const Diagnostic& diagnostic : sorted) {
        if (++seen[{diagnostic.severity, diagnostic.code}] <= most_of_a_code) list.push_back(diagnostic);
    }
    for (const auto& [kind, count] : seen) {
        if (count <= most_of_a_code) continue;
        Diagnostic more;
        more.severity = kind.first;
        more.code = kind.second;
        more.message = fmt::format("and {} more of these", count - most_of_a_code);
        more.remedy = "mend those above first; the same remedy may mend all";
        list.push_back(std::move(more));
    }
    return list;
}

std::string as_text(std::span<const Diagnostic> diagnostics) {
    std::string out;
    auto at = std::back_inserter(out);
    for (const Diagnostic& d : counted(diagnostics)) {
        if (!d.place.file.empty()) {
            fmt::format_to(at, "{}:", d.place.file);
            if (d.place.line > 0) fmt::format_to(at, "{}:{}:", d.place.line, d.place.column);
            out.push_back(' ');
        }
        fmt::format_to(at, "{} [{}]: {}\n", d.severity == Severity::error ? "error" : "warning", d.code,
                       d.message);
        if (!d.remedy.empty()) fmt::format_to(at, "    {}\n", d.remedy);
    }
    return out;
}

}  // namespace brochure::diag
