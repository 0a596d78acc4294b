#include "document/files/language_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/file.hpp"
#include "base/must.hpp"
#include "diag/codes.hpp"
#include "document/files/fields.hpp"

namespace brochure::document {

namespace code = diag::code;
namespace fs = std::filesystem;
using config::required;

namespace {

struct LabelSpec {
    std::string_view key;
    std::string_view places;  // the {places} that the words must hold, with a space between
    bool optional = false;    // a file may lack it until a brochure needs it
};

constexpr std::array labels = {
    LabelSpec{"contents", ""},
    LabelSpec{"key_messages", ""},
    LabelSpec{"patient_information", ""},
    LabelSpec{"page", "{page}"},
    LabelSpec{"see_page", "{text} {page}"},
    LabelSpec{"figure", "{number}"},
    LabelSpec{"figures", "{numbers}"},
    LabelSpec{"table", "{number}"},
    LabelSpec{"note", ""},
    LabelSpec{"tip", ""},
    LabelSpec{"important", ""},
    LabelSpec{"warning", ""},
    LabelSpec{"caution", ""},
    LabelSpec{"call", ""},
    LabelSpec{"continued", "{title}"},
    LabelSpec{"glossary", ""},
    LabelSpec{"sources", ""},
    LabelSpec{"image_credits", ""},
    LabelSpec{"disclaimer", ""},
    LabelSpec{"notes", ""},
    LabelSpec{"questions", ""},
    LabelSpec{"edition", "{edition}"},
    LabelSpec{"number", "{number}"},
    LabelSpec{"updated", "{date}"},
    LabelSpec{"review_by", "{date}"},
    LabelSpec{"seen", "{date}"},
    LabelSpec{"licence", "{licence}"},
    LabelSpec{"not_reviewed", ""},
    LabelSpec{"not_reviewed_master", "", true},
    LabelSpec{"translation_of", "{edition}", true},
    LabelSpec{"not_signed", "", true},
    LabelSpec{"passage_behind", "", true},
    LabelSpec{"passage_untranslated", "", true},
    LabelSpec{"cover_image", ""},
    LabelSpec{"logo", ""},
    LabelSpec{"pictograms", ""},
    LabelSpec{"footnotes", ""},
    LabelSpec{"website", ""},
    LabelSpec{"treatment", ""},
};

// Labels that a language may lack: what they name is then left to the reading program.
constexpr std::array optional_labels = {"box", "box_ticked"};

// Sets of decimal digits, by CLDR's names.
constexpr std::array<std::string_view, 17> numbering_systems = {
    "latn", "arab", "arabext", "beng", "deva",    "gujr", "guru", "khmr", "knda",
    "laoo", "mlym", "mymr",    "orya", "tamldec", "telu", "thai", "tibt"};

// What amounts are counted in, under one name for all languages.
constexpr std::array units = {"gram",  "kilogram",   "milligram",  "microgram", "litre",  "millilitre",
                              "metre", "centimetre", "millimetre", "percent",   "degree", "gray",
                              "unit",  "second",     "minute",     "hour",      "day",    "week",
                              "month", "year",       "tablet",     "drop"};
constexpr auto columns = base::Names<TreatmentField>::list;

// Every "{place}" of the words, in order.
std::vector<std::string> places_of(std::string_view words) {
    std::vector<std::string> places;
    for (std::size_t at = words.find('{'); at != std::string_view::npos; at = words.find('{', at + 1)) {
        const std::size_t end = words.find('}', at);
        if (end == std::string_view::npos) break;
        places.emplace_back(words.substr(at, end - at + 1));
    }
    return places;
}

void read_labels(config::Table& table, Language& language) {
    for (const LabelSpec& spec : labels) {
        const std::string key{spec.key};
        language.labels[key] = label_field(table, key, spec.optional ? config::Need::optional : required);
        const std::string& words = language.labels[key];
        const std::vector<std::string> wanted = places_of(spec.places);
        const std::vector<std::string> written = places_of(words);
        if (words.empty()) continue;
        for (const std::string& place : wanted) {
            if (std::find(written.begin(), written.end(), place) != written.end()) continue;
            table.refuse(key, code::label_place, fmt::format("the label '{}' does not hold {}", key, place),
                         fmt::format("write {} where its value belongs", place));
        }
        for (const std::string& place : written) {
            if (std::find(wanted.begin(), wanted.end(), place) != wanted.end()) continue;
            table.refuse(key, code::label_place, fmt::format("the label '{}' cannot hold {}", key, place),
                         wanted.empty() ? "remove it" : fmt::format("it may hold {}", spec.places));
        }
    }
    for (const std::string key : optional_labels) language.labels[key] = plain_field(table, key);
    table.report_unknown_keys();
}

// Patterns of the house's own stand beside the language file, so that they travel with it.
void read_patterns(config::Table& table, const fs::path& folder, Hyphenation& hyphenation) {
    const std::string file = table.string("patterns").value_or("");
    if (file.empty()) return;
    const auto found = file.find('/') == std::string::npos
                           ? base::find_regular_file(folder / file)
                           : base::Result<std::optional<fs::path>>{std::optional<fs::path>{}};
    if (!found.ok()) {
        table.refuse("patterns", code::file_unreadable, found.error().message, "put the file itself there");
    } else if (!found.value()) {
        table.refuse("patterns", code::file_missing,
                     fmt::format("there are no patterns '{}' in this folder", file),
                     "name a file that stands beside the language file");
    } else if (!hyphenation.dictionary.empty()) {
        table.refuse("patterns", code::value_unknown, "patterns and a dictionary exclude each other",
                     "keep one of the two");
    } else {
        hyphenation.patterns = (folder / file).string();
    }
}

void read_hyphenation(config::Table& table, const fs::path& folder, Hyphenation& hyphenation) {
    hyphenation.dictionary = table.string("dictionary").value_or("");
    read_patterns(table, folder, hyphenation);
    hyphenation.package = table.string("package").value_or("");
    hyphenation.before = static_cast<int>(table.integer("before", 1, 10).value_or(hyphenation.before));
    hyphenation.after = static_cast<int>(table.integer("after", 1, 10).value_or(hyphenation.after));
    hyphenation.exceptions = table.strings("exceptions").value_or(std::vector<std::string>{});
    hyphenation.drop_trema = table.boolean("drop_trema").value_or(false);
    hyphenation.repeat_hyphen = table.boolean("repeat_hyphen").value_or(false);
    table.report_unknown_keys();
}

void read_list_number(config::Table& root, Language& language) {
    const std::string written = root.string("list_number").value_or(language.list_number);
    if (places_of(written) == std::vector<std::string>{"{number}"}) {
        language.list_number = written;
        return;
    }
    root.refuse("list_number", code::label_place, "'list_number' does not hold {number} once",
                "write \"{number}.\", with the marks that the language sets about a number");
}

void read_punctuation(config::Table& table, Punctuation& punctuation) {
    punctuation.comma = table.string("comma").value_or(punctuation.comma);
    punctuation.semicolon = table.string("semicolon").value_or(punctuation.semicolon);
    punctuation.colon = table.string("colon").value_or(punctuation.colon);
    punctuation.full_stop = table.string("full_stop").value_or(punctuation.full_stop);
    table.report_unknown_keys();
}

void read_no_break(config::Table& table, NoBreakRules& rules) {
    rules.before_number = table.strings("before_number").value_or(std::vector<std::string>{});
    rules.after_number = table.strings("after_number").value_or(std::vector<std::string>{});
    rules.titles = table.strings("titles").value_or(std::vector<std::string>{});
    table.report_unknown_keys();
}

void read_sentences(config::Table& table, SentenceRules& rules) {
    rules.abbreviations = table.strings("abbreviations").value_or(std::vector<std::string>{});
    rules.pause_before = table.strings("pause_before").value_or(std::vector<std::string>{});
    rules.hold_after = table.strings("hold_after").value_or(std::vector<std::string>{});
    table.report_unknown_keys();
}

// [numbers]: 2 = ["beide"]. Articles are no numbers, so one is none.
void read_numbers(config::Table& table, Language& language) {
    constexpr int least = 2, most = 100;
    for (int number = least; number <= most; ++number) {
        if (auto words = table.strings(std::to_string(number))) language.numbers[number] = *std::move(words);
    }
    table.report_unknown_keys();
}

void read_negation(config::Table& table, NegationRules& rules) {
    rules.words = table.strings("words").value_or(std::vector<std::string>{});
    rules.phrases = table.strings("phrases").value_or(std::vector<std::string>{});
    rules.risk = table.strings("risk").value_or(std::vector<std::string>{});
    table.report_unknown_keys();
}

}  // namespace

const std::vector<std::string>& known_labels() {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> list;
        for (const LabelSpec& spec : labels) list.emplace_back(spec.key);
        return list;
    }();
    return keys;
}

