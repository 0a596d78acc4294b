// Borrowed labels: those of a language file that are another language's, word for word, as in a file that was
// copied and not translated.
// In: a language as read, the folders of all language files. Out: warnings. Words that two languages share
// ("Notes", "Figure {number}") are none.
#pragma once

#include "diag/diagnostic.hpp"
#include "document/model/language.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

void report_borrowed_labels(const ProjectFolders& folders, const Language& language, Sink& sink);

}  // namespace brochure::document
