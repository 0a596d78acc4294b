// Lock: which text of the master each piece of a translation was confirmed against.
// In: content/ID/LANG.lock.toml, or units that somebody confirms. Out: entries in the order of the master
// text; the file's text. It keeps the master's words and not their digest alone, so that a translator sees
// what they were, and a difference in version control reads as prose.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "units/normalise.hpp"

namespace brochure::units {

struct LockEntry {
    std::string key;
    std::string edition;      // of the master when this was confirmed
    std::string master;       // its words, with numbered marks
    std::string translation;  // digest of the confirmed translation
    Place place;
};

struct Lock {
    int normaliser = newest_normaliser().version;
    std::vector<LockEntry> entries;

    [[nodiscard]] const LockEntry* find(std::string_view key) const;
};

// "content/ID/LANG.lock.toml"
std::string lock_file(std::string_view brochure, std::string_view language);

// Nothing, and an error in the sink, if the text is no lock, or one of a newer program.
std::optional<Lock> read_lock(std::string_view text, const std::string& shown_file, Sink& sink);

// The same lock gives the same bytes.
std::string written(const Lock& lock, std::string_view master_language);

}  // namespace brochure::units
