#include "translation/pair.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "base/file.hpp"
#include "diag/codes.hpp"
#include "document/files/read.hpp"
#include "units/unit.hpp"

namespace brochure::translation {

using document::Document;
using document::ProjectFolders;

namespace {

// A path that stands for anything at all, a link that leads nowhere too, is not free.
bool is_there(const std::filesystem::path& path) {
    const auto found = base::find_regular_file(path);
    return !found.ok() || found.value();
}

// Warnings are for check to tell.
std::optional<Document> read_sound(document::SharedFiles& shared, const std::string& brochure,
                                   const std::string& language, Sink& sink) {
    Sink own;
    auto document = document::read_document(shared, brochure, language, own);
    if (document && !own.has_errors()) return document;
    sink.take(std::move(own));
    return std::nullopt;
}

}  // namespace

std::optional<units::Lock> lock_of(const ProjectFolders& folders, const std::string& brochure,
                                   const std::string& language, Sink& sink) {
    const std::string file = units::lock_file(brochure, language);
    if (!is_there(folders.root / file)) return units::Lock{};
    const auto text = document::read_text(folders.root, file, sink);
    if (!text) return std::nullopt;
    return units::read_lock(*text, file, sink);
}

std::string text_file(const std::string& brochure, const std::string& language) {
    return fmt::format("content/{}/{}.md", brochure, language);
}

std::optional<Document> read_master(document::SharedFiles& shared, const std::string& brochure, Sink& sink) {
    const auto facts = shared.brochure(brochure, sink);
    if (!facts || facts->master.empty()) return std::nullopt;
    return read_sound(shared, brochure, facts->master, sink);
}

std::optional<Pair> read_pair(document::SharedFiles& shared, const std::string& brochure,
                              const std::string& language, Sink& sink) {
    const ProjectFolders& folders = shared.folders();
    auto master = read_master(shared, brochure, sink);
    std::optional<document::Language> words;
    if (document::is_language_tag(language))
        words = shared.language(language, sink);
    else
        sink.error(diag::code::language_tag, {}, fmt::format("'{}' is no language tag", language),
                   "write a short tag such as fr");
    auto lock = lock_of(folders, brochure, language, sink);
    if (!master || !words || !lock) return std::nullopt;
    if (master->master == language) {
        sink.error(diag::code::not_a_translation, master->place,
                   fmt::format("'{}' is the master text itself: it is not translated", language),
                   "name the language of a translation");
        return std::nullopt;
    }
    Pair pair{*std::move(master), std::nullopt, *std::move(words), *std::move(lock), {}};
    std::vector<units::Unit> own;
    if (is_there(folders.root / text_file(brochure, language))) {
        pair.translation = read_sound(shared, brochure, language, sink);
        if (!pair.translation) return std::nullopt;
        own = units::units_of(*pair.translation);
    }
    pair.comparison = units::compared(units::units_of(pair.master), std::move(own), pair.lock);
    return pair;
}

}  // namespace brochure::translation
