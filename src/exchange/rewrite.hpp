// Rewriting: an author's file with other words in it.
// In: a translation's file and its master's with the slots of their units, and the new words. Out: the
// translation's file, in which every byte that no change touches stands as it stood. What is new is put in
// where the master has it, with the master's marks around it (signs of lists, ids, rows); what the master has
// dropped is taken out.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/slots.hpp"

namespace brochure::exchange {

struct SourceFile {
    std::string_view text;
    std::vector<Slot> slots;  // keys as they last, in the order of the file
};

struct Changes {
    std::map<std::string, NumberedText> texts;  // by key; new where the translation has no such key
    std::set<std::string> dropped;
    bool in_master_order = false;  // the body follows the master's order
};

// What stands in the body of a file, in its order: keys.
std::vector<std::string> body_keys(const SourceFile& file);

std::string rewritten(const SourceFile& master, const SourceFile& translation, const Changes& changes);

// A translation that there is not yet: the master's file with these words. Comments, what a term is sorted as
// and whether the text was reviewed are the master's alone.
std::string made_from(const SourceFile& master, const std::map<std::string, NumberedText>& texts);

// The two halves of it, which have a form of their own.
std::string rewritten_front_matter(const SourceFile& master, const SourceFile& translation,
                                   const Changes& changes);
std::string rewritten_body(const SourceFile& master, const SourceFile& translation, const Changes& changes);

}  // namespace brochure::exchange
