#include "cli/import_text.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "base/ascii.hpp"
#include "base/counted.hpp"
#include "base/file.hpp"
#include "base/utf8.hpp"
#include "cli/exit_code.hpp"
#include "cli/failure.hpp"
#include "cli/new_brochure.hpp"
#include "cli/streams.hpp"
#include "diag/codes.hpp"
#include "diag/render.hpp"
#include "document/files/read.hpp"
#include "intake/intake.hpp"
#include "intake/pandoc.hpp"
#include "lint/lint.hpp"
#include "results/dumped.hpp"

namespace brochure::cli {

using nlohmann::ordered_json;

namespace {

base::Result<std::string> html_of(const std::filesystem::path& file) {
    if (base::ascii_lower(file.extension().string()) != ".txt") return intake::as_html(file);
    auto text = base::read_file(file, document::largest_text);
    if (!text.ok()) return text;
    if (base::first_invalid_utf8(text.value()))
        return base::Error{fmt::format("{}: save the file as UTF-8", file.string())};
    return intake::html_of_lines(text.value());
}

// What `check` says of the new text: what is missing, and what its words and lists lost on their way.
std::vector<diag::Diagnostic> lacks_of(const document::ProjectFolders& folders,
                                       const ImportTextRequest& request) {
    Sink sink;
    const auto document = document::read_document(folders, request.id, request.language, sink);
    if (document) lint::check_text(*document, std::nullopt, sink);
    return sink.sorted();
}

std::string as_json(const std::vector<std::string>& written, const std::vector<std::string>& remarks,
                    const std::vector<diag::Diagnostic>& lacks) {
    ordered_json list = ordered_json::array();
    for (const diag::Diagnostic& one : lacks)
        list.push_back({{"code", one.code},
                        {"place", shown(one.place)},
                        {"message", one.message},
                        {"remedy", one.remedy}});
    return results::dumped(ordered_json{{"created", written}, {"remarks", remarks}, {"lacks", list}});
}

}  // namespace

int import_text(const document::ProjectFolders& folders, const ImportTextRequest& asked) {
    ImportTextRequest request = asked;
    if (request.language.empty()) request.language = usual_language(folders);
    if (const auto fault = usage_fault(folders, {request.id, request.language}))
        return failed(wrong_usage, *fault, request.json);
    const auto html = html_of(request.file);
    if (!html.ok()) return failed(environment_failed, html.error().message, request.json);
    Sink sink;
    const auto existing = intake::taken_from_html(html.value(), request.file.string(), sink);
    print_err(diag::as_text(sink.sorted()));
    if (!existing) return failed(content_errors, "nothing was imported", request.json);

    const std::filesystem::path folder = folders.root / "content" / request.id;
    NewFiles files{{folder / "brochure.toml", intake::facts_file(*existing, request.id, request.language)},
                   {folder / (request.language + ".md"), intake::text_file(*existing)}};
    const NewFiles of_house = missing_house_files(folders, request.language);
    files.insert(files.end(), of_house.begin(), of_house.end());
    std::vector<std::string> written;
    for (const auto& [file, bytes] : files) {
        const auto replaced = base::replace_file(file, bytes);
        if (!replaced.ok()) return failed(environment_failed, replaced.error().message, request.json);
        written.push_back(file.string());
    }
    const std::vector<diag::Diagnostic> lacks = lacks_of(folders, request);
    if (request.json) {
        print_out(as_json(written, existing->remarks, lacks));
        return done;
    }
    for (const std::string& file : written) print_out(fmt::format("written {}\n", file));
    if (!existing->remarks.empty()) print_out("\nOn the way:\n");
    for (const std::string& remark : existing->remarks) print_out(fmt::format("  {}\n", remark));
    print_out(fmt::format("\nWhat it lacks, and what to look at ({}):\n{}",
                          base::counted(lacks.size(), "point"), diag::as_text(lacks)));
    print_out(
        fmt::format("\nIt is not built before the errors among these are mended. This names what is left: "
                    "{} check {}\n",
                    command_in(folders.root), request.id));
    return done;
}

}  // namespace brochure::cli
