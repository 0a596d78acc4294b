// Export: what a translator is handed.
// In: a translation compared with its master text. Out: a Catalogue: what is stale marked, with the master's
// former words; what is new empty; what the master text no longer has kept as obsolete. No clock: the same
// content gives the same catalogue, and nothing is ever guessed from a similar text.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "document/model/document.hpp"
#include "exchange/catalogue.hpp"
#include "units/comparison.hpp"

namespace brochure::exchange {

enum class Scope {
    all,
    waiting,  // only what is stale, missing or no longer in the master text
};

// Where a piece of the master text stands in the brochure that was built last.
struct Whereabouts {
    std::size_t page = 0, lines = 0;
};
// By the key that units_of() gives a piece of today's text; empty where nothing was built.
using Pages = std::map<std::string, Whereabouts>;

// `translation` is null where there is none yet; `language` is empty for a template.
Catalogue catalogue_of(const units::Comparison& comparison, const document::Document& master,
                       const document::Document* translation, const std::string& language, Scope scope,
                       const Pages& pages = {});

}  // namespace brochure::exchange
