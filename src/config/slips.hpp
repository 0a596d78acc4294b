// Slips: what editors type into a TOML file that is no TOML, told in their words.
// In: a text that toml++ refused, and the line where it gave up. Out: the first slip up to that line, its
// place and a remedy; nothing if it is none of the usual ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace brochure::config {

struct Slip {
    std::size_t offset = 0;
    std::string message, remedy;
};

std::optional<Slip> find_slip(std::string_view text, std::size_t last_line);

// The library's own sentence in plainer words.
std::string explained(std::string_view description);

}  // namespace brochure::config
