#include "record/keeping.hpp"

#include <fmt/format.h>

#include <system_error>
#include <utility>

#include "base/file.hpp"
#include "base/reads.hpp"

namespace brochure::record {

namespace fs = std::filesystem;

base::Result<std::optional<Record>> read_record(const fs::path& file, Depth depth) {
    const base::Observing::Pause pause;
    const auto found = base::find_regular_file(file);
    if (!found.ok()) return found.error();
    if (!found.value()) return std::optional<Record>{};
    const auto text = base::read_file(file, largest_record);
    if (!text.ok()) return text.error();
    auto record = from_json(text.value(), depth);
    if (!record.ok()) return record.error();
    return std::optional{std::move(record).value()};
}

namespace {

// The three words of "verband.nl.a5.record.json"; no name of a brochure, a language or a layout has a dot.
struct Words {
    std::string brochure, language, layout;
};

std::optional<Words> words_of(std::string_view name) {
    if (!name.ends_with(record_ending)) return std::nullopt;
    name.remove_suffix(record_ending.size());
    const std::size_t first = name.find('.');
    const std::size_t second = first == std::string_view::npos ? first : name.find('.', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const std::string_view rest = name.substr(second + 1);
    return Words{std::string{name.substr(0, first)}, std::string{name.substr(first + 1, second - first - 1)},
                 std::string{rest.substr(0, rest.find('.'))}};
}

}  // namespace

std::vector<Gone> find_gone(const fs::path& output, const IsThere& is_there) {
    const base::Observing::Pause pause;
    std::vector<Gone> all;
    const auto folders = base::list_folder(output);
    if (!folders.ok()) return all;
    for (const base::Entry& folder : folders.value()) {
        if (!folder.folder) continue;
        const auto files = base::list_folder(output / folder.name);
        if (!files.ok()) continue;
        for (const base::Entry& entry : files.value()) {
            // Its name says whose it is; it is read, which takes longer, only where that is gone.
            const auto words = words_of(entry.name);
            if (!words || is_there(words->brochure, words->language, words->layout)) continue;
            const fs::path file = output / folder.name / entry.name;
            const auto record = read_record(file);
            if (!record.ok() || !record.value()) continue;
            const Record& known = *record.value();
            if (is_there(known.brochure, known.language, known.layout)) continue;
            Gone gone{known.brochure, known.language, known.layout, {}, file};
            for (const Output& one : known.outputs) {
                std::error_code failed;
                const fs::path path = output / folder.name / one.file;
                if (fs::is_regular_file(fs::symlink_status(path, failed))) gone.files.push_back(path);
            }
            all.push_back(std::move(gone));
        }
    }
    return all;
}

std::optional<base::Error> remove(const Gone& gone) {
    std::error_code failed;
    std::vector<fs::path> files = gone.files;
    files.push_back(gone.record);  // last, so that what could not be removed is still known
    for (const fs::path& file : files) {
        fs::remove(file, failed);
        if (failed) return base::Error{fmt::format("cannot remove {}: {}", file.string(), failed.message())};
    }
    fs::remove(gone.record.parent_path(), failed);  // stays where it holds anything else
    return std::nullopt;
}

}  // namespace brochure::record
