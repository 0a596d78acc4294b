// Glossary: the agreed words of a brochure in two languages, for translators' tools and tables.
// In: both documents. Out: terms in the master's order; the text of a TBX-Basic file (ISO 30042), or of a CSV
// file (RFC 4180). Pure; the same documents give the same bytes.
#pragma once

#include <string>
#include <vector>

#include "document/model/document.hpp"

namespace brochure::exchange {

struct Term {
    std::string id, source, source_meaning;
    std::string target, target_meaning;  // empty: not translated
};

struct Glossary {
    std::string brochure, title;
    std::string master, language;  // tags; no language: the master's terms alone
    std::vector<Term> terms;
};

// Null if no entry has this id.
const document::GlossaryEntry* glossary_entry(const document::Document& document, const std::string& id);

// Terms are paired by their ids alone. `translation` is null where there is none.
Glossary glossary_of(const document::Document& master, const document::Document* translation,
                     const std::string& language);

std::string written_as_tbx(const Glossary& glossary);

// Source, target and its meaning stand first, in that order, as tools expect it.
std::string written_as_csv(const Glossary& glossary);

}  // namespace brochure::exchange