std::optional<Language> read_language(const ProjectFolders& folders, const std::string& tag, Sink& sink) {
    const std::string shown_file = fmt::format("content/languages/{}.toml", tag);
    const auto own = base::find_regular_file(folders.root / shown_file);
    const fs::path& home = !own.ok() || own.value() || folders.data.empty() ? folders.root : folders.data;
    const auto found = own.ok() ? base::find_regular_file(home / shown_file) : own;
    if (found.ok() && !found.value()) {
        sink.error(code::language_unknown, {shown_file, 0, 0},
                   fmt::format("the language '{}' has no language file", tag),
                   fmt::format("copy content/languages/en.toml to {} and translate its labels", shown_file));
        return std::nullopt;
    }
    const auto text = read_text(home, shown_file, sink);
    auto root = text ? config::parse(*text, shown_file, 1, sink) : std::nullopt;
    if (!root) return std::nullopt;

    Language language;
    language.place = root->place();
    language.tag = tag;
    const std::string written = label_field(*root, "tag", required);
    if (!written.empty() && written != tag) {
        root->refuse("tag", code::id_mismatch,
                     fmt::format("the tag '{}' is not the name of this file", written),
                     fmt::format("write tag = \"{}\"", tag));
    }
    language.locale = label_field(*root, "locale", required);
    language.right_to_left = root->boolean("right_to_left").value_or(false);
    language.justified = root->boolean("justified").value_or(true);
    language.digits = root->string("digits").value_or("latn");
    if (std::find(numbering_systems.begin(), numbering_systems.end(), language.digits) ==
        numbering_systems.end()) {
        root->refuse("digits", code::value_unknown,
                     fmt::format("'{}' is not a set of decimal digits", language.digits),
                     "write the name that CLDR has for it: \"latn\", \"arab\", \"arabext\"");
    }
    language.ranges_left_to_right = root->boolean("ranges_left_to_right").value_or(false);
    language.quotes = root->strings("quotes", required).value_or(std::vector<std::string>{});
    if (root->has("quotes") && language.quotes.size() != 4) {
        root->refuse("quotes", code::value_range, "a language has four quotation marks",
                     "write the outer opening and closing mark, then the inner ones");
        language.quotes.clear();
    }
    language.elisions = root->strings("elisions").value_or(std::vector<std::string>{});
    if (auto table = root->table("hyphenation")) {
        read_hyphenation(*table, (home / shown_file).parent_path(), language.hyphenation);
    }
    if (auto table = root->table("no_break")) read_no_break(*table, language.no_break);
    if (auto table = root->table("punctuation")) read_punctuation(*table, language.punctuation);
    if (auto table = root->table("units")) {
        for (const std::string key : units) {
            if (auto spellings = table->strings(key)) language.units[key] = *std::move(spellings);
        }
        table->report_unknown_keys();
    }
    if (auto table = root->table("sentences")) read_sentences(*table, language.sentences);
    if (auto table = root->table("numbers")) read_numbers(*table, language);
    if (auto table = root->table("negation")) read_negation(*table, language.negation);
    read_list_number(*root, language);
    language.doubled = root->strings("doubled").value_or(std::vector<std::string>{});
    if (auto table = root->table("labels", required)) read_labels(*table, language);
    if (auto table = root->table("columns", required)) {
        for (const std::string_view column : columns) {
            const std::string key{column};
            language.columns[key] = label_field(*table, key, required);
        }
        // A layout may join fields in a column of its own, and names the heading it wants for it.
        for (const std::string& key : table->keys())
            language.columns.try_emplace(key, label_field(*table, key, required));
    }
    for (const std::string& key : known_labels()) language.labels.try_emplace(key);
    for (const std::string key : optional_labels) language.labels.try_emplace(key);
    root->report_unknown_keys();
    return language;
}

const std::string& Language::label(const std::string& key) const {
    const auto at = labels.find(key);
    base::must(at != labels.end(), "A label is asked for that no language file knows.");
    return at->second;
}

}  // namespace brochure::document
