#include "cli/translation_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/counted.hpp"
#include "base/file.hpp"
#include "changes/content.hpp"
#include "cli/exit_code.hpp"
#include "cli/failure.hpp"
#include "cli/sources_command.hpp"
#include "cli/streams.hpp"
#include "cli/translation_report.hpp"
#include "diag/render.hpp"
#include "make/sealed.hpp"
#include "results/dumped.hpp"
#include "signing/house_wish.hpp"
#include "translation/import.hpp"
#include "translation/pair.hpp"
#include "translation/status.hpp"
#include "units/unit.hpp"

namespace brochure::cli {

namespace {

// Seals take reading pictures too, so they are asked for only where somebody has signed, or should have.
SignOffStatuses sign_offs_of(const document::ProjectFolders& folders,
                             const std::vector<translation::LanguageStatus>& texts, bool wanted, Sink& sink) {
    std::set<std::string> brochures;
    for (const translation::LanguageStatus& text : texts) {
        std::error_code fault;
        const std::string file = signing::sign_off_file(text.brochure, text.language);
        if (wanted || std::filesystem::exists(folders.root / file, fault)) brochures.insert(text.brochure);
    }
    SignOffStatuses out;
    for (const std::string& brochure : brochures) {
        for (const make::Sealed& one : make::sealed(folders, brochure, {}, sink)) {
            SignOffStatus status;
            if (!one.sign_offs.empty()) status.last = one.sign_offs.back();
            if (const signing::SignOff* const holding = one.holding()) status = {true, *holding};
            out.emplace(std::pair{brochure, one.language}, std::move(status));
        }
    }
    return out;
}

}  // namespace

int status(const document::ProjectFolders& folders, const StatusRequest& request) {
    const Known known = known_brochures(folders, request.brochures, request.json);
    if (known.refused) return *known.refused;
    Sink sink;
    StatusReport report;
    report.texts = translation::status_of(
        folders, request.brochures.empty() ? known.brochures : request.brochures, request.today, sink);
    const bool wanted = signing::house_wish(folders, sink) != signing::WithoutSignOff::nothing;
    report.sign_offs = sign_offs_of(folders, report.texts, wanted, sink);
    report.today = request.today;
    report.due = request.due;
    report.sources =
        sources_to_review(folders, request.brochures.empty() ? known.brochures : request.brochures);
    print_out(request.json ? status_as_json(report)
                           : status_as_text(report) + sources_as_text(report.sources));
    print_err(diag::as_text(sink.sorted()));
    const bool broken = sink.has_errors() || std::any_of(report.texts.begin(), report.texts.end(),
                                                         [](const auto& one) { return one.errors > 0; });
    if (broken) return content_errors;
    return wants_work(report) ? work_waits : done;
}

int confirm_translation(const document::ProjectFolders& folders, const ConfirmRequest& request) {
    if (const auto refused = known_brochures(folders, {request.brochure}, request.json).refused)
        return *refused;
    Sink sink;
    const auto confirmation =
        translation::confirm(folders, request.brochure, request.language, request.keys, sink);
    print_err(diag::as_text(sink.sorted()));
    if (!confirmation) return failed(content_errors, "nothing was confirmed", request.json);
    const auto replaced = base::replace_file(folders.root / confirmation->file, confirmation->lock);
    if (!replaced.ok()) return failed(environment_failed, replaced.error().message, request.json);
    if (request.json) {
        print_out(results::dumped(nlohmann::ordered_json{{"file", confirmation->file},
                                                         {"confirmed", confirmation->confirmed},
                                                         {"missing", confirmation->missing}}));
        return done;
    }
    print_out(fmt::format("{}: {} confirmed\n", confirmation->file,
                          base::counted(confirmation->confirmed, "piece")));
    for (const std::string& key : confirmation->missing)
        print_out(fmt::format("  not translated, and so not confirmed: {}\n", key));
    return done;
}

namespace {

// Of the master text, from its record of the layout that most are made in, or of any other. Words that have
// changed since stand nobody knows where.
exchange::Pages pages_of_master(const document::ProjectFolders& folders, const std::string& brochure) {
    exchange::Pages pages;
    document::SharedFiles shared{folders};
    Sink told_elsewhere;
    const auto master = translation::read_master(shared, brochure, told_elsewhere);
    const auto built = changes::of_records(folders.root / "out" / brochure);
    if (!master || !built.ok()) return pages;
    const auto content = built.value().texts.find({brochure, master->master});
    if (content == built.value().texts.end()) return pages;
    std::map<std::string_view, const record::PlacedPiece*> pieces;
    for (const record::PlacedPiece& piece : content->second.pieces) pieces.emplace(piece.key, &piece);
    for (const units::Unit& unit : units::units_of(*master)) {
        const auto piece = pieces.find(unit.key);
        if (piece != pieces.end() && piece->second->words == units::plain_words(unit.text))
            pages[unit.key] = {piece->second->page, piece->second->lines};
    }
    return pages;
}

}  // namespace

int export_translation(const document::ProjectFolders& folders, const ExportRequest& request) {
    if (const auto refused = known_brochures(folders, {request.brochure}, request.json).refused)
        return *refused;
    Sink sink;
    translation::ExportWish wish = request.wish;
    wish.pages = pages_of_master(folders, request.brochure);
    const auto exported =
        translation::export_translation(folders, request.brochure, request.language, wish, sink);
    print_err(diag::as_text(sink.sorted()));
    if (!exported) return failed(content_errors, "nothing was exported", request.json);
    std::error_code fault;
    std::filesystem::create_directories((folders.root / exported->file).parent_path(), fault);
    const auto replaced = base::replace_file(folders.root / exported->file, exported->bytes);
    if (!replaced.ok()) return failed(environment_failed, replaced.error().message, request.json);
    if (request.json) {
        print_out(results::dumped(nlohmann::ordered_json{{"file", exported->file},
                                                         {"pieces", exported->pieces},
                                                         {"stale", exported->stale},
                                                         {"missing", exported->missing},
                                                         {"obsolete", exported->obsolete}}));
        return done;
    }
    print_out(fmt::format("{}: {}, {} stale, {} not translated\n", exported->file,
                          base::counted(exported->pieces, "piece"), exported->stale, exported->missing));
    return done;
}

namespace {

std::string import_as_json(const translation::Imported& imported) {
    return results::dumped(nlohmann::ordered_json{{"file", imported.file},
                                                  {"changed", imported.changed},
                                                  {"taken", imported.taken},
                                                  {"dropped", imported.dropped},
                                                  {"reordered", imported.reordered},
                                                  {"unchanged", imported.unchanged},
                                                  {"fuzzy", imported.fuzzy},
                                                  {"empty", imported.empty},
                                                  {"refused", imported.refused}});
}

std::string import_as_text(const translation::Imported& imported) {
    std::string out = fmt::format("{}: {} taken, {} as before", imported.file,
                                  base::counted(imported.taken.size(), "piece"), imported.unchanged);
    if (imported.fuzzy > 0) out += fmt::format(", {} marked as needing work and left out", imported.fuzzy);
    if (imported.empty > 0) out += fmt::format(", {} not translated", imported.empty);
    if (imported.refused > 0) out += fmt::format(", {} refused", imported.refused);
    out += '\n';
    for (const std::string& key : imported.dropped)
        out += fmt::format("  taken out, for the master text no longer has it: {}\n", key);
    if (imported.reordered) out += "  the text now follows the order of the master text\n";
    if (imported.taken.empty()) return out;
    const bool all = imported.unchanged + imported.fuzzy + imported.empty + imported.refused == 0;
    return out + fmt::format("When {} right: brochure translation confirm {} {}{}{}\n",
                             all ? "it is" : "they are", imported.brochure, imported.language, all ? "" : " ",
                             fmt::join(all ? std::vector<std::string>{} : imported.taken, " "));
}

constexpr std::uint64_t largest_exchange_file = 64U << 20U;

}  // namespace

int import_translation(const document::ProjectFolders& folders, const ImportRequest& request) {
    // By the name that export prints, whatever folder this is called from.
    std::error_code fault;
    const bool here = std::filesystem::exists(request.file, fault);
    const auto text =
        base::read_file(here ? request.file : folders.root / request.file, largest_exchange_file);
    if (!text.ok()) return failed(environment_failed, text.error().message, request.json);
    Sink sink;
    const auto imported = translation::import_translation(folders, text.value(), request.file.string(), sink);
    print_err(diag::as_text(sink.sorted()));
    if (!imported) return failed(content_errors, "nothing was imported", request.json);
    if (imported->changed) {
        const auto replaced = base::replace_file(folders.root / imported->file, imported->bytes);
        if (!replaced.ok()) return failed(environment_failed, replaced.error().message, request.json);
    }
    print_out(request.json ? import_as_json(*imported) : import_as_text(*imported));
    return sink.has_errors() ? content_errors : done;
}

}  // namespace brochure::cli
