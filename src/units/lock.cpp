#include "units/lock.hpp"

#include <fmt/format.h>

#include <iterator>
#include <limits>
#include <set>

#include "config/toml.hpp"
#include "config/write.hpp"
#include "diag/codes.hpp"
#include "units/written_lock.hpp"

namespace brochure::units {

namespace {

// Of the file's form, not of the program; a program that knows only older ones refuses it.
constexpr int schema = 1;

std::optional<LockEntry> read_entry(config::Table& table, std::set<std::string>& known) {
    LockEntry entry;
    entry.place = table.place();
    entry.key = table.string("key", config::required).value_or("");
    entry.edition = table.string("edition", config::required).value_or("");
    entry.master = table.string("master", config::required).value_or("");
    entry.translation = table.string("translation", config::required).value_or("");
    table.report_unknown_keys();
    if (entry.key.empty()) return std::nullopt;
    if (!known.insert(entry.key).second) {
        table.refuse("key", diag::code::id_repeated, fmt::format("the key '{}' stands here twice", entry.key),
                     "remove one of the two, or confirm the translation anew");
        return std::nullopt;
    }
    return entry;
}

}  // namespace

const LockEntry* Lock::find(std::string_view key) const {
    for (const LockEntry& entry : entries) {
        if (entry.key == key) return &entry;
    }
    return nullptr;
}

std::string lock_file(std::string_view brochure, std::string_view language) {
    return fmt::format("content/{}/{}.lock.toml", brochure, language);
}

std::optional<Lock> read_lock(std::string_view text, const std::string& shown_file, Sink& sink) {
    if (auto lock = read_as_written(text, shown_file, schema)) return lock;
    Sink own;
    auto root = config::parse(text, shown_file, 1, own);
    Lock lock;
    if (root) {
        constexpr int most = std::numeric_limits<int>::max();
        const auto form = root->integer("schema", 1, most, config::required);
        lock.normaliser =
            static_cast<int>(root->integer("normaliser", 1, most, config::required).value_or(1));
        root->string("master");
        if ((form && *form > schema) || !normaliser(lock.normaliser)) {
            root->refuse(form && *form > schema ? "schema" : "normaliser", diag::code::lock_newer,
                         "this file was written by a newer version of the program",
                         "use that version, or confirm the translation anew with this one");
        } else {
            std::set<std::string> known;
            for (config::Table& table : root->tables("unit")) {
                if (auto entry = read_entry(table, known)) lock.entries.push_back(*std::move(entry));
            }
            root->report_unknown_keys();
        }
    }
    const bool sound = root && !own.has_errors();
    sink.take(std::move(own));
    if (!sound) return std::nullopt;
    return lock;
}

std::string written(const Lock& lock, std::string_view master_language) {
    std::string out = fmt::format(
        "# Which words of the text in '{0}' each piece of this translation was confirmed against.\n"
        "# Written by: brochure translation confirm. Keep it beside the texts; do not edit it.\n\n"
        "schema = {1}\nnormaliser = {2}\nmaster = {3}\n",
        master_language, schema, lock.normaliser, config::quoted(master_language));
    for (const LockEntry& entry : lock.entries) {
        fmt::format_to(std::back_inserter(out),
                       "\n[[unit]]\nkey = {}\nedition = {}\nmaster = {}\ntranslation = {}\n",
                       config::quoted(entry.key), config::quoted(entry.edition), config::quoted(entry.master),
                       config::quoted(entry.translation));
    }
    return out;
}

}  // namespace brochure::units
