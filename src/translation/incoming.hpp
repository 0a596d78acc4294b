// Incoming: the entries of a translator's file, judged one by one.
// In: a catalogue that came back, and the pair of texts it is of. Out: the texts to put in; what is wrong
// with the others in the sink, each with line and key.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "exchange/catalogue.hpp"
#include "exchange/markup.hpp"
#include "translation/pair.hpp"

namespace brochure::translation {

struct Incoming {
    std::map<std::string, exchange::NumberedText> texts;  // by key; those alone that say something new
    std::map<std::string, const exchange::Entry*> entries;
    std::vector<std::string> obsolete;  // keys that the file says the master text no longer has
    std::size_t unchanged = 0, fuzzy = 0, empty = 0, refused = 0;
};

Incoming judged(const exchange::Catalogue& catalogue, const Pair& pair, const std::string& shown_file,
                Sink& sink);

// What an import does to a text, to compare it with what is read back: words, and what each mark stands for.
std::string spelled(const exchange::NumberedText& text);

}  // namespace brochure::translation
