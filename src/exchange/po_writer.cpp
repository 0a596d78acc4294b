#include <fmt/format.h>

#include <iterator>

#include "exchange/po.hpp"

namespace brochure::exchange {

namespace {

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
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
            default:
                out += c;
        }
    }
    out += '"';
}

// One string is one line, however long: a file that is cut then never ends in a sound half of a text.
void append_string(std::string& out, std::string_view mark, std::string_view keyword, std::string_view text) {
    fmt::format_to(std::back_inserter(out), "{}{} ", mark, keyword);
    append_quoted(out, text);
    out += '\n';
}

void append_header(std::string& out, const Catalogue& catalogue) {
    out += "msgid \"\"\nmsgstr \"\"\n";
    for (const auto& [name, value] : catalogue.header) {
        append_quoted(out, fmt::format("{}: {}\n", name, value));
        out += '\n';
    }
}

void append_entry(std::string& out, const Entry& entry) {
    out += '\n';
    for (const std::string& note : entry.notes) fmt::format_to(std::back_inserter(out), "#. {}\n", note);
    for (const std::string& place : entry.places) fmt::format_to(std::back_inserter(out), "#: {}\n", place);
    if (entry.fuzzy) out += "#, fuzzy\n";
    const std::string_view mark = entry.obsolete ? "#~ " : "";
    if (entry.previous) append_string(out, entry.obsolete ? "#~| " : "#| ", "msgid", *entry.previous);
    append_string(out, mark, "msgctxt", entry.key);
    append_string(out, mark, "msgid", entry.source);
    append_string(out, mark, "msgstr", entry.target);
}

}  // namespace

std::string written_as_po(const Catalogue& catalogue) {
    std::string out;
    append_header(out, catalogue);
    for (const Entry& entry : catalogue.entries) append_entry(out, entry);
    return out;
}

}  // namespace brochure::exchange
