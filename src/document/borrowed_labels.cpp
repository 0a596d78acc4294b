#include "document/borrowed_labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "base/file.hpp"
#include "config/toml.hpp"
#include "diag/codes.hpp"

namespace brochure::document {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t largest_language_file = 1'000'000;
// A label of so many words is a sentence: no two languages have one in common.
constexpr std::ptrdiff_t words_of_a_sentence = 4;

std::set<std::string> other_languages(const ProjectFolders& folders, const std::string& tag) {
    std::set<std::string> tags;
    for (const fs::path& home : {folders.root, folders.data}) {
        if (home.empty()) continue;
        const auto files = base::list_folder(home / "content" / "languages");
        if (!files.ok()) continue;
        for (const base::Entry& entry : files.value()) {
            const fs::path file = entry.name;
            const std::string other = file.stem().string();
            // Nederlands and Vlaams are rightly the same.
            if (file.extension() == ".toml" && primary_language(other) != primary_language(tag))
                tags.insert(other);
        }
    }
    return tags;
}

using Labels = std::map<std::string, std::string>;

// Of the first of the folders that has the language.
Labels labels_of(std::initializer_list<fs::path> homes, const std::string& tag) {
    Sink own;  // its mistakes are told where it is used
    Labels labels;
    for (const fs::path& home : homes) {
        if (home.empty()) continue;
        const std::string file = fmt::format("content/languages/{}.toml", tag);
        const auto bytes = base::read_file(home / file, largest_language_file);
        auto root = bytes.ok() ? config::parse(bytes.value(), file, 1, own) : std::nullopt;
        auto table = root ? root->table("labels") : std::nullopt;
        if (!table) continue;
        for (const std::string& key : table->keys()) labels[key] = table->string(key).value_or("");
        break;
    }
    return labels;
}

// The project's copy of a file that comes with the program: its words are its language's, and who else has
// them took them from it.
bool is_the_programs_own(const ProjectFolders& folders, const Language& language) {
    std::error_code failed;
    if (folders.data.empty() || fs::equivalent(folders.root, folders.data, failed)) return false;
    const Labels shipped = labels_of({folders.data}, language.tag);
    return !shipped.empty() && std::all_of(shipped.begin(), shipped.end(), [&](const auto& label) {
        const auto own = language.labels.find(label.first);
        return own != language.labels.end() && own->second == label.second;
    });
}

bool is_sentence(const std::string& words) {
    return std::count(words.begin(), words.end(), ' ') + 1 >= words_of_a_sentence;
}

}  // namespace

void report_borrowed_labels(const ProjectFolders& folders, const Language& language, Sink& sink) {
    if (is_the_programs_own(folders, language)) return;
    for (const std::string& tag : other_languages(folders, language.tag)) {
        std::vector<std::string> same;
        bool sentence = false;
        for (const auto& [key, words] : labels_of({folders.root, folders.data}, tag)) {
            const auto own = language.labels.find(key);
            if (own == language.labels.end() || own->second.empty() || own->second != words) continue;
            same.push_back(key);
            sentence = sentence || is_sentence(words);
        }
        if (!sentence && same.size() * 2 <= language.labels.size()) continue;
        std::string names;
        constexpr std::size_t shown = 5;
        for (std::size_t i = 0; i < std::min(same.size(), shown); ++i)
            names += (i == 0 ? "'" : ", '") + same[i] + "'";
        if (same.size() > shown) names += fmt::format(" and {} more", same.size() - shown);
        sink.warning(
            diag::code::labels_borrowed, language.place,
            fmt::format("{} label{} of this language file {} those of '{}', word for word: {}", same.size(),
                        same.size() == 1 ? "" : "s", same.size() == 1 ? "is" : "are", tag, names),
            "translate those of the file that was copied: they are printed in every brochure of its "
            "language");
    }
}

}  // namespace brochure::document
