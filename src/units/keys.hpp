// Lasting keys: today's units under the names by which an earlier text knew them.
// In: the keys and contents of an earlier text, and today's, keyed by where they stand. Out: today's keys, in
// which what stayed the same keeps its name although paragraphs were put in, sections moved, lists split and
// rows swapped.
//
// Identity is by content first and by position second, from the outside in: sections by their ids, then what
// stands in them, rows before their cells. So "Ja" in the row of one treatment never becomes the "Ja" of
// another, and a row that moves takes its cells along. What is new and stands where an older name is still in
// use gets that name with a letter: "bestraling/p3a".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brochure::units {

struct KeyedContent {
    std::string key;
    std::string content;  // normalised words, or a digest of them
    // Too short to be known again in another section: "Elke dag" is said in many places.
    bool brief = false;
};

// Whether words are that short.
bool is_brief(std::string_view words);

// How what is neither equal nor in its old place is brought together.
enum class ByWords { yes, no };  // contents are words (compared), or digests (which are equal or not)

std::vector<std::string> lasting_keys(const std::vector<KeyedContent>& before,
                                      const std::vector<KeyedContent>& today, ByWords by_words);

}  // namespace brochure::units
