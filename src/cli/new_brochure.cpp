#include "cli/new_brochure.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/file.hpp"
#include "cli/exit_code.hpp"
#include "cli/streams.hpp"
#include "diag/render.hpp"
#include "document/project.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view facts = R"(# Facts that hold in every language.
id = "{id}"
master = "nl"
edition = "1"
updated = {today}
review_by = {later}

# Every picture, with its maker and licence.
[[image]]
id = "cover"
file = "images/cover.svg"
author = "Uw naam"
licence = "CC BY 4.0"

# Where the text has its facts from.
[[source]]
id = "bron"
title = "Titel van de bron"
publisher = "Uitgever"
address = "https://www.voorbeeld.example/"
seen = {today}
)";

constexpr std::string_view text = R"(+++
title = "Titel van de folder"
subtitle = "Waar deze folder over gaat"
summary = "In één of twee zinnen: wat de lezer hier vindt."
key_messages = [
  "Wat de lezer in elk geval moet onthouden.",
  "Wat de lezer zelf kan doen.",
]

[[treatment]]
id = "behandeling"
name = "Naam van de behandeling"
aim = "waarvoor zij dient"
how = "hoe zij gaat"
section = "behandeling"

[[glossary]]
term = "moeilijk woord"
meaning = "Wat het betekent."
+++

## Wat is er aan de hand? {#wat-is-het}

Schrijf korte zinnen. Zeg ‘u’. Leg moeilijke woorden uit [@bron].

> [!WARNING] Bel direct
>
> - als dit gebeurt;
> - of als dat gebeurt.

## De behandeling {#behandeling}

Meer over de gevolgen leest u bij [de klachten](#wat-is-het).

{{overview}}
)";

constexpr std::string_view drawing = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 154 120">
  <circle cx="104" cy="72" r="44" fill="#135566"/>
  <circle cx="104" cy="72" r="18" fill="#f2a766"/>
</svg>
)";

constexpr std::string_view house = R"(# Who hands the brochures out.
name = "Naam van het ziekenhuis"
address = "Straat 1, 1234 AB Plaats"
website = "https://www.ziekenhuis.example/"
phone = "012 345 67 80"
emergency_phone = "012 345 67 89"

[nl]
department = "Naam van de afdeling"
hours = "maandag tot en met vrijdag, 8.30 tot 16.30 uur"
contact = "Bel de verpleegkundige van de afdeling."
emergency = "Buiten deze tijden en bij spoed"
emergency_hours = "dag en nacht"
)";

constexpr std::string_view disclaimer =
    R"(Deze folder geeft algemene informatie. Zij vervangt het advies van uw arts niet. Hebt u klachten of vragen?
Neem dan contact op met uw arts.
)";

std::string filled(std::string_view pattern, std::string_view key, std::string_view value) {
    std::string out{pattern};
    for (std::size_t at = out.find(key); at != std::string::npos; at = out.find(key, at + value.size())) {
        out.replace(at, key.size(), value);
    }
    return out;
}

// What a run of `new` says, in words or as JSON.
class Told {
  public:
    explicit Told(bool json) : json_(json) {}

    void written(const fs::path& file) {
        files_.push_back(file.string());
        if (!json_) print_out(fmt::format("written {}\n", file.string()));
    }
    int failed(ExitCode code, const std::string& sentence) const {
        if (json_)
            print(sentence, {});
        else
            print_err("error: " + sentence + "\n");
        return code;
    }
    int ended(const std::string& next) const {
        if (json_)
            print({}, next);
        else
            print_out(fmt::format("Now replace its words, and make the PDF with: {}\n", next));
        return done;
    }

  private:
    void print(const std::string& error, const std::string& next) const {
        std::string out = "{\n\"created\": [";
        const char* separator = "";
        for (const std::string& file : files_) {
            out += separator + ("\n  " + diag::json_string(file));
            separator = ",";
        }
        out += "\n]";
        if (!error.empty()) out += ",\n\"error\": " + diag::json_string(error);
        if (!next.empty()) out += ",\n\"next\": " + diag::json_string(next);
        print_out(out + "\n}\n");
    }

    bool json_;
    std::vector<std::string> files_;
};

// The command that makes the PDF, to be typed where this one was.
std::string next_command(const fs::path& folder, const std::string& id) {
    if (folder == fs::path{"."}) return "brochure build " + id;
    const std::string name = folder.string();
    const bool plain = name.find_first_of(" '\"$&;()<>|*?`\\\t\n") == std::string::npos;
    return fmt::format("brochure -C {} build {}", plain ? name : "'" + name + "'", id);
}

}  // namespace

int new_brochure(const fs::path& folder, const std::string& id, bool json) {
    Told told(json);
    if (!document::is_id(id) || id == "house" || id == "languages")
        return told.failed(
            wrong_usage,
            fmt::format("'{}' cannot be a brochure's name: use lower-case letters, digits and hyphens", id));
    const fs::path content = folder / "content";
    std::error_code failed;
    if (fs::exists(content / id, failed))
        return told.failed(wrong_usage,
                           fmt::format("{} is there already; nothing was changed", (content / id).string()));
    const base::Date today = base::Date::from_unix_time(
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
            .count());
    base::Date later = today;
    later.year += 2;
    if (!later.valid()) later.day = 28;
    const std::string dated = filled(filled(facts, "{today}", today.iso()), "{later}", later.iso());
    std::vector<std::pair<fs::path, std::string>> files{
        {content / id / "brochure.toml", filled(dated, "{id}", id)},
        {content / id / "nl.md", std::string{text}},
        {content / id / "images" / "cover.svg", std::string{drawing}},
    };
    if (!fs::exists(content / "house" / "house.toml", failed)) {
        files.emplace_back(content / "house" / "house.toml", std::string{house});
    }
    if (!fs::exists(content / "house" / "disclaimer.nl.md", failed)) {
        files.emplace_back(content / "house" / "disclaimer.nl.md", std::string{disclaimer});
    }
    for (const auto& [file, bytes] : files) {
        const auto replaced = base::replace_file(file, bytes);
        if (!replaced.ok()) return told.failed(environment_failed, replaced.error().message);
        told.written(file);
    }
    return told.ended(next_command(folder, id));
}

}  // namespace brochure::cli
