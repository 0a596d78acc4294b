// Lag: how far a translation that was confirmed once is behind its master text, and what a page then says.
// In: both documents and the translation's lock file. Out: its stale pieces; the document as it may be
// printed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/model/document.hpp"
#include "document/model/project.hpp"
#include "units/comparison.hpp"

namespace brochure::translation {

struct Lag {
    std::vector<units::Compared> pieces;  // stale ones, never empty
    std::string edition;                  // of the master text that the translation was confirmed against
};

// Nothing where no piece is stale, or none was ever confirmed. A broken lock file is told in the sink.
std::optional<Lag> lag_of(const document::ProjectFolders& folders, const document::Document& master,
                          const document::Document& translation, Sink& sink);

// A warning for each piece (translation-stale), and an error where the text is said to be reviewed
// (review-stale).
void report(const Lag& lag, const document::Document& translation, Sink& sink);

// Gives the translation the edition of its own words, and each stale passage its standing: its own words,
// marked as behind, or, where its policy wants the source, those of the master text, marked as borrowed.
void mark(const Lag& lag, const document::Document& master, document::Document& translation);

}  // namespace brochure::translation
