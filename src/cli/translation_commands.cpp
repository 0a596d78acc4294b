#include "cli/translation_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/counted.hpp"
#include "base/file.hpp"
#include "base/nearest.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "cli/translation_report.hpp"
#include "diag/render.hpp"
#include "translation/status.hpp"

namespace brochure::cli {

namespace {

int failed(ExitCode code, const std::string& sentence, bool json) {
    if (json)
        print_out(nlohmann::ordered_json{{"error", sentence}}.dump(
                      2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) +
                  "\n");
    else
        print_err("error: " + sentence + "\n");
    return code;
}

// The sentence that refuses a name there is not; nothing if all are known.
std::string unknown_brochure(const std::vector<std::string>& wanted, const std::vector<std::string>& known) {
    for (const std::string& name : wanted) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const auto nearest = base::nearest_name(name, known);
        return fmt::format("There is no brochure '{}'. {}", name,
                           nearest ? fmt::format("Did you mean '{}'?", *nearest)
                                   : fmt::format("There are: {}.", fmt::join(known, ", ")));
    }
    return {};
}

}  // namespace

int status(const document::ProjectFolders& folders, const StatusRequest& request) {
    const auto known = document::list_brochures(folders.root);
    if (!known.ok()) return failed(environment_failed, known.error().message, request.json);
    if (const std::string fault = unknown_brochure(request.brochures, known.value()); !fault.empty())
        return failed(wrong_usage, fault, request.json);
    Sink sink;
    const auto all = translation::status_of(
        folders, request.brochures.empty() ? known.value() : request.brochures, request.today, sink);
    print_out(request.json ? status_as_json(all) : status_as_text(all, request.due));
    print_err(diag::as_text(sink.sorted()));
    const bool broken = sink.has_errors() ||
                        std::any_of(all.begin(), all.end(), [](const auto& one) { return one.errors > 0; });
    if (broken) return content_errors;
    return wants_work(all, request.due) ? work_waits : done;
}

int confirm_translation(const document::ProjectFolders& folders, const ConfirmRequest& request) {
    const auto known = document::list_brochures(folders.root);
    if (!known.ok()) return failed(environment_failed, known.error().message, request.json);
    if (const std::string fault = unknown_brochure({request.brochure}, known.value()); !fault.empty())
        return failed(wrong_usage, fault, request.json);
    Sink sink;
    const auto confirmation =
        translation::confirm(folders, request.brochure, request.language, request.keys, sink);
    print_err(diag::as_text(sink.sorted()));
    if (!confirmation) return failed(content_errors, "nothing was confirmed", request.json);
    const auto replaced = base::replace_file(folders.root / confirmation->file, confirmation->lock);
    if (!replaced.ok()) return failed(environment_failed, replaced.error().message, request.json);
    if (request.json) {
        print_out(nlohmann::ordered_json{{"file", confirmation->file},
                                         {"confirmed", confirmation->confirmed},
                                         {"missing", confirmation->missing}}
                      .dump(2) +
                  "\n");
        return done;
    }
    print_out(fmt::format("{}: {} confirmed\n", confirmation->file,
                          base::counted(confirmation->confirmed, "piece")));
    for (const std::string& key : confirmation->missing)
        print_out(fmt::format("  not translated, and so not confirmed: {}\n", key));
    return done;
}

}  // namespace brochure::cli
