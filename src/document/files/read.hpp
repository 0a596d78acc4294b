// Reading: a brochure in one language, from its files to a Document.
// In: the project's folders, the brochure's id and a language tag. Out: a Document, every mistake in the
// sink. A Document is given also if there were errors, as whole as could be; none is to be printed from such
// a one.
#pragma once

#include <optional>
#include <string>

#include "document/files/shared_files.hpp"
#include "document/model/document.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

// Nothing if brochure.toml, the language file or the text's front matter cannot be read at all.
std::optional<Document> read_document(const ProjectFolders& folders, const std::string& brochure_id,
                                      const std::string& language, Sink& sink);

// The same of a text that is not, or not yet, in the language's file.
std::optional<Document> read_document(const ProjectFolders& folders, const std::string& brochure_id,
                                      const std::string& language, const std::string& text, Sink& sink);

// The same of one text among many: what they share is read once.
std::optional<Document> read_document(SharedFiles& shared, const std::string& brochure_id,
                                      const std::string& language, Sink& sink);
std::optional<Document> read_document(SharedFiles& shared, const std::string& brochure_id,
                                      const std::string& language, const std::string& text, Sink& sink);

// Reports where a translation's shape departs from the master text's: headings, images, treatments, tables,
// notes, call-outs, labels. Each report names the place in both.
void compare_translation(const Document& master, const Document& translation, Sink& sink);

}  // namespace brochure::document
