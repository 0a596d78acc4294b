// Build: many brochures, languages and layouts, each made by `produce` and written when it is whole.
// In: a project and what is wanted of it. Out: what was written, and every diagnostic, in an order that does
// not depend on the number of threads. A brochure with errors is not written; the file it had stays as it
// was.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "build/project.hpp"
#include "diag/diagnostic.hpp"
#include "page/paginate.hpp"

namespace brochure::build {

struct Request {
    std::vector<std::string> brochures;  // empty: all
    std::vector<std::string> languages;  // empty: all a brochure has
    std::vector<std::string> layouts{"a5"};
    std::vector<std::string> editions;  // empty: those the layout names
    std::filesystem::path output;       // folder
    unsigned jobs = 1;
    bool write = true;  // false: check only
    bool explain = false;
    bool greyscale = false;  // every edition, in files of their own beside those in colour
    std::optional<int> pages;             // in all; none: as the layout says
    std::optional<std::int64_t> created;  // SOURCE_DATE_EPOCH
};

struct Written {
    std::filesystem::path file;
    std::size_t pages = 0;
    std::size_t bytes = 0;
    bool changed = false;
    std::vector<page::PageReport> reports;  // with `explain`
    page::CountReport count;
};

struct Report {
    std::vector<Written> written;
    Sink diagnostics;
    std::vector<std::string> refused;  // what the environment would not do: one sentence each
};

// Told when a job is done: how many are, of how many, and which. Called from one thread at a time.
using Progress = std::function<void(std::size_t done, std::size_t total, const std::string& name)>;

Report build(const Project& project, const Request& request, const Progress& progress);

}  // namespace brochure::build
