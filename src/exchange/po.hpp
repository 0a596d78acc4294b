// PO: GNU gettext's file of translations, which every translator's tool opens.
// In: a Catalogue, or a file's text. Out: the file's text, or its entries. Pure. What is damaged is told with
// its line, and only the entry it stands in is lost: nothing is ever repaired in silence.
// Contexts (msgctxt) are keys. There are no plurals and no lines within a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"
#include "exchange/catalogue.hpp"

namespace brochure::exchange {

// The same catalogue gives the same bytes.
std::string written_as_po(const Catalogue& catalogue);

// Nothing, and an error in the sink, if the text is no PO file at all (no header, another encoding).
std::optional<Catalogue> read_po(std::string_view text, const std::string& shown_file, Sink& sink);

}  // namespace brochure::exchange
