// TMX: a memory of pairs for translators' tools (1.4).
// In: a Catalogue. Out: the file's text: its confirmed pairs alone, for a tool offers them as they are
// wherever the same words come again. Pure; the same catalogue gives the same bytes.
#pragma once

#include <string>

#include "exchange/catalogue.hpp"

namespace brochure::exchange {

std::string written_as_tmx(const Catalogue& catalogue);

}  // namespace brochure::exchange
