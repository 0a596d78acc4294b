// ExportOptions: how `translation export` is asked for a form of file.
// In: the command line. Out: what is wished for, or a sentence about options that do not go together.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "translation/export.hpp"

namespace brochure::cli {

struct ExportOptions {
    std::vector<std::string> formats;  // of the file, and of what is printed
    std::string only, xliff, segment;

    void add_to(CLI::App& command);
    // "text" or "json"; empty if neither was asked for.
    [[nodiscard]] std::string printed_format() const;
    // Nothing, and a sentence, if the options contradict each other.
    // `is_template`: no language was named.
    [[nodiscard]] std::optional<translation::ExportWish> wish(bool is_template, std::string& fault) const;
};

}  // namespace brochure::cli
