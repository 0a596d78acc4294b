// Changes: what a reader would find different.
// In: what a brochure said, and what it says now. Out: every piece that was added, removed, changed or moved,
// once; what only stands on another page is none. Rows of a table count as one, and so does a section that
// moved with all it holds. Pieces know each other again by their words first and by their place second
// (units/keys).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "changes/content.hpp"
#include "units/values.hpp"
#include "units/word_diff.hpp"

namespace brochure::changes {

enum class What { changed, added, removed, moved };
std::string_view name_of(What what);

struct Change {
    What what = What::changed;
    bool moved = false;    // as well as changed
    bool figures = false;  // an amount, a date or a telephone number is another one, came or went
    std::string key, kind;
    std::string was, now;                       // words; of a picture, its name
    std::size_t page_before = 0, page_now = 0;  // 0: not known, or on no page
    [[nodiscard]] std::vector<units::DiffPiece> words() const { return units::word_diff(was, now); }
};

struct Changes {
    std::string brochure, language;
    What what = What::changed;  // of the whole: `added` and `removed` list no pieces
    std::string edition_before, edition_now;
    std::map<std::string, std::size_t> pages_before, pages_now;  // by layout
    std::vector<Change> pieces;  // those with figures first, each in reading order
};

// Of one brochure in one language. Without a reader every digit counts as a figure.
std::vector<Change> compared(const Content& before, const Content& now,
                             const std::optional<units::ValueReader>& values);

// Of all; those in which nothing is different are left out. Languages are those of the project.
std::vector<Changes> compared(const Contents& before, const Contents& now,
                              const document::ProjectFolders& folders);

}  // namespace brochure::changes
