// Export: the file that a translator is handed.
// In: the project's folders, a brochure, a language. Out: the file's name and bytes; writes nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "document/model/project.hpp"
#include "exchange/export.hpp"
#include "exchange/inline_elements.hpp"

namespace brochure::translation {

enum class Form {
    po,
    xliff,
    tmx,  // a memory of what is confirmed
    tbx,  // the glossary, for tools
    csv,  // and for tables
};

struct ExportWish {
    Form form = Form::po;
    exchange::XliffVersion xliff = exchange::XliffVersion::v1_2;
    exchange::Scope scope = exchange::Scope::all;
    bool by_sentences = false;  // of XLIFF
    exchange::Pages pages;      // where the pieces stand in what was built
};

struct Exported {
    std::string file;  // relative to the project: "po/ID.LANG.po"; "po/ID.pot" for a template
    std::string bytes;
    std::size_t pieces = 0, stale = 0, missing = 0, obsolete = 0;
};

// An empty language asks for a template. Nothing, and errors in the sink, if a text has mistakes.
std::optional<Exported> export_translation(const document::ProjectFolders& folders,
                                           const std::string& brochure, const std::string& language,
                                           const ExportWish& wish, Sink& sink);

}  // namespace brochure::translation
