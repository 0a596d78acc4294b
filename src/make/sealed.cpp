#include "make/sealed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/file.hpp"
#include "make/brochure_files.hpp"
#include "record/keeping.hpp"
#include "units/readable.hpp"

namespace brochure::make {

namespace fs = std::filesystem;

namespace {

Sealed sealed_one(BrochureFiles& files, const document::ProjectFolders& folders, const std::string& brochure,
                  const std::string& language, Sink& sink) {
    Sealed out;
    out.brochure = brochure;
    out.language = language;
    const Text& text = files.text(language);
    if (text.document && text.document->sound) {
        out.seal = text.seal;
        out.edition = text.document->edition;
    }
    out.sign_offs = signing::read_sign_offs(folders, brochure, language, sink).value_or(signing::SignOffs{});
    return out;
}

bool has_code(const std::string& seal, const std::string& code) {
    return !seal.empty() && units::edition_code(seal) == code;
}

Verified now(const Sealed& sealed) {
    Verified out;
    out.brochure = sealed.brochure;
    out.language = sealed.language;
    out.edition = out.edition_now = sealed.edition;
    if (!sealed.seal.empty()) out.code_now = units::edition_code(sealed.seal);
    return out;
}

// What a text says now, or what somebody once signed for.
std::optional<Verified> verified(const Sealed& sealed, const std::string& code) {
    Verified out = now(sealed);
    out.code = code;
    for (const signing::SignOff& one : sealed.sign_offs) {
        if (!has_code(one.seal, code)) continue;
        out.signed_off = one;
        out.edition = one.edition;
    }
    if (has_code(sealed.seal, code)) {
        out.edition = sealed.edition;
        return out;
    }
    out.superseded = true;
    return out.signed_off ? std::optional{std::move(out)} : std::nullopt;
}

// Whose text the record in the output folder is of that has the code.
std::optional<record::Record> recorded(const fs::path& output, const std::string& code) {
    const auto folders = base::list_folder(output);
    if (!folders.ok()) return std::nullopt;
    for (const base::Entry& folder : folders.value()) {
        const auto files = folder.folder ? base::list_folder(output / folder.name) : folders;
        if (!folder.folder || !files.ok()) continue;
        for (const base::Entry& file : files.value()) {
            if (!file.name.ends_with(record::record_ending)) continue;
            auto record = record::read_record(output / folder.name / file.name);
            if (record.ok() && record.value() && has_code(record.value()->seal, code))
                return std::move(record).value();
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<Sealed> sealed(const document::ProjectFolders& folders, const std::string& brochure,
                           const std::string& language, Sink& sink) {
    std::vector<Sealed> out;
    const auto languages = document::languages_of(folders.root, brochure);
    if (!languages.ok()) return out;
    BrochureFiles files{folders, brochure, std::make_shared<PictureFiles>()};
    for (const std::string& one : languages.value()) {
        if (language.empty() || language == one)
            out.push_back(sealed_one(files, folders, brochure, one, sink));
    }
    return out;
}

std::optional<Verified> verified(const document::ProjectFolders& folders, const fs::path& output,
                                 const std::string& code, Sink& sink) {
    const auto brochures = document::list_brochures(folders.root);
    if (!brochures.ok()) return std::nullopt;
    const auto record = recorded(output, code);
    std::optional<Verified> of_record;
    for (const std::string& brochure : brochures.value()) {
        for (const Sealed& one : sealed(folders, brochure, {}, sink)) {
            if (auto found = verified(one, code)) return found;
            if (record && record->brochure == one.brochure && record->language == one.language)
                of_record = now(one);
        }
    }
    if (!record) return std::nullopt;
    Verified out = of_record.value_or(Verified{});
    out.brochure = record->brochure;
    out.language = record->language;
    out.edition = record->text_edition;
    out.code = code;
    out.superseded = true;
    return out;
}

base::Result<std::string> code_in(const fs::path& pdf) {
    constexpr std::uint64_t largest_pdf = std::uint64_t{1} << 30U;
    const auto bytes = base::read_file(pdf, largest_pdf);
    if (!bytes.ok()) return bytes.error();
    // As the metadata have it, which are not packed.
    static constexpr std::string_view before = "<pdf:Keywords>edition ";
    const std::size_t at = bytes.value().find(before);
    const std::size_t end = bytes.value().find('<', at == std::string::npos ? at : at + before.size());
    const std::string code = end == std::string::npos
                                 ? std::string{}
                                 : units::as_edition_code(std::string_view{bytes.value()}.substr(
                                       at + before.size(), end - at - before.size()));
    if (code.empty()) return base::Error{fmt::format("{} has no edition code", pdf.string())};
    return code;
}

}  // namespace brochure::make
