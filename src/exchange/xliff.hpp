// XLIFF: the exchange file of most translators' tools, in its form of 2008 (1.2) and in that of 2014 (2.0,
// the core and its module of matches). In: a Catalogue, or a file's text. Out: the file's text, or its
// entries. Pure. Marks are elements with their numbers for ids. What is stale says so in its state and has
// the former words beside it; what the master text no longer has is not to be translated. A file that is no
// well-formed XML is refused as a whole; what is wrong with one piece costs that piece.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"
#include "exchange/catalogue.hpp"
#include "exchange/inline_elements.hpp"

namespace brochure::exchange {

// The same catalogue gives the same bytes.
std::string written_as_xliff(const Catalogue& catalogue, XliffVersion version);

// Whether a file is XML, and so not PO.
bool is_xml(std::string_view text);

// Nothing, and an error in the sink, if the text is no XLIFF file that can be read.
std::optional<Catalogue> read_xliff(std::string_view text, const std::string& shown_file, Sink& sink);

}  // namespace brochure::exchange
