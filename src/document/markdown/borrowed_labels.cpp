#include "document/markdown/borrowed_labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_set>
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
using Words = std::unordered_set<std::string_view>;

bool is_sentence(std::string_view words) {
    return std::count(words.begin(), words.end(), ' ') + 1 >= words_of_a_sentence;
}

// Whether so many labels are the same that they were hardly written anew.
bool are_borrowed(std::size_t same, bool sentence, const Labels& own) {
    return sentence || same * 2 > own.size();
}

Words words_of(const Labels& labels) {
    Words words;
    for (const auto& [key, label] : labels) {
        if (!label.empty()) words.insert(label);
    }
    return words;
}

// Whether a file has a text that is not between two quotation marks as it is read: escaped, over many lines,
// between apostrophes.
bool spells_otherwise(std::string_view file) {
    if (file.find('\\') != std::string_view::npos || file.find("\"\"\"") != std::string_view::npos)
        return true;
    for (std::size_t sign = file.find('='); sign != std::string_view::npos; sign = file.find('=', sign + 1)) {
        const std::size_t value = file.find_first_not_of(" \t", sign + 1);
        if (value != std::string_view::npos && file[value] == '\'') return true;
    }
    return false;
}

bool may_lend(std::string_view file, const Labels& own, const Words& words) {
    std::size_t same = 0;
    bool sentence = false;
    for (std::size_t open = file.find('"'); open != std::string_view::npos;) {
        const std::size_t close = file.find('"', open + 1);
        const std::string_view quoted = file.substr(open + 1, close - open - 1);
        if (words.contains(quoted)) {
            ++same;
            sentence = sentence || is_sentence(quoted);
        }
        open = close;
    }
    return are_borrowed(same, sentence, own) || spells_otherwise(file);
}

std::string file_of(const std::string& tag) { return fmt::format("content/languages/{}.toml", tag); }

// Whether a language may lend words that are another's own: every run looks at the files of all, and reading
// their TOML would take a hundred times as long as looking at what stands between quotation marks.
bool may_lend(std::initializer_list<fs::path> homes, const std::string& tag, const Labels& own,
              const Words& words) {
    return std::any_of(homes.begin(), homes.end(), [&](const fs::path& home) {
        if (home.empty()) return false;
        const auto bytes = base::read_file(home / file_of(tag), largest_language_file);
        return bytes.ok() && may_lend(bytes.value(), own, words);
    });
}

// Of the first of the folders that has the language.
Labels labels_of(std::initializer_list<fs::path> homes, const std::string& tag) {
    Sink own;  // its mistakes are told where it is used
    Labels labels;
    for (const fs::path& home : homes) {
        if (home.empty()) continue;
        const std::string file = file_of(tag);
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

}  // namespace

void report_borrowed_labels(const ProjectFolders& folders, const Language& language, Sink& sink) {
    if (is_the_programs_own(folders, language)) return;
    const Words own_words = words_of(language.labels);
    for (const std::string& tag : other_languages(folders, language.tag)) {
        if (!may_lend({folders.root, folders.data}, tag, language.labels, own_words)) continue;
        std::vector<std::string> same;
        bool sentence = false;
        for (const auto& [key, words] : labels_of({folders.root, folders.data}, tag)) {
            const auto own = language.labels.find(key);
            if (own == language.labels.end() || own->second.empty() || own->second != words) continue;
            same.push_back(key);
            sentence = sentence || is_sentence(words);
        }
        if (!are_borrowed(same.size(), sentence, language.labels)) continue;
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
