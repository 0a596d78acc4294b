#include "cli/new_brochure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/file.hpp"
#include "cli/exit_code.hpp"
#include "cli/starter.hpp"
#include "cli/streams.hpp"
#include "config/toml.hpp"
#include "results/dumped.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

std::string filled(std::string_view pattern, std::string_view key, std::string_view value) {
    std::string out{pattern};
    for (std::size_t at = out.find(key); at != std::string::npos; at = out.find(key, at + value.size())) {
        out.replace(at, key.size(), value);
    }
    return out;
}

bool is_there(const fs::path& path) {
    std::error_code failed;
    return fs::symlink_status(path, failed).type() != fs::file_type::not_found;
}

// The languages that the house file has words in, in its order; nothing if there is no house file yet.
std::vector<std::string> house_languages(const fs::path& root) {
    constexpr std::string_view house = "content/house/house.toml";
    std::vector<std::string> languages;
    if (!is_there(root / house)) return languages;
    Sink ignored;  // check tells what is wrong with the house
    const auto text = document::read_text(root, std::string{house}, ignored);
    const auto table = text ? config::parse(*text, std::string{house}, 1, ignored) : std::nullopt;
    if (!table) return languages;
    for (const std::string& key : table->keys()) {
        if (document::is_language_tag(key) && table->kind(key) == config::Kind::table)
            languages.push_back(key);
    }
    return languages;
}

bool has_language_file(const document::ProjectFolders& folders, const std::string& language) {
    const fs::path file = fs::path{"content"} / "languages" / (language + ".toml");
    return is_there(folders.root / file) || (!folders.data.empty() && is_there(folders.data / file));
}

// The starter in a language; English where it has none.
const Starter& starter_in(const std::string& language) {
    const auto all = starters();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Starter& s) { return s.language == language; });
    return found == all.end() ? all.back() : *found;
}

std::string dated(std::string_view pattern, const NewBrochure& wanted) {
    const base::Date today = base::Date::from_unix_time(
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count());
    base::Date later = today;
    later.year += 2;
    if (!later.valid()) later.day = 28;
    std::string text = filled(filled(pattern, "{{today}}", today.iso()), "{{later}}", later.iso());
    return filled(filled(text, "{{id}}", wanted.id), "{{language}}", wanted.language);
}

NewFiles files_of(const document::ProjectFolders& folders, const NewBrochure& wanted,
                  const Starter& starter) {
    const fs::path folder = folders.root / "content" / wanted.id;
    NewFiles files{
        {folder / "brochure.toml", dated(starter.facts, wanted)},
        {folder / (wanted.language + ".md"), dated(starter.text, wanted)},
        {folder / "images" / "cover.svg", std::string{starter_drawing}},
    };
    const NewFiles of_house = missing_house_files(folders, wanted.language);
    files.insert(files.end(), of_house.begin(), of_house.end());
    return files;
}

// What a run of `new` says, in words or as JSON.
class Told {
  public:
    explicit Told(bool json) : json_(json) {}

    void written(const fs::path& file) {
        files_.push_back(file.string());
        if (!json_) print_out(fmt::format("written {}\n", file.string()));
    }
    void remark(std::string sentence) {
        if (!json_) print_out(sentence + "\n");
        remarks_.push_back(std::move(sentence));
    }
    int failed(ExitCode code, const std::string& sentence) const {
        if (json_)
            print(sentence, {});
        else
            print_err("error: " + sentence + "\n");
        return code;
    }
    int ended(const std::string& next) const {
        if (json_) print({}, next);
        return done;
    }

  private:
    void print(const std::string& error, const std::string& next) const {
        nlohmann::ordered_json out{{"created", files_}};
        if (!remarks_.empty()) out["remarks"] = remarks_;
        if (!error.empty()) out["error"] = error;
        if (!next.empty()) out["next"] = next;
        print_out(results::dumped(out));
    }

    bool json_;
    std::vector<std::string> files_, remarks_;
};

