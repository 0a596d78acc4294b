#include "changes/content.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/process.hpp"
#include "document/files/read.hpp"
#include "document/files/shared_files.hpp"
#include "record/keeping.hpp"
#include "units/readable.hpp"

namespace brochure::changes {

namespace fs = std::filesystem;

namespace {

// The layout that pieces' pages are told of, where there are several.
constexpr std::string_view usual_layout = "a5";
constexpr std::uint64_t largest_picture = std::uint64_t{64} << 20U;

bool is_record(std::string_view name) { return name.ends_with(record::record_ending); }

void add(Contents& contents, std::map<std::pair<std::string, std::string>, std::string>& told,
         record::Record record) {
    const std::pair key{record.brochure, record.language};
    Content& content = contents.texts[key];
    for (const record::Output& output : record.outputs) content.pages[record.layout] = output.pages;
    std::string& layout = told[key];
    // Of a greyscale edition the pages are the same.
    if (!layout.empty() && (layout == usual_layout || record.layout != usual_layout)) return;
    layout = record.layout;
    content.edition = std::move(record.text_edition);
    content.pieces = std::move(record.pieces);
}

std::vector<fs::path> records_below(const fs::path& folder) {
    std::vector<fs::path> out;
    const auto add_from = [&](const fs::path& from) {
        const auto entries = base::list_folder(from);
        if (!entries.ok()) return;
        for (const base::Entry& entry : entries.value()) {
            if (!entry.folder && is_record(entry.name)) out.push_back(from / entry.name);
        }
    };
    add_from(folder);
    if (const auto entries = base::list_folder(folder); entries.ok()) {
        for (const base::Entry& entry : entries.value()) {
            if (entry.folder) add_from(folder / entry.name);
        }
    }
    return out;
}

units::PictureDigests digests_of(const document::Document& document) {
    units::PictureDigests digests;
    for (const document::Image* image : units::pictures_of(document)) {
        if (image->file.empty()) continue;
        const auto bytes = base::read_file(image->file, largest_picture);
        if (bytes.ok()) digests[image->id] = base::sha256(bytes.value());
    }
    return digests;
}

std::optional<Content> of_text(document::SharedFiles& shared, const std::string& brochure,
                               const std::string& language) {
    Sink own;  // check tells the mistakes
    const auto document = document::read_document(shared, brochure, language, own);
    if (!document || own.has_errors()) return std::nullopt;
    Content content;
    content.edition = document->edition;
    for (units::Piece& piece : units::readable_of(*document, digests_of(*document)))
        content.pieces.push_back({std::move(piece.key), std::string{units::name_of(piece.kind)},
                                  std::move(piece.words), std::move(piece.digest), 0, 0});
    return content;
}

}  // namespace

base::Result<Contents> of_records(const fs::path& file_or_folder) {
    std::error_code failed;
    const bool one = fs::is_regular_file(file_or_folder, failed);
    const std::vector<fs::path> files =
        one ? std::vector<fs::path>{file_or_folder} : records_below(file_or_folder);
    if (files.empty()) return base::Error{fmt::format("there is no record in {}", file_or_folder.string())};
    Contents contents;
    std::map<std::pair<std::string, std::string>, std::string> told;
    for (const fs::path& file : files) {
        auto record = record::read_record(file, record::Depth::whole);
        if (record.ok() && record.value())
            add(contents, told, *std::move(record).value());
        else
            contents.left_out.push_back(fmt::format("{} is left out, for it cannot be used: {}",
                                                    file.string(),
                                                    record.ok() ? "it is gone" : record.error().message));
    }
    return contents;
}

Contents of_texts(const document::ProjectFolders& folders, const std::vector<std::string>& brochures) {
    Contents contents;
    document::SharedFiles shared{folders};
    const auto known = document::list_brochures(folders.root);
    if (!known.ok()) return contents;
    for (const std::string& brochure : known.value()) {
        const bool wanted =
            brochures.empty() || std::find(brochures.begin(), brochures.end(), brochure) != brochures.end();
        const auto languages = document::languages_of(folders.root, brochure);
        if (!wanted || !languages.ok()) continue;
        for (const std::string& language : languages.value()) {
            if (auto content = of_text(shared, brochure, language))
                contents.texts.emplace(std::pair{brochure, language}, *std::move(content));
            else
                contents.left_out.push_back(
                    fmt::format("{}.{} is left out, for its text has mistakes", brochure, language));
        }
    }
    return contents;
}

namespace {

// What git says, or why it says nothing.
base::Result<std::string> git(const std::vector<std::string>& words, const fs::path& in,
                              const std::vector<std::string>& environment = {}) {
    std::vector<std::string> all{"git", "-C", in.string()};
    all.insert(all.end(), words.begin(), words.end());
    base::Ended ended = base::run(all, "/dev/null", environment);
    if (ended.not_installed())
        return base::Error{"git is not installed, which knows the revisions of a text: apt install git"};
    if (ended.started != 0)
        return base::Error{fmt::format("git could not be started: {}", ended.why_not_started())};
    if (ended.exit_code != 0) return base::Error{ended.first_complaint()};
    while (ended.out.ends_with('\n')) ended.out.pop_back();
    return std::move(ended.out);
}

}  // namespace

base::Result<bool> check_out(const fs::path& project, const std::string& revision, const fs::path& into) {
    // A word that begins with a hyphen would be an option of git's.
    if (revision.empty() || revision.front() == '-')
        return base::Error{fmt::format("'{}' is no revision", revision)};
    const auto repository = git({"rev-parse", "--absolute-git-dir"}, project);
    if (!repository.ok())
        return base::Error{
            fmt::format("'{}' is neither a record nor a folder with records; as a revision: "
                        "{}",
                        revision, repository.error().message)};
    const auto prefix = git({"rev-parse", "--show-prefix"}, project);
    if (!prefix.ok()) return prefix.error();
    const std::string tree = fmt::format("{}:{}content", revision, prefix.value());
    const auto known = git({"rev-parse", "--verify", "--quiet", tree}, project);
    if (!known.ok())
        return base::Error{fmt::format(
            "'{}' is neither a record, a folder with records, nor a revision that has texts", revision)};
    // An index and a work tree of its own: nothing of the author's is touched.
    std::error_code failed;
    const fs::path work = into / "content";
    fs::create_directories(work, failed);
    const std::vector<std::string> apart{"GIT_DIR=" + repository.value(),
                                         "GIT_INDEX_FILE=" + (into / "index").string(),
                                         "GIT_WORK_TREE=" + work.string()};
    if (const auto read = git({"read-tree", known.value()}, work, apart); !read.ok()) return read.error();
    if (const auto out = git({"checkout-index", "--all", "--quiet"}, work, apart); !out.ok())
        return out.error();
    return true;
}

}  // namespace brochure::changes
