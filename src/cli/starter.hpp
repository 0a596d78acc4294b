// The words that a new brochure begins with, in the languages that have them.
#pragma once

#include <span>
#include <string_view>

namespace brochure::cli {

// {{id}}, {{language}}, {{today}} and {{later}} are filled in by the program; what stands between single
// braces, by the brochure's author.
struct Starter {
    std::string_view language;
    std::string_view facts, text, house_words, disclaimer;
};

// Dutch first.
std::span<const Starter> starters();

extern const std::string_view starter_house;    // house.toml above its first [language]
extern const std::string_view starter_drawing;  // the cover's

}  // namespace brochure::cli
