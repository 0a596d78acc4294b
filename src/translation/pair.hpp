// Pair: a translation and its master text, read and compared.
// In: the project's files, a brochure, a language. Out: both documents, what was confirmed, and the
// comparison. A language without a text yet is compared as an empty one.
#pragma once

#include <optional>
#include <string>

#include "document/files/shared_files.hpp"
#include "document/model/document.hpp"
#include "document/model/project.hpp"
#include "units/comparison.hpp"

namespace brochure::translation {

struct Pair {
    document::Document master;
    std::optional<document::Document> translation;  // none: it is yet to be made
    document::Language language;                    // of the translation
    units::Lock lock;
    units::Comparison comparison;
};

// An empty lock where there is none: nothing has been confirmed. Nothing, and errors in the sink, if the file
// cannot be read.
std::optional<units::Lock> lock_of(const document::ProjectFolders& folders, const std::string& brochure,
                                   const std::string& language, Sink& sink);

// "content/ID/LANG.md"
std::string text_file(const std::string& brochure, const std::string& language);

// Nothing, and errors in the sink, if a text has mistakes, or the language is the master's own.
std::optional<Pair> read_pair(document::SharedFiles& shared, const std::string& brochure,
                              const std::string& language, Sink& sink);

// The master text alone. Nothing, and errors in the sink, if it has mistakes.
std::optional<document::Document> read_master(document::SharedFiles& shared, const std::string& brochure,
                                              Sink& sink);

}  // namespace brochure::translation