// What the author has to know, and what to do next.
void tell(const document::ProjectFolders& folders, const NewBrochure& wanted, const Starter& starter,
          const std::vector<std::string>& languages, bool asked, Told& told) {
    if (starter.language != wanted.language) {
        told.remark(fmt::format(
            "There are no words in '{}' to start with: the text and the disclaimer are in English. "
            "Translate them.",
            wanted.language));
    }
    if (!asked && languages.size() > 1) {
        told.remark(
            fmt::format("The house has words in {}; this brochure is in '{}'. For another, say: --lang {}",
                        fmt::join(languages, ", "), wanted.language, languages[1]));
    }
    if (!languages.empty() &&
        std::find(languages.begin(), languages.end(), wanted.language) == languages.end()) {
        told.remark(fmt::format(
            "The house file has no words in '{0}' yet: add a table [{0}] to content/house/house.toml.",
            wanted.language));
    }
    const std::string command = command_in(folders.root);
    told.remark(fmt::format("Now replace what stands between {{ and }}; this says what is left: {} check {}",
                            command, wanted.id));
    told.remark(fmt::format("A draft for the screen can be made at any time: {} build {} --edition screen",
                            command, wanted.id));
}

}  // namespace

std::optional<std::string> usage_fault(const document::ProjectFolders& folders, const NewBrochure& wanted) {
    if (!document::is_id(wanted.id) || wanted.id == "house" || wanted.id == "languages") {
        return fmt::format("'{}' cannot be a brochure's name: use lower-case letters, digits and hyphens",
                           wanted.id);
    }
    const fs::path folder = folders.root / "content" / wanted.id;
    if (is_there(folder)) return fmt::format("{} is there already; nothing was changed", folder.string());
    if (!document::is_language_tag(wanted.language))
        return fmt::format("'{}' is no language tag: write a short one such as nl or en", wanted.language);
    if (!has_language_file(folders, wanted.language)) {
        return fmt::format(
            "there is no file content/languages/{0}.toml: copy one of another language to that "
            "name and translate its labels, then start the brochure in '{0}'",
            wanted.language);
    }
    return std::nullopt;
}

std::string usual_language(const document::ProjectFolders& folders) {
    const std::vector<std::string> languages = house_languages(folders.root);
    return languages.empty() ? std::string{starters().front().language} : languages.front();
}

NewFiles missing_house_files(const document::ProjectFolders& folders, const std::string& language) {
    const Starter& starter = starter_in(language);
    const fs::path content = folders.root / "content";
    NewFiles files;
    const fs::path house = content / "house" / "house.toml";
    if (!is_there(house))
        files.emplace_back(house, fmt::format("{}\n[{}]\n{}", starter_house, language, starter.house_words));
    const fs::path disclaimer = content / "house" / fmt::format("disclaimer.{}.md", language);
    if (!is_there(disclaimer)) files.emplace_back(disclaimer, std::string{starter.disclaimer});
    return files;
}

std::string command_in(const fs::path& folder) {
    if (folder == fs::path{"."}) return "brochure";
    const std::string name = folder.string();
    const bool plain = name.find_first_of(" '\"$&;()<>|*?`\\\t\n") == std::string::npos;
    return fmt::format("brochure -C {}", plain ? name : "'" + name + "'");
}

int new_brochure(const document::ProjectFolders& folders, const NewBrochure& asked, bool json) {
    Told told(json);
    NewBrochure wanted = asked;
    const std::vector<std::string> languages = house_languages(folders.root);
    if (wanted.language.empty()) wanted.language = usual_language(folders);
    if (const auto fault = usage_fault(folders, wanted)) return told.failed(wrong_usage, *fault);
    const Starter& starter = starter_in(wanted.language);
    for (const auto& [file, bytes] : files_of(folders, wanted, starter)) {
        const auto replaced = base::replace_file(file, bytes);
        if (!replaced.ok()) return told.failed(environment_failed, replaced.error().message);
        told.written(file);
    }
    tell(folders, wanted, starter, languages, !asked.language.empty(), told);
    return told.ended(fmt::format("{} build {}", command_in(folders.root), wanted.id));
}

}  // namespace brochure::cli
