// Broken cases: small edits of the good project in tests/data/mini, each with the diagnostic that must come
// of it. In: tests/data/broken/cases.toml. Out: the cases, and a copy of the project with one edit made.
#pragma once

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "config/toml.hpp"
#include "diag/render.hpp"

namespace brochure::test {

struct BrokenCase {
    std::string name;
    std::string file, replace, with, link;
    bool remove = false;
    std::string language = "nl";
    diag::Diagnostic expected;  // severity, code and place; a line or column of 0 is not checked
    bool more = false;          // other diagnostics may come along
};

inline std::string whole_file(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

inline std::string from_hex(const std::string& digits) {
    std::string bytes, pair;
    for (const char c : digits) {
        if (c == ' ') continue;
        pair += c;
        if (pair.size() < 2) continue;
        bytes += static_cast<char>(std::stoi(pair, nullptr, 16));
        pair.clear();
    }
    return bytes;
}

// "content/x/nl.md:12:3"
inline Place place_from(const std::string& text) {
    const std::size_t column = text.rfind(':');
    const std::size_t line = text.rfind(':', column - 1);
    return {text.substr(0, line), static_cast<std::uint32_t>(std::stoul(text.substr(line + 1))),
            static_cast<std::uint32_t>(std::stoul(text.substr(column + 1)))};
}

inline std::vector<BrokenCase> read_broken_cases(const std::filesystem::path& file) {
    Sink sink;
    auto root = config::parse(whole_file(file), file.filename().string(), 1, sink);
    std::vector<BrokenCase> cases;
    if (root) {
        for (config::Table& table : root->tables("case", config::required)) {
            BrokenCase c;
            c.name = table.string("name", config::required).value_or("");
            c.file = table.string("file", config::required).value_or("");
            c.replace = table.string("replace").value_or("");
            c.with = table.string("with").value_or("");
            if (const auto bytes = table.string("bytes")) c.with = from_hex(*bytes);
            c.link = table.string("link").value_or("");
            c.remove = table.boolean("remove").value_or(false);
            c.language = table.string("language").value_or("nl");
            c.expected.severity =
                table.boolean("warning").value_or(false) ? diag::Severity::warning : diag::Severity::error;
            c.expected.code = table.string("code", config::required).value_or("");
            c.expected.place = place_from(table.string("at", config::required).value_or(":0:0"));
            c.more = table.boolean("more").value_or(false);
            table.report_unknown_keys();
            cases.push_back(std::move(c));
        }
        root->report_unknown_keys();
    }
    if (sink.has_errors()) throw std::runtime_error(diag::as_text(sink.sorted()));
    return cases;
}

// Makes the edit in a copy of the project; throws if the text to replace is not there. `data` serves the
// language files.
inline void make_broken(const BrokenCase& c, const std::filesystem::path& project,
                        const std::filesystem::path& data) {
    const std::filesystem::path file = project / c.file;
    if (!std::filesystem::exists(file) && std::filesystem::exists(data / c.file)) {
        std::filesystem::create_directories(file.parent_path());
        std::filesystem::copy_file(data / c.file, file);
    }
    if (c.remove || !c.link.empty()) {
        if (!std::filesystem::remove(file)) throw std::runtime_error(c.name + ": no such file");
        if (!c.link.empty()) std::filesystem::create_symlink(c.link, file);
        return;
    }
    std::string text = whole_file(file);
    const std::size_t at = c.replace.empty() ? text.size() : text.find(c.replace);
    if (at == std::string::npos) throw std::runtime_error(c.name + ": the text to replace is not there");
    text.replace(at, c.replace.size(), c.with);
    std::ofstream{file, std::ios::binary} << text;
}

}  // namespace brochure::test
