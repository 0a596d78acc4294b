// Normalisers: what two texts must have in common to count as the same text.
// In: a unit's words. Out: words without what an author changes in passing: composed or decomposed letters,
// width of white space, soft hyphens, quotation marks as typed or as set.
// Every version that ever wrote a lock is kept: a newer program compares an older lock by the lock's own
// rules, and loses nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace brochure::units {

struct Normaliser {
    int version = 0;
    std::string (*words)(std::string_view utf8) = nullptr;
};

// What new locks are written with.
const Normaliser& newest_normaliser();
// None: the lock is of a newer program.
std::optional<Normaliser> normaliser(int version);

// SHA-256 of the normalised words in hexadecimal, the first 16 digits: 64 bits tell a few thousand texts
// apart.
std::string digest_of(std::string_view words, const Normaliser& normaliser);

}  // namespace brochure::units
