#include "diag/render.hpp"

#include <fmt/format.h>

#include <iterator>

namespace brochure::diag {

std::string as_text(std::span<const Diagnostic> diagnostics) {
    std::string out;
    auto at = std::back_inserter(out);
    for (const Diagnostic& d : diagnostics) {
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
    for (const Diagnostic& d : diagnostics) {
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
