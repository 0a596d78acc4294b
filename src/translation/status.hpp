// Status: how far each translation is behind its master text.
// In: the project's folders, ids of brochures, the day. Out: for each language of each brochure its pieces,
// compared. Reads the texts and the locks, no layout and no picture; writes nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "document/model/project.hpp"
#include "units/comparison.hpp"

namespace brochure::translation {

enum class Standing {
    complete,     // confirmed, word for word, against the master text of today
    unconfirmed,  // whole, but nobody has said of some piece that it is right
    stale,        // the master text has changed; it is built with a notice, or with the master's own words
    held,         // the master text has changed, and the edition that was built before stays
    missing,      // pieces are not translated, or the text cannot be read
};

std::string_view name_of(Standing standing);

struct LanguageStatus {
    std::string brochure, language;
    bool master = false;
    Standing standing = Standing::complete;
    units::Comparison comparison;  // empty for the master
    // The edition of the master text whose words this language has: the master's own where nothing is stale.
    std::string edition, master_edition;
    bool reviewed = false;
    std::optional<base::Date> review_by;
    std::optional<std::int64_t> days_to_review;  // negative: overdue
    std::size_t errors = 0;                      // mistakes that keep it from being compared, see check
};

// A master comes before its translations. Mistakes in texts are counted and left to `check` to tell; in locks
// they are reported.
std::vector<LanguageStatus> status_of(const document::ProjectFolders& folders,
                                      const std::vector<std::string>& brochures, const base::Date& today,
                                      Sink& sink);

struct Confirmation {
    std::string file;                  // relative to the project
    std::string lock;                  // what it is to hold
    std::size_t confirmed = 0;         // pieces that were not confirmed before
    std::vector<std::string> missing;  // keys that cannot be: they are not translated
};

// What the lock file of a translation holds once the pieces named (all, if none is) are confirmed. Nothing,
// and errors in the sink, if a text cannot be read, a key is unknown or the language is the master itself.
std::optional<Confirmation> confirm(const document::ProjectFolders& folders, const std::string& brochure,
                                    const std::string& language, const std::vector<std::string>& keys,
                                    Sink& sink);

}  // namespace brochure::translation
