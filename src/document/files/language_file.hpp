// content/languages/xx.toml: what the program needs to know of a language.
// In: the file of the project, or the installed one. Out: a Language with every label.
#pragma once

#include <optional>
#include <string>

#include "document/model/language.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

std::optional<Language> read_language(const ProjectFolders& folders, const std::string& tag, Sink& sink);

}  // namespace brochure::document
