#include "diag/render.hpp"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace brochure::diag {

namespace {

// A slip made everywhere is one slip: past so many of a code, nobody reads on.
constexpr std::size_t most_of_a_code = 100;

std::vector<Diagnostic> counted(std::span<const Diagnostic> sorted) {
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

}  // namespace

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

std::string json_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\t':
                out += "\\t";
                break;
            case '\r':
                out += "\\r";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
                } else {
                    out.push_back(c);
                }
        }
    }
    out.push_back('"');
    return out;
}

std::string as_json(std::span<const Diagnostic> diagnostics) {
    std::string out = "[";
    auto at = std::back_inserter(out);
    const char* separator = "";
    for (const Diagnostic& d : counted(diagnostics)) {
        fmt::format_to(
            at, "{}\n  {{\"file\": {}, \"line\": {}, \"column\": {}, \"severity\": \"{}\", \"code\": {}, ",
            separator, json_string(d.place.file), d.place.line, d.place.column,
            d.severity == Severity::error ? "error" : "warning", json_string(d.code));
        fmt::format_to(at, "\"message\": {}, \"remedy\": {}}}", json_string(d.message),
                       json_string(d.remedy));
        separator = ",";
    }
    out += diagnostics.empty() ? "]\n" : "\n]\n";
    return out;
}

}  // namespace brochure::diag
