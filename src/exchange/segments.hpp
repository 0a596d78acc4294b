// Segments: a catalogue cut into sentences, for tools that show one at a time.
// In: a catalogue, and both languages, whose files say which full stops end nothing. Out: the same with
// segments, where source and target have as many sentences: which of three belongs to which of two is never
// guessed. No sentence begins within bold words or a link.
#pragma once

#include "document/model/language.hpp"
#include "exchange/catalogue.hpp"

namespace brochure::exchange {

void cut_into_sentences(Catalogue& catalogue, const document::Language& master,
                        const document::Language& translation);

// The white space at the end of a sentence, which parts it from the next.
std::string_view gap_behind(std::string_view segment);

}  // namespace brochure::exchange
